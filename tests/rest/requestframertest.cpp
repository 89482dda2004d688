// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where requests begin and end, and their heads; bodies: requestframerbodytest.cpp.

#include "tests/rest/framerreading.h"

#include <QtTest>

using core::rest::RequestFramer;
using Reading = tests::FramerReading;
using State = RequestFramer::State;
using tests::chunkedRequest;
using tests::withField;

namespace {

/** A request without body whose head has so many bytes, from the first to the blank line that ends it. */
QByteArray headOf(qsizetype bytes)
{
    const QByteArray frame = "GET /a HTTP/1.1\r\nHost: b\r\nX: \r\n\r\n";
    return "GET /a HTTP/1.1\r\nHost: b\r\nX: " + QByteArray(bytes - frame.size(), 'x') + "\r\n\r\n";
}

} // namespace

class RequestFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheRequestLineAndTheFields()
    {
        const Reading reading = Reading::of(
            "GET /api/v1/clients?q=%D0%90 HTTP/1.1\r\nHost: localhost\r\nX-Name:\t two words \r\nEmpty:\r\n\r\n");
        const auto &head = reading.framer.head();

        QCOMPARE(reading.framer.state(), State::Complete);
        QCOMPARE(head.method, QByteArray("GET"));
        QCOMPARE(head.target, QByteArray("/api/v1/clients?q=%D0%90"));
        QCOMPARE(head.fields.size(), 3);
        QCOMPARE(head.field("host"), QByteArray("localhost"));
        QCOMPARE(head.field("x-name"), QByteArray("two words"));
        QCOMPARE(head.field("empty"), QByteArray(""));
        QVERIFY(!head.hasBody());
        QVERIFY(!head.closes);
    }

    void waitsAfterTheHeadUntilItMayGoOn()
    {
        RequestFramer framer;
        QByteArray input = "POST /a HTTP/1.1\r\nHost: b\r\nContent-Length: 3\r\n\r\nabc";

        QCOMPARE(framer.feed(input), State::HeadRead);
        QCOMPARE(framer.feed(input), State::HeadRead);
        QCOMPARE(input, QByteArray("abc"));
        QCOMPARE(framer.head().contentLength, 3);

        QCOMPARE(framer.goOn(1000), State::Body);
        QCOMPARE(framer.feed(input), State::Complete);
        QCOMPARE(framer.takeBody(), QByteArray("abc"));
        QCOMPARE(framer.takeBody(), QByteArray());
        QCOMPARE(framer.bodyBytes(), 3);
    }

    void howTheBytesComeMakesNoDifference_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("without body") << QByteArray("GET /a HTTP/1.1\r\nHost: b\r\n\r\n") << QByteArray();
        QTest::newRow("no fields") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray();
        QTest::newRow("blank lines before") << QByteArray("\r\n\r\nGET /a HTTP/1.1\r\nHost: b\r\n\r\n") << QByteArray();
        QTest::newRow("length") << QByteArray("POST /a HTTP/1.1\r\nHost: b\r\nContent-Length: 7\r\n\r\n\r\n\r\nabc")
                                << QByteArray("\r\n\r\nabc");
        QTest::newRow("chunked") << chunkedRequest("3\r\nabc\r\n1\r\n\n\r\n0\r\n\r\n") << QByteArray("abc\n");
        QTest::newRow("extensions and trailers")
            << chunkedRequest("3;name=value\r\nabc\r\n0;last\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n") << QByteArray("abc");
    }
    void howTheBytesComeMakesNoDifference()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, body);
        const QByteArray next = "GET /next HTTP/1.1\r\nHost: b\r\n\r\n";

        for (qsizetype cut = 0; cut <= request.size(); ++cut) {
            Reading reading;
            reading.take(request.left(cut));
            reading.take(request.mid(cut) + next);
            QVERIFY2(reading.framer.state() == State::Complete, QByteArray::number(cut));
            QCOMPARE(reading.body, body);
            QCOMPARE(reading.input, next);
            QCOMPARE(reading.framer.head().target, QByteArray("/a"));
        }
        Reading singly;
        QCOMPARE(singly.takeSingly(request), State::Complete);
        QCOMPARE(singly.body, body);
        QCOMPARE(singly.framer.head().target, QByteArray("/a"));
    }

    void theNextRequestOfABufferIsReadAfterwards()
    {
        Reading reading =
            Reading::of("POST /first HTTP/1.1\r\nHost: b\r\nContent-Length: 3\r\n\r\nabc"
                        "POST /second HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n0\r\n\r\n"
                        "GET /third HTTP/1.1\r\nHost: b\r\n\r\n");
        QCOMPARE(reading.framer.head().target, QByteArray("/first"));
        QCOMPARE(reading.body, QByteArray("abc"));

        reading.framer.reset();
        QCOMPARE(reading.take({}), State::Complete);
        QCOMPARE(reading.framer.head().target, QByteArray("/second"));
        QVERIFY(reading.framer.head().chunked);
        QCOMPARE(reading.body, QByteArray("abcde"));
        QCOMPARE(reading.framer.bodyBytes(), 2);

        reading.framer.reset();
        QCOMPARE(reading.take({}), State::Complete);
        QCOMPARE(reading.framer.head().target, QByteArray("/third"));
        QVERIFY(!reading.framer.head().hasBody());
        QCOMPARE(reading.input, QByteArray());
    }

    void knowsWhetherARequestHasBegun()
    {
        Reading reading;
        QVERIFY(!reading.framer.hasBegun());
        reading.take("\r\n");
        QVERIFY(!reading.framer.hasBegun());
        reading.take("G");
        QVERIFY(reading.framer.hasBegun());
        QCOMPARE(reading.take("ET /a HTTP/1.1\r\nHost: b\r\n\r\n"), State::Complete);
        QVERIFY(reading.framer.hasBegun());
        reading.framer.reset();
        QVERIFY(!reading.framer.hasBegun());
    }

    // Heads ---------------------------------------------------------------------------------------------------------------

    void refusesHeadsOfAnotherForm_data()
    {
        QTest::addColumn<QByteArray>("head");

        QTest::newRow("no version") << QByteArray("GET /a\r\n\r\n");
        QTest::newRow("one word") << QByteArray("GET\r\n\r\n");
        QTest::newRow("a word more") << QByteArray("GET /a b HTTP/1.1\r\n\r\n");
        QTest::newRow("two blanks") << QByteArray("GET  /a HTTP/1.1\r\n\r\n");
        QTest::newRow("a blank before") << QByteArray(" GET /a HTTP/1.1\r\n\r\n");
        QTest::newRow("a tab") << QByteArray("GET\t/a HTTP/1.1\r\n\r\n");
        QTest::newRow("method is no token") << QByteArray("G(T /a HTTP/1.1\r\n\r\n");
        QTest::newRow("absolute target") << QByteArray("GET http://localhost/a HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTest::newRow("authority") << QByteArray("CONNECT localhost:80 HTTP/1.1\r\n\r\n");
        QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\n\r\n");
        QTest::newRow("target beyond ASCII") << QByteArray("GET /\xd0\x90 HTTP/1.1\r\n\r\n");
        QTest::newRow("NUL in the target") << QByteArray("GET /a\0b HTTP/1.1\r\n\r\n", 22);
        QTest::newRow("NUL in a value") << QByteArray("GET /a HTTP/1.1\r\nHost: a\0b\r\n\r\n", 30);
        QTest::newRow("NUL in a name") << QByteArray("GET /a HTTP/1.1\r\nHo\0st: ab\r\n\r\n", 30);
        QTest::newRow("CR in a value") << withField("Host: a\rX: b");
        QTest::newRow("LF in a value") << withField("Host: a\nX: b");
        QTest::newRow("lines end in LF") << QByteArray("GET /a HTTP/1.1\nHost: b\n\r\n\r\n");
        QTest::newRow("control character") << withField("Host: a\x01");
        QTest::newRow("DEL") << withField("Host: a\x7f");
        QTest::newRow("a vertical tab before a value") << withField("Host:\va");
        QTest::newRow("a form feed after a value") << withField("Host: a\f");
        QTest::newRow("folded by a blank") << withField("X-Long: a\r\n b");
        QTest::newRow("folded by a tab") << withField("X-Long: a\r\n\tb");
        QTest::newRow("folded first") << withField(" Host: a");
        QTest::newRow("a blank before the colon") << withField("Content-Length : 3");
        QTest::newRow("a tab before the colon") << withField("Host\t: a");
        QTest::newRow("no colon") << withField("Host");
        QTest::newRow("no name") << withField(": a");
        QTest::newRow("a name of two words") << withField("Two Words: a");
        QTest::newRow("a name beyond ASCII") << withField("H\xc3\xb6st: a");
    }
    void refusesHeadsOfAnotherForm()
    {
        QFETCH(const QByteArray, head);

        QCOMPARE(Reading::of(head).refusal(), QByteArray("400 request.malformed"));
        Reading singly;
        singly.takeSingly(head);
        QCOMPARE(singly.refusal(), QByteArray("400 request.malformed"));
    }

    void aValueMayHoldWhatIsNoAscii()
    {
        const Reading reading = Reading::of(withField("X-Name: \xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0"));

        QCOMPARE(reading.framer.state(), State::Complete);
        QCOMPARE(reading.framer.head().field("x-name"), QByteArray("Анна"));
    }

    void speaksHttpOneOnly_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<bool>("closes");

        QTest::newRow("1.1") << QByteArray("HTTP/1.1") << QByteArray() << false;
        QTest::newRow("1.0") << QByteArray("HTTP/1.0") << QByteArray() << true;
        for (const char *other :
             {"HTTP/2.0", "HTTP/2", "HTTP/1.2", "HTTP/0.9", "http/1.1", "HTTP/1.1x", "HTTPS/1.1", "RTSP/1.0"})
            QTest::newRow(other) << QByteArray(other) << QByteArray("505 request.version") << false;
    }
    void speaksHttpOneOnly()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QByteArray, refusal);
        QFETCH(const bool, closes);

        const Reading reading = Reading::of("GET /a " + version + "\r\nHost: b\r\n\r\n");

        QCOMPARE(reading.refusal(), refusal);
        QCOMPARE(reading.framer.head().closes, closes);
    }

    void everyRequestIsSentToOneHost_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("refusal");

        const QByteArray refused = "400 request.host";
        QTest::newRow("a name") << QByteArray("GET /a HTTP/1.1\r\nHost: sms.example.org\r\n\r\n") << QByteArray();
        QTest::newRow("in capitals") << QByteArray("GET /a HTTP/1.1\r\nHOST: b\r\n\r\n") << QByteArray();
        QTest::newRow("with a port") << QByteArray("GET /a HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n") << QByteArray();
        QTest::newRow("IPv6") << QByteArray("GET /a HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n") << QByteArray();
        QTest::newRow("blank") << QByteArray("GET /a HTTP/1.1\r\nHost:\r\n\r\n") << QByteArray();
        QTest::newRow("none") << QByteArray("GET /a HTTP/1.1\r\nX: y\r\n\r\n") << refused;
        QTest::newRow("none, and a body") << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nx") << refused;
        QTest::newRow("two") << QByteArray("GET /a HTTP/1.1\r\nHost: b\r\nHost: b\r\n\r\n") << refused;
        QTest::newRow("a list") << QByteArray("GET /a HTTP/1.1\r\nHost: b c\r\n\r\n") << refused;
        QTest::newRow("an address") << QByteArray("GET /a HTTP/1.1\r\nHost: http://b/\r\n\r\n") << refused;
        QTest::newRow("somebody at a host") << QByteArray("GET /a HTTP/1.1\r\nHost: a@b\r\n\r\n") << refused;
        QTest::newRow("none in HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray();
        QTest::newRow("one in HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\nHost: b\r\n\r\n") << QByteArray();
        QTest::newRow("two in HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\nHost: b\r\nHost: c\r\n\r\n") << refused;
    }
    void everyRequestIsSentToOneHost()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, refusal);

        QCOMPARE(Reading::of(head).refusal(), refusal);
    }

    void saysWhatTheClientWantsOfTheConnection_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("expectsContinue");

        QTest::newRow("close") << QByteArray("Connection: close") << true << false;
        QTest::newRow("in capitals") << QByteArray("CONNECTION: Close") << true << false;
        QTest::newRow("among others") << QByteArray("Connection: TE, close") << true << false;
        QTest::newRow("keep-alive") << QByteArray("Connection: keep-alive") << false << false;
        QTest::newRow("continue") << QByteArray("Expect: 100-continue") << false << true;
        QTest::newRow("continue in capitals") << QByteArray("expect: 100-Continue") << false << true;
        QTest::newRow("expects something else") << QByteArray("Expect: a-miracle") << false << false;
    }
    void saysWhatTheClientWantsOfTheConnection()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const bool, closes);
        QFETCH(const bool, expectsContinue);

        const Reading reading = Reading::of(withField(field));

        QCOMPARE(reading.framer.state(), State::Complete);
        QCOMPARE(reading.framer.head().closes, closes);
        QCOMPARE(reading.framer.head().expectsContinue, expectsContinue);
    }

    void aHeadHasAtMostSixteenKibibytes()
    {
        QCOMPARE(headOf(RequestFramer::maxHead).size(), 16 * 1024);
        QCOMPARE(Reading::of(headOf(RequestFramer::maxHead)).framer.state(), State::Complete);
        QCOMPARE(Reading::of(headOf(RequestFramer::maxHead + 1)).refusal(), QByteArray("431 request.head_too_large"));

        Reading singly;
        QCOMPARE(singly.takeSingly(headOf(RequestFramer::maxHead)), State::Complete);
        Reading longer;
        QCOMPARE(longer.takeSingly(headOf(RequestFramer::maxHead + 1)), State::Refused);
    }

    void aHeadThatNeverEndsIsRefusedAndNotKept()
    {
        Reading reading;
        for (int i = 0; i < 17; ++i)
            reading.take(QByteArray(1024, 'x'));

        QCOMPARE(reading.refusal(), QByteArray("431 request.head_too_large"));
    }

    void linesThatEndInLineFeedsAloneNeverEndAHead()
    {
        Reading reading;
        QCOMPARE(reading.take("GET /a HTTP/1.1\nHost: b\n\n"), State::Head);
    }

    void aHeadHasAtMostAHundredFields()
    {
        const auto withFields = [](int number) {
            QByteArray request = "GET /a HTTP/1.1\r\nHost: b\r\n";
            for (int i = 1; i < number; ++i)
                request += "X" + QByteArray::number(i) + ": a\r\n";
            return request + "\r\n";
        };

        QCOMPARE(Reading::of(withFields(100)).framer.head().fields.size(), 100);
        QCOMPARE(Reading::of(withFields(100)).framer.state(), State::Complete);
        QCOMPARE(Reading::of(withFields(101)).refusal(), QByteArray("431 request.head_too_large"));
    }
};

QTEST_GUILESS_MAIN(RequestFramerTest)
#include "requestframertest.moc"
