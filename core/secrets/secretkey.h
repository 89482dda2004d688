// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The 256-bit key of a workspace, and the text form in which people carry it to another machine.
 *
 * Does not know where keys are kept (keyfile, keyring) nor what is sealed with them (secretbox).
 */
#pragma once

#include "core/base/result.h"

#include <QString>
#include <array>

namespace core::secrets {

/**
 * Promises:
 *  - The bytes are wiped from memory when the object ends or is moved from.
 *  - Text form: 48 characters base64url (RFC 4648, section 5) of the key and a 32-bit checksum, so that a
 *    mistyped key is noticed before anything is sealed with it.
 *
 * Thread: any (move-only value). Texts made of it are ordinary strings and are not wiped.
 */
class SecretKey
{
public:
    static constexpr std::size_t size = 32; ///< bytes
    static constexpr int textLength = 48;   ///< characters

    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    SecretKey(const SecretKey &) = delete;
    SecretKey &operator=(const SecretKey &) = delete;
    ~SecretKey();

    /** From the system's random numbers. Errors: Internal, if libsodium cannot start. */
    [[nodiscard]] static Result<SecretKey> generate();
    /**
     * Blanks and line breaks anywhere are ignored.
     * Errors: InvalidInput on `key`: key:empty, key:length (found, wanted), key:character (position from 1, character),
     * key:checksum.
     */
    [[nodiscard]] static Result<SecretKey> fromText(const QString &text);

    [[nodiscard]] QString text() const;
    [[nodiscard]] const unsigned char *data() const { return m_bytes.data(); }
    /** In constant time. */
    [[nodiscard]] bool isSameAs(const SecretKey &other) const;

private:
    SecretKey() = default;

    std::array<unsigned char, size> m_bytes{};
};

} // namespace core::secrets
