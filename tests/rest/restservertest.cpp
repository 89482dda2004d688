// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server over real sockets: what clients do that they should not.

#include "tests/rest/runningserver.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace std::chrono_literals;
using namespace core::rest;

namespace tests {

class RestServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersRequestsOfOneConnectionInTurn()
    {
        RunningServer running;
        RawClient client(running);
        client.send(QByteArray("GET /now HTTP/1.1\r\nHost: x\r\n\r\n").repeated(50));
        QTRY_VERIFY((client.held += client.socket.readAll()).count("{\"ok\":true}") == 50);
        QCOMPARE(client.held.count("HTTP/1.1 200 OK"), 50);
        QVERIFY(!client.isClosed());
    }

    void theNextRequestWaitsForTheAnswerToTheOneBefore()
    {
        RunningServer running;
        RawClient client(running);
        client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\nGET /now HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(running.waiting.size(), 1);
        running.waiting.takeFirst()(jsonResponse({{u"first"_qs, true}}));
        const QByteArray all = client.readUntil("{\"ok\":true}");
        QVERIFY(all.indexOf("first") > 0 && all.indexOf("first") < all.indexOf("ok\":true"));
    }

    void whoLeavesBeforeTheAnswerHarmsNobody()
    {
        RunningServer running;
        for (int i = 0; i < 20; ++i) {
            RawClient client(running);
            client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(running.waiting.size(), i + 1);
            client.socket.abort();
        }
        QTRY_COMPARE(running.server.connections(), 0);
        for (const Answer &answer : std::as_const(running.waiting))
            answer(jsonResponse({}));
        RawClient other(running);
        other.send("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(other.readUntil("true}").contains("200 OK"));
    }

    void aBodyOfTheLargestSizeComesInAndAByteMoreDoesNot()
    {
        RunningServer running;
        RawClient fits(running);
        fits.send(post("/size", QByteArray(RestServer::maxBody, ' ')));
        QVERIFY(fits.readUntil("}").contains("{\"size\":1048576}"));

        RawClient tooLarge(running);
        tooLarge.send(post("/size", QByteArray(RestServer::maxBody + 1, ' ')));
        const QByteArray answer = tooLarge.readToTheEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 413 ") && answer.contains("urn:heliograph:request.too_large"),
                 answer.constData());
    }

    void aBodyInChunksIsTheSame()
    {
        RunningServer running;
        RawClient client(running);
        client.send(
            "POST /size HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("5\r\n     \r\n3\r\n   \r\n0\r\n\r\n");
        QVERIFY(client.readUntil("}").contains("{\"size\":8}"));
    }

    void aClientOfHttpOneZeroNeedsNoHost()
    {
        RunningServer running;
        RawClient client(running);
        client.send("GET /now HTTP/1.0\r\n\r\n");
        QVERIFY(client.readToTheEnd().contains("{\"ok\":true}"));
        QVERIFY(client.isClosed());
    }

    void aClientThatExpectsItIsToldToGoOn()
    {
        RunningServer running;
        RawClient client(running);
        client.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\n"
                    "Expect: 100-continue\r\n\r\n");
        QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100 Continue"));
        client.send("    ");
        QVERIFY(client.readUntil("}").contains("{\"size\":4}"));
    }

    void anUploadLiesInAFileAndIsGoneAfterwards()
    {
        RunningServer running;
        RawClient client(running);
        client.send(post("/file", QByteArray(3 * RestServer::maxBody, 'x'), "text/csv"));
        QVERIFY(client.readUntil("}").contains("{\"inMemory\":0,\"size\":3145728}"));
        QVERIFY(!running.uploaded.isEmpty());
        QTRY_VERIFY(!QFile::exists(running.uploaded));
    }

    void aFileIsSentPieceByPiece()
    {
        const QTemporaryDir folder;
        RunningServer running;
        running.download = folder.filePath(u"rows.csv"_qs);
        QFile file(running.download);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 400'000; ++i)
            file.write("79990000001;phone:too_short\n");
        file.close();
        RawClient client(running);
        client.send("GET /download HTTP/1.1\r\nHost: x\r\n\r\nGET /now HTTP/1.1\r\nHost: x\r\n\r\n");
        const QByteArray all = client.readUntil("{\"ok\":true}");
        const QByteArray body = all.mid(all.indexOf("\r\n\r\n") + 4);
        QCOMPARE(body.indexOf("HTTP/1.1 200 OK"), QFileInfo(running.download).size());
    }

    void whoSendsItsHeadByteByByteIsCutOff()
    {
        RunningServer running({.head = 1s});
        RawClient client(running);
        QTimer drip;
        QByteArray left = QByteArray("GET /now HTTP/1.1\r\n") + QByteArray("X: y\r\n").repeated(1000);
        connect(&drip, &QTimer::timeout, &drip, [&] { client.send(left.left(1)), left.remove(0, 1); });
        drip.start(20ms);
        const QByteArray answer = client.readToTheEnd();
        QVERIFY(client.isClosed());
        // Who goes on sending to a closed connection may lose what was said last.
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 408 "), answer.constData());
    }

    void aBodyThatStopsIsCutOff()
    {
        RunningServer running({.bodySilence = 1s});
        RawClient client(running);
        client.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\nabc");
        QVERIFY(client.readToTheEnd().startsWith("HTTP/1.1 408 "));
    }

    void aConnectionOnWhichNothingComesIsClosed()
    {
        RunningServer running({.head = 1s, .idle = 1s});
        RawClient silent(running);
        RawClient done(running);
        done.send("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(done.readUntil("true}").contains("200 OK"));
        QTRY_VERIFY(silent.isClosed());
        QTRY_VERIFY(done.isClosed());
        QTRY_COMPARE(running.server.connections(), 0);
    }

    void moreConnectionsThanAreAllowedAreClosed()
    {
        RunningServer running;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < RestServer::maxConnections + 20; ++i)
            clients.push_back(std::make_unique<RawClient>(running));
        const auto closed = [&clients] {
            return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isClosed(); });
        };
        QTRY_COMPARE(closed(), 20);
        QCOMPARE(running.server.connections(), RestServer::maxConnections);
        clients.clear();
        QTRY_COMPARE(running.server.connections(), 0);
    }

    void allBodiesTogetherKeepWithinMemory()
    {
        RunningServer running;
        std::vector<std::unique_ptr<RawClient>> clients;
        const QByteArray head =
            "POST /size HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n";
        for (int i = 0; i < 80; ++i) {
            clients.push_back(std::make_unique<RawClient>(running));
            clients.back()->send(head + QByteArray(RestServer::maxBody - 1, ' '));
        }
        int refused = 0;
        QTRY_VERIFY((refused = int(std::count_if(clients.begin(), clients.end(), [](const auto &client) {
                         client->held += client->socket.readAll();
                         return client->held.startsWith("HTTP/1.1 503 ");
                     }))) >= 80 - 64);
        QVERIFY2(refused < 40, qPrintable(QString::number(refused)));
    }

    void stoppingFinishesWhatIsBeingAnswered()
    {
        RunningServer running;
        RawClient idle(running);
        RawClient waits(running);
        waits.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(running.waiting.size(), 1);
        QSignalSpy finished(&running.server, &RestServer::finished);
        running.server.stop();
        QTRY_VERIFY(idle.isClosed());
        QCOMPARE(finished.size(), 0);
        running.waiting.takeFirst()(jsonResponse({{u"late"_qs, 1}}));
        QVERIFY(waits.readToTheEnd().contains("{\"late\":1}"));
        QTRY_COMPARE(finished.size(), 1);
    }

    void anAddressBeyondThisMachineNeedsTls()
    {
        RunningServer running;
        RestServer other(running.guard);
        const auto refused = other.listen({.address = {QHostAddress::AnyIPv4, 0}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields.value(0).code, u"rest:needs_tls"_qs);
        QVERIFY(other.listen({.address = {QHostAddress::AnyIPv4, 0}, .insecureHttp = true}));
    }

    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");

        QTest::newRow("IPv4") << u"127.0.0.1:8080"_qs << u"127.0.0.1"_qs << 8080;
        QTest::newRow("IPv6") << u"[::1]:8080"_qs << u"::1"_qs << 8080;
        QTest::newRow("port alone") << u":8080"_qs << u"127.0.0.1"_qs << 8080;
        QTest::newRow("localhost") << u"localhost:1"_qs << u"127.0.0.1"_qs << 1;
        QTest::newRow("no port") << u"127.0.0.1"_qs << QString() << 0;
        QTest::newRow("port too large") << u"127.0.0.1:65536"_qs << QString() << 0;
        QTest::newRow("name") << u"example.org:80"_qs << QString() << 0;
    }

    void addressesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto address = listenAddressFrom(text);
        QCOMPARE(address.has_value(), !host.isEmpty());
        if (!address)
            return;
        QCOMPARE(address->host.toString(), host);
        QCOMPARE(int(address->port), port);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RestServerTest)
#include "restservertest.moc"
