// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secretkey.h"

#include <QByteArray>
#include <algorithm>
#include <sodium.h>

namespace core::secrets {

namespace {

// 4 bytes make key and checksum together 36 bytes, which base64 writes without padding. A keyed hash is needless: the
// checksum guards against typing, not against people. BLAKE2b as libsodium offers it begins at 16 bytes.
constexpr qsizetype checksumSize = 4;
constexpr auto base64Form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray checksum(const unsigned char *key)
{
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), key, SecretKey::size, nullptr, 0);
    return {reinterpret_cast<const char *>(hash.data()), checksumSize};
}

bool isBase64Url(QChar character)
{
    return (character >= u'A' && character <= u'Z') || (character >= u'a' && character <= u'z') ||
           (character >= u'0' && character <= u'9') || character == u'-' || character == u'_';
}

Failure badKey(const char *code, QStringList args = {})
{
    return Failure(Error::invalidField("key", code, std::move(args)));
}

} // namespace

SecretKey::SecretKey(SecretKey &&other) noexcept : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), size);
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        sodium_memzero(other.m_bytes.data(), size);
    }
    return *this;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes.data(), size);
}

Result<SecretKey> SecretKey::generate()
{
    if (sodium_init() < 0)
        return Failure(Error::make(ErrorKind::Internal, "internal", {}, QStringLiteral("libsodium does not start")));
    SecretKey key;
    randombytes_buf(key.m_bytes.data(), size);
    return key;
}

Result<SecretKey> SecretKey::fromText(const QString &text)
{
    const QString bare = text.simplified().remove(u' ');
    if (bare.isEmpty())
        return badKey("key:empty");
    const auto stranger = std::find_if_not(bare.cbegin(), bare.cend(), isBase64Url);
    if (stranger != bare.cend())
        return badKey("key:character", {QString::number(stranger - bare.cbegin() + 1), QString(*stranger)});
    if (bare.size() != textLength)
        return badKey("key:length", {QString::number(bare.size()), QString::number(textLength)});

    QByteArray bytes = QByteArray::fromBase64(bare.toLatin1(), base64Form);
    SecretKey key;
    std::copy_n(bytes.cbegin(), size, reinterpret_cast<char *>(key.m_bytes.data()));
    const QByteArray given = bytes.last(checksumSize);
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (given != checksum(key.data()))
        return badKey("key:checksum");
    return key;
}

QString SecretKey::text() const
{
    QByteArray bytes(reinterpret_cast<const char *>(m_bytes.data()), size);
    bytes += checksum(m_bytes.data());
    QString text = QString::fromLatin1(bytes.toBase64(base64Form));
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return text;
}

bool SecretKey::isSameAs(const SecretKey &other) const
{
    return sodium_memcmp(m_bytes.data(), other.m_bytes.data(), size) == 0;
}

} // namespace core::secrets
