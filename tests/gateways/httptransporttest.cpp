// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/httpjsongateway.h"
#include "tests/gateways/peers.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QtTest>

using namespace core;
using namespace core::gateways;
using namespace std::chrono_literals;
using core::domain::AnswerKind;

namespace tests {

namespace {

const QByteArray okBody = QByteArrayLiteral("{\"code\":0}");

} // namespace

/** The promises of the pool, seen through the gateway that uses it. */
class HttpTransportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEachRequestOnceWhenConnectionsAreReset_data();
    void sendsEachRequestOnceWhenConnectionsAreReset();
    void sendsEachRequestOnceWhenAKeptConnectionWasClosed();
    void warnsOfNothingWhenConnectionsAreReset();
    void opensAsManyConnectionsAsAllowed_data();
    void opensAsManyConnectionsAsAllowed();
    void neverOpensMoreWhileCutOnesClose();
    void sendsInOrderWhatWaits();
    void endsAtTheDeadlineAndGoesOn();
    void countsTheWholeTimeAndNotTheSilence();
    void isTransientWhenTheDeadlineComesBeforeAConnection();
    void isATimeoutWhenTheAnswerBreaksOff();
    void cutsAnAnswerThatIsTooLong_data();
    void cutsAnAnswerThatIsTooLong();
    void readsAnAnswerOfTheLongestLength();
    void tellsCutRequestsBeforeItReturns();
    void forgetsWhatWasCut();
    void takesBackWhatStillConnects();
    void takesBackWhatWaits();
    void doesNotTakeBackWhatHasLeft();
    void destroysOpenRequestsSilently();
    void mayBeDestroyedByAnAnswer_data();
    void mayBeDestroyedByAnAnswer();
    void takesNewMessagesFromAnAnswer();

private:
    std::unique_ptr<interfaces::Gateway> make(const QString &url, int connections = 64)
    {
        return HttpJsonGateway::create(httpJsonProfile(url, connections), "secret", m_clock).value();
    }

    SystemClock m_clock;
};

void HttpTransportTest::sendsEachRequestOnceWhenConnectionsAreReset_data()
{
    QTest::addColumn<QString>("faults");
    QTest::newRow("a fifth") << QStringLiteral("--reset 20%");
    QTest::newRow("all") << QStringLiteral("--reset 100%");
    QTest::newRow("late") << QStringLiteral("--reset 50% --latency 1ms..20ms");
}

void HttpTransportTest::sendsEachRequestOnceWhenConnectionsAreReset()
{
    QFETCH(const QString, faults);
    constexpr int messages = 500;

    SimulatorThread simulator(faults);
    const auto gateway = make(simulator.url());
    Answers answers;
    for (int id = 1; id <= messages; ++id)
        gateway->send(messageOf(id), 20s, answers.noted(id));
    QTRY_COMPARE_WITH_TIMEOUT(answers.count(), messages, 30'000);

    const auto log = simulator.log();
    int resets = 0;
    for (const auto &entry : log) {
        QVERIFY2(entry.attempt == 1, qPrintable(QString::number(entry.id)));
        const bool reset = entry.outcome == simulator::Outcome::Reset;
        QCOMPARE(answers.kindOf(entry.id), reset ? AnswerKind::Timeout : AnswerKind::Accepted);
        resets += reset ? 1 : 0;
    }
    QVERIFY(resets > 0);
    QCOMPARE(log.size(), messages); // none died with a connection that another request had closed
}

void HttpTransportTest::sendsEachRequestOnceWhenAKeptConnectionWasClosed()
{
    // Closes as the next request comes: Qt takes that for a connection that was idle too long, and would send again.
    int served = 0;
    const ScriptedPeer peer([&served](QTcpSocket &socket) {
        if (++served % 2 == 0)
            socket.abort();
        else
            socket.write(ScriptedPeer::answer("200 OK", okBody));
    });
    const auto gateway = make(peer.url(), 1);
    Answers answers;
    for (int id = 1; id <= 10; ++id)
        gateway->send(messageOf(id), 5s, answers.noted(id));
    QTRY_COMPARE(answers.count(), 10);
    QCOMPARE(peer.requests().size(), 10);
    QCOMPARE(answers.count(AnswerKind::Accepted), 5);
    QCOMPARE(answers.count(AnswerKind::Timeout), 5);
}

void HttpTransportTest::warnsOfNothingWhenConnectionsAreReset()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    SimulatorThread simulator(QStringLiteral("--reset 100%"));
    const auto gateway = make(simulator.url());
    Answers answers;
    for (int id = 1; id <= 20; ++id)
        gateway->send(messageOf(id), 5s, answers.noted(id));
    QTRY_COMPARE(answers.count(), 20);
}

void HttpTransportTest::opensAsManyConnectionsAsAllowed_data()
{
    QTest::addColumn<int>("connections");
    for (const int connections : {1, 6, 7, 64, 100})
        QTest::addRow("%d", connections) << connections;
}

void HttpTransportTest::opensAsManyConnectionsAsAllowed()
{
    QFETCH(const int, connections);

    SimulatorThread simulator(QStringLiteral("--latency 200ms"));
    const auto gateway = make(simulator.url(), connections);
    Answers answers;
    const int messages = connections * 2;
    for (int id = 1; id <= messages; ++id)
        gateway->send(messageOf(id), 20s, answers.noted(id));
    QCOMPARE(gateway->openRequests(), connections);
    QTRY_COMPARE_WITH_TIMEOUT(answers.count(), messages, 20'000);
    QCOMPARE(answers.count(AnswerKind::Accepted), messages);
    QCOMPARE(simulator.stats().maxOpen, connections);
    QCOMPARE(gateway->openRequests(), 0);
}

void HttpTransportTest::neverOpensMoreWhileCutOnesClose()
{
    SimulatorThread simulator(QStringLiteral("--hang 50% --latency 0ms..5ms"));
    const auto gateway = make(simulator.url(), 20);
    Answers answers;
    for (int id = 1; id <= 400; ++id)
        gateway->send(messageOf(id), Milliseconds{100 + id * 5}, answers.noted(id));
    QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 400, 20'000);
    QVERIFY2(simulator.stats().maxOpen <= 20, qPrintable(QString::number(simulator.stats().maxOpen)));
}

void HttpTransportTest::sendsInOrderWhatWaits()
{
    SimulatorThread simulator;
    const auto gateway = make(simulator.url(), 1);
    Answers answers;
    QList<qint64> ids;
    for (int id = 1; id <= 50; ++id) {
        ids += id;
        gateway->send(messageOf(id), 20s, answers.noted(id));
    }
    QTRY_COMPARE(answers.count(), 50);
    QCOMPARE(answers.ids(), ids);
}

void HttpTransportTest::endsAtTheDeadlineAndGoesOn()
{
    SimulatorThread simulator(QStringLiteral("--hang phone:79990000001"));
    const auto gateway = make(simulator.url(), 1);
    Answers answers;
    QElapsedTimer timer;
    timer.start();
    qint64 endedAfter = 0;
    AnswerKind kind = AnswerKind::Accepted;
    gateway->send(messageOf(1), 200ms, [&](const interfaces::GatewayAnswer &answer) {
        endedAfter = timer.elapsed();
        kind = answer.kind;
    });
    gateway->send(messageOf(2), 10s, answers.noted(2));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(kind, AnswerKind::Timeout);
    QVERIFY2(endedAfter >= 200 && endedAfter < 2'000, qPrintable(QString::number(endedAfter)));
    QCOMPARE(answers.last().kind, AnswerKind::Accepted);
}

void HttpTransportTest::countsTheWholeTimeAndNotTheSilence()
{
    // A byte every 10 ms would keep a timer of silence from ever firing.
    const ScriptedPeer peer([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *drip = new QTimer(&socket);
        QObject::connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        drip->start(10ms);
    });
    const auto gateway = make(peer.url());
    Answers answers;
    QElapsedTimer timer;
    timer.start();
    gateway->send(messageOf(1), 300ms, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(answers.last().kind, AnswerKind::Timeout);
}

void HttpTransportTest::isTransientWhenTheDeadlineComesBeforeAConnection()
{
    SimulatorThread simulator(QStringLiteral("--hang 100%"));
    const auto gateway = make(simulator.url(), 1);
    Answers answers;
    gateway->send(messageOf(1), 10s, answers.noted(1));
    gateway->send(messageOf(2), 100ms, answers.noted(2));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.ids(), QList<qint64>{2});
    QCOMPARE(answers.last().kind, AnswerKind::Transient);
    QCOMPARE(gateway->openRequests(), 1);
}

void HttpTransportTest::isATimeoutWhenTheAnswerBreaksOff()
{
    const ScriptedPeer peer([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":0}");
        socket.disconnectFromHost();
    });
    const auto gateway = make(peer.url());
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Timeout);
    QCOMPARE(peer.requests().size(), 1);
}

void HttpTransportTest::cutsAnAnswerThatIsTooLong_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("endless");
    QTest::addColumn<AnswerKind>("kind");
    const auto row = [](const char *name, const QByteArray &head, bool endless, AnswerKind kind) {
        QTest::newRow(name) << QByteArray("HTTP/1.1 " + head + "\r\n\r\n") << endless << kind;
    };
    row("with its length", "200 OK\r\nContent-Length: 1000000", false, AnswerKind::BadAnswer);
    row("chunked", "200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf4240", false, AnswerKind::BadAnswer);
    row("without an end", "200 OK\r\nConnection: close", true, AnswerKind::BadAnswer);
    row("refused without an end", "400 Bad Request\r\nConnection: close", true, AnswerKind::Rejected);
    row("broken without an end", "500 Internal Server Error\r\nConnection: close", true, AnswerKind::Transient);
    row("busy without an end", "429 Too Many Requests\r\nConnection: close", true, AnswerKind::Throttled);
}

void HttpTransportTest::cutsAnAnswerThatIsTooLong()
{
    QFETCH(const QByteArray, head);
    QFETCH(const bool, endless);
    QFETCH(const AnswerKind, kind);

    const ScriptedPeer peer([&](QTcpSocket &socket) {
        socket.write(head + okBody + QByteArray(1'000'000, ' '));
        if (endless)
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket,
                             [&socket] { socket.write(QByteArray(10'000, ' ')); });
    });
    const auto gateway = make(peer.url());
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, 4000); // long before its deadline
    QCOMPARE(answers.last().kind, kind);
    QVERIFY(answers.last().text.size() <= 500);
}

void HttpTransportTest::readsAnAnswerOfTheLongestLength()
{
    const QByteArray longest = okBody + QByteArray(HttpTransport::maxAnswer - okBody.size(), ' ');
    const ScriptedPeer peer([&](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", longest)); });
    const auto gateway = make(peer.url());
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Accepted);
}

void HttpTransportTest::tellsCutRequestsBeforeItReturns()
{
    SimulatorThread simulator(QStringLiteral("--hang 100%"));
    const auto gateway = make(simulator.url(), 1);
    Answers answers;
    gateway->send(messageOf(1), 10s, answers.noted(1));
    gateway->send(messageOf(2), 10s, answers.noted(2));
    QTRY_COMPARE(simulator.stats().requests, 1);
    gateway->cut(2);
    QCOMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Transient);
    gateway->cut(1);
    QCOMPARE(answers.count(), 2);
    QCOMPARE(answers.last().kind, AnswerKind::Timeout);
    QCOMPARE(gateway->openRequests(), 0);
}

void HttpTransportTest::forgetsWhatWasCut()
{
    SimulatorThread simulator(QStringLiteral("--hang phone:79990000001"));
    const auto gateway = make(simulator.url(), 1);
    Answers answers;
    gateway->send(messageOf(1), 10s, answers.noted(1));
    gateway->cut(1);
    gateway->cut(1);
    gateway->cut(77);
    QCOMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Transient); // handed to Qt, and nothing of it read
    gateway->send(messageOf(2), 10s, answers.noted(2));
    QTRY_COMPARE(answers.count(), 2);
    QCOMPARE(answers.last().kind, AnswerKind::Accepted);
}

void HttpTransportTest::takesBackWhatStillConnects()
{
    QTcpServer silent; // takes connections and never speaks, as a server whose TLS is out of order
    QByteArray heard;
    QPointer<QTcpSocket> connection;
    connect(&silent, &QTcpServer::newConnection, &silent, [&] {
        connection = silent.nextPendingConnection();
        connect(connection, &QTcpSocket::readyRead, connection, [&] { heard += connection->readAll(); });
    });
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const auto gateway = make(QStringLiteral("https://127.0.0.1:%1/").arg(silent.serverPort()), 1);
    Answers answers;
    gateway->send(messageOf(1), 10s, answers.noted(1));
    gateway->send(messageOf(2), 10s, answers.noted(2));
    QTRY_VERIFY(!heard.isEmpty()); // its greeting
    QVERIFY(gateway->withdraw(1));
    QCOMPARE(gateway->openRequests(), 1); // the second has moved up
    QVERIFY(gateway->withdraw(2));
    QCOMPARE(gateway->openRequests(), 0);
    QVERIFY(!gateway->withdraw(1));
    QVERIFY(connection);
    connection->disconnectFromHost(); // Qt keeps it for the next request
    QTRY_COMPARE(connection->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(answers.count(), 0);
}

void HttpTransportTest::takesBackWhatWaits()
{
    const ScriptedPeer peer([](QTcpSocket &socket) {
        QTimer::singleShot(50ms, &socket, [&socket] { socket.write(ScriptedPeer::answer("200 OK", okBody)); });
    });
    const auto gateway = make(peer.url(), 1);
    Answers answers;
    for (int id = 1; id <= 3; ++id)
        gateway->send(messageOf(id), 5s, answers.noted(id));
    QVERIFY(gateway->withdraw(2));
    QTRY_COMPARE(answers.ids(), (QList<qint64>{1, 3}));
    QCOMPARE(peer.requests().size(), 2);
}

void HttpTransportTest::doesNotTakeBackWhatHasLeft()
{
    const ScriptedPeer peer([](QTcpSocket &) {});
    const auto gateway = make(peer.url());
    Answers answers;
    gateway->send(messageOf(1), 10s, answers.noted(1));
    QTRY_COMPARE(peer.requests().size(), 1);
    QVERIFY(!gateway->withdraw(1));
    QCOMPARE(gateway->openRequests(), 1);
    gateway->cut(1);
    QCOMPARE(answers.kindOf(1), AnswerKind::Timeout);
}

void HttpTransportTest::destroysOpenRequestsSilently()
{
    SimulatorThread simulator(QStringLiteral("--hang 50%"));
    Answers answers;
    auto gateway = make(simulator.url(), 30);
    for (int id = 1; id <= 100; ++id)
        gateway->send(messageOf(id), 10s, answers.noted(id));
    QTRY_VERIFY(simulator.stats().requests >= 30);
    const qsizetype before = answers.count();
    gateway.reset();
    // Another gateway's answer shows that the event loop had time to bring the first one's.
    const auto other = make(simulator.url(), 1);
    Answers later;
    for (int id = 201; later.count(AnswerKind::Accepted) == 0; ++id) {
        const qsizetype told = later.count();
        other->send(messageOf(id), 300ms, later.noted(id));
        QTRY_COMPARE(later.count(), told + 1);
    }
    QCOMPARE(answers.count(), before);
}

void HttpTransportTest::mayBeDestroyedByAnAnswer_data()
{
    QTest::addColumn<QString>("faults");
    QTest::newRow("accepted") << QString();
    QTest::newRow("reset") << QStringLiteral("--reset 100%");
    QTest::newRow("deadline") << QStringLiteral("--hang 100%");
}

void HttpTransportTest::mayBeDestroyedByAnAnswer()
{
    QFETCH(const QString, faults);
    SimulatorThread simulator(faults);
    auto gateway = make(simulator.url(), 10);
    int told = 0;
    for (int id = 1; id <= 50; ++id) {
        gateway->send(messageOf(id), 200ms, [&](const interfaces::GatewayAnswer &) {
            ++told;
            gateway.reset();
        });
    }
    QTRY_VERIFY(!gateway);
    QCOMPARE(told, 1);
}

void HttpTransportTest::takesNewMessagesFromAnAnswer()
{
    SimulatorThread simulator;
    const auto gateway = make(simulator.url(), 2);
    int told = 0;
    std::function<void(qint64)> sendOn = [&](qint64 id) {
        gateway->send(messageOf(id), 5s, [&, id](const interfaces::GatewayAnswer &answer) {
            told += answer.kind == AnswerKind::Accepted ? 1 : 0;
            if (id < 20)
                sendOn(id + 1);
        });
    };
    sendOn(1);
    QTRY_COMPARE(told, 20);
    QCOMPARE(simulator.stats().accepted, 20);
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::HttpTransportTest)
#include "httptransporttest.moc"
