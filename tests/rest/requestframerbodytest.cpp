// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies: lengths, chunks, and how much may come in.

#include "tests/rest/framerreading.h"

#include <QtTest>

using core::rest::RequestFramer;
using Reading = tests::FramerReading;
using State = RequestFramer::State;
using tests::chunkedRequest;
using tests::withField;

class RequestFramerBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Lengths -------------------------------------------------------------------------------------------------------------

    void aLengthIsOneNumberOfDigits_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("refusal");

        const QByteArray malformed = "400 request.malformed";
        QTest::newRow("none") << QByteArray("X: a") << QByteArray();
        QTest::newRow("zero") << QByteArray("Content-Length: 0") << QByteArray();
        QTest::newRow("blanks around") << QByteArray("content-length: \t0 ") << QByteArray();
        QTest::newRow("empty") << QByteArray("Content-Length:") << malformed;
        QTest::newRow("plus") << QByteArray("Content-Length: +0") << malformed;
        QTest::newRow("minus") << QByteArray("Content-Length: -1") << malformed;
        QTest::newRow("minus zero") << QByteArray("Content-Length: -0") << malformed;
        QTest::newRow("hexadecimal") << QByteArray("Content-Length: 0x0") << malformed;
        QTest::newRow("fraction") << QByteArray("Content-Length: 0.0") << malformed;
        QTest::newRow("two words") << QByteArray("Content-Length: 0 0") << malformed;
        QTest::newRow("a vertical tab before") << QByteArray("Content-Length: \v0") << malformed;
        QTest::newRow("a form feed after") << QByteArray("Content-Length: 0\f") << malformed;
        QTest::newRow("list") << QByteArray("Content-Length: 0, 0") << malformed;
        QTest::newRow("grouped") << QByteArray("Content-Length: 1,000") << malformed;
        QTest::newRow("more than fits") << QByteArray("Content-Length: 9223372036854775808") << malformed;
        QTest::newRow("twenty digits") << QByteArray("Content-Length: 99999999999999999999") << malformed;
        QTest::newRow("two equal ones") << QByteArray("Content-Length: 0\r\nContent-Length: 0") << malformed;
        QTest::newRow("two") << QByteArray("Content-Length: 0\r\nX: a\r\ncontent-length: 3") << malformed;
        QTest::newRow("huge") << QByteArray("Content-Length: 9223372036854775807") << QByteArray("413 request.too_large");
    }
    void aLengthIsOneNumberOfDigits()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, refusal);

        const Reading reading = Reading::of(withField(fields));

        QCOMPARE(reading.refusal(), refusal);
        QCOMPARE(reading.framer.state() == State::Complete, refusal.isEmpty());
    }

    void aLengthBesideChunksIsRefused()
    {
        const QByteArray chunks = "0\r\n\r\n";
        for (const char *fields :
             {"Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
              "Content-Length: 0\r\nTransfer-Encoding: chunked"})
            QCOMPARE(Reading::of(withField(fields) + chunks).refusal(), QByteArray("400 request.malformed"));
    }

    void chunksAreTheOnlyTransferEncoding_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("refusal");

        const QByteArray unknown = "501 request.transfer_encoding";
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked") << QByteArray();
        QTest::newRow("in capitals") << QByteArray("TRANSFER-ENCODING: Chunked") << QByteArray();
        QTest::newRow("gzip") << QByteArray("Transfer-Encoding: gzip") << unknown;
        QTest::newRow("gzip in chunks") << QByteArray("Transfer-Encoding: gzip, chunked") << unknown;
        QTest::newRow("identity") << QByteArray("Transfer-Encoding: identity") << unknown;
        QTest::newRow("hidden") << QByteArray("Transfer-Encoding: xchunked") << unknown;
        QTest::newRow("empty") << QByteArray("Transfer-Encoding:") << unknown;
        QTest::newRow("twice in one") << QByteArray("Transfer-Encoding: chunked, chunked") << unknown;
        QTest::newRow("twice") << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked") << unknown;
    }
    void chunksAreTheOnlyTransferEncoding()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, refusal);

        const Reading reading = Reading::of(withField(fields) + "0\r\n\r\n");

        QCOMPARE(reading.refusal(), refusal);
    }

    // Chunks --------------------------------------------------------------------------------------------------------------

    void readsChunks_data()
    {
        QTest::addColumn<QByteArray>("chunks");
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("none") << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("many zeros") << QByteArray("000\r\n\r\n") << QByteArray();
        QTest::newRow("two") << QByteArray("2\r\nab\r\n1\r\nc\r\n0\r\n\r\n") << QByteArray("abc");
        QTest::newRow("lower case") << QByteArray("a\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789");
        QTest::newRow("upper case") << QByteArray("0A\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789");
        QTest::newRow("line ends within") << QByteArray("4\r\n\r\n0\r\r\n0\r\n\r\n") << QByteArray("\r\n0\r");
        QTest::newRow("extensions") << QByteArray("1;a=b;c=\"d\"\r\nx\r\n0;e\r\n\r\n") << QByteArray("x");
        QTest::newRow("a blank before an extension") << QByteArray("1 ;a\r\nx\r\n0\r\n\r\n") << QByteArray("x");
        QTest::newRow("trailers") << QByteArray("1\r\nx\r\n0\r\nContent-Length: 5\r\nX: y\r\n\r\n") << QByteArray("x");
    }
    void readsChunks()
    {
        QFETCH(const QByteArray, chunks);
        QFETCH(const QByteArray, body);

        const Reading reading = Reading::of(chunkedRequest(chunks) + "next");

        QCOMPARE(reading.framer.state(), State::Complete);
        QCOMPARE(reading.body, body);
        QCOMPARE(reading.framer.bodyBytes(), body.size());
        QCOMPARE(reading.input, QByteArray("next"));
    }

    void refusesChunksOfAnotherForm_data()
    {
        QTest::addColumn<QByteArray>("chunks");

        QTest::newRow("no size") << QByteArray("\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("extension alone") << QByteArray(";a\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("plus") << QByteArray("+3\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("minus") << QByteArray("-3\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("prefix") << QByteArray("0x3\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("no digit") << QByteArray("g\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("two words") << QByteArray("3 3\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("more than fits") << QByteArray("8000000000000000\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("far more than fits") << QByteArray("fffffffffffffffff\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("a size that ends in LF") << QByteArray("3\nabc\r\n0\r\n\r\n");
        QTest::newRow("a chunk that ends in LF") << QByteArray("3\r\nabc\n0\r\n\r\n");
        QTest::newRow("a chunk longer than it says") << QByteArray("3\r\nabcd\r\n0\r\n\r\n");
        QTest::newRow("a trailer that ends in LF") << QByteArray("0\r\nX: y\n\r\n");
        QTest::newRow("a vertical tab before a size") << QByteArray("\v3\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("a form feed after a size") << QByteArray("3\f\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("CR in an extension") << QByteArray("3;a\rb\r\nabc\r\n0\r\n\r\n");
        QTest::newRow("NUL in an extension") << QByteArray("3;a\0b\r\nabc\r\n0\r\n\r\n", 17);
        QTest::newRow("CR in a trailer") << QByteArray("0\r\nX: a\rY: b\r\n\r\n");
        QTest::newRow("an extension without end") << QByteArray("3;" + QByteArray(1100, 'x') + "\r\nabc\r\n0\r\n\r\n");
    }
    void refusesChunksOfAnotherForm()
    {
        QFETCH(const QByteArray, chunks);

        QCOMPARE(Reading::of(chunkedRequest(chunks)).refusal(), QByteArray("400 request.malformed"));
        Reading singly;
        singly.takeSingly(chunkedRequest(chunks));
        QCOMPARE(singly.refusal(), QByteArray("400 request.malformed"));
    }

    void trailersHaveTheBoundsOfAHead()
    {
        Reading reading = Reading::of(chunkedRequest("0\r\n"));
        for (int i = 0; i < 40 && reading.framer.state() == State::Body; ++i)
            reading.take("X: " + QByteArray(500, 'x') + "\r\n");

        QCOMPARE(reading.refusal(), QByteArray("431 request.head_too_large"));
    }

    // How much may come in ------------------------------------------------------------------------------------------------

    void aBodyMayHaveWhatItMayHaveAndNoByteMore_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("fits");

        const QByteArray ten(10, 'x');
        const QByteArray eleven(11, 'x');
        QTest::newRow("length, exactly") << QByteArray("POST /a HTTP/1.1\r\nHost: b\r\nContent-Length: 10\r\n\r\n" + ten)
                                         << true;
        QTest::newRow("length, one more") << QByteArray("POST /a HTTP/1.1\r\nHost: b\r\nContent-Length: 11\r\n\r\n" + eleven)
                                          << false;
        QTest::newRow("chunk, exactly") << chunkedRequest("a\r\n" + ten + "\r\n0\r\n\r\n") << true;
        QTest::newRow("chunk, one more") << chunkedRequest("b\r\n" + eleven + "\r\n0\r\n\r\n") << false;
        QTest::newRow("chunks, exactly") << chunkedRequest("9\r\nxxxxxxxxx\r\n1\r\nx\r\n0\r\n\r\n") << true;
        QTest::newRow("chunks, one more") << chunkedRequest("9\r\nxxxxxxxxx\r\n2\r\nxx\r\n0\r\n\r\n") << false;
        QTest::newRow("chunk that overflows") << chunkedRequest("1\r\nx\r\n7fffffffffffffff\r\n") << false;
    }
    void aBodyMayHaveWhatItMayHaveAndNoByteMore()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const bool, fits);
        Reading whole{.maxBody = 10};
        Reading singly{.maxBody = 10};

        whole.take(request);
        singly.takeSingly(request);

        QCOMPARE(whole.refusal(), fits ? QByteArray() : QByteArray("413 request.too_large"));
        QCOMPARE(singly.refusal(), whole.refusal());
        QCOMPARE(whole.framer.state() == State::Complete, fits);
        QVERIFY(singly.body.size() <= 10);
    }

    void aLengthIsRefusedBeforeAByteOfTheBodyHasCome()
    {
        Reading reading{.maxBody = 10};

        QCOMPARE(reading.take("POST /a HTTP/1.1\r\nHost: b\r\nContent-Length: 11\r\n\r\n"), State::Refused);
    }

    void takesNothingOnceItHasRefused()
    {
        Reading reading = Reading::of("GET /a HTTP/3.0\r\n\r\n");
        QCOMPARE(reading.framer.state(), State::Refused);

        QCOMPARE(reading.take("GET /b HTTP/1.1\r\nHost: b\r\n\r\n"), State::Refused);
        QVERIFY(reading.input.endsWith("GET /b HTTP/1.1\r\nHost: b\r\n\r\n"));
        reading.framer.reset();
        QCOMPARE(reading.take({}), State::Complete);
    }
};

QTEST_GUILESS_MAIN(RequestFramerBodyTest)
#include "requestframerbodytest.moc"
