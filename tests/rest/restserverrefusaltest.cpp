// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server refuses by the head of a request alone, over real sockets.

#include "tests/rest/runningserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace core::rest;

namespace tests {

class RestServerRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalBeginsWithTheReasonOfItsStatus_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("line");

        QTest::newRow("malformed") << QByteArray("GET\r\n\r\n") << QByteArray("HTTP/1.1 400 Bad Request\r\n");
        QTest::newRow("no host") << QByteArray("GET /now HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 400 Bad Request\r\n");
        QTest::newRow("too large") << QByteArray("POST /size HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                                 "Content-Length: 9999999\r\n\r\n")
                                   << QByteArray("HTTP/1.1 413 Content Too Large\r\n");
        QTest::newRow("media type") << QByteArray("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n")
                                    << QByteArray("HTTP/1.1 415 Unsupported Media Type\r\n");
        QTest::newRow("head too large") << QByteArray(RequestFramer::maxHead, 'x')
                                        << QByteArray("HTTP/1.1 431 Request Header Fields Too Large\r\n");
        QTest::newRow("encoding") << QByteArray("POST /size HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n")
                                  << QByteArray("HTTP/1.1 501 Not Implemented\r\n");
        QTest::newRow("version") << QByteArray("GET /now HTTP/2.0\r\n\r\n")
                                 << QByteArray("HTTP/1.1 505 HTTP Version Not Supported\r\n");
    }
    void aRefusalBeginsWithTheReasonOfItsStatus()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, line);
        RunningServer running;
        RawClient client(running);
        client.send(request);
        const QByteArray answer = client.readToTheEnd();
        QVERIFY2(answer.startsWith(line), answer.constData());
        QVERIFY2(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer.constData());
    }

    void anUploadIsRefusedByRoleBeforeAByteOfItIsKept()
    {
        const QTemporaryDir folder;
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", folder.path().toLocal8Bit());
        const auto restore = qScopeGuard([&before] { before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before); });
        const auto head = [](const char *role, qint64 size) {
            return QByteArray("POST /guarded HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nAuthorization: Bearer ") +
                   role + "\r\nContent-Length: " + QByteArray::number(size) + "\r\nExpect: 100-continue\r\n\r\n";
        };
        RunningServer running;

        RawClient viewer(running);
        viewer.send(head("viewer", RestServer::maxUpload) + QByteArray(1000, 'x'));
        const QByteArray answer = viewer.readToTheEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 403 Forbidden\r\n"), answer.constData());
        QVERIFY2(answer.contains("application/problem+json") && answer.contains("urn:heliograph:access.role"),
                 answer.constData());
        QVERIFY(viewer.isClosed());
        QVERIFY2(running.uploaded.isEmpty() && QDir(folder.path()).isEmpty(), "something was kept");

        RawClient anOperator(running);
        anOperator.send(head("operator", 4) + "abcd");
        QVERIFY(anOperator.readUntil("}").contains("{\"inMemory\":0,\"size\":4}"));
        QVERIFY(running.uploaded.startsWith(folder.path()));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RestServerRefusalTest)
#include "restserverrefusaltest.moc"
