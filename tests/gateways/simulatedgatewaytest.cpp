// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/simulatedgateway.h"
#include "core/base/errorsentences.h"
#include "tests/gateways/peers.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace core;
using namespace core::gateways;
using namespace std::chrono_literals;
using core::domain::AnswerKind;

namespace tests {

namespace {

using Options = QMap<QString, QString>;

SimulatedBehaviour behaviourOf(const Options &options)
{
    return SimulatedBehaviour::fromOptions(options).value();
}

Options option(const char *name, const char *value)
{
    return {{QString::fromLatin1(name), QString::fromLatin1(value)}};
}

} // namespace

class SimulatedGatewayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsEverythingByDefault();
    void takesItsTime();
    void showsTheFault_data();
    void showsTheFault();
    void failsTheGivenShare();
    void repeatsItselfWithTheSameSeed();
    void keepsToItsConnectionsAndTheOrder();
    void isTransientWhenTheDeadlineComesBeforeAConnection();
    void tellsCutRequestsBeforeItReturns();
    void takesBackOnlyWhatWaits();
    void isDestroyedSilently();
    void mayBeDestroyedByAnAnswer();
    void namesTheOptionThatCannotBeUsed_data();
    void namesTheOptionThatCannotBeUsed();
    void namesAllOptionsThatCannotBeUsed();
};

void SimulatedGatewayTest::acceptsEverythingByDefault()
{
    SimulatedGateway gateway(64, behaviourOf({}));
    QVERIFY(gateway.recognisesRepeats());
    Answers answers;
    for (int id = 1; id <= 100; ++id)
        gateway.send(messageOf(id), 5s, answers.noted(id));
    QCOMPARE(answers.count(), 0);
    QTRY_COMPARE(answers.count(), 100);
    QCOMPARE(answers.count(AnswerKind::Accepted), 100);
    QCOMPARE(answers.last().httpStatus, 200);
    QCOMPARE(gateway.openRequests(), 0);
}

void SimulatedGatewayTest::takesItsTime()
{
    SimulatedGateway gateway(64, behaviourOf(option("latency", "150")));
    Answers answers;
    QElapsedTimer timer;
    timer.start();
    gateway.send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QVERIFY(timer.elapsed() >= 150);
}

void SimulatedGatewayTest::showsTheFault_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<AnswerKind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("failure") << QStringLiteral("failure_percent") << AnswerKind::Transient << 500;
    QTest::newRow("refusal") << QStringLiteral("refused_percent") << AnswerKind::Refused << 200;
    QTest::newRow("silence") << QStringLiteral("timeout_percent") << AnswerKind::Timeout << 0;
}

void SimulatedGatewayTest::showsTheFault()
{
    QFETCH(const QString, option);
    QFETCH(const AnswerKind, kind);
    QFETCH(const int, status);

    SimulatedGateway gateway(
        1, behaviourOf({{option, QStringLiteral("100")}, {QStringLiteral("latency"), QStringLiteral("1")}}));
    Answers answers;
    gateway.send(messageOf(1), 100ms, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, kind);
    QCOMPARE(answers.last().httpStatus, status);
    QVERIFY(!answers.last().text.isEmpty());
}

void SimulatedGatewayTest::failsTheGivenShare()
{
    SimulatedGateway gateway(512, behaviourOf({{QStringLiteral("failure_percent"), QStringLiteral("30")},
                                               {QStringLiteral("latency"), QStringLiteral("0")},
                                               {QStringLiteral("seed"), QStringLiteral("1")}}));
    Answers answers;
    for (int id = 1; id <= 2'000; ++id)
        gateway.send(messageOf(id), 20s, answers.noted(id));
    QTRY_COMPARE(answers.count(), 2'000);
    const auto failed = answers.count(AnswerKind::Transient);
    QVERIFY2(failed > 500 && failed < 700, qPrintable(QString::number(failed)));
}

void SimulatedGatewayTest::repeatsItselfWithTheSameSeed()
{
    constexpr int messages = 60;
    struct Run
    {
        std::unique_ptr<SimulatedGateway> gateway;
        Answers answers;
    };
    std::array<Run, 3> runs;
    const std::array seeds{"7", "7", "8"};
    for (size_t i = 0; i < runs.size(); ++i) {
        runs[i].gateway =
            std::make_unique<SimulatedGateway>(1, behaviourOf({{QStringLiteral("failure_percent"), QStringLiteral("50")},
                                                               {QStringLiteral("latency"), QStringLiteral("0..2")},
                                                               {QStringLiteral("seed"), QString::fromLatin1(seeds[i])}}));
        for (int id = 1; id <= messages; ++id)
            runs[i].gateway->send(messageOf(id), 20s, runs[i].answers.noted(id));
    }
    QTRY_VERIFY(std::all_of(runs.begin(), runs.end(), [](const Run &run) { return run.answers.count() == messages; }));

    int different = 0;
    for (int id = 1; id <= messages; ++id) {
        QCOMPARE(runs[1].answers.kindOf(id), runs[0].answers.kindOf(id));
        different += runs[2].answers.kindOf(id) != runs[0].answers.kindOf(id) ? 1 : 0;
    }
    QVERIFY(different > 0);
    QVERIFY(runs[0].answers.count(AnswerKind::Transient) > 0);
}

void SimulatedGatewayTest::keepsToItsConnectionsAndTheOrder()
{
    SimulatedGateway gateway(3, behaviourOf(option("latency", "5")));
    int most = 0;
    QList<qint64> ids;
    QList<qint64> sent;
    for (int id = 1; id <= 30; ++id) {
        sent += id;
        gateway.send(messageOf(id), 20s, [&, id](const interfaces::GatewayAnswer &) {
            ids += id;
            most = std::max(most, gateway.openRequests());
        });
        QVERIFY(gateway.openRequests() <= 3);
    }
    QTRY_COMPARE(ids.size(), 30);
    QCOMPARE(most, 3);
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, sent);
}

void SimulatedGatewayTest::isTransientWhenTheDeadlineComesBeforeAConnection()
{
    SimulatedGateway gateway(1, behaviourOf(option("timeout_percent", "100")));
    Answers answers;
    gateway.send(messageOf(1), 10s, answers.noted(1));
    gateway.send(messageOf(2), 50ms, answers.noted(2));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.kindOf(2), AnswerKind::Transient);
    QCOMPARE(gateway.openRequests(), 1);
}

void SimulatedGatewayTest::tellsCutRequestsBeforeItReturns()
{
    SimulatedGateway gateway(1, behaviourOf(option("timeout_percent", "100")));
    Answers answers;
    for (int id = 1; id <= 3; ++id)
        gateway.send(messageOf(id), 10s, answers.noted(id));
    gateway.cut(2);
    QCOMPARE(answers.ids(), QList<qint64>{2});
    QCOMPARE(answers.last().kind, AnswerKind::Transient);
    gateway.cut(1);
    QCOMPARE(answers.ids(), (QList<qint64>{2, 1}));
    QCOMPARE(answers.last().kind, AnswerKind::Timeout);
    gateway.cut(1);
    gateway.cut(99);
    QCOMPARE(answers.count(), 2);
    QCOMPARE(gateway.openRequests(), 1); // the third has moved up
}

void SimulatedGatewayTest::takesBackOnlyWhatWaits()
{
    SimulatedGateway gateway(1, behaviourOf(option("latency", "1")));
    Answers answers;
    for (int id = 1; id <= 3; ++id)
        gateway.send(messageOf(id), 10s, answers.noted(id));
    QVERIFY(gateway.withdraw(2));
    QVERIFY(!gateway.withdraw(2));
    QVERIFY(!gateway.withdraw(1));
    QTRY_COMPARE(answers.ids(), (QList<qint64>{1, 3}));
}

void SimulatedGatewayTest::isDestroyedSilently()
{
    Answers answers;
    auto gateway = std::make_unique<SimulatedGateway>(2, behaviourOf(option("latency", "1")));
    for (int id = 1; id <= 10; ++id)
        gateway->send(messageOf(id), 10s, answers.noted(id));
    gateway.reset();

    SimulatedGateway other(1, behaviourOf(option("latency", "50")));
    Answers later;
    other.send(messageOf(1), 10s, later.noted(1));
    QTRY_COMPARE(later.count(), 1);
    QCOMPARE(answers.count(), 0);
}

void SimulatedGatewayTest::mayBeDestroyedByAnAnswer()
{
    for (const char *fault : {"failure_percent", "timeout_percent"}) {
        auto gateway = std::make_unique<SimulatedGateway>(2, behaviourOf(option(fault, "100")));
        int told = 0;
        for (int id = 1; id <= 10; ++id) {
            gateway->send(messageOf(id), 100ms, [&](const interfaces::GatewayAnswer &) {
                ++told;
                gateway.reset();
            });
        }
        QTRY_VERIFY(!gateway);
        QCOMPARE(told, 1);
    }
}

void SimulatedGatewayTest::namesTheOptionThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");

    const auto row = [](const char *name, const char *option, const char *value, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(option) << QString::fromLatin1(value) << QString::fromLatin1(code);
    };
    row("latency in words", "latency", "slow", "gateway:latency");
    row("latency backwards", "latency", "80..20", "gateway:latency");
    row("latency with three ends", "latency", "1..2..3", "gateway:latency");
    row("latency below zero", "latency", "-5", "gateway:latency");
    row("latency without end", "latency", "20..", "gateway:latency");
    row("latency of a year", "latency", "999999999", "gateway:latency");
    row("percent over a hundred", "failure_percent", "101", "gateway:percent");
    row("percent below zero", "refused_percent", "-1", "gateway:percent");
    row("percent with a sign", "timeout_percent", "10%", "gateway:percent");
    row("seed in words", "seed", "lucky", "gateway:seed");
}

void SimulatedGatewayTest::namesTheOptionThatCannotBeUsed()
{
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    QFETCH(const QString, code);

    const auto behaviour = SimulatedBehaviour::fromOptions({{option, value}});
    QVERIFY(!behaviour);
    QCOMPARE(behaviour.error().kind, ErrorKind::InvalidInput);
    const FieldError expected{QStringLiteral("options.") + option, code, {value}};
    QCOMPARE(behaviour.error().fields, QList<FieldError>{expected});
    QVERIFY(errorSentence(code) != nullptr);
}

void SimulatedGatewayTest::namesAllOptionsThatCannotBeUsed()
{
    const auto behaviour = SimulatedBehaviour::fromOptions({{QStringLiteral("latency"), QStringLiteral("x")},
                                                            {QStringLiteral("failure_percent"), QStringLiteral("60")},
                                                            {QStringLiteral("refused_percent"), QStringLiteral("60")}});
    QVERIFY(!behaviour);
    QCOMPARE(behaviour.error().fields.size(), 2);
    QCOMPARE(behaviour.error().fields[0].field, QStringLiteral("options.latency"));
    QCOMPARE(behaviour.error().fields[1].field, QStringLiteral("options.refused_percent"));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SimulatedGatewayTest)
#include "simulatedgatewaytest.moc"
