// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logfile.h"

#include "app/command.h"
#include "core/settings/desktopsettings.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QtTest>

using app::LogFile;

namespace tests {

class LogFileTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock{"2026-11-20T08:00:00Z"};

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void writesALineOfLogfmt()
    {
        QTemporaryDir directory;
        LogFile log(directory.path(), {}, m_clock);
        QVERIFY(log.open());
        log.write(QtWarningMsg, "heliograph.dispatch", QStringLiteral("mailing=5 message=9"));
        QCOMPARE(content(directory.filePath(QStringLiteral("heliograph.log"))),
                 "time=2026-11-20T08:00:00Z level=warning category=heliograph.dispatch mailing=5 message=9 \n");
    }

    void isReadableByItsOwnerOnly()
    {
        QTemporaryDir directory;
        LogFile log(directory.path(), {}, m_clock);
        QVERIFY(log.open());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(directory.filePath(QStringLiteral("heliograph.log"))) & others));
    }

    void keepsAFixedNumberOfFilesOfAFixedSize()
    {
        QTemporaryDir directory;
        LogFile log(directory.path(), {.bytesPerFile = 1000, .files = 3}, m_clock);
        QVERIFY(log.open());
        for (int i = 0; i < 100; ++i)
            log.write(QtInfoMsg, "heliograph.app", QStringLiteral("line=%1").arg(i));
        log.flush();
        const QStringList files = QDir(directory.path()).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files, (QStringList{QStringLiteral("heliograph.1.log"), QStringLiteral("heliograph.2.log"),
                                     QStringLiteral("heliograph.log")}));
        for (const QString &file : files)
            QVERIFY(QFileInfo(directory.filePath(file)).size() <= 1000);
        QVERIFY(content(directory.filePath(QStringLiteral("heliograph.log"))).contains("line=99 "));
    }

    void theSettingsOfTheDesktopSayHowManyAndHowLarge()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("heliograph.ini"));
        const app::Invocation invocation{.options = {{QStringLiteral("config"), {path}}}};
        QCOMPARE(app::logLimits(invocation).files, 20);
        QCOMPARE(app::logLimits(invocation).bytesPerFile, 50 * 1024 * 1024);
        core::settings::DesktopSettings settings(path);
        QVERIFY(settings.setLogFiles(3) && settings.setLogMegabytes(2));
        QCOMPARE(app::logLimits(invocation).files, 3);
        QCOMPARE(app::logLimits(invocation).bytesPerFile, 2 * 1024 * 1024);
    }

    void goesOnWhereTheLastRunEnded()
    {
        QTemporaryDir directory;
        for (int run = 0; run < 2; ++run) {
            LogFile log(directory.path(), {}, m_clock);
            QVERIFY(log.open());
            log.write(QtInfoMsg, "heliograph.app", QStringLiteral("run=%1").arg(run));
        }
        const QByteArray text = content(directory.filePath(QStringLiteral("heliograph.log")));
        QVERIFY(text.contains("run=0 ") && text.contains("run=1 "));
    }

    void aDirectoryThatCannotBeMadeIsAClearError()
    {
        LogFile log(QStringLiteral("/proc/heliograph"), {}, m_clock);
        const core::Status status = log.open();
        QVERIFY(!status);
        QCOMPARE(status.error().code, QStringLiteral("log.unwritable"));
        QVERIFY(status.error().args.first().startsWith(QStringLiteral("/proc/heliograph")));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LogFileTest)
#include "logfiletest.moc"
