// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the interface tells of itself and of the program: health, metrics, description and documentation.

#include "tests/rest/sentmailing.h"

#include <QFile>
#include <QtTest>

using core::domain::MessageStatus;
using tests::Caller;
using tests::headerOf;
using tests::jsonOf;
using tests::outcome;
using tests::RestFixture;

class ServiceRoutesTest : public QObject
{
    Q_OBJECT

private:
    /** "heliograph_leases 0", the line of a metric without labels; blank: there is none. */
    static QByteArray sample(const core::rest::ApiResponse &metrics, const QByteArray &name)
    {
        for (const QByteArray &line : metrics.body.split('\n')) {
            if (line.startsWith(name + ' ') || line.startsWith(name + '{'))
                return line;
        }
        return {};
    }

private Q_SLOTS:
    void healthIsThatTheDatabaseAnswers()
    {
        RestFixture rest;
        QCOMPARE(outcome(rest.call("GET", "/healthz")), u"200"_qs);

        rest.workspace->close();

        QCOMPARE(rest.call("GET", "/healthz").status, 503);
    }

    void metricsTellOfTheWorkspaceAndOfTheProcess()
    {
        RestFixture rest;
        tests::addSentMailing(rest, 3, MessageStatus::Sent);
        core::interfaces::EngineSnapshot snapshot{.dispatching = true, .rate = 12.5};
        Q_EMIT rest.monitor.snapshotTaken(snapshot);

        const auto metrics = Caller(rest, rest.viewer).get("/metrics");

        QCOMPARE(metrics.contentType, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QCOMPARE(sample(metrics, "heliograph_database_up"), QByteArray("heliograph_database_up 1"));
        QCOMPARE(sample(metrics, "heliograph_instances"), QByteArray("heliograph_instances 1"));
        QCOMPARE(sample(metrics, "heliograph_rate"), QByteArray("heliograph_rate 12.5"));
        QCOMPARE(sample(metrics, "heliograph_dispatching"), QByteArray("heliograph_dispatching 1"));
        QCOMPARE(sample(metrics, "process_start_time_seconds"), QByteArray("process_start_time_seconds 1709280000"));
        QVERIFY(sample(metrics, "heliograph_build_info").contains("version=\"1.2.3\""));
        QVERIFY(metrics.body.contains("heliograph_messages{status=\"sent\",gateway=\"main\"} 3\n"));
    }

    void metricsSayThatTheDatabaseIsAway()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);
        QCOMPARE(outcome(viewer.get("/metrics")), u"200"_qs); // is known by its token from now on

        rest.workspace->close();

        const auto metrics = viewer.get("/metrics");
        QCOMPARE(outcome(metrics), u"200"_qs);
        QCOMPARE(sample(metrics, "heliograph_database_up"), QByteArray("heliograph_database_up 0"));
        QCOMPARE(sample(metrics, "heliograph_messages"), QByteArray());
    }

    void withoutTheDatabaseEverythingElseIsUnavailable()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.get("/api/v1/clients")), u"200"_qs);

        rest.workspace->close();

        for (const char *path : {"/api/v1/clients", "/api/v1/mailings/1", "/api/v1/settings", "/api/v1/statistics"})
            QCOMPARE(admin.get(path).status, 503);
        QCOMPARE(admin.post("/api/v1/clients", tests::json("{'phone':'79990000001'}")).status, 503);
        QCOMPARE(rest.call("GET", "/api/v1/clients", {}, rest.viewer.token).status, 503); // who that is cannot be asked
    }

    void theDescriptionIsTheOneThatIsCompiledIn()
    {
        RestFixture rest;
        QFile file(u":/openapi.json"_qs);
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto answer = rest.call("GET", "/openapi.json");

        QCOMPARE(answer.contentType, QByteArray("application/json"));
        QCOMPARE(answer.body, file.readAll());
    }

    void theDocumentationIsServedWithItsTypes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("contentType");

        QTest::newRow("page") << QByteArray("/docs/") << QByteArray("text/html; charset=utf-8");
        QTest::newRow("script") << QByteArray("/docs/docs.js") << QByteArray("text/javascript; charset=utf-8");
        QTest::newRow("style") << QByteArray("/docs/docs.css") << QByteArray("text/css; charset=utf-8");
    }
    void theDocumentationIsServedWithItsTypes()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, contentType);
        RestFixture rest;

        const auto answer = rest.call("GET", path);

        QCOMPARE(outcome(answer), u"200"_qs);
        QCOMPARE(answer.contentType, contentType);
        QVERIFY(!answer.body.isEmpty());
        QVERIFY(headerOf(answer, "Content-Security-Policy").startsWith("default-src 'none'"));
    }

    void nothingElseIsServed_data()
    {
        QTest::addColumn<QByteArray>("path");

        QTest::newRow("no such file") << QByteArray("/docs/nothing.js");
        QTest::newRow("up") << QByteArray("/docs/..%2Fopenapi.json");
        QTest::newRow("up by dots") << QByteArray("/docs/..");
        QTest::newRow("absolute") << QByteArray("/docs/%2Fetc%2Fpasswd");
        QTest::newRow("resource") << QByteArray("/docs/:%2Fopenapi.json");
        QTest::newRow("backslash") << QByteArray("/docs/..%5Copenapi.json");
        QTest::newRow("hidden") << QByteArray("/docs/.htaccess");
    }
    void nothingElseIsServed()
    {
        QFETCH(const QByteArray, path);
        RestFixture rest;

        QCOMPARE(outcome(rest.call("GET", path)), u"404 request.path"_qs);
    }

    void aHeadIsAnsweredAsAGet()
    {
        RestFixture rest;

        QCOMPARE(outcome(rest.call("HEAD", "/healthz")), u"200"_qs);
        QCOMPARE(outcome(rest.call("HEAD", "/api/v1/clients", {}, rest.viewer.token)), u"200"_qs);
        QCOMPARE(outcome(rest.call("HEAD", "/api/v1/auth/token")), u"401 token.invalid"_qs);
    }
};

QTEST_GUILESS_MAIN(ServiceRoutesTest)
#include "serviceroutestest.moc"
