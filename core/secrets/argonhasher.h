// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The PasswordHasher of the program: argon2id (RFC 9106) as libsodium offers it for people who wait.
 *
 * Made by app; keeps nothing. How long a password is stands in core/domain/user.
 */
#pragma once

#include "core/interfaces/passwordhasher.h"

namespace core::secrets {

/**
 * Promises:
 *  - A hash is a text that names its algorithm and parameters: stronger ones later leave the old hashes valid.
 *  - However a letter is composed, it is the same password (RFC 8265, OpaqueString).
 *  - The copy of the password that is made here is wiped.
 *
 * Thread: any (no state); each call takes 64 MiB while it runs.
 */
class ArgonHasher final : public interfaces::PasswordHasher
{
public:
    [[nodiscard]] Result<QByteArray> hash(const QString &password) const override;
    [[nodiscard]] bool verify(const QString &password, const QByteArray &hash) const override;
};

} // namespace core::secrets
