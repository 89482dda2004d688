// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Import and export on a real database: in the calling thread as the command line does, and on threads as the window does.
 */

#include "core/services/exportservice.h"
#include "core/services/importservice.h"
#include "core/storage/workspace.h"
#include "tests/services/actors.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QtTest>

using core::services::ExportService;
using core::services::ImportRequest;
using core::services::ImportService;
using core::storage::DatabaseUrl;
using tests::admin;

namespace {

const QString folder = QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/");

ImportRequest request(const QString &path)
{
    ImportRequest request;
    request.path = path;
    return request;
}

/** `count` clients with names and tags, under a header. */
void writeClients(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the test's file");
    file.write("phone;name;tags;tz\n");
    for (int i = 0; i < count; ++i)
        file.write(QByteArray::number(79'000'000'000 + i) + ";Name " + QByteArray::number(i) + ";vip|t" +
                   QByteArray::number(i % 50) + ";Europe/Moscow\n");
}

qint64 clientCount(core::interfaces::Executor &executor)
{
    return *executor.read([](core::interfaces::UnitOfWork &unit) { return unit.clients.count({}); }).result();
}

} // namespace

class ImportStorageTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    core::SystemClock m_clock;

    [[nodiscard]] DatabaseUrl freshUrl() const
    {
        static int number = 0;
        return DatabaseUrl::sqliteFile(m_folder.filePath(u"%1.db"_qs.arg(++number)));
    }

private Q_SLOTS:
    void importsTheClientFilesInTheCallingThread_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("added");
        QTest::newRow("semicolon, cp1251") << u"excel-cp1251-semicolon.csv"_qs << 180;
        QTest::newRow("comma, title") << u"title-utf8-bom-comma.csv"_qs << 150;
        QTest::newRow("tab, UTF-16") << u"unicode-utf16le-tab.txt"_qs << 120;
        QTest::newRow("phones only") << u"phones-only-no-header.csv"_qs << 100;
        QTest::newRow("ragged") << u"ragged-formulas.csv"_qs << 90;
        QTest::newRow("unclosed quote") << u"unclosed-quote.csv"_qs << 40;
    }
    void importsTheClientFilesInTheCallingThread()
    {
        QFETCH(const QString, name);
        QFETCH(const int, added);
        const auto executor = core::storage::openDirectly(freshUrl());
        QVERIFY(executor);
        ImportService service(**executor, m_clock);
        ImportRequest dry = request(folder + name);
        dry.dryRun = true;
        QCOMPARE(service.runNow(admin(), dry)->counts.added, added);
        QCOMPARE(clientCount(**executor), 0);
        const auto first = service.runNow(admin(), request(folder + name));
        QCOMPARE(first->counts.added, added);
        QCOMPARE(clientCount(**executor), added);
        QCOMPARE(service.runNow(admin(), request(folder + name))->counts.unchanged, added);
        QCOMPARE(*service.undo(admin(), first->import).result(), added);
        QCOMPARE(clientCount(**executor), 0);
    }

    void importingAnExportChangesNothing()
    {
        const auto executor = core::storage::openDirectly(freshUrl());
        QVERIFY(executor);
        ImportService imports(**executor, m_clock);
        QVERIFY(imports.runNow(admin(), request(folder + u"ragged-formulas.csv"_qs)));
        QVERIFY(imports.runNow(admin(), request(folder + u"excel-cp1251-semicolon.csv"_qs)));
        const qint64 clients = clientCount(**executor);
        const QString path = m_folder.filePath(u"export.csv"_qs);
        QCOMPARE(*ExportService(**executor).exportClientsNow({}, {path, ';'}), clients);
        for (const auto mode : {core::interfaces::ImportMode::Update, core::interfaces::ImportMode::Replace}) {
            ImportRequest again = request(path);
            again.mode = mode;
            const auto report = imports.runNow(admin(), again);
            QVERIFY(!report->stoppedBy);
            QCOMPARE(report->counts.unchanged, clients);
            QCOMPARE(report->counts.rows(), clients);
        }
    }

    void importsOnThreadsAndTakesItBack()
    {
        const QString path = m_folder.filePath(u"many.csv"_qs);
        writeClients(path, 20'000);
        const auto workspace = core::storage::Workspace::open(freshUrl());
        QVERIFY(workspace);
        ImportService service((*workspace)->executor(), m_clock);
        auto run = service.run(admin(), request(path));
        // The window's reads are answered meanwhile.
        auto read = (*workspace)->executor().read([](core::interfaces::UnitOfWork &unit) { return unit.clients.tags(); });
        QTRY_VERIFY(read.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 60'000);
        const auto report = run.result();
        QVERIFY(report && !report->stoppedBy);
        QCOMPARE(report->counts.added, 20'000);
        auto undo = service.undo(admin(), report->import);
        QTRY_VERIFY_WITH_TIMEOUT(undo.isFinished(), 60'000);
        QCOMPARE(*undo.result(), 20'000);
        QCOMPARE(clientCount((*workspace)->executor()), 0);
    }

    void stopsWithinTheImport()
    {
        const QString path = m_folder.filePath(u"stopped.csv"_qs);
        writeClients(path, 20'000);
        const auto workspace = core::storage::Workspace::open(freshUrl());
        QVERIFY(workspace);
        ImportService service((*workspace)->executor(), m_clock);
        std::stop_source stop;
        connect(
            &(*workspace)->changes(), &core::interfaces::ChangeFeed::changed, this, [&] { stop.request_stop(); },
            Qt::DirectConnection);
        auto run = service.run(admin(), request(path), {}, stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 60'000);
        const auto report = run.result();
        QVERIFY(report && report->cancelled);
        QVERIFY(report->counts.added < 20'000);
        QCOMPARE(clientCount((*workspace)->executor()), report->counts.added);
    }
};

QTEST_GUILESS_MAIN(ImportStorageTest)
#include "importstoragetest.moc"
