// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/simulator.h"
#include "tests/simulator/client.h"

#include <QTcpServer>
#include <QtTest>

using namespace core;
using namespace core::simulator;

namespace tests {

class SimulatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAnIdOnceAndCallsTheRestRepeats();
    void answersSeveralRequestsOnOneConnectionInOrder();
    void readsARequestThatComesByteByByte();
    void closesWhenTheClientWantsIt();
    void waitsForTheLatencyAndAnswersManyAtOnce();
    void doesNotCountRequestsThatWereGivenUp();
    void survivesClientsThatLeaveWhileItWaits();
    void tellsItsLogAndStatistics();
    void tellsAnEmptyLog();
    void tellsALongLogInPiecesBetweenOtherAnswers();
    void tellsItsLogToAClientThatKnowsNoChunks();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
    void saysWhenThePortIsTaken();
};

void SimulatorTest::acceptsAnIdOnceAndCallsTheRestRepeats()
{
    Simulator simulator;
    const quint16 port = *simulator.listen(0);
    Client client(port);
    client.write(message(42));
    client.write(message(42));
    client.write(message(43));
    QTRY_COMPARE(client.answers(), 3);
    QCOMPARE(client.received().count("{\"code\":0,\"message\":\"OK\"}"), 3);

    QCOMPARE(simulator.log().size(), 3);
    QCOMPARE(outcomeName(simulator.log()[0]), "accepted");
    QCOMPARE(outcomeName(simulator.log()[1]), "repeat");
    QCOMPARE(simulator.log()[1].attempt, 2);
    QVERIFY(!simulator.log()[1].accepted);
    QCOMPARE(simulator.stats().requests, 3);
    QCOMPARE(simulator.stats().ids, 2);
    QCOMPARE(simulator.stats().accepted, 2);
    QCOMPARE(simulator.stats().repeats, 1);
}

void SimulatorTest::answersSeveralRequestsOnOneConnectionInOrder()
{
    Simulator simulator(planOf("latency", {QStringLiteral("1ms..5ms")}));
    Client client(*simulator.listen(0));
    QByteArray all;
    for (int id = 1; id <= 50; ++id)
        all += message(id);
    client.write(all);
    QTRY_COMPARE(client.answers(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(simulator.log()[i].id, i + 1);
    QCOMPARE(simulator.stats().maxOpen, 1); // one connection never has two open
}

void SimulatorTest::readsARequestThatComesByteByByte()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    QTRY_VERIFY(client.isConnected());
    const QByteArray bytes = message(9);
    for (const char byte : bytes) {
        client.write(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.hasAnswer("200"));
    QCOMPARE(simulator.log()[0].text, QByteArray("Привет \"!"));
}

void SimulatorTest::closesWhenTheClientWantsIt()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(post("/1", "{\"id\":1,\"phone\":2,\"text\":\"\"}", "Connection: close\r\n"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().contains("Connection: close"));
    QVERIFY(client.hasAnswer("200"));
}

void SimulatorTest::waitsForTheLatencyAndAnswersManyAtOnce()
{
    Simulator simulator(planOf("latency", {QStringLiteral("100ms..150ms")}));
    const quint16 port = *simulator.listen(0);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<Client>> clients;
    for (int id = 1; id <= 200; ++id) {
        clients.push_back(std::make_unique<Client>(port));
        clients.back()->write(message(id));
    }
    QTRY_VERIFY(std::all_of(clients.begin(), clients.end(), [](const auto &client) { return client->hasAnswer("200"); }));
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(simulator.stats().maxOpen > 100);
    QVERIFY(simulator.stats().maxOpen <= 200);
}

void SimulatorTest::doesNotCountRequestsThatWereGivenUp()
{
    Simulator simulator(planOf("hang", {QStringLiteral("100%")}));
    const quint16 port = *simulator.listen(0);
    for (int id = 1; id <= 50; ++id) {
        Client client(port);
        client.write(message(id));
        QTRY_COMPARE(simulator.log().size(), id);
        client.abort();
    }
    QCOMPARE(simulator.stats().maxOpen, 1);
}

void SimulatorTest::survivesClientsThatLeaveWhileItWaits()
{
    Simulator simulator(planOf("latency", {QStringLiteral("20ms")}));
    const quint16 port = *simulator.listen(0);
    for (int id = 1; id <= 20; ++id) {
        Client client(port);
        client.write(message(id) + message(id));
        QTRY_VERIFY(simulator.log().size() >= id); // the second one may come before the client leaves
    }
    Client last(port);
    last.write(message(100));
    QTRY_VERIFY(last.hasAnswer("200"));
}

void SimulatorTest::tellsItsLogAndStatistics()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    client.write(message(42, 79990000005));
    QTRY_COMPARE(client.answers(), 1);
    client.write(getOf("/_log"));
    QTRY_VERIFY(client.hasLastChunk());
    const QJsonArray log = QJsonDocument::fromJson(client.chunks().join()).array();
    QCOMPARE(log.size(), 1);
    const QJsonObject entry = log[0].toObject();
    QCOMPARE(entry.value(u"id").toInteger(), 42);
    QCOMPARE(entry.value(u"phone").toInteger(), 79990000005);
    QCOMPARE(entry.value(u"text").toString(), QStringLiteral("Привет \"!"));
    QCOMPARE(entry.value(u"attempt").toInt(), 1);
    QCOMPARE(entry.value(u"outcome").toString(), QStringLiteral("accepted"));
    QCOMPARE(entry.value(u"accepted").toBool(), true);
    QVERIFY(entry.value(u"t").toInteger() >= before);

    client.write(getOf("/_stats"));
    QTRY_VERIFY(client.body().startsWith("{\"accepted\""));
    const QJsonObject stats = QJsonDocument::fromJson(client.body()).object();
    const QJsonObject expected{{QStringLiteral("requests"), 1},
                               {QStringLiteral("ids"), 1},
                               {QStringLiteral("accepted"), 1},
                               {QStringLiteral("repeats"), 0},
                               {QStringLiteral("max_open"), 1}};
    QCOMPARE(stats, expected);
}

void SimulatorTest::tellsAnEmptyLog()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(getOf("/_log"));
    QTRY_VERIFY(client.hasLastChunk());
    QCOMPARE(client.chunks(), QList<QByteArray>{"[]\n"});
}

void SimulatorTest::tellsALongLogInPiecesBetweenOtherAnswers()
{
    constexpr int requests = 20'000;
    Simulator simulator;
    const quint16 port = *simulator.listen(0);
    Client sender(port);
    QByteArray all;
    for (int id = 1; id <= requests; ++id)
        all += message(id);
    sender.write(all);
    QTRY_COMPARE_WITH_TIMEOUT(simulator.log().size(), requests, 60'000);

    Client reader(port);
    Client other(port);
    reader.write(getOf("/_log"));
    QTRY_VERIFY(!reader.chunks().isEmpty());
    other.write(message(requests + 1));
    QTRY_VERIFY(other.hasAnswer("200"));
    QTRY_VERIFY_WITH_TIMEOUT(reader.hasLastChunk(), 60'000);

    const QList<QByteArray> chunks = reader.chunks();
    for (const QByteArray &chunk : chunks)
        QVERIFY2(chunk.size() < 256 * 1024, "this much was made at once");
    const QJsonArray log = QJsonDocument::fromJson(chunks.join()).array();
    QCOMPARE(log.size(), requests);
    QCOMPARE(log.last()[u"id"].toInt(), requests);
    reader.write(getOf("/_stats"));
    QTRY_VERIFY(reader.body().contains("\"requests\":20001"));
}

void SimulatorTest::tellsItsLogToAClientThatKnowsNoChunks()
{
    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(message(1));
    QTRY_COMPARE(client.answers(), 1);
    client.write("GET /_log HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received().contains("chunked"));
    QCOMPARE(QJsonDocument::fromJson(client.body()).array().size(), 1);
}

void SimulatorTest::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");

    QTest::newRow("no json") << post("/send/1", "id=1") << QByteArray("400");
    QTest::newRow("another id than the path's") << post("/send/1", R"({"id":2,"phone":7,"text":"a"})") << QByteArray("400");
    QTest::newRow("id as text") << post("/send/1", R"({"id":"1","phone":7,"text":"a"})") << QByteArray("400");
    QTest::newRow("phone as text") << post("/send/1", R"({"id":1,"phone":"7","text":"a"})") << QByteArray("400");
    QTest::newRow("no text") << post("/send/1", R"({"id":1,"phone":7})") << QByteArray("400");
    QTest::newRow("path without number") << post("/send/", R"({"id":1,"phone":7,"text":"a"})") << QByteArray("404");
    QTest::newRow("message by GET") << getOf("/send/1") << QByteArray("405");
    QTest::newRow("unknown page") << getOf("/_state") << QByteArray("404");
    QTest::newRow("no HTTP") << QByteArray("HELO there\r\n\r\n") << QByteArray("400");
    QTest::newRow("bad length") << QByteArray("POST /1 HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << QByteArray("400");
    QTest::newRow("too long") << QByteArray("POST /1 HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") << QByteArray("413");
    QTest::newRow("chunked") << QByteArray("POST /1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << QByteArray("411");
    QTest::newRow("endless head") << QByteArray(70'000, 'x') << QByteArray("431");
}

void SimulatorTest::refusesWhatItDoesNotUnderstand()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);

    Simulator simulator;
    Client client(*simulator.listen(0));
    client.write(request);
    QTRY_VERIFY2(client.hasAnswer(status), client.received());
    QCOMPARE(simulator.stats().accepted, 0);
}

void SimulatorTest::saysWhenThePortIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    Simulator simulator;
    const auto port = simulator.listen(taken.serverPort());
    QVERIFY(!port);
    QCOMPARE(port.error().kind, ErrorKind::Unavailable);
    QCOMPARE(port.error().code, QStringLiteral("simulator.listen"));
    QCOMPARE(port.error().args, QStringList(QString::number(taken.serverPort())));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::SimulatorTest)
#include "simulatortest.moc"
