// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/writequeue.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace core::storage {

namespace {

struct flock wholeFile(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

WriteQueue::WriteQueue(const DatabaseUrl &url)
{
    if (url.kind() == DatabaseUrl::Kind::Sqlite)
        m_descriptor = ::open(QFile::encodeName(url.canonicalPath() + QLatin1String(".turn")).constData(),
                              O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

WriteQueue::~WriteQueue()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

/** Locks that belong to the open file, not to the process: two connections of one process see each other. */
bool WriteQueue::set(short type, int command) const
{
    struct flock lock = wholeFile(type);
    int done = -1;
    do {
        done = ::fcntl(m_descriptor, command, &lock);
    } while (done < 0 && errno == EINTR);
    return done == 0;
}

bool WriteQueue::isAwaited() const
{
    struct flock lock = wholeFile(F_WRLCK);
    return m_descriptor >= 0 && ::fcntl(m_descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

void WriteQueue::letOthersGo() const
{
    if (isAwaited() && set(F_WRLCK, F_OFD_SETLKW))
        set(F_UNLCK, F_OFD_SETLK);
}

WriteQueue::Place::Place(const WriteQueue &queue) : m_queue(queue)
{
    if (m_queue.m_descriptor >= 0)
        m_queue.set(F_RDLCK, F_OFD_SETLKW);
}

WriteQueue::Place::~Place()
{
    if (m_queue.m_descriptor >= 0)
        m_queue.set(F_UNLCK, F_OFD_SETLK);
}

} // namespace core::storage
