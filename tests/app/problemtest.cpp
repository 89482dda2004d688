// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/problem.h"

#include <QJsonArray>
#include <QtTest>

using core::Error;
using core::ErrorKind;

class ProblemTest : public QObject
{
    Q_OBJECT

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
        QTest::newRow("cancelled") << ErrorKind::Cancelled << 409;
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
};

QTEST_GUILESS_MAIN(ProblemTest)
#include "problemtest.moc"
