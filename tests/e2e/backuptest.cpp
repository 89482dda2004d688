// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/sendingworkspace.h"
#include "tests/storage/testdatabase.h"

#include <QtTest>

namespace tests {

/** A backup of a workspace that sends, and what becomes of it elsewhere. */
class BackupTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 2000;

    std::unique_ptr<SendingWorkspace> m_workspace;

    [[nodiscard]] QString path(const QString &name) const { return m_workspace->program().path(name); }
    [[nodiscard]] QString elsewhere() const { return QStringLiteral("sqlite:") + path(QStringLiteral("elsewhere.db")); }
    [[nodiscard]] QStringList there(const QString &line) const
    {
        return QStringList{QStringLiteral("--database"), elsewhere()} + words(line);
    }
    [[nodiscard]] Outcome runThere(const QString &line) const { return m_workspace->program().run(there(line)); }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto server = m_workspace->program().start(arguments);
        QByteArray told;
        if (!QTest::qWaitFor([&] { return (told += server->readAllStandardOutput()).contains('\n'); }, 60'000))
            QTest::qFail("the server says nothing", __FILE__, __LINE__);
        return server;
    }
    [[nodiscard]] static qint64 sum(const QJsonObject &counts)
    {
        qint64 number = 0;
        for (const QJsonValue &count : counts)
            number += count.toInteger();
        return number;
    }
    [[nodiscard]] qint64 messageIdBase(const QString &name) const
    {
        using core::storage::Connection;
        const auto opened =
            Connection::open(core::storage::DatabaseUrl::sqliteFile(path(name)), Connection::Access::ReadOnly);
        return opened ? numberOf(**opened, QStringLiteral("SELECT message_id_base FROM workspace")) : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), clients);
        m_workspace->startSimulator(QStringLiteral("--latency 20ms..40ms"));
        m_workspace->addGateway(QStringLiteral("--connections 16 --rate 200"));
    }
    void cleanup() { m_workspace.reset(); }

    void aBackupMadeWhileItSendsIsAWholeWorkspaceElsewhere()
    {
        const QString saved = path(QStringLiteral("saved.db"));
        const qint64 mailing = m_workspace->createMailing();
        const auto server = start({QStringLiteral("serve")});
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 100, 60'000);
        const qint64 before = m_workspace->requests();
        const Outcome made = m_workspace->program().run({QStringLiteral("backup"), saved});
        QVERIFY2(made.exitCode == 0, made.err);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->requests() > before, 60'000);

        const Outcome restored = runThere(QStringLiteral("--json restore ") + saved);
        QVERIFY2(restored.exitCode == 0, restored.err);
        QCOMPARE(restored.json()[u"paused"].toInt(), 1);
        const QJsonDocument shown = runThere(QStringLiteral("--json mailing show %1").arg(mailing)).json();
        QCOMPARE(shown[u"state"].toString(), QStringLiteral("paused"));
        const QJsonObject counts = shown[u"statistics"][u"by_status"].toObject();
        QCOMPARE(sum(counts), clients);
        QVERIFY2(counts[u"sent"].toInt() > 50 && counts[u"pending"].toInt() > 0, restored.out);
        const Outcome checked = runThere(QStringLiteral("check"));
        QVERIFY2(checked.exitCode == 0, checked.out + checked.err);
        QVERIFY(messageIdBase(QStringLiteral("elsewhere.db")) > messageIdBase(QStringLiteral("workspace.db")));

        m_workspace->waitFor(mailing);
        if (QTest::currentTestFailed())
            return;
        const LedgerComparison comparison = m_workspace->comparison(mailing);
        QVERIFY2(comparison.isSound(), qPrintable(comparison.text()));
        QCOMPARE(m_workspace->statistics(mailing)[u"sent"].toInt(), clients);
    }

    void aRestoredWorkspaceSendsNothingByItselfAndOpensItsSecrets()
    {
        const QString saved = path(QStringLiteral("saved.db"));
        const qint64 mailing = m_workspace->createMailing();
        QCOMPARE(m_workspace->program().run({QStringLiteral("backup"), saved}).exitCode, 0);
        QCOMPARE(runThere(QStringLiteral("restore ") + saved).exitCode, 0);

        const auto server = start(there(QStringLiteral("serve")));
        for (int look = 0; look < 5; ++look) {
            const QJsonDocument shown = runThere(QStringLiteral("--json mailing show %1").arg(mailing)).json();
            QCOMPARE(shown[u"state"].toString(), QStringLiteral("paused"));
        }
        QCOMPARE(m_workspace->requests(), 0);

        const Outcome tested = runThere(QStringLiteral("--json gateway test main 79990000001"));
        QVERIFY2(tested.json()[u"accepted"].toBool(), tested.out + tested.err);
        QCOMPARE(runThere(QStringLiteral("mailing resume %1").arg(mailing)).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->accepted() > 50, 60'000);
    }

    void aWorkspaceThatIsServedIsNotReplaced()
    {
        const QString saved = path(QStringLiteral("saved.db"));
        QCOMPARE(m_workspace->program().run({QStringLiteral("backup"), saved}).exitCode, 0);
        const auto server = start({QStringLiteral("serve")});
        const QStringList restore{QStringLiteral("restore"), saved, QStringLiteral("--replace")};

        const Outcome refused = m_workspace->program().run(restore);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("Another program works with the workspace"), refused.err);

        server->terminate();
        QVERIFY(server->waitForFinished(60'000));
        const Outcome done = m_workspace->program().run(restore);
        QVERIFY2(done.exitCode == 0, done.err);
        QCOMPARE(m_workspace->problems(), QByteArray());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::BackupTest)
#include "backuptest.moc"
