// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes the random texts that stand for a password in requests, and turns them into what is kept of them.
 */
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core::interfaces {

/** Fast, unlike PasswordHasher: nobody guesses 256 random bits. Thread: any. */
class TokenMaker
{
public:
    virtual ~TokenMaker() = default;

    /** Letters, digits, - and _. Errors: Internal, if there are no random numbers. */
    [[nodiscard]] virtual Result<QString> make() const = 0;
    /** Equal texts have equal hashes; for any text, also one that was never made here. */
    [[nodiscard]] virtual QByteArray hash(const QString &token) const = 0;
};

} // namespace core::interfaces
