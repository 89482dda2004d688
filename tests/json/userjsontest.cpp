// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/userjson.h"

#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::json::toJson;
using core::json::userEditFromJson;
using tests::errorLine;

class UserJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    static core::domain::User anna()
    {
        core::domain::User user;
        user.id = core::UserId{7};
        user.email = u"anna@example.org"_qs;
        user.name = u"Анна"_qs;
        user.role = core::domain::Role::Operator;
        user.createdAt = tests::at("2026-11-20T09:00:00Z");
        return user;
    }

    static core::domain::ApiToken token()
    {
        core::domain::ApiToken token;
        token.id = core::TokenId{3};
        token.user = core::UserId{7};
        token.name = u"nightly import"_qs;
        token.createdAt = tests::at("2026-11-20T09:00:00Z");
        return token;
    }

private Q_SLOTS:
    void isTheObjectOfTheSpecification()
    {
        QCOMPARE(toJson(anna()), parsed(R"({"id":7,"email":"anna@example.org","name":"Анна","role":"operator","active":true,
            "created_at":"2026-11-20T09:00:00Z"})"));
    }

    void comesBackAsItWent()
    {
        core::domain::User user = anna();
        user.role = core::domain::Role::Admin;
        user.active = false;

        const auto edit = userEditFromJson(toJson(user));
        QVERIFY(edit);
        QVERIFY(!edit->password);
        core::domain::User base;
        base.id = user.id;
        base.createdAt = user.createdAt;

        QCOMPARE(*core::domain::edited(base, *edit), user);
    }

    void whatIsNotNamedIsNotSet()
    {
        const auto edit = userEditFromJson(parsed(R"({"password":" as typed "})"));

        QVERIFY(edit);
        QCOMPARE(edit->password, std::optional(u" as typed "_qs));
        QVERIFY(!edit->email && !edit->name && !edit->role && !edit->active);
    }

    void readOnlyMembersAreIgnored() { QVERIFY(userEditFromJson(parsed(R"({"id":"none","created_at":0})"))); }

    void errorsAreNamedTogether()
    {
        const auto edit = userEditFromJson(parsed(R"({"email":1,"role":"root","active":"yes","password":null,"hash":"x"})"));

        QCOMPARE(errorLine(edit.error()), u"email json:type text; role json:choice root; active json:type true or false; "
                                          "password json:type text; hash json:unknown"_qs);
    }

    void whatIsMissingIsNamedWithEverythingElse()
    {
        const QStringList needed{u"email"_qs, u"name"_qs, u"role"_qs};

        const auto edit = userEditFromJson(parsed(R"({"name":"R2-D2","active":"yes","hash":"x"})"), needed);

        QCOMPARE(errorLine(edit.error()), u"active json:type true or false; email json:missing; role json:missing; "
                                          "hash json:unknown; name name:characters"_qs);
        QVERIFY(userEditFromJson(parsed(R"({"email":"anna@example.org","name":"Anna","role":"viewer"})"), needed));
        QVERIFY(userEditFromJson({}));
    }

    void aTokenHasItsDatesAndNoText()
    {
        core::domain::ApiToken script = token();
        QCOMPARE(toJson(script), parsed(R"({"id":3,"user_id":7,"kind":"script","name":"nightly import",
            "created_at":"2026-11-20T09:00:00Z","expires_at":null,"last_used_at":null})"));

        script.kind = core::domain::TokenKind::Session;
        script.name.clear();
        script.expiresAt = tests::at("2026-12-20T09:00:00Z");
        script.lastUsedAt = tests::at("2026-11-21T09:00:00Z");
        QCOMPARE(toJson({script, anna()}), parsed(R"({"id":3,"user_id":7,"kind":"session","name":null,
            "created_at":"2026-11-20T09:00:00Z","expires_at":"2026-12-20T09:00:00Z",
            "last_used_at":"2026-11-21T09:00:00Z","email":"anna@example.org"})"));
    }

    void aNewTokenShowsItsText()
    {
        const QJsonObject object = toJson(core::domain::NewToken{token(), u"secret-text"_qs});

        QCOMPARE(object.value(u"token"_qs).toString(), u"secret-text"_qs);
        QCOMPARE(object.value(u"id"_qs).toInt(), 3);
    }

    void aSignInIsAnsweredWithTokenAndUser()
    {
        const QJsonObject object = toJson({u"secret-text"_qs, tests::at("2026-12-20T09:00:00Z"), anna()});

        QCOMPARE(object.keys(), (QStringList{u"expires_at"_qs, u"token"_qs, u"user"_qs}));
        QCOMPARE(object.value(u"token"_qs).toString(), u"secret-text"_qs);
        QCOMPARE(object.value(u"expires_at"_qs).toString(), u"2026-12-20T09:00:00Z"_qs);
        QCOMPARE(object.value(u"user"_qs).toObject(), toJson(anna()));
    }
};

QTEST_GUILESS_MAIN(UserJsonTest)
#include "userjsontest.moc"
