// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Turns passwords into what is kept of them.
 *
 * Slow and hungry on purpose: some 50 ms and 64 MiB a call, so that whoever steals the database guesses slowly. That is why
 * it is called neither within a storage job nor on a thread that people or requests wait for (services::AccountParts).
 */
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core::interfaces {

/** Thread: any; calls on several at once take their memory each. */
class PasswordHasher
{
public:
    virtual ~PasswordHasher() = default;

    /** Salted: equal passwords never have equal hashes. Errors: Unavailable password.memory. */
    [[nodiscard]] virtual Result<QByteArray> hash(const QString &password) const = 0;
    /** Takes as long as hash() whether it fits or not. False for a hash that is none. */
    [[nodiscard]] virtual bool verify(const QString &password, const QByteArray &hash) const = 0;
};

} // namespace core::interfaces
