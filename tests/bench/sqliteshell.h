// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The sqlite3 shell, on a database as the program sets it up: what the database alone costs.
 */
#pragma once

#include "core/base/result.h"

#include <QElapsedTimer>
#include <QProcess>

namespace tests::bench {

/** Thread: any. */
class SqliteShell
{
public:
    explicit SqliteShell(const QString &database) : m_database(database) {}

    struct Run
    {
        double seconds = 0; ///< with the start of the shell and the last checkpoint
        QString out;
    };

    /** The program's settings of a connection in its bulk lane come first. Errors: Unavailable bench.sqlite3. */
    [[nodiscard]] core::Result<Run> run(const QString &script) const
    {
        static const QString settings = QStringLiteral("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA "
                                                       "temp_store = MEMORY; PRAGMA cache_size = -40960;\n"
                                                       "PRAGMA wal_autocheckpoint = 16000;\n");
        QProcess shell;
        QElapsedTimer timer;
        timer.start();
        shell.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), QStringLiteral("-bail"), m_database});
        shell.write((settings + script).toUtf8());
        shell.closeWriteChannel();
        if (!shell.waitForFinished(600'000) || shell.exitStatus() != QProcess::NormalExit || shell.exitCode() != 0)
            return core::Failure(
                core::Error::make(core::ErrorKind::Unavailable, "bench.sqlite3", {},
                                  shell.errorString() + u' ' + QString::fromUtf8(shell.readAllStandardError())));
        return Run{double(timer.nsecsElapsed()) / 1e9, QString::fromUtf8(shell.readAllStandardOutput())};
    }

    /** One number, the last that the shell prints. */
    [[nodiscard]] core::Result<double> number(const QString &query) const
    {
        HELIOGRAPH_ASSIGN(const Run done, run(query + QLatin1String(";\n")));
        return done.out.trimmed().section(u'\n', -1).toDouble();
    }

private:
    QString m_database;
};

} // namespace tests::bench
