// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rotating log files: logfmt, one line per attempt and per action.
 *
 * Takes every message of the Qt logging categories; what may stand in a line is the caller's care (core/base/logging).
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QString>

namespace app {

struct Invocation;

struct LogLimits
{
    qint64 bytesPerFile = 50LL * 1024 * 1024;
    int files = 20; ///< the present one included
};

/** As the settings of this desktop say. */
[[nodiscard]] LogLimits logLimits(const Invocation &invocation);

/**
 * Writes `heliograph.log` in a directory and keeps older files as `heliograph.1.log`, `heliograph.2.log` …
 *
 * A full disk loses lines, never the program: sending goes on, and the loss is told once on standard error.
 * Thread: write() from any.
 */
class LogFile
{
public:
    LogFile(QString directory, LogLimits limits, const core::Clock &clock);

    /** HELIOGRAPH_LOG_DIR, else `heliograph/log` in the state directory. */
    [[nodiscard]] static QString defaultDirectory();

    /** Errors: Unavailable log.unwritable (path, reason). */
    core::Status open();
    void write(QtMsgType type, const char *category, const QString &text);
    void flush();

private:
    core::Status openPresent();
    void rotate();
    [[nodiscard]] QString path(int number) const;

    const QString m_directory;
    const LogLimits m_limits;
    const core::Clock &m_clock;
    QMutex m_mutex; ///< guards what follows
    QFile m_file;
    qint64 m_size = 0;
    core::Instant m_flushedAt{};
    bool m_lossTold = false;
};

/** Sends all log messages to `file` (and warnings to standard error) while it lives. One at a time. Thread: main. */
class LogRedirection
{
public:
    LogRedirection(LogFile &file, bool verbose);
    ~LogRedirection();
    Q_DISABLE_COPY_MOVE(LogRedirection)

private:
    QtMessageHandler m_previous;
};

} // namespace app
