// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/clientjson.h"

#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::json::clientEditFromJson;
using core::json::toJson;

class ClientJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

private Q_SLOTS:
    void whatCannotBeReadAndWhatBreaksARuleIsToldTogether()
    {
        const auto edit = clientEditFromJson(parsed(R"({"phone":"12","tags":5,"timezone":"Mars/Olympus","nonsense":1})"));

        QVERIFY(!edit);
        QCOMPARE(tests::errorLine(edit.error()),
                 u"tags json:type a list of texts; nonsense json:unknown; phone phone:too_short; "
                 "timezone timezone Mars/Olympus"_qs);
    }

    void textsWithANulAreRefused()
    {
        const auto edit = clientEditFromJson({{u"consent"_qs, u"a\0b"_qs}, {u"tags"_qs, QJsonArray{u"a\0"_qs}}});

        QVERIFY(!edit);
        QCOMPARE(tests::errorLine(edit.error()), u"tags text:unreadable; consent text:unreadable"_qs);
    }

    void isTheObjectOfTheSpecification()
    {
        core::domain::Client client = tests::aClient().phone(1).tags({u"vip"_qs}).attribute(u"name"_qs, u"Анна"_qs);
        client.id = core::ClientId{1};
        client.owner = core::UserId{1};
        client.createdAt = tests::at("2026-11-20T09:00:00Z");
        client.updatedAt = tests::at("2026-11-20T09:00:01.500Z");

        const QJsonObject expected = parsed(R"({"id":1,"phone":"79990000001","operator_code":"999","tags":["vip"],
            "timezone":"Europe/Moscow","attributes":{"name":"Анна"},"opted_out_at":null,"consent":null,"owner":1,
            "created_at":"2026-11-20T09:00:00Z","updated_at":"2026-11-20T09:00:01.500Z"})");
        QCOMPARE(toJson(client), expected);
    }

    void comesBackAsItWent()
    {
        const core::domain::Client client = tests::aClient()
                                                .phone(1)
                                                .tags({u"a"_qs, u"b"_qs})
                                                .consent(u"form"_qs)
                                                .optedOut(tests::at("2026-01-01T00:00:00Z"));

        const auto edit = clientEditFromJson(toJson(client));

        QVERIFY(edit);
        core::domain::Client base;
        base.owner = client.owner;
        base.createdAt = client.createdAt;
        base.updatedAt = client.updatedAt;
        const auto again = core::domain::edited(base, *edit, u"UTC"_qs);
        QVERIFY(again);
        QCOMPARE(*again, client);
    }

    void oneTagMayStandInForTags()
    {
        QCOMPARE(clientEditFromJson(parsed(R"({"tag":"vip"})"))->tags, QStringList{u"vip"_qs});
        QCOMPARE(clientEditFromJson(parsed(R"({"tag":"x","tags":["vip"]})"))->tags, QStringList{u"vip"_qs});
    }

    void whatIsNotNamedIsNotSet()
    {
        const auto edit = clientEditFromJson(parsed(R"({"consent":null})"));

        QVERIFY(!edit->phone);
        QVERIFY(!edit->tags);
        QVERIFY(!edit->optedOutAt);
        QVERIFY(edit->consent);
        QVERIFY(!*edit->consent);
    }

    void unknownAndUnreadableMembersAreNamedTogether()
    {
        const auto edit = clientEditFromJson(parsed(R"({"phone":79990000001,"colour":"red"})"));

        QCOMPARE(tests::errorLine(edit.error()), u"phone json:type text; colour json:unknown"_qs);
    }
};

QTEST_GUILESS_MAIN(ClientJsonTest)
#include "clientjsontest.moc"
