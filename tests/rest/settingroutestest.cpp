// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/restfixture.h"

#include <QJsonDocument>
#include <QtTest>

using tests::Caller;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::RestFixture;

class SettingRoutesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *place = "/api/v1/settings";

private Q_SLOTS:
    void everySettingIsThereWithItsType()
    {
        RestFixture rest;
        QJsonObject settings = jsonOf(Caller(rest, rest.admin).get(place));

        QVERIFY(!settings.take(u"zone"_qs).toString().isEmpty()); // the system's
        QCOMPARE(
            settings,
            QJsonDocument::fromJson(
                json("{'quiet_hours_from':'09:00','quiet_hours_to':'21:00','default_gateway':'main','texts_kept_days':30,"
                     "'events_kept_days':365,'messages_kept_days':0,'clients_editable_by':'everyone',"
                     "'open_registration':false,'metrics_public':false,'public_url':null,'report_time':'08:00',"
                     "'report_recipients':[]}"))
                .object());
    }

    void aPatchChangesWhatIsNamedAndNothingElse()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        QJsonObject expected = jsonOf(admin.get(place));
        expected.insert(u"zone"_qs, u"Asia/Tomsk"_qs);
        expected.insert(u"quiet_hours_to"_qs, u"24:00"_qs);
        expected.insert(u"texts_kept_days"_qs, 0);
        expected.insert(u"open_registration"_qs, true);
        expected.insert(u"public_url"_qs, u"https://example.org/sms"_qs);
        expected.insert(u"report_recipients"_qs, QJsonArray{u"anna@example.org"_qs, u"boris@example.org"_qs});

        const auto changed = admin.patch(
            place,
            json("{'zone':'Asia/Tomsk','quiet_hours_to':'24:00','texts_kept_days':0,'open_registration':true,"
                 "'public_url':'https://example.org/sms','report_recipients':['anna@example.org','boris@example.org']}"));

        QCOMPARE(outcome(changed), u"200"_qs);
        QCOMPARE(jsonOf(changed), expected);
        QCOMPARE(jsonOf(admin.get(place)), expected);

        expected.insert(u"public_url"_qs, QJsonValue::Null);
        expected.insert(u"report_recipients"_qs, QJsonArray());
        QCOMPARE(jsonOf(admin.patch(place, json("{'public_url':null,'report_recipients':[]}"))), expected);
        QCOMPARE(jsonOf(admin.patch(place, "{}")), expected);
    }

    void theWholeObjectMayBeSentBack()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto settings = admin.get(place);

        QCOMPARE(jsonOf(admin.patch(place, settings.body)), jsonOf(settings));
    }

    void whatIsWrongIsAllNamedAndNothingIsChanged_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("rules")
            << json("{'texts_kept_days':5,'zone':'Mars/Olympus','quiet_hours_from':'24:00','public_url':'a',"
                    "'clients_editable_by':'nobody','events_kept_days':-1,'report_recipients':['anna']}")
            << u"422 input.invalid: clients_editable_by, events_kept_days, public_url, quiet_hours_from, "
               "report_recipients, zone"_qs;
        QTest::newRow("types")
            << json("{'texts_kept_days':'5','zone':null,'open_registration':'true','report_recipients':'a',"
                    "'public_url':5,'colour':'red'}")
            << u"422 input.invalid: open_registration, public_url, report_recipients, texts_kept_days, zone, "
               "colour"_qs;
        QTest::newRow("no such gateway") << json("{'texts_kept_days':5,'default_gateway':'other'}")
                                         << u"422 input.invalid: default_gateway"_qs;
        QTest::newRow("fraction") << json("{'texts_kept_days':5.5}") << u"422 input.invalid: texts_kept_days"_qs;
        QTest::newRow("far too many days")
            << json("{'texts_kept_days':9007199254740992}") << u"422 input.invalid: texts_kept_days"_qs;
        QTest::newRow("no JSON") << QByteArray("texts_kept_days=5") << u"400 request.json"_qs;
    }
    void whatIsWrongIsAllNamedAndNothingIsChanged()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QJsonObject before = jsonOf(admin.get(place));

        QCOMPARE(outcome(admin.patch(place, body)), expected);
        QCOMPARE(jsonOf(admin.get(place)), before);
    }

    void theDefaultGatewayIsTheOneWithTheMark()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const auto trial = admin.post("/api/v1/gateways", json("{'name':'trial','kind':'simulator'}"));

        QCOMPARE(outcome(admin.patch(place, json("{'default_gateway':'trial'}"))), u"200"_qs);
        QCOMPARE(jsonOf(admin.get(tests::placeOf(trial))).value(u"is_default"), QJsonValue(true));
    }

    void withoutAGatewayThereIsNoDefault()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.remove("/api/v1/gateways/" + rest.gateway.text().toLatin1())), u"204"_qs);

        QCOMPARE(jsonOf(admin.get(place)).value(u"default_gateway"), QJsonValue(QJsonValue::Null));
        QCOMPARE(outcome(admin.patch(place, json("{'default_gateway':'main'}"))), u"409 gateway.none"_qs);
    }

    void otherMethodsAreNotKnown()
    {
        RestFixture rest;
        const auto put = Caller(rest, rest.admin).put(place, "{}");

        QCOMPARE(outcome(put), u"405 request.method"_qs);
        QCOMPARE(tests::headerOf(put, "Allow"), QByteArray("GET, PATCH"));
    }
};

QTEST_GUILESS_MAIN(SettingRoutesTest)
#include "settingroutestest.moc"
