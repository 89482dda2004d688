// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keysource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::secrets {

namespace {

QString markerSuffix()
{
    return QStringLiteral(".in-keyring");
}

Failure unwritable(const QString &path)
{
    return Failure(Error::make(ErrorKind::Unavailable, "key.unwritable", {path}));
}

/** Keeps other processes and threads out of a folder of keys while one makes a key; ends with the process at the latest. */
class FolderLock
{
public:
    explicit FolderLock(const QString &folder)
        : m_descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (m_descriptor >= 0)
            ::flock(m_descriptor, LOCK_EX);
    }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

private:
    int m_descriptor;
};

} // namespace

KeyPlaces KeyPlaces::fromEnvironment(const QString &dataFolder, Keyring *keyring)
{
    return {qEnvironmentVariable("HELIOGRAPH_KEY_FILE"), QDir(dataFolder).filePath(QStringLiteral("keys")), keyring};
}

KeySource::KeySource(QString workspaceId, KeyPlaces places)
    : m_workspaceId(std::move(workspaceId)), m_places(std::move(places)),
      m_file(m_places.explicitFile.isEmpty() ? pathWith(QStringLiteral(".key")) : m_places.explicitFile)
{}

QString KeySource::pathWith(const QString &suffix) const
{
    return QDir(m_places.folder).filePath(m_workspaceId + suffix);
}

Result<std::optional<SecretKey>> KeySource::load() const
{
    HELIOGRAPH_ASSIGN(std::optional<SecretKey> key, m_file.read());
    if (key || !m_places.explicitFile.isEmpty())
        return key;
    return loadFromKeyring();
}

Result<std::optional<SecretKey>> KeySource::loadFromKeyring() const
{
    const bool expected = QFileInfo::exists(pathWith(markerSuffix()));
    Result<std::optional<QString>> entry = Failure(Error::make(ErrorKind::Unavailable, "keyring.unavailable"));
    if (m_places.keyring)
        entry = m_places.keyring->read(m_workspaceId);
    if (!entry && expected)
        return Failure(Error::make(ErrorKind::Unavailable, "key.in_keyring", {}, entry.error().detail));
    if (!entry || !*entry)
        return std::optional<SecretKey>();
    auto key = SecretKey::fromText(**entry);
    if (!key)
        return Failure(Error::make(ErrorKind::Corrupt, "key.damaged", {QStringLiteral("keyring")}));
    return std::optional<SecretKey>(std::move(*key));
}

Result<SecretKey> KeySource::loadOrCreate() const
{
    HELIOGRAPH_TRY(makeKeyFolder(m_file.path()));
    // A file is made once whoever comes first, but a keyring can be written twice: the first key would be lost.
    const FolderLock lock(QFileInfo(m_file.path()).absolutePath());
    HELIOGRAPH_ASSIGN(std::optional<SecretKey> found, load());
    if (found)
        return std::move(*found);
    HELIOGRAPH_ASSIGN(SecretKey key, SecretKey::generate());
    if (!storeInKeyring(key))
        HELIOGRAPH_TRY(m_file.create(key));
    return key;
}

Status KeySource::replace(const SecretKey &key) const
{
    const bool inFile = !m_places.explicitFile.isEmpty() || QFileInfo::exists(m_file.path());
    if (!inFile && storeInKeyring(key))
        return {};
    return m_file.replace(key);
}

/** An error only says that the file has to do. */
Status KeySource::storeInKeyring(const SecretKey &key) const
{
    if (!m_places.keyring || !m_places.explicitFile.isEmpty())
        return Failure(Error::make(ErrorKind::Unavailable, "keyring.unavailable"));
    HELIOGRAPH_TRY(m_places.keyring->write(m_workspaceId, key.text()));
    QFile marker(pathWith(markerSuffix()));
    HELIOGRAPH_TRY(makeKeyFolder(marker.fileName()));
    if (!marker.open(QIODevice::WriteOnly))
        return unwritable(marker.fileName());
    marker.write("The key of this workspace is in the keyring of the desktop, as \"heliograph\".\n");
    return {};
}

} // namespace core::secrets
