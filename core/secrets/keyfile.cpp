// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keyfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>
#include <unistd.h>

namespace core::secrets {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerOnly | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions others =
    QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
constexpr qint64 longestFile = 1024; ///< bytes; a key needs 49

Failure unwritable(const QString &path, const QString &detail)
{
    return Failure(Error::make(ErrorKind::Unavailable, "key.unwritable", {path}, detail));
}

QByteArray contents(const SecretKey &key)
{
    return key.text().toLatin1() + '\n';
}

} // namespace

Status makeKeyFolder(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (folder.exists())
        return {};
    if (!QDir().mkpath(folder.absolutePath()))
        return unwritable(path, QStringLiteral("its folder cannot be made"));
    QFile::setPermissions(folder.absolutePath(), ownerFolder);
    return {};
}

KeyFile::KeyFile(QString path) : m_path(std::move(path)) {}

Result<std::optional<SecretKey>> KeyFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::optional<SecretKey>();
    if (file.permissions() & others)
        return Failure(Error::make(ErrorKind::Unavailable, "key.permissions", {m_path}));
    if (!file.open(QIODevice::ReadOnly))
        return Failure(Error::make(ErrorKind::Unavailable, "key.unreadable", {m_path}, file.errorString()));
    auto key = SecretKey::fromText(QString::fromLatin1(file.read(longestFile)));
    if (!key)
        return Failure(Error::make(ErrorKind::Corrupt, "key.damaged", {m_path}));
    return std::optional<SecretKey>(std::move(*key));
}

Status KeyFile::create(const SecretKey &key) const
{
    HELIOGRAPH_TRY(makeKeyFolder(m_path));
    // A QTemporaryFile is 0600 from its first moment, and its rename never replaces: of two processes one wins.
    QTemporaryFile file(m_path + QStringLiteral(".XXXXXX"));
    if (!file.open())
        return unwritable(m_path, file.errorString());
    const QByteArray bytes = contents(key);
    if (file.write(bytes) != bytes.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return unwritable(m_path, file.errorString());
    if (file.rename(m_path)) {
        file.setAutoRemove(false);
        return {};
    }
    return QFileInfo::exists(m_path) ? Status() : unwritable(m_path, file.errorString());
}

Status KeyFile::replace(const SecretKey &key) const
{
    HELIOGRAPH_TRY(makeKeyFolder(m_path));
    QSaveFile file(m_path);
    // The permissions come before the first byte, else the key would be readable for a moment.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return unwritable(m_path, file.errorString());
    const QByteArray bytes = contents(key);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(m_path, file.errorString());
    return {};
}

} // namespace core::secrets
