// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secretbox.h"

#include <sodium.h>

namespace core::secrets {

namespace {

constexpr char version = 1;
constexpr qsizetype nonceAt = 1;
constexpr qsizetype boxAt = nonceAt + static_cast<qsizetype>(crypto_secretbox_NONCEBYTES);
constexpr qsizetype overhead = boxAt + static_cast<qsizetype>(crypto_secretbox_MACBYTES);

static_assert(SecretKey::size == crypto_secretbox_KEYBYTES);

unsigned char *bytes(QByteArray &array, qsizetype offset)
{
    return reinterpret_cast<unsigned char *>(array.data()) + offset;
}

const unsigned char *bytes(const QByteArray &array, qsizetype offset)
{
    return reinterpret_cast<const unsigned char *>(array.constData()) + offset;
}

} // namespace

QByteArray seal(const QByteArray &plain, const SecretKey &key)
{
    QByteArray sealed(overhead + plain.size(), Qt::Uninitialized);
    sealed[0] = version;
    randombytes_buf(bytes(sealed, nonceAt), crypto_secretbox_NONCEBYTES);
    // Fails only for sizes beyond the address space.
    crypto_secretbox_easy(bytes(sealed, boxAt), bytes(plain, 0), static_cast<unsigned long long>(plain.size()),
                          bytes(std::as_const(sealed), nonceAt), key.data());
    return sealed;
}

Result<QByteArray> open(const QByteArray &sealed, const SecretKey &key)
{
    if (sealed.size() < overhead)
        return Failure(Error::make(ErrorKind::Corrupt, "secret.unreadable", {}, QStringLiteral("too short")));
    if (sealed[0] != version)
        return Failure(Error::make(ErrorKind::Corrupt, "secret.version"));
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytes(plain, 0), bytes(sealed, boxAt),
                                   static_cast<unsigned long long>(sealed.size() - boxAt), bytes(sealed, nonceAt),
                                   key.data()) != 0)
        return Failure(Error::make(ErrorKind::Corrupt, "secret.unreadable"));
    return plain;
}

} // namespace core::secrets
