// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/simulator.h"
#include "tests/simulator/client.h"

#include <QtTest>

using namespace core;
using namespace core::simulator;

namespace tests {

/** What clients see of the faults, and what the log says of them. */
class SimulatorFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFault_data();
    void showsTheFault();
    void strikesThePhonesAndNobodyElse_data();
    void strikesThePhonesAndNobodyElse();
    void resetsTheConnection();
    void neverAnswersWhenItHangs();
    void logsWhichRequestWasAcceptedBehindALie();
    void changesFaultsWhileRunning();
    void saysWhatIsWrongWithAFaultChange();
    void closesItsPortWhileDownAndComesBack();
};

void SimulatorFaultsTest::showsTheFault_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("body"); ///< begins so; null: whatever

    const auto row = [](const char *name, const char *option, const char *value, const char *status, const char *outcome,
                        const char *body) {
        QTest::newRow(name) << QString::fromLatin1(option) << QString::fromLatin1(value) << QByteArray(status)
                            << QByteArray(outcome) << QByteArray(body);
    };
    row("status 500", "status", "500=100%", "500", "status_500", "{\"code\":500");
    row("status 302", "status", "302=100%", "302", "status_302", "{");
    row("garbage", "garbage", "100%", "200", "garbage", "<html>");
    row("empty", "empty", "100%", "200", "empty", "");
    row("code1", "code1", "100%", "200", "code1", "{\"code\":1");
    row("unauthorized", "unauthorized", "true", "401", "unauthorized", "{");
}

void SimulatorFaultsTest::showsTheFault()
{
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, outcome);
    QFETCH(const QByteArray, body);

    Simulator simulator(planOf(qPrintable(option), {value}));
    Client client(*simulator.listen(0));
    client.write(message(1));
    QTRY_VERIFY(client.hasAnswer(status));
    QVERIFY2(body.isEmpty() ? client.body().isEmpty() : client.body().startsWith(body), client.body());
    QCOMPARE(outcomeName(simulator.log()[0]), outcome);
    QCOMPARE(client.received().contains("Location:"), status == "302");
    QVERIFY(client.isConnected());
}

void SimulatorFaultsTest::strikesThePhonesAndNobodyElse_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("outcome");

    const auto row = [](const char *option, const char *value, const char *outcome) {
        QTest::newRow(outcome) << QString::fromLatin1(option) << QString::fromLatin1(value) << QByteArray(outcome);
    };
    row("status", "500=phone:79990000001", "status_500");
    row("hang", "phone:79990000001", "hang");
    row("garbage", "phone:79990000001", "garbage");
    row("empty", "phone:79990000001", "empty");
    row("code1", "phone:79990000001", "code1");
    row("reset", "phone:79990000001", "reset");
}

void SimulatorFaultsTest::strikesThePhonesAndNobodyElse()
{
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, outcome);

    Simulator simulator(planOf(qPrintable(option), {value}));
    const quint16 port = *simulator.listen(0);
    Client struck(port);
    struck.write(message(1, 79990000001));
    QTRY_COMPARE(simulator.log().size(), 1);
    Client spared(port);
    spared.write(message(2, 79990000002));
    QTRY_VERIFY(spared.hasAnswer("200"));
    QCOMPARE(outcomeName(simulator.log()[0]), outcome);
    QCOMPARE(outcomeName(simulator.log()[1]), "accepted");
}

void SimulatorFaultsTest::resetsTheConnection()
{
    Simulator simulator(planOf("reset", {QStringLiteral("100%")}));
    Client client(*simulator.listen(0));
    client.write(message(1));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
}

void SimulatorFaultsTest::neverAnswersWhenItHangs()
{
    Simulator simulator(planOf("hang", {QStringLiteral("phone:79990000001")}));
    const quint16 port = *simulator.listen(0);
    Client hung(port);
    hung.write(message(1, 79990000001));
    QTRY_COMPARE(simulator.log().size(), 1);
    Client other(port);
    other.write(message(2, 79990000002));
    QTRY_VERIFY(other.hasAnswer("200"));
    QVERIFY(hung.received().isEmpty());
    QVERIFY(hung.isConnected());
}

void SimulatorFaultsTest::logsWhichRequestWasAcceptedBehindALie()
{
    Simulator simulator(planOf("garbage", {QStringLiteral("70%")}));
    Client client(*simulator.listen(0));
    QByteArray all;
    for (int id = 1; id <= 100; ++id) {
        for (int attempt = 1; attempt <= 20; ++attempt)
            all += message(id);
    }
    client.write(all);
    QTRY_COMPARE(client.answers(), 2'000);

    QHash<qint64, int> accepted;
    int lies = 0;
    for (const LogEntry &entry : simulator.log()) {
        const bool before = accepted.value(entry.id) > 0;
        if (entry.outcome == Outcome::Accepted || entry.outcome == Outcome::Repeat)
            QCOMPARE(entry.outcome == Outcome::Repeat, before);
        accepted[entry.id] += entry.accepted ? 1 : 0;
        lies += entry.outcome == Outcome::Garbage && entry.accepted ? 1 : 0;
    }
    QVERIFY(lies > 0 && lies < 100);
    QCOMPARE(simulator.stats().accepted, accepted.size());
    for (const int times : std::as_const(accepted))
        QCOMPARE(times, 1);
}

void SimulatorFaultsTest::changesFaultsWhileRunning()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(post("/_faults", "{\"status\": \"503=100%\", \"retry-after\": 5}"));
    client.write(message(1));
    QTRY_COMPARE(client.answers(), 2);
    QVERIFY(client.received().contains("HTTP/1.1 503 "));
    QVERIFY(client.received().contains("Retry-After: 5\r\n"));
    client.write(post("/_faults", "{\"status\": null}"));
    client.write(message(1));
    QTRY_COMPARE(client.answers(), 4);
    QCOMPARE(simulator.stats().accepted, 1);
}

void SimulatorFaultsTest::saysWhatIsWrongWithAFaultChange()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(post("/_faults", "{\"hang\": \"often\"}"));
    QTRY_VERIFY(client.hasAnswer("400"));
    QVERIFY2(client.body().contains("hang: ") && client.body().contains("often"), client.body());
    client.write(post("/_faults", "{\"hang\""));
    QTRY_COMPARE(client.answers(), 2);
    QCOMPARE(client.received().count("HTTP/1.1 400"), 2);
}

void SimulatorFaultsTest::closesItsPortWhileDownAndComesBack()
{
    Simulator simulator;
    const quint16 port = *simulator.listen(0);
    Client open(port);
    QTRY_VERIFY(open.isConnected());
    open.write(post("/_faults", "{\"down\": \"1ms..200ms\"}"));
    QTRY_VERIFY(open.isClosed());
    Client refused(port);
    QTRY_VERIFY(refused.isClosed());
    QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);

    auto again = std::make_unique<Client>(port);
    const auto answers = [&again, port] {
        if (again->isClosed())
            again = std::make_unique<Client>(port);
        if (again->isConnected() && again->received().isEmpty())
            again->write(message(1));
        return again->hasAnswer("200");
    };
    QTRY_VERIFY(answers());
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SimulatorFaultsTest)
#include "simulatorfaultstest.moc"
