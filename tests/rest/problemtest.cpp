// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/problem.h"

#include "core/rest/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::rest::ApiResponse;
using core::rest::problemResponse;

class ProblemTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray header(const ApiResponse &response, const char *name)
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

private Q_SLOTS:
    void everyKindHasItsStatus_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");

        QTest::newRow("input") << ErrorKind::InvalidInput << 422;
        QTest::newRow("not found") << ErrorKind::NotFound << 404;
        QTest::newRow("conflict") << ErrorKind::Conflict << 409;
        QTest::newRow("permission") << ErrorKind::PermissionDenied << 403;
        QTest::newRow("throttled") << ErrorKind::Throttled << 429;
        QTest::newRow("unavailable") << ErrorKind::Unavailable << 503;
        QTest::newRow("timeout") << ErrorKind::Timeout << 503;
        QTest::newRow("cancelled") << ErrorKind::Cancelled << 503;
        QTest::newRow("corrupt") << ErrorKind::Corrupt << 500;
        QTest::newRow("internal") << ErrorKind::Internal << 500;
    }

    void everyKindHasItsStatus()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);

        const QJsonObject problem = core::rest::problem(Error::make(kind, "internal"));

        QCOMPARE(problem.value(u"status"_qs).toInt(), status);
        QVERIFY(!problem.value(u"title"_qs).toString().isEmpty());
    }

    void theDetailIsTheFilledSentence()
    {
        const QJsonObject problem = core::rest::problem(
            Error::make(ErrorKind::Conflict, "client.phone_exists", {u"79990000001"_qs}, u"UNIQUE constraint"_qs));

        QCOMPARE(problem.keys(), (QStringList{u"detail"_qs, u"errors"_qs, u"status"_qs, u"title"_qs, u"type"_qs}));
        QCOMPARE(problem.value(u"type"_qs).toString(), u"urn:heliograph:client.phone_exists"_qs);
        QVERIFY(problem.value(u"detail"_qs).toString().contains(u"79990000001"_qs));
        QVERIFY(!problem.value(u"detail"_qs).toString().contains(u"UNIQUE"_qs));
        QVERIFY(problem.value(u"errors"_qs).toArray().isEmpty());
    }

    void whatARoleDoesNotAllowIsSaidInWords()
    {
        const QJsonObject problem =
            core::rest::problem(Error::make(ErrorKind::PermissionDenied, "access.role", {u"gateways.manage"_qs}));

        QCOMPARE(problem.value(u"type"_qs).toString(), u"urn:heliograph:access.role"_qs);
        QCOMPARE(problem.value(u"detail"_qs).toString(),
                 u"Your role does not allow you to add, change, delete or test gateways. Ask an administrator."_qs);
    }

    void fieldsAreToldWithTheirSentences()
    {
        const QJsonObject problem = core::rest::problem(Error::invalid(
            {{u"text"_qs, u"template:missing"_qs, {u"name"_qs, u"3"_qs}}, {u"phone"_qs, u"phone:empty"_qs, {}}}));

        const QJsonArray errors = problem.value(u"errors"_qs).toArray();
        QCOMPARE(errors.size(), 2);
        QCOMPARE(errors[0].toObject().value(u"field"_qs).toString(), u"text"_qs);
        QVERIFY(errors[0].toObject().value(u"message"_qs).toString().startsWith(u"3 clients"_qs));
        QCOMPARE(errors[1].toObject().value(u"field"_qs).toString(), u"phone"_qs);
    }

    void aStatusThatNoKindHasKeepsItsTitle_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("title");

        QTest::newRow("400") << 400 << u"Bad Request"_qs;
        QTest::newRow("401") << 401 << u"Unauthorized"_qs;
        QTest::newRow("405") << 405 << u"Method Not Allowed"_qs;
        QTest::newRow("408") << 408 << u"Request Timeout"_qs;
        QTest::newRow("413") << 413 << u"Content Too Large"_qs;
        QTest::newRow("415") << 415 << u"Unsupported Media Type"_qs;
        QTest::newRow("431") << 431 << u"Request Header Fields Too Large"_qs;
        QTest::newRow("501") << 501 << u"Not Implemented"_qs;
        QTest::newRow("505") << 505 << u"HTTP Version Not Supported"_qs;
        QTest::newRow("507") << 507 << u"Insufficient Storage"_qs;
    }
    void aStatusThatNoKindHasKeepsItsTitle()
    {
        QFETCH(const int, status);
        QFETCH(const QString, title);

        const ApiResponse response = problemResponse(status, Error::make(ErrorKind::InvalidInput, "request.malformed"));
        const QJsonObject problem = QJsonDocument::fromJson(response.body).object();

        QCOMPARE(response.status, status);
        QCOMPARE(response.contentType, QByteArray("application/problem+json"));
        QCOMPARE(problem.value(u"status"_qs).toInt(), status);
        QCOMPARE(problem.value(u"title"_qs).toString(), title);
    }

    void aCodeWithoutSentenceIsToldAsItIs()
    {
        const QJsonObject problem = core::rest::problem(Error::make(ErrorKind::Conflict, "nobody.entered_this"));

        QCOMPARE(problem.value(u"detail"_qs).toString(), u"nobody.entered_this"_qs);
    }

    void whoIsNotSignedInIsToldHow()
    {
        const Error error = Error::make(ErrorKind::PermissionDenied, "token.invalid");

        QVERIFY(header(problemResponse(401, error), "WWW-Authenticate").startsWith("Bearer"));
        QCOMPARE(problemResponse(error).status, 403);
        QVERIFY(header(problemResponse(error), "WWW-Authenticate").isEmpty());
    }

    void whoComesTooOftenIsToldWhenToComeAgain()
    {
        const Error error = Error::make(ErrorKind::Throttled, "signin.throttled", {u"60"_qs});

        QCOMPARE(problemResponse(error).status, 429);
        QCOMPARE(header(problemResponse(error), "Retry-After"), QByteArray("60"));
        QVERIFY(header(problemResponse(Error::make(ErrorKind::Throttled, "import.busy")), "Retry-After").isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProblemTest)
#include "problemtest.moc"
