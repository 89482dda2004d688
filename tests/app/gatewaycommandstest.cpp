// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/commandrunner.h"

#include "core/simulator/simulator.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class GatewayCommandsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *secret = "swordfish-1234";

    /** A simulator on a thread of its own: the command waits in this one. */
    struct RunningSimulator
    {
        explicit RunningSimulator(const QStringList &faults = {})
            : simulator(new core::simulator::Simulator(*core::simulator::FaultPlan::fromArguments(faults)))
        {
            simulator->moveToThread(&thread);
            QObject::connect(&thread, &QThread::finished, simulator, &QObject::deleteLater);
            thread.start();
            QMetaObject::invokeMethod(
                simulator, [this] { port = *simulator->listen(0); }, Qt::BlockingQueuedConnection);
        }
        ~RunningSimulator()
        {
            thread.quit();
            thread.wait();
        }
        [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/v1/send/"_qs.arg(port); }

        QThread thread;
        core::simulator::Simulator *simulator;
        quint16 port = 0;
    };

private Q_SLOTS:
    void addTakesEveryOption()
    {
        const CommandRunner runner;

        const QJsonObject gateway =
            runner.object(u"gateway add main --kind http-json --url https://gateway.example/ --secret-stdin "
                          "--sender Shop --rate 12.5 --rate-unit parts --connections 8 --timeout 20 --retry-attempts 5 "
                          "--retry-first-delay 0.5 --retry-factor 3 --retry-max-delay 60 --retry-jitter 0.1"_qs,
                          QByteArray(secret) + "\n");

        QCOMPARE(gateway.value(u"name"_qs).toString(), u"main"_qs);
        QCOMPARE(gateway.value(u"sender"_qs).toString(), u"Shop"_qs);
        QCOMPARE(gateway.value(u"rate"_qs).toDouble(), 12.5);
        QCOMPARE(gateway.value(u"connections"_qs).toInt(), 8);
        QCOMPARE(gateway.value(u"timeout"_qs).toInt(), 20);
        QCOMPARE(gateway.value(u"rate_unit"_qs).toString(), u"parts"_qs);
        const QJsonObject retry{{u"max_attempts"_qs, 5},
                                {u"first_delay"_qs, 0.5},
                                {u"max_delay"_qs, 60},
                                {u"factor"_qs, 3},
                                {u"jitter"_qs, 0.1}};
        QCOMPARE(gateway.value(u"retry"_qs).toObject(), retry);
        QCOMPARE(gateway.value(u"has_secret"_qs).toBool(), true);
        QCOMPARE(gateway.value(u"is_default"_qs).toBool(), true);
        QCOMPARE(gateway.value(u"state"_qs).toString(), u"closed"_qs);
    }

    void theSecretIsNeverPrintedAndNotInTheFile()
    {
        const CommandRunner runner;
        const QByteArray input = QByteArray(secret) + "\n";
        QString said;
        for (const QString &words : {u"gateway add main --kind http-json --url http://127.0.0.1:9/ --secret-stdin"_qs,
                                     u"gateway set main --secret-stdin"_qs, u"gateway list"_qs, u"--json gateway list"_qs,
                                     u"--verbose --json gateway set main --timeout 0"_qs}) {
            const CommandOutcome outcome = runner.run(words, input);
            said += outcome.out + outcome.err;
        }

        QVERIFY(!said.isEmpty());
        QVERIFY(!said.contains(QLatin1String(secret)));
        for (const QString &name : QDir(QFileInfo(runner.path(u"x"_qs)).path()).entryList(QDir::Files)) {
            QFile file(runner.path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
        }
    }

    void setChangesWhatIsNamedOnly()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind http-json --url http://127.0.0.1:9/ --rate 5"_qs).isEmpty());
        QVERIFY(!runner.object(u"gateway add backup --kind http-json --url http://127.0.0.1:9/"_qs).isEmpty());

        const QJsonObject set = runner.object(u"gateway set main --rate 0 --disable --name first"_qs);
        QVERIFY(set.value(u"rate"_qs).isNull());
        QCOMPARE(set.value(u"enabled"_qs).toBool(true), false);
        QCOMPARE(set.value(u"name"_qs).toString(), u"first"_qs);
        QCOMPARE(set.value(u"url"_qs).toString(), u"http://127.0.0.1:9/"_qs);

        QCOMPARE(runner.object(u"gateway set backup --default"_qs).value(u"is_default"_qs).toBool(), true);
        QCOMPARE(runner.run(u"gateway set first --timeout 9"_qs).out, u"first  disabled\n"_qs);
        QVERIFY(runner.run(u"gateway list"_qs).out.contains(u"disabled"_qs));
        QCOMPARE(runner.run(u"gateway set first --enable"_qs).out, u"first  closed\n"_qs);
        const QJsonArray list = runner.run(u"--json gateway list"_qs).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.last().toObject().value(u"is_default"_qs).toBool(true), false);
    }

    void wrongOptionsOfAKindAreRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");

        QTest::newRow("unknown") << u"gateway set main --option lateness=5"_qs
                                 << u"--option lateness: This kind of gateway has no option “lateness”."_qs;
        QTest::newRow("value") << u"gateway set main --option latency=slow"_qs
                               << u"--option latency: “slow” is not a latency."_qs;
        QTest::newRow("at add") << u"gateway add other --kind simulator --option failure_percent=200"_qs
                                << u"--option failure_percent: “200” is not a whole percentage"_qs;
        QTest::newRow("file") << u"gateway add other --kind http-json --url http://127.0.0.1:9/ --option ca_file=/no.pem"_qs
                              << u"--option ca_file: The file “/no.pem” holds no certificate"_qs;
        QTest::newRow("both") << u"gateway add other --kind simulator --connections 0 --option latency=slow"_qs
                              << u"--connections: Enter a number from 1 to 512.\n--option latency: "_qs;
    }

    void wrongOptionsOfAKindAreRefusedAtOnce()
    {
        QFETCH(QString, words);
        QFETCH(QString, said);
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind simulator --option latency=1..2"_qs).isEmpty());
        const QString before = runner.run(u"--json gateway list"_qs).out;

        const CommandOutcome outcome = runner.run(words);

        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.startsWith(said), qPrintable(outcome.err));
        QCOMPARE(runner.run(u"--json gateway list"_qs).out, before);
        const QJsonObject problem = runner.run(u"--json "_qs + words).problem();
        QVERIFY(problem.value(u"errors"_qs)
                    .toArray()
                    .last()
                    .toObject()
                    .value(u"field"_qs)
                    .toString()
                    .startsWith(u"options."_qs));
    }

    void retriesAreSetOneByOneAndErrorsNameTheOption()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind simulator --retry-factor 3"_qs).isEmpty());

        const QJsonObject retry = runner.object(u"gateway set main --retry-attempts 2"_qs).value(u"retry"_qs).toObject();
        QCOMPARE(retry.value(u"max_attempts"_qs).toInt(), 2);
        QCOMPARE(retry.value(u"factor"_qs).toDouble(), 3);

        const CommandOutcome outcome = runner.run(u"gateway set main --retry-first-delay 901 --retry-jitter 1"_qs);
        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.err, u"--retry-max-delay: Enter a number from 901 to 86400.\n"
                              "--retry-jitter: Enter a number from 0 to 0.9.\n"_qs);
    }

    void anotherKindHasOptionsOfItsOwn()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind simulator --option latency=1..2"_qs).isEmpty());

        const QJsonObject set = runner.object(u"gateway set main --kind http-json --url http://127.0.0.1:9/"_qs);

        QVERIFY(set.value(u"options"_qs).toObject().isEmpty());
    }

    void aTestTellsTheAnswer()
    {
        const CommandRunner runner;
        const RunningSimulator simulator;
        QVERIFY(!runner.object(u"gateway add main --kind http-json --url "_qs + simulator.url()).isEmpty());

        const QJsonObject answer = runner.object(u"gateway test main 79990000001 --text Hello"_qs);

        QCOMPARE(answer.value(u"accepted"_qs).toBool(), true);
        QCOMPARE(answer.value(u"status"_qs).toInt(), 200);
    }

    void aTestThatFailsEndsWithOne()
    {
        const CommandRunner runner;
        const RunningSimulator simulator({u"--unauthorized"_qs});
        QVERIFY(!runner.object(u"gateway add main --kind http-json --url "_qs + simulator.url()).isEmpty());

        const CommandOutcome outcome = runner.run(u"--json gateway test main 79990000001"_qs);

        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.object().value(u"kind"_qs).toString(), u"refused_us"_qs);
        QCOMPARE(outcome.object().value(u"status"_qs).toInt(), 401);
    }

    void removeAndResetNeedAGatewayThatIsThere()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind simulator"_qs).isEmpty());

        QCOMPARE(runner.object(u"gateway reset main"_qs).value(u"state"_qs).toString(), u"closed"_qs);
        QCOMPARE(runner.run(u"gateway remove main"_qs).code, ExitCode::Done);
        QCOMPARE(runner.run(u"--json gateway remove main"_qs).problem().value(u"status"_qs).toInt(), 404);
        QCOMPARE(runner.run(u"gateway reset main"_qs).code, ExitCode::Failed);
    }
};

QTEST_GUILESS_MAIN(GatewayCommandsTest)
#include "gatewaycommandstest.moc"
