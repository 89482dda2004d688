// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/message.h"
#include "tests/e2e/sendingworkspace.h"

#include <QDir>
#include <QtTest>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace tests {

namespace {

/** Everything that a running program has said on its standard error. */
class Heard
{
public:
    explicit Heard(QProcess &process) : m_process(process) {}
    [[nodiscard]] bool has(const QByteArray &words)
    {
        m_text += m_process.readAllStandardError();
        return m_text.contains(words);
    }
    /** True if `words` came after the last `others`. */
    [[nodiscard]] bool hasAfter(const QByteArray &words, const QByteArray &others)
    {
        return has(words) && m_text.lastIndexOf(words) > m_text.lastIndexOf(others);
    }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    void forget() { m_text.clear(); }

private:
    QProcess &m_process;
    QByteArray m_text;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Root may write whatever the rights say; the program under test may not. */
void obeyRights()
{
    if (::geteuid() != 0)
        return;
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

constexpr auto writable = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto readable = QFile::Permissions(QFile::ReadOwner);

} // namespace

/** A disk that is full and a database that nobody may write: said clearly, nothing lost, nothing sent twice. */
class BrokenDiskTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 1500;

    std::unique_ptr<SendingWorkspace> m_workspace;

    [[nodiscard]] QString path(const QString &name) const { return m_workspace->program().path(name); }
    [[nodiscard]] QString mark() const { return path(QStringLiteral("full")); }
    void fillDisk() const { QVERIFY(QFile(mark()).open(QIODevice::WriteOnly)); }
    void freeSpace() const { QVERIFY(QFile::remove(mark())); }
    /** Acceptances that lie beside the database since it cannot be written. */
    [[nodiscard]] qint64 spooledAcceptances() const
    {
        const QByteArray sent = "\"status\":" + QByteArray::number(int(core::domain::MessageStatus::Sent));
        qint64 number = 0;
        const QDir folder(path({}));
        for (const QString &name : folder.entryList({QStringLiteral("workspace.db.*.results")}))
            number += contentOf(folder.filePath(name)).count(sent);
        return number;
    }
    [[nodiscard]] Surroundings fillableDisk() const
    {
        return {{{QStringLiteral("LD_PRELOAD"), QStringLiteral(HELIOGRAPH_FULL_DISK)},
                 {QStringLiteral("HELIOGRAPH_TEST_FULL_DISK"), mark()},
                 {QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0")}},
                {}};
    }
    std::unique_ptr<QProcess> serve(const Surroundings &surroundings)
    {
        m_workspace->program().setSurroundings(surroundings);
        auto server = m_workspace->program().start({QStringLiteral("serve")}, QProcess::SeparateChannels);
        m_workspace->program().setSurroundings({});
        return server;
    }
    qint64 startMailing()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), clients);
        m_workspace->startSimulator(QStringLiteral("--latency 20ms..40ms --status 500=3% --seed 4"));
        m_workspace->addGateway(QStringLiteral("--connections 16"));
        return m_workspace->createMailing();
    }
    void expectAllSentOnce(qint64 mailing)
    {
        m_workspace->waitFor(mailing);
        if (QTest::currentTestFailed())
            return;
        const LedgerComparison comparison = m_workspace->comparison(mailing);
        QVERIFY2(comparison.isSound(), qPrintable(comparison.text()));
        QCOMPARE(m_workspace->statistics(mailing)[u"sent"].toInt(), clients);
        QCOMPARE(m_workspace->problems(), QByteArray());
    }

private Q_SLOTS:
    void cleanup() { m_workspace.reset(); }

    void aFullDiskStopsSendingUntilThereIsSpace()
    {
        const qint64 mailing = startMailing();
        const auto server = serve(fillableDisk());
        Heard heard(*server);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 100, 60'000);
        fillDisk();
        QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Nothing is sent: The disk is full"), heard.text(), 60'000);
        // Others may look, and while they do nothing moves.
        const qint64 requests = m_workspace->requests();
        for (int look = 0; look < 5; ++look)
            QVERIFY(m_workspace->statistics(mailing)[u"pending"].toInt() > 0);
        QCOMPARE(m_workspace->requests(), requests);
        QVERIFY(requests < clients);

        freeSpace();
        QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Sending goes on."), heard.text(), 60'000);
        expectAllSentOnce(mailing);
    }

    void killedOnAFullDiskNothingIsLost()
    {
        const qint64 mailing = startMailing();
        {
            const auto server = serve(fillableDisk());
            Heard heard(*server);
            QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 100, 60'000);
            fillDisk();
            QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Nothing is sent: The disk is full"), heard.text(), 60'000);
            server->kill();
            QVERIFY(server->waitForFinished(60'000));
        }
        freeSpace();
        const auto server = serve({});
        expectAllSentOnce(mailing);
    }

    void killedWhileItsDatabaseIsAwayNothingThatWasAnsweredGoesOutAgain()
    {
        const qint64 mailing = startMailing();
        {
            Surroundings databaseAlone = fillableDisk();
            databaseAlone.environment.insert(QStringLiteral("HELIOGRAPH_TEST_FULL_DISK_SPARES"), QStringLiteral(".results"));
            const auto server = serve(databaseAlone);
            Heard heard(*server);
            QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 100, 60'000);
            fillDisk();
            QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Nothing is sent: The disk is full"), heard.text(), 60'000);
            // Every request that was open has its answer, and what was accepted is known here or there.
            QTRY_COMPARE_WITH_TIMEOUT(m_workspace->statistics(mailing)[u"sent"].toInt() + spooledAcceptances(),
                                      m_workspace->accepted(), 60'000);
            QVERIFY(spooledAcceptances() > 0);
            server->kill();
            QVERIFY(server->waitForFinished(60'000));
        }
        QVERIFY(m_workspace->accepted() < clients);
        QCOMPARE(m_workspace->repeats(), 0);
        freeSpace();
        const auto server = serve({});
        expectAllSentOnce(mailing);
        QCOMPARE(m_workspace->repeats(), 0);
        QCOMPARE(spooledAcceptances(), 0);
    }

    void aServerThatIsStoppedOnAFullDiskSaysThatItFailed()
    {
        startMailing();
        const auto server = serve(fillableDisk());
        Heard heard(*server);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 100, 60'000);
        fillDisk();
        QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Nothing is sent: The disk is full"), heard.text(), 60'000);
        server->terminate();
        QVERIFY(server->waitForFinished(60'000));
        // The log of SQLite has room of its own now and then: then all was written after all. What it said last holds.
        QCOMPARE(server->exitCode(), heard.hasAfter("Sending goes on.", "Nothing is sent:") ? 0 : 1);
    }

    void commandsOnAFullDiskStoreNothingAndSaySo()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), 10);
        const QByteArray before = contentOf(path(QStringLiteral("workspace.db")));
        fillDisk();
        Program &program = m_workspace->program();
        program.setSurroundings(fillableDisk());
        const Outcome added = program.run(words(QStringLiteral("client add 79990000001")));
        QCOMPARE(added.exitCode, 1);
        QVERIFY2(added.err.contains("The disk is full; nothing was stored."), added.err);
        freeSpace();
        QCOMPARE(contentOf(path(QStringLiteral("workspace.db"))), before);
        QCOMPARE(program.run(words(QStringLiteral("client add 79990000001"))).exitCode, 0);
    }

    void aFullDiskLeavesNeitherABackupNorARestoredWorkspace()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), 10);
        Program &program = m_workspace->program();
        const QString saved = path(QStringLiteral("saved.db"));
        QCOMPARE(program.run({QStringLiteral("backup"), saved}).exitCode, 0);
        QCOMPARE(program.run({QStringLiteral("check")}).exitCode, 0); // its locks lie beside it
        const QDir folder(QFileInfo(saved).path());
        const QStringList before = folder.entryList({QStringLiteral("*.db*"), QStringLiteral("*.part*")}, QDir::Files);
        fillDisk();
        program.setSurroundings(fillableDisk());

        const QString second = path(QStringLiteral("second.db"));
        const Outcome noBackup = program.run({QStringLiteral("backup"), second});
        const Outcome noRestore = program.run({QStringLiteral("restore"), saved, QStringLiteral("--replace")});

        freeSpace();
        program.setSurroundings({});
        QCOMPARE(noBackup.exitCode, 1);
        QVERIFY2(noBackup.err.contains("The disk is full, so there is no backup " + QFile::encodeName(second)),
                 noBackup.err);
        QCOMPARE(noRestore.exitCode, 1);
        QVERIFY2(noRestore.err.contains("The disk is full; nothing was stored."), noRestore.err);
        QCOMPARE(m_workspace->problems(), QByteArray());
        QStringList after = folder.entryList({QStringLiteral("*.db*"), QStringLiteral("*.part*")}, QDir::Files);
        after.removeAll(QStringLiteral("workspace.db.dispatch"));
        QCOMPARE(after, before);
    }

    void aBackupIntoAFolderThatMayNotBeWrittenNamesTheFile()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), 10);
        const QString folder = path(QStringLiteral("locked"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        m_workspace->program().setSurroundings({{}, obeyRights});
        const QString saved = folder + QStringLiteral("/saved.db");

        const Outcome refused = m_workspace->program().run({QStringLiteral("backup"), saved});

        QVERIFY(QFile::setPermissions(folder, writable | QFile::ExeOwner));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("The file " + QFile::encodeName(saved) + " cannot be written"), refused.err);
    }

    void aReadOnlyDatabaseIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("command");

        QTest::newRow("one client") << QStringLiteral("client add 79990000001");
        QTest::newRow("a file") << QStringLiteral("import clients.csv --tag other");
        QTest::newRow("a mailing") << QStringLiteral("mailing create --text Hello --draft");
    }

    void aReadOnlyDatabaseIsNamedAndLeftAlone()
    {
        QFETCH(const QString, command);
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), 10);
        Program &program = m_workspace->program();
        const QString database = path(QStringLiteral("workspace.db"));
        QVERIFY(QFile::setPermissions(database, readable));
        const QByteArray before = contentOf(database);
        program.setSurroundings({{}, obeyRights});
        const QStringList arguments = words(QString(command).replace(QLatin1String("clients.csv"), path(u"clients.csv"_qs)));

        const Outcome refused = program.run(arguments);
        QCOMPARE(refused.exitCode, 1);
        const QByteArray sentence = "The database " + QFile::encodeName(database) +
                                    " cannot be written: its file or folder "
                                    "is read-only. Check the rights.\n";
        QVERIFY2(refused.err.contains(sentence), refused.err);
        QCOMPARE(contentOf(database), before);
        QCOMPARE(program.run({u"statistics"_qs}).exitCode, 0);

        QVERIFY(QFile::setPermissions(database, writable));
        const Outcome done = program.run(arguments);
        QVERIFY2(done.exitCode == 0, done.err);
    }

    void aServerWaitsUntilItsDatabaseMayBeWritten()
    {
        const qint64 mailing = startMailing();
        const QString database = path(QStringLiteral("workspace.db"));
        QVERIFY(QFile::setPermissions(database, readable));
        const auto server = serve({{}, obeyRights});
        Heard heard(*server);
        const QByteArray sentence = "Nothing is sent: The database " + QFile::encodeName(database) + " cannot be written";
        QTRY_VERIFY2_WITH_TIMEOUT(heard.has(sentence), heard.text(), 60'000);
        QCOMPARE(m_workspace->requests(), 0);

        QVERIFY(QFile::setPermissions(database, writable));
        QTRY_VERIFY2_WITH_TIMEOUT(heard.has("Sending goes on."), heard.text(), 60'000);
        expectAllSentOnce(mailing);
    }

    void aServerThatMayNotReadItsDatabaseNamesIt()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), 10);
        const QString database = path(QStringLiteral("workspace.db"));
        QVERIFY(QFile::setPermissions(database, {}));
        m_workspace->program().setSurroundings({{}, obeyRights});
        const Outcome refused = m_workspace->program().run({QStringLiteral("serve")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("The database " + QFile::encodeName(database) + " cannot be opened."), refused.err);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::BrokenDiskTest)
#include "brokendisktest.moc"
