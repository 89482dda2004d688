// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/tokenmaker.h"

#include <sodium.h>

namespace core::secrets {

namespace {

constexpr qsizetype tokenSize = 32; // bytes
constexpr qsizetype hashSize = 32;

static_assert(hashSize == crypto_generichash_BYTES);

void wipe(QByteArray &bytes)
{
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

Result<QString> TokenMaker::make() const
{
    if (sodium_init() < 0)
        return Failure(Error::make(ErrorKind::Internal, "internal", {}, QStringLiteral("libsodium does not start")));
    QByteArray bytes(tokenSize, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(bytes.size()));
    QByteArray encoded = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString text = QString::fromLatin1(encoded);
    wipe(bytes);
    wipe(encoded);
    return text;
}

QByteArray TokenMaker::hash(const QString &token) const
{
    QByteArray bytes = token.toUtf8();
    QByteArray hashed(hashSize, Qt::Uninitialized);
    // Fails only for sizes that it does not know.
    crypto_generichash(reinterpret_cast<unsigned char *>(hashed.data()), static_cast<std::size_t>(hashed.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    wipe(bytes);
    return hashed;
}

} // namespace core::secrets
