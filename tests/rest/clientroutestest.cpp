// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/clientrepository.h"
#include "tests/rest/restfixture.h"
#include "tests/support/builders.h"

#include <QtTest>

using core::interfaces::UnitOfWork;
using tests::Caller;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::placeOf;
using tests::RestFixture;

class ClientRoutesTest : public QObject
{
    Q_OBJECT

private:
    /** Clients 79990000001 …, the oldest first, straight into the database. */
    static void addClients(RestFixture &rest, int number)
    {
        rest.database.write([number](UnitOfWork &unit) -> core::Status {
            for (int i = 1; i <= number; ++i)
                HELIOGRAPH_TRY(unit.clients.insert(tests::aClient().phone(i)));
            return {};
        });
    }

    static QJsonValue field(const core::rest::ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

private Q_SLOTS:
    void whatIsCreatedIsAnsweredAndFoundAtItsPlace()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const auto created = owner.post(
            "/api/v1/clients", json("{'phone':'+7 (999) 000-00-01','tags':['vip','Юг'],'timezone':'Asia/Tomsk',"
                                    "'attributes':{'Name':'Анна'},'consent':'form of 2024-02-01','operator_code':'912'}"));

        QCOMPARE(outcome(created), u"201"_qs);
        QJsonObject client = jsonOf(created);
        QCOMPARE(placeOf(created), "/api/v1/clients/" + QByteArray::number(client.value(u"id").toInteger()));
        QCOMPARE(jsonOf(owner.get(placeOf(created))), client);
        client.remove(u"id"_qs);
        QCOMPARE(client,
                 QJsonDocument::fromJson(json("{'phone':'79990000001','operator_code':'912','tags':['vip','Юг'],"
                                              "'timezone':'Asia/Tomsk','attributes':{'name':'Анна'},"
                                              "'opted_out_at':null,'consent':'form of 2024-02-01','owner':%1,"
                                              "'created_at':'2024-03-01T08:00:00Z','updated_at':'2024-03-01T08:00:00Z'}")
                                             .replace("%1", rest.owner.id.text().toLatin1()))
                     .object());
    }

    void aPhoneAloneIsEnough()
    {
        RestFixture rest;
        const auto created = Caller(rest, rest.owner).post("/api/v1/clients", json("{'phone':'89990000001','tag':'vip'}"));

        QCOMPARE(outcome(created), u"201"_qs);
        QCOMPARE(field(created, "operator_code"), QJsonValue(u"999"_qs));
        QCOMPARE(field(created, "tags"), QJsonValue(QJsonArray{u"vip"_qs}));
        QCOMPARE(field(created, "attributes"), QJsonValue(QJsonObject()));
        QVERIFY(!field(created, "timezone").toString().isEmpty());
    }

    void allFieldsThatBreakARuleAreNamedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("rules") << json("{'phone':'123','operator_code':'99','timezone':'Mars/Olympus','tags':['%1'],"
                                       "'attributes':{'1':'a'}}")
                                      .replace("%1", QByteArray(65, 'x'))
                               << u"422 input.invalid: phone, operator_code, timezone, tags, attributes"_qs;
        QTest::newRow("types") << json("{'phone':79990000001,'tags':'vip','consent':5,'attributes':{'a':1},'colour':'red'}")
                               << u"422 input.invalid: phone, tags, attributes, consent, colour"_qs;
        QTest::newRow("rules and types") << json("{'phone':'123','consent':5,'timezone':'Mars/Olympus','colour':'red'}")
                                         << u"422 input.invalid: consent, colour, phone, timezone"_qs;
        QTest::newRow("time without offset")
            << json("{'phone':'79990000001','opted_out_at':'2024-03-01T08:00:00'}") << u"422 input.invalid: opted_out_at"_qs;
        QTest::newRow("NUL") << json("{'phone':'79990000001','consent':'a\\u0000b','tags':['a\\u0000b'],"
                                     "'attributes':{'a':'b\\u0000'}}")
                             << u"422 input.invalid: tags, attributes, consent"_qs;
        QTest::newRow("nothing") << QByteArray() << u"422 input.invalid: phone"_qs;
        QTest::newRow("missing, types and rules") << json("{'tags':'vip','timezone':'Mars/Olympus','colour':'red'}")
                                                  << u"422 input.invalid: tags, phone, colour, timezone"_qs;
        QTest::newRow("no JSON") << QByteArray("phone=79990000001") << u"400 request.json"_qs;
        QTest::newRow("a list") << QByteArray("[]") << u"400 request.not_object"_qs;
    }
    void allFieldsThatBreakARuleAreNamedAtOnce()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        QCOMPARE(outcome(owner.post("/api/v1/clients", body)), expected);
        QCOMPARE(field(owner.get("/api/v1/clients?count=true"), "count").toInt(), 0);
    }

    void aPatchChangesWhatIsNamedAndNothingElse()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created =
            owner.post("/api/v1/clients", json("{'phone':'79990000001','tags':['vip'],'attributes':{'name':'Анна'},"
                                               "'consent':'form','opted_out_at':'2024-02-01T00:00:00+03:00'}"));
        rest.clock.advance(std::chrono::seconds{5});

        QJsonObject expected = jsonOf(created);
        expected.insert(u"consent"_qs, QJsonValue::Null);
        expected.insert(u"tags"_qs, QJsonArray{u"new"_qs});
        expected.insert(u"updated_at"_qs, u"2024-03-01T08:00:05Z"_qs);
        const auto changed = owner.patch(placeOf(created), json("{'consent':null,'tags':['new']}"));

        QCOMPARE(outcome(changed), u"200"_qs);
        QCOMPARE(jsonOf(changed), expected);
        QCOMPARE(jsonOf(owner.get(placeOf(created))), expected);
        QCOMPARE(jsonOf(owner.patch(placeOf(created), "{}")), expected);
    }

    void aPutPutsBackWhatItDoesNotNameButNobodyIsOptedIn()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created =
            owner.post("/api/v1/clients", json("{'phone':'79990000001','operator_code':'912','tags':['vip'],"
                                               "'attributes':{'name':'Анна'},'consent':'form','timezone':'Asia/Tomsk',"
                                               "'opted_out_at':'2024-02-01T00:00:00Z'}"));
        const QString zone = field(owner.post("/api/v1/clients", json("{'phone':'79990000002'}")), "timezone").toString();

        const auto put = owner.put(placeOf(created), json("{'phone':'79990000003'}"));

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(field(put, "phone"), QJsonValue(u"79990000003"_qs));
        QCOMPARE(field(put, "operator_code"), QJsonValue(u"999"_qs));
        QCOMPARE(field(put, "tags"), QJsonValue(QJsonArray()));
        QCOMPARE(field(put, "attributes"), QJsonValue(QJsonObject()));
        QCOMPARE(field(put, "consent"), QJsonValue(QJsonValue::Null));
        QCOMPARE(field(put, "timezone"), QJsonValue(zone));
        QCOMPARE(field(put, "opted_out_at"), QJsonValue(u"2024-02-01T00:00:00Z"_qs));
        QCOMPARE(outcome(owner.put(placeOf(created), json("{'tags':['vip']}"))), u"422 input.invalid: phone"_qs);
    }

    void aPutIsToldAllThatIsWrongAtOnce()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created = owner.post("/api/v1/clients", json("{'phone':'79990000001'}"));

        const auto put = owner.put(placeOf(created), json("{'consent':5,'operator_code':'99','colour':'red'}"));

        QCOMPARE(outcome(put), u"422 input.invalid: consent, phone, colour, operator_code"_qs);
        QCOMPARE(jsonOf(owner.get(placeOf(created))), jsonOf(created));
    }

    void theWholeObjectMayBeSentBack()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto created = owner.post("/api/v1/clients", json("{'phone':'79990000001','tags':['vip']}"));

        const auto put = owner.put(placeOf(created), created.body);

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(jsonOf(put), jsonOf(created));
    }

    void aPhoneIsThereOnce()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/clients", json("{'phone':'79990000001'}")));
        const QByteArray body = json("{'phone':'8 999 000-00-02'}");
        QCOMPARE(outcome(owner.post("/api/v1/clients", body)), u"201"_qs);

        QCOMPARE(outcome(owner.post("/api/v1/clients", body)), u"409 client.phone_exists"_qs);
        QCOMPARE(outcome(owner.patch(place, body)), u"409 client.phone_exists"_qs);
        QCOMPARE(outcome(owner.put(place, body)), u"409 client.phone_exists"_qs);
        QCOMPARE(field(owner.get(place), "phone"), QJsonValue(u"79990000001"_qs));
    }

    void whatIsDeletedIsGone()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/clients", json("{'phone':'79990000001'}")));

        QCOMPARE(outcome(owner.remove(place)), u"204"_qs);

        QCOMPARE(outcome(owner.remove(place)), u"404 client.unknown"_qs);
        QCOMPARE(outcome(owner.get(place)), u"404 client.unknown"_qs);
        QCOMPARE(outcome(owner.patch(place, json("{'tags':[]}"))), u"404 client.unknown"_qs);
        QCOMPARE(outcome(owner.put(place + "/opt-out")), u"404 client.unknown"_qs);
        QCOMPARE(outcome(owner.remove(place + "/opt-out")), u"404 client.unknown"_qs);
        QCOMPARE(outcome(owner.get("/api/v1/clients/99999999999999999999")), u"404 request.path"_qs);
        QCOMPARE(outcome(owner.post(place, json("{}"))), u"405 request.method"_qs);
    }

    void whoOptsOutStaysOutSinceTheFirstTime()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const QByteArray place = placeOf(owner.post("/api/v1/clients", json("{'phone':'79990000001'}")));

        QCOMPARE(field(owner.put(place + "/opt-out"), "opted_out_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        rest.clock.advance(std::chrono::hours{1});
        QCOMPARE(field(owner.put(place + "/opt-out"), "opted_out_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));

        QCOMPARE(outcome(owner.remove(place + "/opt-out")), u"204"_qs);
        QCOMPARE(field(owner.get(place), "opted_out_at"), QJsonValue(QJsonValue::Null));
        QCOMPARE(outcome(owner.remove(place + "/opt-out")), u"204"_qs);
    }

    // Lists ----------------------------------------------------------------------------------------------------------------

    void everyRowIsOnOnePage_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("pages");

        QTest::newRow("some left over") << 50 << 3;
        QTest::newRow("none left over") << 60 << 2;
        QTest::newRow("all at once") << 1000 << 1;
        QTest::newRow("singly") << 1 << 120;
    }
    void everyRowIsOnOnePage()
    {
        QFETCH(const int, limit);
        QFETCH(const int, pages);
        RestFixture rest;
        addClients(rest, 120);
        const Caller viewer(rest, rest.viewer);

        QList<qint64> ids;
        QByteArray cursor;
        int read = 0;
        do {
            const QByteArray from = cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toPercentEncoding();
            const auto page = viewer.get("/api/v1/clients?limit=" + QByteArray::number(limit) + from);
            QCOMPARE(outcome(page), u"200"_qs);
            ids += idsOf(page);
            cursor = field(page, "next").toString().toLatin1();
        } while (++read < 200 && !cursor.isEmpty());

        QCOMPARE(read, pages);
        QCOMPARE(ids.size(), 120);
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater_equal<>())); // newest first, none twice
    }

    void whatIsAddedMeanwhileMovesNoPage()
    {
        RestFixture rest;
        addClients(rest, 20);
        const Caller owner(rest, rest.owner);
        const auto first = owner.get("/api/v1/clients?limit=10");
        QCOMPARE(outcome(owner.post("/api/v1/clients", json("{'phone':'79995555555'}"))), u"201"_qs);

        const QByteArray cursor = field(first, "next").toString().toLatin1().toPercentEncoding();
        const auto second = owner.get("/api/v1/clients?limit=10&cursor=" + cursor);

        QCOMPARE(idsOf(second).size(), 10);
        QVERIFY(idsOf(second).first() < idsOf(first).last());
        QCOMPARE(field(second, "next"), QJsonValue(QJsonValue::Null));
    }

    void aListIsCountedWhereThatIsWanted()
    {
        RestFixture rest;
        addClients(rest, 120);
        const Caller viewer(rest, rest.viewer);

        const auto counted = viewer.get("/api/v1/clients?count=true&limit=1");
        QCOMPARE(field(counted, "count"), QJsonValue(120));
        QCOMPARE(idsOf(counted).size(), 1);
        QVERIFY(!jsonOf(viewer.get("/api/v1/clients?count=false")).contains(u"count"));
        QCOMPARE(idsOf(viewer.get("/api/v1/clients")).size(), 50);
        QCOMPARE(field(viewer.get("/api/v1/clients?count=true&phone=79990000007"), "count"), QJsonValue(1));
    }

    void findsByPhoneCodeTagZoneAndWords_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("phones");

        const QString anna = u"79120000001"_qs;
        const QString boris = u"79990000002"_qs;
        const QString vera = u"79990000003"_qs;
        QTest::newRow("everybody") << QByteArray() << QStringList{vera, boris, anna};
        QTest::newRow("phone") << QByteArray("?phone=79990000002") << QStringList{boris};
        QTest::newRow("phone in another notation") << QByteArray("?phone=8+(999)+000-00-02") << QStringList{boris};
        QTest::newRow("phone with a plus") << QByteArray("?phone=%2B79990000002") << QStringList{boris};
        QTest::newRow("nobody's phone") << QByteArray("?phone=79990000009") << QStringList();
        QTest::newRow("code") << QByteArray("?operator_code=912") << QStringList{anna};
        QTest::newRow("codes") << QByteArray("?operator_code=912&operator_code=999") << QStringList{vera, boris, anna};
        QTest::newRow("tag in any case") << QByteArray("?tag=VIP") << QStringList{boris, anna};
        QTest::newRow("tag of another script") << QByteArray("?tag=%D0%AE%D0%B3") << QStringList{vera};
        QTest::newRow("tags") << QByteArray("?tag=vip&tag=%D0%AE%D0%B3") << QStringList{vera, boris, anna};
        QTest::newRow("zone") << QByteArray("?timezone=Asia/Tomsk") << QStringList{vera};
        QTest::newRow("word") << QByteArray("?q=%D0%B0%D0%BD%D0%BD") << QStringList{anna};
        QTest::newRow("beginning of a phone") << QByteArray("?q=7999") << QStringList{vera, boris};
        QTest::newRow("all together") << QByteArray("?tag=vip&operator_code=999&timezone=Europe/Moscow")
                                      << QStringList{boris};
    }
    void findsByPhoneCodeTagZoneAndWords()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QStringList, phones);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        for (const char *body :
             {"{'phone':'79120000001','tags':['vip'],'timezone':'Europe/Moscow','attributes':{'name':'Анна'}}",
              "{'phone':'79990000002','tags':['VIP'],'timezone':'Europe/Moscow'}",
              "{'phone':'79990000003','tags':['Юг'],'timezone':'Asia/Tomsk'}"})
            QCOMPARE(outcome(owner.post("/api/v1/clients", json(body))), u"201"_qs);

        const auto page = owner.get("/api/v1/clients" + query);

        QCOMPARE(outcome(page), u"200"_qs);
        QStringList found;
        const QJsonArray results = field(page, "results").toArray();
        for (const QJsonValue client : results)
            found << client.toObject().value(u"phone").toString();
        QCOMPARE(found, phones);
    }

    void refusesParametersThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("fields");

        QTest::newRow("unknown") << QByteArray("colour=red&Limit=5") << u"colour, Limit"_qs;
        QTest::newRow("limit") << QByteArray("limit=1001") << u"limit"_qs;
        QTest::newRow("cursor") << QByteArray("cursor=5") << u"cursor"_qs;
        QTest::newRow("phone") << QByteArray("phone=12") << u"phone"_qs;
        QTest::newRow("twice") << QByteArray("q=a&q=b") << u"q"_qs;
        QTest::newRow("NUL") << QByteArray("q=%00") << u"q"_qs;
        QTest::newRow("everything") << QByteArray("limit=0&count=1&phone=x&colour=") << u"phone, limit, count, colour"_qs;
    }
    void refusesParametersThatCannotBeRead()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QString, fields);
        RestFixture rest;

        const auto refused = Caller(rest, rest.viewer).get("/api/v1/clients?" + query);

        QCOMPARE(outcome(refused), u"400 request.parameter: "_qs + fields);
    }
};

QTEST_GUILESS_MAIN(ClientRoutesTest)
#include "clientroutestest.moc"
