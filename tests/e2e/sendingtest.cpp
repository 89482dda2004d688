// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/sendingworkspace.h"

#include <QtTest>

namespace tests {

/** The whole program: a file goes in, messages go out through a gateway that misbehaves, the numbers add up. */
class SendingTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 2000;

    std::unique_ptr<SendingWorkspace> m_workspace;

    /** Killed when the pointer goes. */
    [[nodiscard]] std::unique_ptr<QProcess> serve() const { return m_workspace->program().start({QStringLiteral("serve")}); }

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<SendingWorkspace>(QStringLiteral(HELIOGRAPH_BINARY), clients); }
    void cleanup() { m_workspace.reset(); }

    void everyMessageIsAcceptedOnceByAGatewayThatMisbehaves()
    {
        m_workspace->startSimulator(
            QStringLiteral("--status 500=8% --garbage 2% --hang 0.5% --reset 2% --latency 5ms..20ms --seed 1"));
        m_workspace->addGateway();
        const qint64 id = m_workspace->createMailing();
        const auto server = serve();
        m_workspace->waitFor(id);
        if (QTest::currentTestFailed())
            return;

        QCOMPARE(m_workspace->statistics(id)[u"sent"].toInt(), clients);
        const LedgerComparison comparison = m_workspace->comparison(id);
        QVERIFY2(comparison.isSound(), qPrintable(comparison.text()));
        QCOMPARE(m_workspace->accepted(), clients);
        QVERIFY2(comparison.requests > clients * 105 / 100, "the faults did not happen");
        QCOMPARE(comparison.attempts, comparison.requests);
        QCOMPARE(m_workspace->problems(), QByteArray());
    }

    void nothingGoesOutAfterTheEnd()
    {
        m_workspace->startSimulator(QStringLiteral("--latency 5ms..10ms"));
        m_workspace->addGateway(QStringLiteral("--rate 100"));
        const auto server = serve();
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += server->readAllStandardOutput()).contains('\n'), 60'000);
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(6);
        const qint64 id = m_workspace->createMailing(QStringLiteral("--end %1").arg(end.toString(Qt::ISODateWithMs)));
        m_workspace->waitFor(id);
        if (QTest::currentTestFailed())
            return;
        const QJsonObject counts = m_workspace->statistics(id);
        QVERIFY(counts[u"sent"].toInt() > 50);
        QVERIFY(counts[u"expired"].toInt() > 500);
        QCOMPARE(counts[u"sent"].toInt() + counts[u"expired"].toInt() + counts[u"unknown"].toInt(), clients);
        QVERIFY(m_workspace->comparison(id).lastRequestAt <= end.toMSecsSinceEpoch());
    }

    void anImportByAnotherProcessLetsTheSenderThrough()
    {
        m_workspace->startSimulator({});
        m_workspace->addGateway(QStringLiteral("--rate 100"));
        m_workspace->createMailing();
        const auto server = serve();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->requests() > 50, 60'000);
        const QString file = m_workspace->program().path(QStringLiteral("more.csv"));
        QVERIFY(writeClients(file, 60'000));

        const auto import = m_workspace->program().start({QStringLiteral("import"), file});
        qint64 before = m_workspace->requests();
        qint64 longestSilence = 0;
        QElapsedTimer silent;
        silent.start();
        const auto hasEnded = [&] {
            if (const qint64 requests = m_workspace->requests(); requests > before) {
                before = requests;
                longestSilence = std::max(longestSilence, silent.restart());
            }
            return import->state() == QProcess::NotRunning;
        };
        QVERIFY(QTest::qWaitFor(hasEnded, 60'000));
        longestSilence = std::max(longestSilence, silent.elapsed());
        QCOMPARE(import->exitCode(), 0);
        QVERIFY2(longestSilence < 1000, qPrintable(QString::number(longestSilence)));
    }

    void aSecondServerWorksWithoutDispatchingAndSaysSo()
    {
        const auto first = serve();
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += first->readAllStandardOutput()).contains('\n'), 60'000);
        const auto second = serve();
        QByteArray output;
        QTRY_VERIFY2_WITH_TIMEOUT((output += second->readAllStandardOutput()).contains("another process"),
                                  output.constData(), 60'000);
        second->terminate();
        QVERIFY(second->waitForFinished(60'000));
        QCOMPARE(second->exitCode(), 0);
    }

    void demoEndsWithNumbersThatAddUp()
    {
        const Outcome demo = m_workspace->program().run(words(QStringLiteral("demo --clients 200 --json")), {}, 180'000);
        QVERIFY2(demo.exitCode == 0, demo.err);
        const QJsonObject statistics = demo.json().object();
        qint64 sum = 0;
        for (const QJsonValue &count : statistics[u"by_status"].toObject())
            sum += count.toInteger();
        QCOMPARE(sum, 200);
        QCOMPARE(statistics[u"state"].toString(), QStringLiteral("finished"));
        QVERIFY(statistics[u"by_status"][u"sent"].toInt() > 100);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SendingTest)
#include "sendingtest.moc"
