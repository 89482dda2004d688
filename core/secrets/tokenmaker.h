// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The TokenMaker of the program: 256 random bits of libsodium, kept as their BLAKE2b (RFC 7693) hash.
 */
#pragma once

#include "core/interfaces/tokenmaker.h"

namespace core::secrets {

/** The text is 43 characters base64url (RFC 4648, section 5). Thread: any (no state). */
class TokenMaker final : public interfaces::TokenMaker
{
public:
    [[nodiscard]] Result<QString> make() const override;
    [[nodiscard]] QByteArray hash(const QString &token) const override; ///< 32 bytes
};

} // namespace core::secrets
