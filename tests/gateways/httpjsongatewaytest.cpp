// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/httpjsongateway.h"
#include "tests/gateways/peers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QtTest>

using namespace core;
using namespace core::gateways;
using namespace std::chrono_literals;
using core::domain::AnswerKind;

namespace tests {

namespace {

const QByteArray okBody = QByteArrayLiteral("{\"code\": 0, \"message\": \"OK\"}");

QString dataFile(const char *name)
{
    return QStringLiteral(HELIOGRAPH_TEST_DATA "/gateways/") + QLatin1String(name);
}

std::unique_ptr<QSslServer> tlsServer()
{
    QFile key(dataFile("server.key"));
    if (!key.open(QIODevice::ReadOnly))
        return nullptr;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(dataFile("server.pem")));
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

class HttpJsonGatewayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatTheContractSays();
    void sendsNoCredentialsWithoutASecret();
    void readsTheVerdict_data();
    void readsTheVerdict();
    void tellsTheKindOfEveryFault_data();
    void tellsTheKindOfEveryFault();
    void readsAnAnswerThatEndsWithItsConnection();
    void asksForAPathInTheAddress();
    void passesOnRetryAfter();
    void doesNotFollowRedirects();
    void doesNotKeepCookies();
    void isTransientWhenNobodyListens();
    void isMisconfiguredWhenTheSchemeIsUnknown();
    void isMisconfiguredWhenTlsMeetsPlainHttp();
    void trustsNoUnknownCertificate();
    void trustsTheOwnCaFile();
    void trustsTheOwnCaFileOnlyForItsHost();
    void saysWhenTheCaFileHoldsNoCertificate();

private:
    std::unique_ptr<interfaces::Gateway> make(const domain::GatewayProfile &profile, const QByteArray &secret = {})
    {
        auto made = HttpJsonGateway::create(profile, secret, m_clock);
        return made ? *std::move(made) : nullptr;
    }

    SystemClock m_clock;
};

void HttpJsonGatewayTest::sendsWhatTheContractSays()
{
    const ScriptedPeer peer([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); });
    const auto gateway = make(httpJsonProfile(peer.url() + QStringLiteral("v1/send/")), "se:cret");
    Answers answers;
    gateway->send({42, domain::PhoneNumber::fromNumber(79990000001), QStringLiteral("Привет \"мир\"\n😀")}, 5s,
                  answers.noted(42));
    QCOMPARE(answers.count(), 0);
    QTRY_COMPARE(answers.count(), 1);

    QCOMPARE(answers.last().kind, AnswerKind::Accepted);
    QCOMPARE(answers.last().httpStatus, 200);
    QCOMPARE(answers.last().text, QString::fromUtf8(okBody));
    QCOMPARE(peer.requests().size(), 1);
    const QByteArray request = peer.requests().first();
    QVERIFY2(request.startsWith("POST /v1/send/42 HTTP/1.1\r\n"), request);
    QVERIFY2(request.contains("\r\nAuthorization: Bearer se:cret\r\n"), request);
    QVERIFY2(request.contains("\r\nContent-Type: application/json\r\n"), request);
    QVERIFY2(request.contains("\r\nAccept: application/json\r\n"), request);
    const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
    QVERIFY2(body.contains("\"id\":42") && body.contains("\"phone\":79990000001"), body);
    QCOMPARE(QJsonDocument::fromJson(body).object().value(u"text").toString(), QStringLiteral("Привет \"мир\"\n😀"));
    QVERIFY(request.contains("\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
}

void HttpJsonGatewayTest::sendsNoCredentialsWithoutASecret()
{
    const ScriptedPeer peer([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); });
    const auto gateway = make(httpJsonProfile(peer.url()));
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QVERIFY(!peer.requests().first().contains("Authorization"));
}

void HttpJsonGatewayTest::readsTheVerdict_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");

    QTest::newRow("accepted") << 200 << okBody << Verdict::Accepted;
    QTest::newRow("only the code") << 200 << QByteArray("{\"code\":0}") << Verdict::Accepted;
    QTest::newRow("blanks around") << 200 << QByteArray(" \r\n{\"code\":0}\n") << Verdict::Accepted;
    QTest::newRow("refused") << 200 << QByteArray("{\"code\":1}") << Verdict::Refused;
    QTest::newRow("negative code") << 200 << QByteArray("{\"code\":-1}") << Verdict::Refused;
    QTest::newRow("refused by 202") << 202 << QByteArray("{\"code\":1}") << Verdict::Refused;
    QTest::newRow("code as text") << 200 << QByteArray("{\"code\":\"0\"}") << Verdict::Unreadable;
    QTest::newRow("no code") << 200 << QByteArray("{\"message\":\"OK\"}") << Verdict::Unreadable;
    QTest::newRow("null") << 200 << QByteArray("{\"code\":null}") << Verdict::Unreadable;
    QTest::newRow("list") << 200 << QByteArray("[{\"code\":0}]") << Verdict::Unreadable;
    QTest::newRow("cut off") << 200 << QByteArray("{\"code\":0") << Verdict::Unreadable;
    QTest::newRow("empty") << 200 << QByteArray() << Verdict::Unreadable;
    QTest::newRow("html") << 200 << QByteArray("<html>OK</html>") << Verdict::Unreadable;
    QTest::newRow("accepted by 202") << 202 << okBody << Verdict::Unreadable;
}

void HttpJsonGatewayTest::readsTheVerdict()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Verdict, verdict);
    QCOMPARE(HttpJsonGateway::readVerdict(status, body), verdict);
}

void HttpJsonGatewayTest::tellsTheKindOfEveryFault_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<AnswerKind>("kind");
    QTest::addColumn<int>("status");

    const auto row = [](const char *faults, AnswerKind kind, int status) {
        QTest::newRow(faults) << QString::fromLatin1(faults) << kind << status;
    };
    row("--latency 5ms", AnswerKind::Accepted, 200);
    row("--code1 100%", AnswerKind::Refused, 200);
    row("--garbage 100%", AnswerKind::BadAnswer, 200);
    row("--empty 100%", AnswerKind::BadAnswer, 200);
    row("--hang 100%", AnswerKind::Timeout, 0);
    row("--reset 100%", AnswerKind::Timeout, 0);
    row("--unauthorized", AnswerKind::RefusedUs, 401);
    row("--status 302=100%", AnswerKind::Misconfigured, 302);
    row("--status 400=100%", AnswerKind::Rejected, 400);
    row("--status 403=100%", AnswerKind::RefusedUs, 403);
    row("--status 404=100%", AnswerKind::Misconfigured, 404);
    row("--status 407=100%", AnswerKind::Rejected, 407);
    row("--status 418=100%", AnswerKind::Rejected, 418);
    row("--status 429=100%", AnswerKind::Throttled, 429);
    row("--status 500=100%", AnswerKind::Transient, 500);
    row("--status 503=100%", AnswerKind::Transient, 503);
    row("--status 503=100% --retry-after 5", AnswerKind::Throttled, 503);
}

void HttpJsonGatewayTest::tellsTheKindOfEveryFault()
{
    QFETCH(const QString, faults);
    QFETCH(const AnswerKind, kind);
    QFETCH(const int, status);

    SimulatorThread simulator(faults);
    const auto gateway = make(httpJsonProfile(simulator.url()), "secret");
    Answers answers;
    gateway->send(messageOf(1), 300ms, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, kind);
    QCOMPARE(answers.last().httpStatus, status);
    QCOMPARE(simulator.stats().requests, 1);
    QCOMPARE(gateway->openRequests(), 0);
}

void HttpJsonGatewayTest::readsAnAnswerThatEndsWithItsConnection()
{
    const ScriptedPeer peer([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n" + okBody);
        socket.disconnectFromHost();
    });
    const auto gateway = make(httpJsonProfile(peer.url(), 1));
    Answers answers;
    constexpr int many = 60; // Qt takes one in ten or twenty for broken off, as the threads happen to run
    for (int id = 1; id <= many; ++id)
        gateway->send(messageOf(id), 20s, [&answers, id](const interfaces::GatewayAnswer &answer) {
            if (answer.kind == AnswerKind::Accepted)
                answers.noted(id)(answer);
        });
    QTRY_COMPARE(answers.count(), many);
}

void HttpJsonGatewayTest::asksForAPathInTheAddress()
{
    // The number of the message would become part of the port, and the token go to whoever listens there.
    const SystemClock clock;
    const auto gateway = HttpJsonGateway::create(httpJsonProfile(QStringLiteral("http://127.0.0.1:8099")), "secret", clock);
    QVERIFY(!gateway);
    QCOMPARE(gateway.error().fields.first().code, QStringLiteral("gateway:url"));
}

void HttpJsonGatewayTest::passesOnRetryAfter()
{
    SimulatorThread simulator(QStringLiteral("--status 429=100% --retry-after 5"));
    const auto gateway = make(httpJsonProfile(simulator.url()));
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().retryAfter, std::optional<Milliseconds>(5s));
}

void HttpJsonGatewayTest::doesNotFollowRedirects()
{
    const ScriptedPeer target([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); });
    const ScriptedPeer peer([&target](QTcpSocket &socket) {
        socket.write(ScriptedPeer::answer("307 Temporary Redirect", {}, "Location: " + target.url().toLatin1() + "\r\n"));
    });
    const auto gateway = make(httpJsonProfile(peer.url()), "secret");
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Misconfigured);
    QCOMPARE(target.requests().size(), 0);
}

void HttpJsonGatewayTest::doesNotKeepCookies()
{
    const ScriptedPeer peer(
        [](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody, "Set-Cookie: a=b; Path=/\r\n")); });
    const auto gateway = make(httpJsonProfile(peer.url()));
    Answers answers;
    for (int id = 1; id <= 3; ++id) {
        gateway->send(messageOf(id), 5s, answers.noted(id));
        QTRY_COMPARE(answers.count(), id);
    }
    QVERIFY(!peer.requests().last().contains("Cookie"));
    QCOMPARE(peer.connections(), 1); // and the connection was kept
}

void HttpJsonGatewayTest::isTransientWhenNobodyListens()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort());
    closed.close();
    const auto gateway = make(httpJsonProfile(url));
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Transient);
    QCOMPARE(answers.last().httpStatus, 0);
    QVERIFY(!answers.last().text.isEmpty());
}

void HttpJsonGatewayTest::isMisconfiguredWhenTheSchemeIsUnknown()
{
    const auto gateway = make(httpJsonProfile(QStringLiteral("gopher://127.0.0.1/")));
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Misconfigured);
}

void HttpJsonGatewayTest::isMisconfiguredWhenTlsMeetsPlainHttp()
{
    const ScriptedPeer peer([](QTcpSocket &) {},
                            [] {
                                auto server = std::make_unique<QTcpServer>();
                                QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                                                 [raw = server.get()] {
                                                     // Answers before it is asked, as no TLS server does.
                                                     const auto sockets = raw->findChildren<QTcpSocket *>();
                                                     for (QTcpSocket *socket : sockets)
                                                         socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
                                                 });
                                return server;
                            }());
    const auto gateway = make(httpJsonProfile(QStringLiteral("https://") + peer.address()));
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Misconfigured);
}

void HttpJsonGatewayTest::trustsNoUnknownCertificate()
{
    const ScriptedPeer peer([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); }, tlsServer());
    const auto gateway = make(httpJsonProfile(QStringLiteral("https://") + peer.address()), "secret");
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Misconfigured);
    QCOMPARE(peer.requests().size(), 0);
}

void HttpJsonGatewayTest::trustsTheOwnCaFile()
{
    const ScriptedPeer peer([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); }, tlsServer());
    domain::GatewayProfile profile = httpJsonProfile(QStringLiteral("https://") + peer.address());
    profile.options.insert(QStringLiteral("ca_file"), dataFile("server.pem"));
    const auto gateway = make(profile, "secret");
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Accepted);
}

void HttpJsonGatewayTest::trustsTheOwnCaFileOnlyForItsHost()
{
    const ScriptedPeer peer([](QTcpSocket &socket) { socket.write(ScriptedPeer::answer("200 OK", okBody)); }, tlsServer());
    const QString url =
        QStringLiteral("https://") + peer.address().replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
    domain::GatewayProfile profile = httpJsonProfile(url);
    profile.options.insert(QStringLiteral("ca_file"), dataFile("server.pem"));
    const auto gateway = make(profile, "secret");
    Answers answers;
    gateway->send(messageOf(1), 5s, answers.noted(1));
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.last().kind, AnswerKind::Misconfigured);
    QCOMPARE(peer.requests().size(), 0);
}

void HttpJsonGatewayTest::saysWhenTheCaFileHoldsNoCertificate()
{
    domain::GatewayProfile profile = httpJsonProfile(QStringLiteral("https://127.0.0.1/"));
    profile.options.insert(QStringLiteral("ca_file"), dataFile("server.key"));
    const auto made = HttpJsonGateway::create(profile, {}, m_clock);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(made.error().fields.value(0).field, QStringLiteral("options.ca_file"));
    QCOMPARE(made.error().fields.value(0).code, QStringLiteral("gateway:ca_file"));
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::HttpJsonGatewayTest)
#include "httpjsongatewaytest.moc"
