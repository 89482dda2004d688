// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Creating, editing and listing mailings; what is done with them: mailingactionroutestest.cpp.

#include "core/interfaces/mailingrepository.h"
#include "tests/rest/restfixture.h"
#include "tests/support/builders.h"

#include <QJsonDocument>
#include <QtTest>

using core::interfaces::UnitOfWork;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::placeOf;
using tests::RestFixture;

class MailingRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const core::rest::ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    static QByteArray wholeBody()
    {
        return json("{'name':'Sale','text':'{name|Hello}, 20% off','filter':{'operator_code':'999','tags':['vip'],"
                    "'excluded_tags':['staff'],'tags_mode':'all'},'audience_mode':'live',"
                    "'start_at':'2024-03-02T11:00:00+03:00','end_at':'2024-03-02T20:00:00+03:00',"
                    "'window':{'from':'09:00','to':'18:00','weekdays':[1,2,3]},'repeat':'weekly',"
                    "'repeat_until':'2024-05-01T00:00:00Z','rate_limit':2.5,'priority':'high'}");
    }

private Q_SLOTS:
    void whatIsCreatedIsAnsweredAndFoundAtItsPlace()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const auto created = owner.post("/api/v1/mailings", wholeBody());

        QCOMPARE(outcome(created), u"201"_qs);
        QJsonObject mailing = jsonOf(created);
        const QByteArray id = QByteArray::number(mailing.value(u"id").toInteger());
        QCOMPARE(placeOf(created), "/api/v1/mailings/" + id);
        QCOMPARE(jsonOf(owner.get(placeOf(created))), mailing);
        const QByteArray expected =
            json("{'id':%1,'name':'Sale','text':'{name|Hello}, 20% off','filter':{'operator_codes':['999'],'tags':['vip'],"
                 "'excluded_tags':['staff'],'tags_mode':'all'},'audience_mode':'live','start_at':'2024-03-02T08:00:00Z',"
                 "'end_at':'2024-03-02T17:00:00Z','window':{'from':'09:00','to':'18:00','weekdays':[1,2,3]},"
                 "'repeat':'weekly','repeat_until':'2024-05-01T00:00:00Z','gateway':%2,'rate_limit':2.5,'priority':'high',"
                 "'state':'scheduled','owner':%3,'series_id':%1,'created_at':'2024-03-01T08:00:00Z',"
                 "'updated_at':'2024-03-01T08:00:00Z'}")
                .replace("%1", id)
                .replace("%2", rest.gateway.text().toLatin1())
                .replace("%3", rest.owner.id.text().toLatin1());
        QCOMPARE(mailing, QJsonDocument::fromJson(expected).object());
    }

    void aTextAloneGoesToEverybodyFromNowForADay()
    {
        RestFixture rest;
        const auto created = Caller(rest, rest.owner).post("/api/v1/mailings", json("{'text':'We moved.'}"));

        QCOMPARE(field(created, "state"), QJsonValue(u"scheduled"_qs));
        QCOMPARE(field(created, "name"), QJsonValue(u"We moved."_qs));
        QCOMPARE(field(created, "start_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        QCOMPARE(field(created, "end_at"), QJsonValue(u"2024-03-02T08:00:00Z"_qs));
        QCOMPARE(field(created, "gateway"), QJsonValue(rest.gateway.value));
        QCOMPARE(field(created, "window"), QJsonValue(QJsonValue::Null));
    }

    void aDraftNeedsNoGateway()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.remove("/api/v1/gateways/" + rest.gateway.text().toLatin1())), u"204"_qs);

        const auto draft = admin.post("/api/v1/mailings", json("{'text':'We moved.','state':'draft'}"));
        QCOMPARE(field(draft, "state"), QJsonValue(u"draft"_qs));
        QCOMPARE(field(draft, "gateway"), QJsonValue(QJsonValue::Null));
        QCOMPARE(outcome(admin.post("/api/v1/mailings", json("{'text':'We moved.'}"))), u"409 gateway.none"_qs);
        QCOMPARE(outcome(admin.post(placeOf(draft) + "/start")), u"409 gateway.none"_qs);
    }

    void allFieldsThatBreakARuleAreNamedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("rules") << json("{'text':'{name','name':'%1','filter':{'operator_codes':['99']},"
                                       "'start_at':'2024-03-02T08:00:00Z','end_at':'2024-03-02T08:00:00Z','rate_limit':0}")
                                      .replace("%1", QByteArray(121, 'x'))
                               << u"422 input.invalid: name, text, filter.operator_codes, end_at, rate_limit"_qs;
        QTest::newRow("types") << json("{'text':5,'filter':{'zone':'UTC'},'start_at':'2024-03-02T08:00:00',"
                                       "'window':{'from':'nine'},'priority':'urgent','colour':'red'}")
                               << u"422 input.invalid: text, filter.zone, start_at, window.from, priority, colour"_qs;
        QTest::newRow("rules and types") << json("{'text':'{name','priority':'urgent','rate_limit':-1,'colour':'red'}")
                                         << u"422 input.invalid: priority, colour, text, rate_limit"_qs;
        QTest::newRow("half a window") << json("{'text':'a','window':{'from':'09:00'}}")
                                       << u"422 input.invalid: window.to"_qs;
        QTest::newRow("state") << json("{'text':'a','state':'running'}") << u"422 input.invalid: state"_qs;
        QTest::newRow("in the past") << json(
                                            "{'text':'a','start_at':'2024-02-01T08:00:00Z','end_at':'2024-02-02T08:00:00Z'}")
                                     << u"422 input.invalid: end_at"_qs;
        QTest::newRow("no such gateway") << json("{'text':'a','gateway':99}") << u"422 input.invalid: gateway"_qs;
        QTest::newRow("no text") << QByteArray("{}") << u"422 input.invalid: text"_qs;
        QTest::newRow("missing, types and rules")
            << json("{'filter':{'zone':'UTC','operator_codes':['99']},'window':{'from':'nine','weekdays':[9]},'rate_limit':"
                    "0}")
            << u"422 input.invalid: filter.zone, window.from, window.weekdays, text, filter.operator_codes, rate_limit"_qs;
        QTest::newRow("no JSON") << QByteArray("text") << u"400 request.json"_qs;
    }
    void allFieldsThatBreakARuleAreNamedAtOnce()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        QCOMPARE(outcome(owner.post("/api/v1/mailings", body)), expected);
        QCOMPARE(field(owner.get("/api/v1/mailings?count=true"), "count").toInt(), 0);
    }

    void aFieldThatClientsLackIsSaidUnlessItMayBeMissing()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        QCOMPARE(outcome(owner.post("/api/v1/clients", json("{'phone':'79990000001'}"))), u"201"_qs);

        const auto refused = owner.post("/api/v1/mailings", json("{'text':'Hello {name}'}"));
        QCOMPARE(outcome(refused), u"422 input.invalid: text"_qs);
        QVERIFY(refused.body.contains("1 clients"));
        QCOMPARE(outcome(owner.post("/api/v1/mailings", json("{'text':'Hello {name}','allow_missing_fields':true}"))),
                 u"201"_qs);
    }

    void aTwinIsRefusedUnlessItIsMeant()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray first = placeOf(owner.post("/api/v1/mailings", json("{'text':'We moved.'}")));

        QCOMPARE(outcome(owner.post("/api/v1/mailings", json("{'text':'We moved.'}"))), u"409 mailing.twin"_qs);

        const QByteArray draft = placeOf(owner.post("/api/v1/mailings", json("{'text':'We moved.','state':'draft'}")));
        QCOMPARE(outcome(owner.post(draft + "/start")), u"409 mailing.twin"_qs);
        QCOMPARE(outcome(owner.post(draft + "/start", json("{'allow_duplicate':true}"))), u"200"_qs);
        const QByteArray third = placeOf(owner.post("/api/v1/mailings", json("{'text':'We grew.'}")));
        QCOMPARE(outcome(owner.patch(third, json("{'text':'We moved.'}"))), u"409 mailing.twin"_qs);
        QCOMPARE(outcome(owner.patch(third, json("{'text':'We moved.','allow_duplicate':true}"))), u"200"_qs);
        QCOMPARE(outcome(owner.post("/api/v1/mailings", json("{'text':'We moved.','allow_duplicate':true}"))), u"201"_qs);
        QCOMPARE(field(owner.get(first), "text"), QJsonValue(u"We moved."_qs));
    }

    void aPatchChangesWhatIsNamedAndNothingElse()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created = owner.post("/api/v1/mailings", wholeBody());
        rest.clock.advance(std::chrono::seconds{5});

        QJsonObject expected = jsonOf(created);
        expected.insert(u"window"_qs, QJsonValue::Null);
        expected.insert(u"name"_qs, u"Winter sale"_qs);
        expected.insert(u"updated_at"_qs, u"2024-03-01T08:00:05Z"_qs);
        // A state is not written, it is come to by actions.
        const auto changed = owner.patch(placeOf(created), json("{'window':null,'name':'Winter sale','state':'finished'}"));

        QCOMPARE(outcome(changed), u"200"_qs);
        QCOMPARE(jsonOf(changed), expected);
        QCOMPARE(jsonOf(owner.get(placeOf(created))), expected);
    }

    void aPutPutsBackWhatItDoesNotName()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/mailings", wholeBody()));

        const auto put = owner.put(place, json("{'text':'We moved.','start_at':'2024-03-03T08:00:00Z',"
                                               "'end_at':'2024-03-04T08:00:00Z'}"));

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(field(put, "name"), QJsonValue(u"We moved."_qs));
        QCOMPARE(field(put, "filter").toObject().value(u"tags"), QJsonValue(QJsonArray()));
        QCOMPARE(field(put, "audience_mode"), QJsonValue(u"frozen"_qs));
        QCOMPARE(field(put, "window"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(put, "repeat"), QJsonValue(u"none"_qs));
        QCOMPARE(field(put, "repeat_until"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(put, "rate_limit"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(put, "priority"), QJsonValue(u"normal"_qs));
        QCOMPARE(field(put, "gateway"), QJsonValue(rest.gateway.value));
        QCOMPARE(field(put, "state"), QJsonValue(u"scheduled"_qs));
        QCOMPARE(outcome(owner.put(place, json("{'name':'Sale'}"))), u"422 input.invalid: text, start_at, end_at"_qs);
    }

    void aPutIsToldAllThatIsWrongAtOnce()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created = owner.post("/api/v1/mailings", wholeBody());

        const auto put = owner.put(
            placeOf(created), json("{'text':'{name','end_at':'2024-03-04T08:00:00','priority':'urgent','rate_limit':0}"));

        QCOMPARE(outcome(put), u"422 input.invalid: end_at, priority, start_at, text, rate_limit"_qs);
        QCOMPARE(jsonOf(owner.get(placeOf(created))), jsonOf(created));
    }

    void theWholeObjectMayBeSentBack()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created = owner.post("/api/v1/mailings", wholeBody());

        const auto put = owner.put(placeOf(created), created.body);

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(jsonOf(put), jsonOf(created));
    }

    void whatIsDeletedIsShownOnlyToWhoAsksForIt()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/mailings", json("{'text':'We moved.'}")));

        QCOMPARE(outcome(owner.remove(place)), u"204"_qs);

        QCOMPARE(outcome(owner.get(place)), u"404 mailing.unknown"_qs);
        QCOMPARE(outcome(owner.get(place + "?archived=false")), u"404 mailing.unknown"_qs);
        const auto archived = owner.get(place + "?archived=true");
        QCOMPARE(field(archived, "archived_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        QCOMPARE(field(archived, "state"), QJsonValue(u"cancelled"_qs));
        QCOMPARE(idsOf(owner.get("/api/v1/mailings")).size(), 0);
        QCOMPARE(idsOf(owner.get("/api/v1/mailings?archived=true")).size(), 1);
        QCOMPARE(outcome(owner.remove(place)), u"409 mailing.archived"_qs);
        QCOMPARE(outcome(owner.patch(place, json("{'text':'Hello'}"))), u"409 mailing.archived"_qs);
        QCOMPARE(outcome(owner.get(place + "?archived=maybe&colour=red")), u"400 request.parameter: archived, colour"_qs);
    }

    void whatIsNotThereIsNotFound()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray place = "/api/v1/mailings/99";
        const QByteArray whole = json("{'text':'a','start_at':'2024-03-02T08:00:00Z','end_at':'2024-03-03T08:00:00Z'}");

        QCOMPARE(outcome(admin.get(place)), u"404 mailing.unknown"_qs);
        QCOMPARE(outcome(admin.put(place, whole)), u"404 mailing.unknown"_qs);
        QCOMPARE(outcome(admin.patch(place, json("{'text':'a'}"))), u"404 mailing.unknown"_qs);
        for (const QByteArray &deleted : {place, place + "?series=true"})
            QCOMPARE(outcome(admin.remove(deleted)), u"404 mailing.unknown"_qs);
        for (const char *action : {"/start", "/pause", "/resume", "/cancel", "/retry"})
            QCOMPARE(outcome(admin.post(place + action)), u"404 mailing.unknown"_qs);
        for (const char *part : {"/statistics", "/messages"})
            QCOMPARE(outcome(admin.get(place + part)), u"404 mailing.unknown"_qs);
    }

    // Lists ----------------------------------------------------------------------------------------------------------------

    void everyRowIsOnOnePage()
    {
        RestFixture rest;
        rest.database.write([&rest](UnitOfWork &unit) -> core::Status {
            for (int i = 0; i < 120; ++i)
                HELIOGRAPH_TRY(unit.mailings.insert(tests::aMailing().gateway(rest.gateway)));
            return {};
        });
        const Caller viewer(rest, rest.viewer);

        QList<qint64> ids;
        QString cursor;
        do {
            const auto page = viewer.get("/api/v1/mailings?limit=50&count=true&cursor=" + cursor.toLatin1());
            QCOMPARE(field(page, "count"), QJsonValue(120));
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (ids.size() < 200 && !cursor.isEmpty());

        QCOMPARE(ids.size(), 120);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>()));
    }

    void findsByStateAndWords_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("found");

        QTest::newRow("all") << QByteArray() << 3;
        QTest::newRow("state") << QByteArray("?state=draft") << 1;
        QTest::newRow("another state") << QByteArray("?state=finished") << 0;
        QTest::newRow("part of the name") << QByteArray("?q=SALE") << 2;
        QTest::newRow("part of the text") << QByteArray("?q=%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82") << 1;
        QTest::newRow("both") << QByteArray("?q=sale&state=scheduled") << 1;
    }
    void findsByStateAndWords()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const int, found);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        for (const char *body : {"{'text':'Hello','name':'Autumn sale'}",
                                 "{'text':'Hi','name':'Winter sale','state':'draft'}", "{'text':'Привет'}"})
            QCOMPARE(outcome(owner.post("/api/v1/mailings", json(body))), u"201"_qs);

        QCOMPARE(idsOf(owner.get("/api/v1/mailings" + query)).size(), found);
    }

    void refusesParametersThatCannotBeRead()
    {
        RestFixture rest;
        const Caller viewer(rest, rest.viewer);

        QCOMPARE(outcome(viewer.get("/api/v1/mailings?state=sleeping&limit=0&archived=1&colour=red")),
                 u"400 request.parameter: state, archived, limit, colour"_qs);
        QCOMPARE(outcome(viewer.get("/api/v1/mailings?cursor=made-up")), u"400 request.parameter: cursor"_qs);
        QCOMPARE(outcome(viewer.remove("/api/v1/mailings/1?series=1&force=true")),
                 u"400 request.parameter: series, force"_qs);
    }
};

QTEST_GUILESS_MAIN(MailingRoutesTest)
#include "mailingroutestest.moc"
