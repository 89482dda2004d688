// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dispatchlock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::storage {

DispatchLock::DispatchLock(int descriptor) : m_descriptor(descriptor) {}

DispatchLock::~DispatchLock()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<DispatchLock>> DispatchLock::tryTake(const DatabaseUrl &url)
{
    const QString path = url.canonicalPath() + QLatin1String(".dispatch");
    // Not inherited: a child that outlives us must not keep the right.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Failure(
            Error::make(ErrorKind::Unavailable, "dispatch.lock_file", {path}, QString::fromLocal8Bit(::strerror(errno))));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return std::unique_ptr<DispatchLock>(new DispatchLock(descriptor));

    const int reason = errno;
    ::close(descriptor);
    if (reason == EWOULDBLOCK)
        return std::unique_ptr<DispatchLock>();
    return Failure(
        Error::make(ErrorKind::Unavailable, "dispatch.lock_file", {path}, QString::fromLocal8Bit(::strerror(reason))));
}

} // namespace core::storage
