// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/argonhasher.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace core::secrets {

namespace {

static_assert(crypto_pwhash_ALG_DEFAULT == crypto_pwhash_ALG_ARGON2ID13);

/** The bytes that are hashed, for as long as that takes. */
class PasswordBytes
{
public:
    explicit PasswordBytes(const QString &password) : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8()) {}
    Q_DISABLE_COPY_MOVE(PasswordBytes)
    ~PasswordBytes() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

} // namespace

Result<QByteArray> ArgonHasher::hash(const QString &password) const
{
    if (sodium_init() < 0)
        return Failure(Error::make(ErrorKind::Internal, "internal", {}, QStringLiteral("libsodium does not start")));
    const PasswordBytes bytes(password);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), bytes.data(), bytes.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Failure(Error::make(ErrorKind::Unavailable, "password.memory"));
    return QByteArray(text.data()); // up to the zero that ends it
}

bool ArgonHasher::verify(const QString &password, const QByteArray &hash) const
{
    // The text is read up to its zero, in an array of the full size.
    if (sodium_init() < 0 || hash.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES) || hash.contains('\0'))
        return false;
    const PasswordBytes bytes(password);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    std::copy(hash.cbegin(), hash.cend(), text.begin());
    return crypto_pwhash_str_verify(text.data(), bytes.data(), bytes.size()) == 0;
}

} // namespace core::secrets
