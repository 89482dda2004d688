// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/simulator.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace core;
using namespace core::simulator;

namespace tests {

namespace {

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

QByteArray message(qint64 id, qint64 phone = 79990000001)
{
    return post("/v1/send/" + QByteArray::number(id), "{\"id\":" + QByteArray::number(id) + ",\"phone\":" +
                                                          QByteArray::number(phone) + ",\"text\":\"Привет \\\"!\"}");
}

QByteArray getOf(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

/** A client that keeps all it was answered. */
class Client final
{
public:
    explicit Client(quint16 port)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_received += m_socket.readAll(); });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    void abort() { m_socket.abort(); }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_socket.error(); }
    [[nodiscard]] qsizetype answers() const { return m_received.count("HTTP/1.1 "); }
    [[nodiscard]] QByteArray body() const { return m_received.mid(m_received.lastIndexOf("\r\n\r\n") + 4); }
    [[nodiscard]] bool hasAnswer(const QByteArray &status) const
    {
        return m_received.startsWith("HTTP/1.1 " + status + ' ') && m_received.contains("\r\n\r\n");
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

FaultPlan planOf(const char *option, const QStringList &values)
{
    FaultPlan plan;
    const Status set = plan.set(QString::fromLatin1(option), values);
    return set ? plan : FaultPlan();
}

} // namespace

class SimulatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAnIdOnceAndCallsTheRestRepeats();
    void answersSeveralRequestsOnOneConnectionInOrder();
    void readsARequestThatComesByteByByte();
    void closesWhenTheClientWantsIt();
    void showsTheFault_data();
    void showsTheFault();
    void resetsTheConnection();
    void neverAnswersWhenItHangs();
    void logsWhichRequestWasAcceptedBehindALie();
    void waitsForTheLatencyAndAnswersManyAtOnce();
    void doesNotCountRequestsThatWereGivenUp();
    void survivesClientsThatLeaveWhileItWaits();
    void tellsItsLogAndStatistics();
    void changesFaultsWhileRunning();
    void saysWhatIsWrongWithAFaultChange();
    void closesItsPortWhileDownAndComesBack();
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

void SimulatorTest::showsTheFault_data()
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

void SimulatorTest::showsTheFault()
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

void SimulatorTest::resetsTheConnection()
{
    Simulator simulator(planOf("reset", {QStringLiteral("100%")}));
    Client client(*simulator.listen(0));
    client.write(message(1));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
}

void SimulatorTest::neverAnswersWhenItHangs()
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

void SimulatorTest::logsWhichRequestWasAcceptedBehindALie()
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
        QTRY_COMPARE(simulator.log().size(), id);
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
    client.write(getOf("/_log"));
    QTRY_COMPARE(client.answers(), 2);
    const QJsonArray log = QJsonDocument::fromJson(client.body()).array();
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
    QTRY_COMPARE(client.answers(), 3);
    const QJsonObject stats = QJsonDocument::fromJson(client.body()).object();
    const QJsonObject expected{{QStringLiteral("requests"), 1},
                               {QStringLiteral("ids"), 1},
                               {QStringLiteral("accepted"), 1},
                               {QStringLiteral("repeats"), 0},
                               {QStringLiteral("max_open"), 1}};
    QCOMPARE(stats, expected);
}

void SimulatorTest::changesFaultsWhileRunning()
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

void SimulatorTest::saysWhatIsWrongWithAFaultChange()
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

void SimulatorTest::closesItsPortWhileDownAndComesBack()
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

    const auto answers = [port] {
        Client again(port);
        again.write(message(1));
        return QTest::qWaitFor([&] { return again.isClosed() || again.hasAnswer("200"); }) && again.hasAnswer("200");
    };
    QTRY_VERIFY(answers());
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
