// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logfile.h"

#include "app/command.h"
#include "core/base/logging.h"
#include "core/settings/desktopsettings.h"

#include <QDir>
#include <QStandardPaths>
#include <atomic>
#include <cstdio>

namespace app {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::chrono::seconds flushInterval{1};
constexpr qint64 bytesPerMegabyte = 1024 * 1024;

struct Sink
{
    std::atomic<LogFile *> file = nullptr;
    std::atomic<bool> verbose = false;
};

// A message handler is a plain function: what it writes to has to be found from nothing.
Sink &sink()
{
    static Sink theSink;
    return theSink;
}

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error";
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (LogFile *file = sink().file)
        file->write(type, context.category, text);
    if (sink().verbose || type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

LogLimits logLimits(const Invocation &invocation)
{
    using core::settings::DesktopSettings;
    const DesktopSettings settings(DesktopSettings::pathFrom(invocation.value(QStringLiteral("config"))));
    return {settings.logMegabytes() * bytesPerMegabyte, settings.logFiles()};
}

LogFile::LogFile(QString directory, LogLimits limits, const core::Clock &clock)
    : m_directory(std::move(directory)), m_limits(limits), m_clock(clock)
{}

QString LogFile::defaultDirectory()
{
    if (const QString given = qEnvironmentVariable("HELIOGRAPH_LOG_DIR"); !given.isEmpty())
        return given;
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return state + QStringLiteral("/heliograph/log");
}

QString LogFile::path(int number) const
{
    const QString name = number == 0 ? QStringLiteral("heliograph.log") : QStringLiteral("heliograph.%1.log").arg(number);
    return m_directory + u'/' + name;
}

core::Status LogFile::open()
{
    const QMutexLocker lock(&m_mutex);
    return openPresent();
}

core::Status LogFile::openPresent()
{
    QDir().mkpath(m_directory);
    m_file.setFileName(path(0));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return core::Failure(Error::make(ErrorKind::Unavailable, "log.unwritable", {path(0), m_file.errorString()}));
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_size = m_file.size();
    return {};
}

void LogFile::rotate()
{
    m_file.close();
    QFile::remove(path(m_limits.files - 1));
    for (int number = m_limits.files - 2; number >= 0; --number)
        QFile::rename(path(number), path(number + 1));
    // A directory that became read-only loses lines; write() says so.
    (void)openPresent();
}

void LogFile::write(QtMsgType type, const char *category, const QString &text)
{
    const core::Instant now = m_clock.now();
    const QByteArray line = "time=" + core::toIso(now).toLatin1() + " level=" + levelName(type) + " category=" + category +
                            ' ' + text.toUtf8() + " \n";
    const QMutexLocker lock(&m_mutex);
    if (m_size + line.size() > m_limits.bytesPerFile)
        rotate();
    if (m_file.write(line) != line.size() && !std::exchange(m_lossTold, true))
        std::fprintf(stderr, "The log file %s cannot be written: %s\n", qPrintable(m_file.fileName()),
                     qPrintable(m_file.errorString()));
    m_size += line.size();
    if (type != QtInfoMsg || now - m_flushedAt > flushInterval || now < m_flushedAt) {
        m_file.flush();
        m_flushedAt = now;
    }
}

void LogFile::flush()
{
    const QMutexLocker lock(&m_mutex);
    m_file.flush();
}

LogRedirection::LogRedirection(LogFile &file, bool verbose)
{
    sink().file = &file;
    sink().verbose = verbose;
    m_previous = qInstallMessageHandler(handleMessage);
    // What is worth a line in a file is too much for a terminal: the categories are silent below warnings without one.
    QLoggingCategory::setFilterRules(QStringLiteral("heliograph.*.info=true"));
}

LogRedirection::~LogRedirection()
{
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(m_previous);
    if (LogFile *file = sink().file.exchange(nullptr))
        file->flush();
}

} // namespace app
