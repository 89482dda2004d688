// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/testsender.h"
#include "core/base/errorsentences.h"
#include "core/gateways/gatewayfactory.h"
#include "tests/gateways/peers.h"
#include "tests/support/errorline.h"

#include <QtTest>

using namespace core;
using namespace std::chrono_literals;
using core::domain::AnswerKind;
using Answer = Result<interfaces::GatewayAnswer>;
using Options = QMap<QString, QString>;

namespace tests {

namespace {

domain::GatewayProfile simulatedProfile(const char *option = "latency", const char *value = "1")
{
    domain::GatewayProfile profile;
    profile.kind = QStringLiteral("simulator");
    profile.options.insert(QString::fromLatin1(option), QString::fromLatin1(value));
    return profile;
}

} // namespace

class TestSenderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factoryMakesEveryKind();
    void factoryRefusesAnUnknownKind();
    void factoryPassesOnWhatIsWrongWithTheOptions();
    void factoryChecksTheOptionsOfEachKind_data();
    void factoryChecksTheOptionsOfEachKind();
    void sendsOneMessage();
    void tellsWhatTheGatewayAnswered();
    void sendsSeveralAtOnce();
    void keepsToTheTimeoutOfTheProfile();
    void failsWithTheFactorysError();
    void endsWhatIsOpenWhenItIsDestroyed();

private:
    SystemClock m_clock;
    gateways::GatewayFactory m_factory{m_clock};
};

void TestSenderTest::factoryMakesEveryKind()
{
    const domain::GatewayProfile http = httpJsonProfile(QStringLiteral("http://127.0.0.1/"));
    for (const domain::GatewayProfile &profile : {http, simulatedProfile()}) {
        const auto gateway = m_factory.make(profile, "secret");
        QVERIFY(gateway);
        QCOMPARE((*gateway)->recognisesRepeats(), m_factory.recognisesRepeats(profile));
        QVERIFY((*gateway)->recognisesRepeats());
        QCOMPARE((*gateway)->openRequests(), 0);
    }
}

void TestSenderTest::factoryRefusesAnUnknownKind()
{
    domain::GatewayProfile profile;
    profile.kind = QStringLiteral("pigeon");
    const auto gateway = m_factory.make(profile, {});
    QVERIFY(!gateway);
    QCOMPARE(gateway.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(gateway.error().code, QStringLiteral("gateway.kind"));
    QCOMPARE(gateway.error().args, QStringList(QStringLiteral("pigeon")));
    QVERIFY(errorSentence(gateway.error().code) != nullptr);
    QVERIFY(!m_factory.recognisesRepeats(profile));
}

void TestSenderTest::factoryPassesOnWhatIsWrongWithTheOptions()
{
    const auto gateway = m_factory.make(simulatedProfile("latency", "slow"), {});
    QVERIFY(!gateway);
    QCOMPARE(gateway.error().fields.value(0).field, QStringLiteral("options.latency"));
}

void TestSenderTest::factoryChecksTheOptionsOfEachKind_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Options>("options");
    QTest::addColumn<QString>("expected");
    const QString json = QStringLiteral("http-json");
    const QString simulator = QStringLiteral("simulator");
    QTest::newRow("none") << json << Options() << QString();
    QTest::newRow("good ones") << simulator
                               << Options{{QStringLiteral("latency"), QStringLiteral("5..9")},
                                          {QStringLiteral("seed"), QStringLiteral("1")}}
                               << QString();
    QTest::newRow("a wrong value") << simulator << Options{{QStringLiteral("latency"), QStringLiteral("slow")}}
                                   << QStringLiteral("options.latency gateway:latency slow");
    QTest::newRow("no certificate") << json << Options{{QStringLiteral("ca_file"), QStringLiteral("/nowhere.pem")}}
                                    << QStringLiteral("options.ca_file gateway:ca_file /nowhere.pem");
    QTest::newRow("of another kind") << json << Options{{QStringLiteral("latency"), QStringLiteral("5")}}
                                     << QStringLiteral("options.latency gateway:option latency|ca_file");
    QTest::newRow("two at once") << simulator
                                 << Options{{QStringLiteral("lateness"), QStringLiteral("5")},
                                            {QStringLiteral("seed"), QStringLiteral("x")}}
                                 << QStringLiteral("options.lateness gateway:option lateness|latency, failure_percent, "
                                                   "refused_percent, timeout_percent, seed; options.seed gateway:seed x");
    QTest::newRow("unknown kind") << QStringLiteral("pigeon") << Options()
                                  << QStringLiteral("InvalidInput gateway.kind pigeon");
}

void TestSenderTest::factoryChecksTheOptionsOfEachKind()
{
    QFETCH(QString, kind);
    QFETCH(Options, options);
    QFETCH(QString, expected);
    domain::GatewayProfile profile;
    profile.kind = kind;
    profile.options = options;

    const Status checked = m_factory.check(profile);

    QCOMPARE(checked ? QString() : errorLine(checked.error()), expected);
}

void TestSenderTest::sendsOneMessage()
{
    SimulatorThread simulator;
    gateways::TestSender sender(m_factory);
    const QFuture<Answer> future = sender.send(httpJsonProfile(simulator.url()), "secret", messageOf(7));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(future.result()->kind, AnswerKind::Accepted);
    const auto log = simulator.log();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log[0].id, 7);
    QCOMPARE(log[0].phone, messageOf(7).phone.number());
}

void TestSenderTest::tellsWhatTheGatewayAnswered()
{
    SimulatorThread simulator(QStringLiteral("--unauthorized"));
    gateways::TestSender sender(m_factory);
    const QFuture<Answer> future = sender.send(httpJsonProfile(simulator.url()), "wrong", messageOf(7));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(future.result()->kind, AnswerKind::RefusedUs);
    QCOMPARE(future.result()->httpStatus, 401);
}

void TestSenderTest::sendsSeveralAtOnce()
{
    gateways::TestSender sender(m_factory);
    QList<QFuture<Answer>> futures;
    for (int id = 1; id <= 20; ++id)
        futures += sender.send(simulatedProfile(), {}, messageOf(id));
    QTRY_VERIFY(std::all_of(futures.begin(), futures.end(), [](const auto &future) { return future.isFinished(); }));
    for (const auto &future : std::as_const(futures))
        QCOMPARE(future.result()->kind, AnswerKind::Accepted);
}

void TestSenderTest::keepsToTheTimeoutOfTheProfile()
{
    gateways::TestSender sender(m_factory);
    domain::GatewayProfile profile = simulatedProfile("timeout_percent", "100");
    profile.timeout = 1s;
    const QFuture<Answer> future = sender.send(profile, {}, messageOf(1));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->kind, AnswerKind::Timeout);
}

void TestSenderTest::failsWithTheFactorysError()
{
    gateways::TestSender sender(m_factory);
    domain::GatewayProfile profile;
    profile.kind = QStringLiteral("pigeon");
    const QFuture<Answer> future = sender.send(profile, {}, messageOf(1));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, QStringLiteral("gateway.kind"));
}

void TestSenderTest::endsWhatIsOpenWhenItIsDestroyed()
{
    SimulatorThread simulator(QStringLiteral("--hang 100%"));
    QFuture<Answer> begun;
    QFuture<Answer> barelyAsked;
    {
        gateways::TestSender sender(m_factory);
        begun = sender.send(httpJsonProfile(simulator.url()), "secret", messageOf(1));
        QTRY_COMPARE(simulator.stats().requests, 1);
        barelyAsked = sender.send(httpJsonProfile(simulator.url()), "secret", messageOf(2));
    }
    for (const auto &future : {begun, barelyAsked}) {
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(future.result().error().code, QStringLiteral("gateway.test_cancelled"));
    }
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::TestSenderTest)
#include "testsendertest.moc"
