// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/partfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace core::storage {

namespace {

constexpr char ending[] = ".XXXXXX.part";
constexpr int endingAfterRandom = 5; // ".part"

Status unwritable(const QString &path, int reason)
{
    return Failure(
        Error::make(ErrorKind::Unavailable, "file.unwritable", {path, QString::fromLocal8Bit(::strerror(reason))}));
}

/** Of a file or a folder: what was written, or the names in it, outlive a loss of power. */
bool syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return done;
}

bool rename(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/** False with EEXIST if `to` is there. */
bool renameToFreeName(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that does not know it: a look before is all that is left.
    if (QFileInfo::exists(to)) {
        errno = EEXIST;
        return false;
    }
    return rename(from, to);
}

} // namespace

const QStringList &companionEndings()
{
    static const QStringList endings{QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};
    return endings;
}

PartFile::PartFile(QString path, QString target) : m_path(std::move(path)), m_target(std::move(target)) {}

PartFile::PartFile(PartFile &&other) noexcept : m_path(std::exchange(other.m_path, {})), m_target(std::move(other.m_target))
{}

PartFile::~PartFile()
{
    if (m_path.isEmpty())
        return;
    removeCompanions();
    QFile::remove(m_path);
}

Result<PartFile> PartFile::create(const QString &target)
{
    QByteArray path = QFile::encodeName(target) + ending;
    const int descriptor = ::mkostemps(path.data(), endingAfterRandom, O_CLOEXEC);
    if (descriptor < 0)
        return Failure(unwritable(target, errno).error());
    ::close(descriptor);
    return PartFile(QFile::decodeName(path), target);
}

Status PartFile::takeName()
{
    HELIOGRAPH_TRY(keepOnDisk());
    if (!renameToFreeName(m_path, m_target)) {
        if (errno == EEXIST)
            return Failure(Error::make(ErrorKind::Conflict, "file.exists", {m_target}));
        return unwritable(m_target, errno);
    }
    removeCompanions();
    m_path.clear();
    syncToDisk(QFileInfo(m_target).path());
    return {};
}

Status PartFile::takePlaceOf(const QString &former)
{
    QFile::setPermissions(m_path, QFile::permissions(m_target));
    HELIOGRAPH_TRY(keepOnDisk());
    const bool hasSecondName = ::link(QFile::encodeName(m_target).constData(), QFile::encodeName(former).constData()) == 0;
    if (!hasSecondName && !rename(m_target, former))
        return unwritable(former, errno);
    if (!rename(m_path, m_target)) {
        const int reason = errno;
        if (hasSecondName)
            QFile::remove(former);
        else
            rename(former, m_target);
        return unwritable(m_target, reason);
    }
    removeCompanions();
    m_path.clear();
    syncToDisk(QFileInfo(m_target).path());
    return {};
}

Status PartFile::keepOnDisk() const
{
    return syncToDisk(m_path) ? Status() : unwritable(m_target, errno);
}

/** The mark of who waits to write (WriteQueue) is beside every database that was open for writing. */
void PartFile::removeCompanions() const
{
    for (const QString &companion : companionEndings() + QStringList{QStringLiteral(".turn")})
        QFile::remove(m_path + companion);
}

} // namespace core::storage
