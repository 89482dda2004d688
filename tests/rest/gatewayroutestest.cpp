// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/gatewayrepository.h"
#include "tests/rest/restfixture.h"

#include <QJsonDocument>
#include <QtTest>

using core::Error;
using core::interfaces::UnitOfWork;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::placeOf;
using tests::RestFixture;

class GatewayRoutesTest : public QObject
{
    Q_OBJECT

private:
    static QJsonValue field(const core::rest::ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    /** Of the gateway that is there from the beginning. */
    static QByteArray mainPlace(const RestFixture &rest) { return "/api/v1/gateways/" + rest.gateway.text().toLatin1(); }

    static QByteArray wholeBody()
    {
        return json("{'name':'second','kind':'http-json','url':'https://gateway.example/v1/send/','secret':'geheim',"
                    "'sender':'Shop','connections':8,'rate':50.5,'rate_unit':'parts','timeout':30,"
                    "'retry':{'max_attempts':3,'first_delay':0.5},'options':{'ca_file':'/etc/ca.pem'},'enabled':false}");
    }

private Q_SLOTS:
    void whatIsCreatedIsAnsweredAndFoundAtItsPlaceWithoutItsSecret()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        const auto created = admin.post("/api/v1/gateways", wholeBody());

        QCOMPARE(outcome(created), u"201"_qs);
        QVERIFY(!created.body.contains("geheim"));
        QJsonObject gateway = jsonOf(created);
        QCOMPARE(placeOf(created), "/api/v1/gateways/" + QByteArray::number(gateway.value(u"id").toInteger()));
        QCOMPARE(jsonOf(admin.get(placeOf(created))), gateway);
        gateway.remove(u"id"_qs);
        QCOMPARE(gateway,
                 QJsonDocument::fromJson(
                     json("{'name':'second','kind':'http-json','url':'https://gateway.example/v1/send/','sender':'Shop',"
                          "'enabled':false,'is_default':false,'connections':8,'rate':50.5,'rate_unit':'parts','timeout':30,"
                          "'retry':{'max_attempts':3,'first_delay':0.5,'max_delay':900,'factor':2,'jitter':0.2},"
                          "'options':{'ca_file':'/etc/ca.pem'},'state':'closed','state_since':'2024-03-01T08:00:00Z',"
                          "'reason':null,'next_probe_at':null,'has_secret':true}"))
                     .object());
    }

    void allFieldsThatBreakARuleAreNamedAtOnce()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        rest.kinds.failToCheck(Error::invalidField("options.seed", "gateway:seed", {u"x"_qs}));

        QCOMPARE(
            outcome(admin.post("/api/v1/gateways",
                               json("{'name':' ','kind':'http-json','url':'gateway','connections':0,'timeout':301,'rate':0,"
                                    "'retry':{'max_attempts':0,'jitter':1},'options':{'seed':'x'}}"))),
            u"422 input.invalid: name, url, connections, rate, timeout, retry.max_attempts, retry.jitter, options.seed"_qs);
        QCOMPARE(outcome(admin.post("/api/v1/gateways",
                                    json("{'name':5,'connections':'8','retry':{'factor':'x','colour':1},'rate_unit':'bytes',"
                                         "'options':{'seed':1},'colour':'red'}"))),
                 u"422 input.invalid: name, connections, rate_unit, retry.factor, retry.colour, options, colour"_qs);
        QCOMPARE(outcome(admin.patch(mainPlace(rest), json("{'connections':0,'colour':'red'}"))),
                 u"422 input.invalid: colour, connections"_qs);
        QCOMPARE(outcome(admin.post("/api/v1/gateways", "{")), u"400 request.json"_qs);
        QCOMPARE(field(admin.get("/api/v1/gateways?count=true"), "count"), QJsonValue(1));
    }

    void aPatchChangesWhatIsNamedAndNothingElse()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto created = admin.post("/api/v1/gateways", wholeBody());

        QJsonObject expected = jsonOf(created);
        expected.insert(u"rate"_qs, QJsonValue::Null);
        expected.insert(u"sender"_qs, QJsonValue::Null);
        QJsonObject retry = expected.value(u"retry").toObject();
        retry.insert(u"factor"_qs, 3);
        expected.insert(u"retry"_qs, retry);
        const auto changed = admin.patch(placeOf(created), json("{'rate':null,'sender':null,'retry':{'factor':3}}"));
        QCOMPARE(outcome(changed), u"200"_qs);
        QCOMPARE(jsonOf(changed), expected);

        expected.insert(u"has_secret"_qs, false);
        QCOMPARE(jsonOf(admin.patch(placeOf(created), json("{'secret':''}"))), expected);
        QCOMPARE(jsonOf(admin.get(placeOf(created))), expected);
        QCOMPARE(outcome(admin.patch(placeOf(created), json("{'url':'ftp://a','timeout':0}"))),
                 u"422 input.invalid: url, timeout"_qs);
    }

    void theWholeObjectMayBeSentBack()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto created = admin.post("/api/v1/gateways", wholeBody());

        QCOMPARE(jsonOf(admin.patch(placeOf(created), created.body)), jsonOf(created));
    }

    void aNameIsThereOnce()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto created = admin.post("/api/v1/gateways", wholeBody());

        QCOMPARE(outcome(admin.post("/api/v1/gateways", wholeBody())), u"409 gateway.name_exists"_qs);
        QCOMPARE(outcome(admin.patch(placeOf(created), json("{'name':'main'}"))), u"409 gateway.name_exists"_qs);
    }

    void theMarkOfTheDefaultGatewayIsMoved()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto created = admin.post("/api/v1/gateways", json("{'name':'trial','kind':'simulator','is_default':true}"));

        QCOMPARE(field(created, "is_default"), QJsonValue(true));
        QCOMPARE(field(admin.get(mainPlace(rest)), "is_default"), QJsonValue(false));
        QCOMPARE(field(admin.patch(mainPlace(rest), json("{'is_default':true}")), "is_default"), QJsonValue(true));
        QCOMPARE(field(admin.get(placeOf(created)), "is_default"), QJsonValue(false));
    }

    void whatIsUsedIsNotDeleted()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray mailing = placeOf(admin.post("/api/v1/mailings", json("{'text':'a'}")));

        QCOMPARE(outcome(admin.remove(mainPlace(rest))), u"409 gateway.in_use"_qs);
        QCOMPARE(outcome(admin.post(mailing + "/cancel")), u"200"_qs);
        QCOMPARE(outcome(admin.remove(mainPlace(rest))), u"204"_qs);
        QCOMPARE(outcome(admin.remove(mainPlace(rest))), u"404 gateway.unknown"_qs);
    }

    void whatIsNotThereIsNotFound()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray place = "/api/v1/gateways/99";

        QCOMPARE(outcome(admin.get(place)), u"404 gateway.unknown"_qs);
        QCOMPARE(outcome(admin.patch(place, json("{'enabled':true}"))), u"404 gateway.unknown"_qs);
        QCOMPARE(outcome(admin.post(place + "/test", json("{'phone':'79990000001'}"))), u"404 gateway.unknown"_qs);
        QCOMPARE(outcome(admin.post(place + "/reset")), u"404 gateway.unknown"_qs);
        const auto put = admin.put(mainPlace(rest), wholeBody());
        QCOMPARE(outcome(put), u"405 request.method"_qs);
        QCOMPARE(tests::headerOf(put, "Allow"), QByteArray("GET, PATCH, DELETE"));
    }

    // Trial messages -------------------------------------------------------------------------------------------------------

    void aTrialMessageIsSentAndItsAnswerTold()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray place = placeOf(admin.post("/api/v1/gateways", wholeBody()));
        rest.tester.answer = {.kind = core::domain::AnswerKind::RefusedUs, .httpStatus = 401, .text = u"who are you?"_qs};

        const auto answer = admin.post(place + "/test", json("{'phone':'8 (999) 000-00-01','text':'Hello'}"));

        QCOMPARE(jsonOf(answer), QJsonDocument::fromJson(json("{'accepted':false,'kind':'refused_us','status':401,"
                                                              "'answer':'who are you?'}"))
                                     .object());
        QCOMPARE(rest.tester.sent.value(0).phone.text(), u"79990000001"_qs);
        QCOMPARE(rest.tester.sent.value(0).text, u"Hello"_qs);
        QCOMPARE(rest.tester.secret, QByteArray("geheim"));
        QCOMPARE(rest.tester.profile.name, u"second"_qs);
    }

    void aTrialMessageHasATextOfItsOwnAndPerhapsNoHttpStatus()
    {
        RestFixture rest;

        const auto answer = Caller(rest, rest.admin).post(mainPlace(rest) + "/test", json("{'phone':'79990000001'}"));

        QCOMPARE(field(answer, "accepted"), QJsonValue(true));
        QCOMPARE(field(answer, "status"), QJsonValue(QJsonValue::Null));
        QCOMPARE(rest.tester.sent.value(0).text, u"Test"_qs);
    }

    void aTrialMessageThatCannotBeSentIsRefused()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray test = mainPlace(rest) + "/test";

        QCOMPARE(outcome(admin.post(test)), u"422 input.invalid: phone"_qs);
        QCOMPARE(outcome(admin.post(test, json("{'phone':'79990000001','text':' '}"))), u"422 input.invalid: text"_qs);
        QCOMPARE(outcome(admin.post(test, json("{'phone':5,'text':5,'colour':1}"))),
                 u"422 input.invalid: phone, text, colour"_qs);
        QVERIFY(rest.tester.sent.isEmpty());

        const QByteArray sealed = placeOf(admin.post("/api/v1/gateways", wholeBody()));
        rest.secrets.keyIsMissing = true;
        QCOMPARE(outcome(admin.post(sealed + "/test", json("{'phone':'79990000001'}"))), u"503 key.missing"_qs);
        QCOMPARE(outcome(admin.patch(sealed, json("{'secret':'other'}"))), u"503 key.missing"_qs);
    }

    void aGatewayThatNeededAttentionIsPutBackToWork()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        rest.database.write([&rest](UnitOfWork &unit) {
            return unit.gateways.saveState(
                rest.gateway,
                {.breaker = core::domain::BreakerState::Attention, .since = rest.clock.now(), .reason = u"HTTP 401"_qs});
        });
        QCOMPARE(field(admin.get(mainPlace(rest)), "state"), QJsonValue(u"attention"_qs));
        QCOMPARE(field(admin.get(mainPlace(rest)), "reason"), QJsonValue(u"HTTP 401"_qs));

        const auto reset = admin.post(mainPlace(rest) + "/reset");

        QCOMPARE(outcome(reset), u"200"_qs);
        QCOMPARE(field(reset, "state"), QJsonValue(u"closed"_qs));
        QCOMPARE(field(reset, "reason"), QJsonValue(QJsonValue::Null));
    }

    // Lists ----------------------------------------------------------------------------------------------------------------

    void everyRowIsOnOnePageNewestFirst()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        for (const char *name : {"b", "z", "a", "y"}) // by name they would be in another order
            QCOMPARE(outcome(admin.post("/api/v1/gateways", json("{'name':'%1','kind':'simulator'}").replace("%1", name))),
                     u"201"_qs);

        QList<qint64> ids;
        QString cursor;
        int pages = 0;
        do {
            const auto page = admin.get("/api/v1/gateways?limit=2&count=true&cursor=" + cursor.toLatin1());
            QCOMPARE(field(page, "count"), QJsonValue(5));
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (++pages < 10 && !cursor.isEmpty());

        QCOMPARE(pages, 3);
        QCOMPARE(ids.size(), 5);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>()));
        QCOMPARE(ids.last(), rest.gateway.value);
        QCOMPARE(idsOf(admin.get("/api/v1/gateways")), ids);
        QCOMPARE(field(admin.get("/api/v1/gateways?limit=5"), "next"), QJsonValue(QJsonValue::Null));
    }

    void refusesParametersThatCannotBeRead()
    {
        RestFixture rest;

        QCOMPARE(outcome(Caller(rest, rest.admin).get("/api/v1/gateways?limit=x&name=main")),
                 u"400 request.parameter: limit, name"_qs);
    }
};

QTEST_GUILESS_MAIN(GatewayRoutesTest)
#include "gatewayroutestest.moc"
