// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where the token of a sign-in stays between two starts of the window, for whoever wants to stay signed in.
 *
 * Made for real by core/secrets/keyringsessionstore; what the token is good for is asked of core/services/accountservice.
 */
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

namespace core::interfaces {

/**
 * One token, of the workspace that is open. What is asked first is done first.
 *
 * Thread: any. No call waits; an answer may, for a person who unlocks the desktop's keyring. Every answer may be Unavailable
 * keyring.unavailable.
 */
class SessionStore
{
public:
    virtual ~SessionStore() = default;

    /** Blank: none is kept. */
    virtual QFuture<Result<QString>> load() = 0;
    /** In place of the one before. */
    virtual QFuture<Status> keep(const QString &token) = 0;
    /** No error if none is kept. */
    virtual QFuture<Status> forget() = 0;
};

} // namespace core::interfaces
