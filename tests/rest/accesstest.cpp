// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who may call what: every route, called by everybody. A route without a row in the table fails the test.
 */

#include "core/interfaces/userrepository.h"
#include "tests/rest/sentmailing.h"

#include <QtTest>

using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;
using core::rest::ApiResponse;
using tests::Caller;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::Person;
using tests::placeOf;
using tests::RestFixture;

namespace {

struct Row
{
    const char *operation;
    /** Without a token, by a viewer, by an operator, by the one whose thing it is, by an administrator; yes: not refused. */
    const char *expected;
    const char *body = ""; ///< one that would be accepted
};

// What a route is about belongs to the operator “owner”; of an account it is the operator itself.
// clang-format off
constexpr Row rows[] = {
    {"POST /api/v1/auth/token",                 "yes yes yes yes yes", "{'email':'owner@example.org','password':'correct horse'}"},
    {"GET /api/v1/users",                       "401 403 403 403 yes"},
    {"POST /api/v1/users",                      "401 403 403 403 yes", "{'email':'new@example.org','name':'Anna','password':'correct horse'}"},
    {"GET /api/v1/users/me",                    "401 yes yes yes yes"},
    {"PUT /api/v1/users/me",                    "401 403 403 yes yes", "{'email':'owner@example.org','name':'Anna','role':'operator'}"},
    {"PATCH /api/v1/users/me",                  "401 yes yes yes yes", "{'name':'Vera'}"},
    {"DELETE /api/v1/users/me",                 "401 yes yes yes yes"},
    {"GET /api/v1/users/{id}",                  "401 403 403 yes yes"},
    {"PUT /api/v1/users/{id}",                  "401 403 403 yes yes", "{'email':'owner@example.org','name':'Vera','role':'operator'}"},
    {"PATCH /api/v1/users/{id}",                "401 403 403 yes yes", "{'name':'Vera'}"},
    {"DELETE /api/v1/users/{id}",               "401 403 403 yes yes"},

    {"GET /api/v1/clients",                     "401 yes yes yes yes"},
    {"POST /api/v1/clients",                    "401 403 yes yes yes", "{'phone':'79995555555'}"},
    {"GET /api/v1/clients/{id}",                "401 yes yes yes yes"},
    {"PUT /api/v1/clients/{id}",                "401 403 yes yes yes", "{'phone':'79995555555'}"},
    {"PATCH /api/v1/clients/{id}",              "401 403 yes yes yes", "{'tags':['vip']}"},
    {"DELETE /api/v1/clients/{id}",             "401 403 yes yes yes"},
    {"PUT /api/v1/clients/{id}/opt-out",        "401 403 yes yes yes"},
    {"DELETE /api/v1/clients/{id}/opt-out",     "401 403 yes yes yes"},

    {"POST /api/v1/imports",                    "401 403 yes yes yes", "phone\n79995555555\n"},
    {"GET /api/v1/imports/{id}",                "401 yes yes yes yes"},
    {"GET /api/v1/imports/{id}/rejects",        "401 yes yes yes yes"},
    {"POST /api/v1/imports/{id}/cancel",        "401 403 403 yes yes"},
    {"POST /api/v1/imports/{id}/undo",          "401 403 403 yes yes"},

    {"GET /api/v1/mailings",                    "401 yes yes yes yes"},
    {"POST /api/v1/mailings",                   "401 403 yes yes yes", "{'text':'Hello','state':'draft'}"},
    {"GET /api/v1/mailings/{id}",               "401 yes yes yes yes"},
    {"PUT /api/v1/mailings/{id}",               "401 403 403 yes yes", "{'text':'a','start_at':'2024-03-02T08:00:00Z','end_at':'2024-03-03T08:00:00Z'}"},
    {"PATCH /api/v1/mailings/{id}",             "401 403 403 yes yes", "{'name':'Sale'}"},
    {"DELETE /api/v1/mailings/{id}",            "401 403 403 yes yes"},
    {"POST /api/v1/mailings/{id}/start",        "401 403 403 yes yes"},
    {"POST /api/v1/mailings/{id}/pause",        "401 403 403 yes yes"},
    {"POST /api/v1/mailings/{id}/resume",       "401 403 403 yes yes"},
    {"POST /api/v1/mailings/{id}/cancel",       "401 403 403 yes yes"},
    {"POST /api/v1/mailings/{id}/retry",        "401 403 403 yes yes", "{'statuses':['failed']}"},
    {"GET /api/v1/mailings/{id}/statistics",    "401 yes yes yes yes"},
    {"GET /api/v1/mailings/{id}/messages",      "401 yes yes yes yes"},

    {"POST /api/v1/audience",                   "401 yes yes yes yes", "{'filter':{}}"},
    {"GET /api/v1/messages",                    "401 yes yes yes yes"},
    {"GET /api/v1/messages/{id}",               "401 yes yes yes yes"},
    {"GET /api/v1/statistics",                  "401 yes yes yes yes"},
    {"GET /api/v1/events",                      "401 yes yes yes yes"},

    {"GET /api/v1/gateways",                    "401 403 403 403 yes"},
    {"POST /api/v1/gateways",                   "401 403 403 403 yes", "{'name':'trial','kind':'simulator'}"},
    {"GET /api/v1/gateways/{id}",               "401 403 403 403 yes"},
    {"PATCH /api/v1/gateways/{id}",             "401 403 403 403 yes", "{'connections':8}"},
    {"DELETE /api/v1/gateways/{id}",            "401 403 403 403 yes"},
    {"POST /api/v1/gateways/{id}/test",         "401 403 403 403 yes", "{'phone':'79990000001'}"},
    {"POST /api/v1/gateways/{id}/reset",        "401 403 403 403 yes"},
    {"GET /api/v1/settings",                    "401 403 403 403 yes"},
    {"PATCH /api/v1/settings",                  "401 403 403 403 yes", "{'texts_kept_days':5}"},

    {"GET /healthz",                            "yes yes yes yes yes"},
    {"GET /metrics",                            "401 yes yes yes yes"},
    {"GET /openapi.json",                       "yes yes yes yes yes"},
    {"GET /docs/",                              "yes yes yes yes yes"},
    {"GET /docs/{file}",                        "yes yes yes yes yes"},
};
// clang-format on

/** What the placeholder of a path stands for: something of the operator “owner”. */
QByteArray idFor(RestFixture &rest, const QByteArray &path)
{
    const Caller owner(rest, rest.owner);
    if (path.startsWith("/api/v1/users"))
        return rest.owner.id.text().toLatin1();
    if (path.startsWith("/api/v1/gateways"))
        return rest.gateway.text().toLatin1();
    if (path.startsWith("/api/v1/imports"))
        return placeOf(owner.post("/api/v1/imports", "phone\n79991111111\n")).split('/').last();
    if (path.startsWith("/docs"))
        return "docs.css";
    const core::MailingId mailing = tests::addSentMailing(rest, 1, MessageStatus::Failed);
    if (path.startsWith("/api/v1/mailings"))
        return mailing.text().toLatin1();
    const bool ofClients = path.startsWith("/api/v1/clients");
    return QByteArray::number(tests::idsOf(owner.get(ofClients ? "/api/v1/clients" : "/api/v1/messages")).value(0));
}

/** The sign-in that is refused is a 401 as well. */
QString decisionOf(const ApiResponse &response)
{
    const bool refused = response.status == 401 || response.status == 403;
    return refused ? QString::number(response.status) : QStringLiteral("yes");
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteHasItsRow()
    {
        RestFixture rest;
        QStringList routes;
        for (const core::rest::Route &route : rest.guard.router().routes())
            routes << tests::ApiDescription::operationOf(route);
        QStringList inTable;
        for (const Row &row : rows)
            inTable << QString::fromLatin1(row.operation);
        routes.sort();
        inTable.sort();

        QCOMPARE(inTable, routes);
    }

    void everybodyMayWhatTheTableSays_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QByteArray>("body");

        for (const Row &row : rows)
            QTest::newRow(row.operation) << QByteArray(row.operation) << QString::fromLatin1(row.expected) << json(row.body);
    }
    void everybodyMayWhatTheTableSays()
    {
        QFETCH(const QByteArray, operation);
        QFETCH(const QString, expected);
        QFETCH(const QByteArray, body);
        const QByteArray method = operation.split(' ').first();
        const QByteArray path = operation.split(' ').last();

        QStringList decisions;
        RestFixture rest;
        rest.database.write([&rest](UnitOfWork &unit) {
            return unit.users.setPasswordHash(rest.owner.id, *rest.passwords.hash(u"correct horse"_qs));
        });
        const QByteArray id = path.contains('{') ? idFor(rest, path) : QByteArray();
        const QByteArray target = QByteArray(path).replace("{id}", id).replace("{file}", id);
        for (const Person &person : {Person(), rest.viewer, rest.other, rest.owner, rest.admin}) {
            const ApiResponse response = rest.call(method, target, body, person.token);
            // The first who may finds what the call is about, and the body is right.
            const bool isFirst = !decisions.contains(u"yes"_qs);
            decisions << decisionOf(response);
            if (isFirst && decisions.last() == u"yes"_qs)
                QVERIFY2(response.status < 300 || response.status == 409, qPrintable(outcome(response)));
        }
        QCOMPARE(decisions.join(u' '), expected);
    }

    /** What the head tells is decided before the body has come. */
    void whoIsRefusedNeedNotSendABody()
    {
        RestFixture rest;
        for (const core::rest::Route &route : rest.guard.router().routes()) {
            if (route.body == core::rest::BodyKind::None || route.access == core::rest::Access::Public ||
                route.access == core::rest::Access::Anybody)
                continue;
            core::rest::ApiRequest request;
            request.method = route.method;
            request.path = *core::rest::segmentsOf(QByteArray(route.pattern).replace("{id}", "1"));
            int status = 0;
            rest.guard.checkHead(request, &rest.guard, [&status](const std::optional<ApiResponse> &refused) {
                status = refused ? refused->status : 200;
            });
            QVERIFY2(status == 401, route.pattern);
        }
    }

    void whoMayNotImportIsRefusedBeforeTheFileHasCome()
    {
        RestFixture rest;
        const auto decisionByHead = [&rest](const Person &person) {
            core::rest::ApiRequest request;
            request.method = "POST";
            request.path = {u"api"_qs, u"v1"_qs, u"imports"_qs};
            request.contentType = "text/csv";
            request.token = QString::fromLatin1(person.token);
            std::optional<QString> decision;
            rest.guard.checkHead(request, &rest.guard, [&decision](const std::optional<ApiResponse> &refused) {
                decision = refused ? outcome(*refused) : u"goes on"_qs;
            });
            return QTest::qWaitFor([&decision] { return decision.has_value(); }) ? *decision : u"no answer"_qs;
        };

        QCOMPARE(decisionByHead(rest.viewer), u"403 access.role"_qs);
        QCOMPARE(decisionByHead(rest.owner), u"goes on"_qs);
        QCOMPARE(decisionByHead(rest.admin), u"goes on"_qs);
    }

    void aTokenThatIsNotValidIsRefusedEverywhereButInPublic_data()
    {
        QTest::addColumn<QByteArray>("token");

        QTest::newRow("made up") << QByteArray("token-99");
        QTest::newRow("almost") << QByteArray("token-1 ");
        QTest::newRow("long") << QByteArray(100'000, 'x');
        QTest::newRow("no ASCII") << QByteArray("\xff\xfe");
    }
    void aTokenThatIsNotValidIsRefusedEverywhereButInPublic()
    {
        QFETCH(const QByteArray, token);
        RestFixture rest;

        QCOMPARE(outcome(rest.call("GET", "/api/v1/clients", {}, token)), u"401 token.invalid"_qs);
        QCOMPARE(outcome(rest.call("POST", "/api/v1/users", "{}", token)), u"401 token.invalid"_qs);
        QCOMPARE(outcome(rest.call("GET", "/metrics", {}, token)), u"401 token.invalid"_qs);
        QCOMPARE(outcome(rest.call("GET", "/healthz", {}, token)), u"200"_qs);
    }

    void whatThereIsIsNotToldToStrangers()
    {
        RestFixture rest;

        for (const char *path :
             {"/", "/api", "/api/v1/nothing", "/api/v1/clients/99", "/metrics/", "/docs", "/api/v1/users/7"})
            QCOMPARE(outcome(rest.call("GET", path)), u"401 token.invalid"_qs);
        QCOMPARE(outcome(rest.call("PATCH", "/api/v1/clients", "{}")), u"401 token.invalid"_qs);
        QCOMPARE(outcome(rest.call("GET", "/api/v1/nothing", {}, rest.viewer.token)), u"404 request.path"_qs);
    }

    void metricsNeedNoTokenWhereASettingSaysSo()
    {
        RestFixture rest;
        QCOMPARE(outcome(rest.call("GET", "/metrics")), u"401 token.invalid"_qs);

        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch("/api/v1/settings", json("{'metrics_public':true}"))), u"200"_qs);

        QCOMPARE(outcome(rest.call("GET", "/metrics")), u"200"_qs);
    }

    void anybodyBecomesAViewerWhereRegistrationIsOpen()
    {
        RestFixture rest;
        const QByteArray body = json("{'email':'new@example.org','name':'Anna','password':'correct horse'}");
        QCOMPARE(outcome(rest.call("POST", "/api/v1/users", body)), u"401 registration.closed"_qs);
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch("/api/v1/settings", json("{'open_registration':true}"))), u"200"_qs);

        const auto user = rest.call("POST", "/api/v1/users", body);

        QCOMPARE(outcome(user), u"201"_qs);
        QCOMPARE(jsonOf(user).value(u"role"), QJsonValue(u"viewer"_qs));
        QCOMPARE(
            outcome(rest.call("POST", "/api/v1/users",
                              json("{'email':'e@example.org','name':'Eva','password':'correct horse','role':'admin'}"))),
            u"422 input.invalid: role"_qs);
    }

    void whereClientsAreKeptToTheirOwnersOthersOnlyOptThemOut()
    {
        RestFixture rest;
        const Caller other(rest, rest.other);
        const Caller owner(rest, rest.owner);
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch("/api/v1/settings", json("{'clients_editable_by':'owner'}"))), u"200"_qs);
        const QByteArray place = placeOf(owner.post("/api/v1/clients", json("{'phone':'79990000001'}")));

        QCOMPARE(outcome(other.patch(place, json("{'tags':['vip']}"))), u"403 access.role"_qs);
        QCOMPARE(outcome(other.put(place, json("{'phone':'79990000002'}"))), u"403 access.role"_qs);
        QCOMPARE(outcome(other.remove(place)), u"403 access.role"_qs);
        QCOMPARE(outcome(other.put(place + "/opt-out")), u"200"_qs);
        QCOMPARE(outcome(other.remove(place + "/opt-out")), u"204"_qs);
        QCOMPARE(outcome(owner.patch(place, json("{'tags':['vip']}"))), u"200"_qs);
        QCOMPARE(outcome(admin.remove(place)), u"204"_qs);
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "accesstest.moc"
