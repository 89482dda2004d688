// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/resultspool.h"

#include "core/base/logging.h"
#include "core/storage/spooledoutcome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::storage {

using interfaces::MessageOutcome;
using interfaces::SpooledOutcomes;

namespace {

constexpr int mostFiles = 1000; ///< processes of one computer that dispatch one workspace

QString reason()
{
    return QString::fromLocal8Bit(::strerror(errno));
}

Failure unwritable(const QString &path, const QString &detail)
{
    return Failure(Error::make(ErrorKind::Unavailable, "results.unwritable", {path}, detail));
}

Failure unreadable(const QString &path, const QString &detail)
{
    return Failure(Error::make(ErrorKind::Unavailable, "results.unreadable", {path}, detail));
}

/**
 * The id, since another workspace may take the place of a file; the place, since copies of a workspace have its id (those on
 * one server differ in the name of their database).
 */
QString pathOf(const DatabaseUrl &url, const QString &workspaceId, const QString &folder)
{
    if (url.kind() == DatabaseUrl::Kind::Sqlite)
        return QStringLiteral("%1.%2.results").arg(url.canonicalPath(), workspaceId);
    return QStringLiteral("%1/%2-%3.results.")
        .arg(folder, workspaceId, QString::fromLatin1(QUrl::toPercentEncoding(url.name())));
}

void addTo(QList<SpooledOutcomes> &spooled, const SpooledOutcome &next)
{
    if (spooled.isEmpty() || spooled.last().by != next.by)
        spooled.append({next.by, {}});
    spooled.last().outcomes.append(next.outcome);
}

} // namespace

/** An open file of outcomes; closing it ends its lock. */
class ResultSpool::File
{
public:
    /** Nothing: another process has it. Errors: results.unwritable. */
    static Result<std::unique_ptr<File>> open(const QString &path, bool locked)
    {
        // Not inherited: a child that outlives us must not keep the lock.
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return unwritable(path, reason());
        std::unique_ptr<File> file(new File(path, descriptor));
        if (locked && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return errno == EWOULDBLOCK ? Result<std::unique_ptr<File>>() : unwritable(path, reason());
        file->m_foreign = file->size();
        return file;
    }
    ~File() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(File)

    Status append(const QByteArray &lines)
    {
        const qint64 before = size();
        qsizetype done = 0;
        while (done < lines.size()) {
            const ssize_t written = ::write(m_descriptor, lines.constData() + done, size_t(lines.size() - done));
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0) {
                const QString why = reason();
                std::ignore = cutTo(before); // else the next line would begin in the middle of this one
                return unwritable(m_path, why);
            }
            done += written;
        }
        return {};
    }

    Status readInto(QList<SpooledOutcomes> &spooled)
    {
        QFile file;
        QByteArray content;
        if (file.open(m_descriptor, QIODevice::ReadOnly, QFileDevice::DontCloseHandle) && file.seek(0))
            content = file.readAll();
        if (file.error() != QFileDevice::NoError)
            return unreadable(m_path, file.errorString());
        int damaged = 0;
        for (const QByteArray &line : content.split('\n')) {
            if (line.isEmpty())
                continue;
            if (const auto next = outcomeFromLine(line))
                addTo(spooled, *next);
            else
                ++damaged;
        }
        if (damaged > 0)
            qCWarning(logStorage, "event=results_damaged path=%s lines=%d ", qUtf8Printable(logValue(m_path)), damaged);
        return {};
    }

    void setTakenOver() { m_foreign = 0; }
    /** What was not taken over stays. */
    Status clear() { return cutTo(m_foreign); }

private:
    File(const QString &path, int descriptor) : m_path(path), m_descriptor(descriptor) {}

    [[nodiscard]] qint64 size() const
    {
        struct stat status = {};
        return ::fstat(m_descriptor, &status) == 0 ? qint64(status.st_size) : 0;
    }
    Status cutTo(qint64 size) { return ::ftruncate(m_descriptor, size) == 0 ? Status() : unwritable(m_path, reason()); }

    const QString m_path;
    const int m_descriptor;
    qint64 m_foreign = 0; ///< bytes at the beginning that nobody has taken over
};

ResultSpool::ResultSpool(const DatabaseUrl &url, const QString &workspaceId, const QString &folder)
    : m_path(pathOf(url, workspaceId, folder)), m_shared(url.kind() == DatabaseUrl::Kind::Postgresql)
{}

ResultSpool::~ResultSpool() = default;

Status ResultSpool::openLeft()
{
    const QFileInfo path(m_path);
    QFileInfoList found;
    if (m_shared)
        found = path.absoluteDir().entryInfoList({path.fileName() + u'*'}, QDir::Files | QDir::CaseSensitive, QDir::Name);
    else if (path.exists())
        found = {path};
    for (const QFileInfo &left : std::as_const(found)) {
        HELIOGRAPH_ASSIGN(auto file, File::open(left.absoluteFilePath(), m_shared));
        if (file)
            m_files.push_back(std::move(file));
    }
    return {};
}

Status ResultSpool::openFresh()
{
    if (!m_shared) {
        HELIOGRAPH_ASSIGN(auto file, File::open(m_path, false));
        m_files.push_back(std::move(file));
        return {};
    }
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return unwritable(m_path, QStringLiteral("its folder cannot be made"));
    for (int number = 1; number <= mostFiles; ++number) {
        HELIOGRAPH_ASSIGN(auto file, File::open(m_path + QString::number(number), true));
        if (!file)
            continue;
        m_files.push_back(std::move(file));
        return {};
    }
    return unwritable(m_path, QStringLiteral("there are too many"));
}

Status ResultSpool::append(const QList<MessageOutcome> &outcomes, InstanceId by)
{
    if (m_files.empty())
        HELIOGRAPH_TRY(openFresh());
    QByteArray lines;
    for (const MessageOutcome &outcome : outcomes)
        lines += toLine({by, outcome});
    return m_files.front()->append(lines);
}

Result<QList<SpooledOutcomes>> ResultSpool::takeOver()
{
    if (m_files.empty())
        HELIOGRAPH_TRY(openLeft());
    QList<SpooledOutcomes> left;
    for (const auto &file : m_files)
        HELIOGRAPH_TRY(file->readInto(left));
    for (const auto &file : m_files)
        file->setTakenOver();
    return left;
}

Status ResultSpool::clear()
{
    for (const auto &file : m_files)
        HELIOGRAPH_TRY(file->clear());
    // The others are free for whoever starts next.
    if (m_files.size() > 1)
        m_files.erase(m_files.begin() + 1, m_files.end());
    return {};
}

} // namespace core::storage
