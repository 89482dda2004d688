// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/localsecretstore.h"

#include "core/secrets/secretbox.h"

namespace core::secrets {

LocalSecretStore::LocalSecretStore(const QString &workspaceId, const KeyPlaces &places) : m_source(workspaceId, places) {}

Result<QByteArray> LocalSecretStore::seal(const QByteArray &plain)
{
    HELIOGRAPH_ASSIGN(const KeyPointer key, createdIfMissing());
    return secrets::seal(plain, *key);
}

Result<QByteArray> LocalSecretStore::open(const QByteArray &sealed)
{
    HELIOGRAPH_ASSIGN(const KeyPointer known, key());
    auto plain = secrets::open(sealed, *known);
    if (plain || plain.error().kind != ErrorKind::Corrupt)
        return plain;
    HELIOGRAPH_ASSIGN(const KeyPointer fresh, reloaded());
    return fresh->isSameAs(*known) ? plain : secrets::open(sealed, *fresh);
}

Result<QString> LocalSecretStore::exportKey()
{
    HELIOGRAPH_ASSIGN(const KeyPointer known, reloaded());
    return known->text();
}

Status LocalSecretStore::importKey(const QString &text)
{
    HELIOGRAPH_ASSIGN(SecretKey imported, SecretKey::fromText(text));
    const std::scoped_lock lock(m_mutex);
    HELIOGRAPH_TRY(m_source.replace(imported));
    m_key = std::make_shared<const SecretKey>(std::move(imported));
    return {};
}

Result<LocalSecretStore::KeyPointer> LocalSecretStore::key()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_key)
            return m_key;
    }
    return reloaded();
}

Result<LocalSecretStore::KeyPointer> LocalSecretStore::reloaded()
{
    const std::scoped_lock lock(m_mutex);
    HELIOGRAPH_ASSIGN(std::optional<SecretKey> found, m_source.load());
    if (!found)
        return Failure(Error::make(ErrorKind::Unavailable, "key.missing"));
    m_key = std::make_shared<const SecretKey>(std::move(*found));
    return m_key;
}

Result<LocalSecretStore::KeyPointer> LocalSecretStore::createdIfMissing()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_key) {
        HELIOGRAPH_ASSIGN(SecretKey made, m_source.loadOrCreate());
        m_key = std::make_shared<const SecretKey>(std::move(made));
    }
    return m_key;
}

} // namespace core::secrets
