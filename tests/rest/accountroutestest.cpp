// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signing in, and users; who may call what at all: accesstest.cpp.

#include "tests/rest/restfixture.h"

#include <QtTest>

using core::rest::ApiResponse;
using tests::Caller;
using tests::headerOf;
using tests::idsOf;
using tests::json;
using tests::jsonOf;
using tests::outcome;
using tests::Person;
using tests::placeOf;
using tests::RestFixture;

class AccountRoutesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *users = "/api/v1/users";
    static constexpr const char *me = "/api/v1/users/me";
    static constexpr const char *localUser = "/api/v1/users/1"; ///< an administrator that every workspace begins with

    static QJsonValue field(const ApiResponse &response, const char *name)
    {
        return jsonOf(response).value(QLatin1String(name));
    }

    static QByteArray placeOfUser(const Person &person) { return "/api/v1/users/" + QByteArray::number(person.id.value); }

    static ApiResponse signIn(RestFixture &rest, const char *email, const char *password)
    {
        return rest.call("POST", "/api/v1/auth/token",
                         json("{'email':'%1','password':'%2'}").replace("%1", email).replace("%2", password));
    }

    /** The operator can sign in from then on. */
    static void givePassword(RestFixture &rest, const char *password)
    {
        const QByteArray body = json("{'password':'%1'}").replace("%1", password);
        QCOMPARE(outcome(Caller(rest, rest.admin).patch(placeOfUser(rest.owner), body)), u"200"_qs);
    }

private Q_SLOTS:
    void aPasswordIsChangedForAToken()
    {
        RestFixture rest;
        givePassword(rest, "correct horse");

        const auto signedIn = signIn(rest, "Owner@Example.org", "correct horse");

        QCOMPARE(outcome(signedIn), u"200"_qs);
        QCOMPARE(field(signedIn, "expires_at"), QJsonValue(u"2024-03-31T08:00:00Z"_qs));
        QCOMPARE(field(signedIn, "user").toObject().value(u"id").toInteger(), rest.owner.id.value);
        const QByteArray token = field(signedIn, "token").toString().toLatin1();
        const auto self = rest.call("GET", me, {}, token);
        QCOMPARE(outcome(self), u"200"_qs);
        QCOMPARE(field(self, "email"), QJsonValue(u"owner@example.org"_qs));
    }

    void whatIsWrongAboutASignInIsNotTold()
    {
        RestFixture rest;
        givePassword(rest, "correct horse");

        const auto wrongPassword = signIn(rest, "owner@example.org", "correct house");

        QCOMPARE(outcome(wrongPassword), u"401 signin.wrong"_qs);
        QCOMPARE(signIn(rest, "nobody@example.org", "correct horse").body, wrongPassword.body);
        QCOMPARE(signIn(rest, "viewer@example.org", "correct horse").body, wrongPassword.body); // has none
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch(placeOfUser(rest.owner), json("{'active':false}"))), u"200"_qs);
        QCOMPARE(signIn(rest, "owner@example.org", "correct horse").body, wrongPassword.body);
    }

    void afterTenFailuresNobodyIsLetInForAWhile()
    {
        RestFixture rest;
        givePassword(rest, "correct horse");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(outcome(signIn(rest, "owner@example.org", "a guess")), u"401 signin.wrong"_qs);

        const auto refused = signIn(rest, "owner@example.org", "correct horse");

        QCOMPARE(outcome(refused), u"429 signin.throttled"_qs);
        QCOMPARE(headerOf(refused, "Retry-After"), QByteArray("60"));
        rest.clock.advance(std::chrono::seconds{61});
        QCOMPARE(outcome(signIn(rest, "owner@example.org", "correct horse")), u"200"_qs);
    }

    void aSignInNeedsBothOfItsFields_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("nothing") << QByteArray() << u"422 input.invalid: email, password"_qs;
        QTest::newRow("no password") << json("{'email':'owner@example.org'}") << u"422 input.invalid: password"_qs;
        QTest::newRow("all at once") << json("{'email':5,'colour':1}") << u"422 input.invalid: email, password, colour"_qs;
        QTest::newRow("null") << json("{'email':null,'password':null}") << u"422 input.invalid: email, password"_qs;
        QTest::newRow("no JSON") << QByteArray("email=a&password=b") << u"400 request.json"_qs;
        QTest::newRow("a list") << QByteArray("[]") << u"400 request.not_object"_qs;
    }
    void aSignInNeedsBothOfItsFields()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;

        QCOMPARE(outcome(rest.call("POST", "/api/v1/auth/token", body)), expected);
    }

    void aSignInIsJson()
    {
        RestFixture rest;

        QCOMPARE(outcome(rest.call("POST", "/api/v1/auth/token", "email=a", {}, "application/x-www-form-urlencoded")),
                 u"415 request.media_type"_qs);
        QCOMPARE(outcome(rest.call("GET", "/api/v1/auth/token", {}, rest.viewer.token)), u"405 request.method"_qs);
    }

    void everyUserIsOnOnePage()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QList<qint64> ids;
        QString cursor;
        int pages = 0;
        do {
            const auto page = admin.get("/api/v1/users?limit=2&count=true&cursor=" + cursor.toLatin1());
            QCOMPARE(field(page, "count"), QJsonValue(5));
            ids += idsOf(page);
            cursor = field(page, "next").toString();
        } while (++pages < 10 && !cursor.isEmpty());

        QCOMPARE(pages, 3);
        QCOMPARE(ids,
                 (QList<qint64>{rest.admin.id.value, rest.other.id.value, rest.owner.id.value, rest.viewer.id.value, 1}));
        QVERIFY(field(admin.get(users), "count").isUndefined());
    }

    void refusesParametersThatCannotBeRead()
    {
        RestFixture rest;

        QCOMPARE(outcome(Caller(rest, rest.admin).get("/api/v1/users?limit=0&cursor=x&count=1&role=admin")),
                 u"400 request.parameter: limit, count, cursor, role"_qs);
    }

    void onlyAdministratorsSeeTheList()
    {
        RestFixture rest;

        for (const Person &person : {rest.viewer, rest.owner})
            QCOMPARE(outcome(Caller(rest, person).get(users)), u"403 access.admin"_qs);
    }

    void anAdministratorAddsAUserWhoCanSignInThen()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        const auto added = admin.post(
            users, json("{'email':'Vera@Example.org','name':'Vera','role':'operator','password':'battery staple'}"));

        QCOMPARE(outcome(added), u"201"_qs);
        QCOMPARE(field(added, "email"), QJsonValue(u"vera@example.org"_qs));
        QCOMPARE(field(added, "role"), QJsonValue(u"operator"_qs));
        QCOMPARE(field(added, "active"), QJsonValue(true));
        QCOMPARE(field(added, "created_at"), QJsonValue(u"2024-03-01T08:00:00Z"_qs));
        QCOMPARE(jsonOf(admin.get(placeOf(added))), jsonOf(added));
        QCOMPARE(outcome(signIn(rest, "vera@example.org", "battery staple")), u"200"_qs);
    }

    void aUserIsAViewerUnlessItIsSaid()
    {
        RestFixture rest;

        const auto added = Caller(rest, rest.admin)
                               .post(users, json("{'email':'vera@example.org','name':'Vera','password':'battery staple'}"));

        QCOMPARE(field(added, "role"), QJsonValue(u"viewer"_qs));
    }

    void anAddressBelongsToOneUser()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QCOMPARE(outcome(admin.post(users, json("{'email':'OWNER@example.org','name':'Vera','password':'battery staple'}"))),
                 u"409 user.email_exists"_qs);
        QCOMPARE(outcome(admin.patch(placeOfUser(rest.viewer), json("{'email':'owner@example.org'}"))),
                 u"409 user.email_exists"_qs);
    }

    void allFieldsThatAreWrongAreNamedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        QTest::newRow("rules") << json("{'email':'nobody','name':'R2-D2','password':'short'}")
                               << u"422 input.invalid: email, name, password"_qs;
        QTest::newRow("types")
            << json("{'email':5,'name':['Anna'],'role':'root','active':'yes','password':null,'colour':'red'}")
            << u"422 input.invalid: email, name, role, active, password, colour"_qs;
        QTest::newRow("missing, types and rules") << json("{'name':'R2-D2','active':'yes','colour':'red'}")
                                                  << u"422 input.invalid: active, email, password, colour, name"_qs;
        QTest::newRow("nothing") << QByteArray() << u"422 input.invalid: email, name, password"_qs;
        QTest::newRow("no JSON") << QByteArray("{'email'}") << u"400 request.json"_qs;
        QTest::newRow("a list") << QByteArray("[]") << u"400 request.not_object"_qs;
    }
    void allFieldsThatAreWrongAreNamedAtOnce()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QCOMPARE(outcome(admin.post(users, body)), expected);
        QCOMPARE(field(admin.get("/api/v1/users?count=true"), "count"), QJsonValue(5));
    }

    void aPatchChangesWhatItNames()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);

        const auto patched = owner.patch(me, json("{'name':' Vera  Ивановна '}"));

        QCOMPARE(outcome(patched), u"200"_qs);
        QCOMPARE(field(patched, "name"), QJsonValue(u"Vera Ивановна"_qs));
        QCOMPARE(field(patched, "email"), QJsonValue(u"owner@example.org"_qs));
        QCOMPARE(field(patched, "role"), QJsonValue(u"operator"_qs));
        QCOMPARE(jsonOf(owner.get(placeOfUser(rest.owner))), jsonOf(patched));
    }

    void aPutReplacesTheUser()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray place = placeOfUser(rest.owner);
        QCOMPARE(outcome(admin.patch(place, json("{'active':false}"))), u"200"_qs);

        const auto put = admin.put(place, json("{'email':'vera@example.org','name':'Vera','role':'viewer'}"));

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(field(put, "id").toInteger(), rest.owner.id.value);
        QCOMPARE(field(put, "email"), QJsonValue(u"vera@example.org"_qs));
        QCOMPARE(field(put, "role"), QJsonValue(u"viewer"_qs));
        QCOMPARE(field(put, "active"), QJsonValue(true)); // its default
    }

    void aPutIsToldAllThatIsWrongAtOnce()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QCOMPARE(outcome(admin.put(placeOfUser(rest.owner), json("{'email':'nobody','active':'no','colour':'red'}"))),
                 u"422 input.invalid: active, name, role, colour, email"_qs);
        QCOMPARE(outcome(admin.put(placeOfUser(rest.owner), {})), u"422 input.invalid: email, name, role"_qs);
    }

    void theWholeObjectMayBeSentBack()
    {
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto before = owner.get(me);

        const auto put = owner.put(me, before.body);

        QCOMPARE(outcome(put), u"200"_qs);
        QCOMPARE(jsonOf(put), jsonOf(before));
    }

    void onlyAnAdministratorChangesWhatIsNobodysOwnAffair_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("role") << json("{'role':'admin'}");
        QTest::newRow("address") << json("{'email':'boss@example.org'}");
        QTest::newRow("active") << json("{'active':false}");
    }
    void onlyAnAdministratorChangesWhatIsNobodysOwnAffair()
    {
        QFETCH(const QByteArray, body);
        RestFixture rest;
        const Caller owner(rest, rest.owner);
        const auto before = owner.get(me);

        const auto refused = owner.patch(me, body);

        QCOMPARE(outcome(refused), u"403 access.role"_qs);
        QVERIFY2(!field(refused, "detail").toString().contains(u"users.manage"), refused.body.constData());
        QCOMPARE(jsonOf(owner.get(me)), jsonOf(before));
        QCOMPARE(outcome(Caller(rest, rest.admin).patch(placeOfUser(rest.owner), body)), u"200"_qs);
    }

    void ofOthersNothingIsToldAndNothingChanged()
    {
        RestFixture rest;
        const Caller other(rest, rest.other);
        const QByteArray body = json("{'email':'owner@example.org','name':'Vera','role':'operator'}");
        const QString refusal = u"403 access.role"_qs;

        for (const QByteArray &place : {placeOfUser(rest.owner), QByteArray("/api/v1/users/99")}) {
            QCOMPARE(outcome(other.get(place)), refusal);
            QCOMPARE(outcome(other.put(place, body)), refusal);
            QCOMPARE(outcome(other.patch(place, json("{'name':'Vera'}"))), refusal);
            QCOMPARE(outcome(other.remove(place)), refusal);
        }
        QCOMPARE(field(Caller(rest, rest.owner).get(me), "name"), QJsonValue(u"Anna"_qs));
    }

    void whoIsNotThereIsNotFound()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const QByteArray place = "/api/v1/users/99";

        QCOMPARE(outcome(admin.get(place)), u"404 user.unknown"_qs);
        QCOMPARE(outcome(admin.put(place, json("{'email':'a@example.org','name':'Anna','role':'viewer'}"))),
                 u"404 user.unknown"_qs);
        QCOMPARE(outcome(admin.patch(place, json("{'name':'Vera'}"))), u"404 user.unknown"_qs);
        QCOMPARE(outcome(admin.remove(place)), u"404 user.unknown"_qs);
        QCOMPARE(outcome(admin.get("/api/v1/users/you")), u"404 request.path"_qs);
    }

    void aNewPasswordTakesThePlaceOfTheOldOne()
    {
        RestFixture rest;
        givePassword(rest, "correct horse");

        QCOMPARE(outcome(Caller(rest, rest.owner).patch(me, json("{'password':'battery staple'}"))), u"200"_qs);

        QCOMPARE(outcome(signIn(rest, "owner@example.org", "correct horse")), u"401 signin.wrong"_qs);
        QCOMPARE(outcome(signIn(rest, "owner@example.org", "battery staple")), u"200"_qs);
        QCOMPARE(outcome(Caller(rest, rest.owner).patch(me, json("{'password':'short'}"))),
                 u"422 input.invalid: password"_qs);
    }

    void whoIsDeletedIsNotLetInAnyLonger()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        const Caller viewer(rest, rest.viewer);
        QCOMPARE(outcome(viewer.get(me)), u"200"_qs);

        QCOMPARE(outcome(admin.remove(placeOfUser(rest.viewer))), u"204"_qs);
        rest.guard.forgetTokens(); // as the change feed makes it do

        QCOMPARE(outcome(viewer.get(me)), u"401 token.invalid"_qs);
        QCOMPARE(outcome(admin.get(placeOfUser(rest.viewer))), u"404 user.unknown"_qs);
    }

    void everybodyMayLeave()
    {
        RestFixture rest;

        QCOMPARE(outcome(Caller(rest, rest.viewer).remove(me)), u"204"_qs);
        QCOMPARE(outcome(Caller(rest, rest.owner).remove(placeOfUser(rest.owner))), u"204"_qs);
        QCOMPARE(field(Caller(rest, rest.admin).get("/api/v1/users?count=true"), "count"), QJsonValue(3));
    }

    void anAdministratorIsAlwaysThere()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);
        QCOMPARE(outcome(admin.patch(localUser, json("{'active':false}"))), u"200"_qs);

        QCOMPARE(outcome(admin.patch(me, json("{'role':'viewer'}"))), u"409 user.last_admin"_qs);
        QCOMPARE(outcome(admin.patch(me, json("{'active':false}"))), u"409 user.last_admin"_qs);
        QCOMPARE(outcome(admin.remove(me)), u"409 user.last_admin"_qs);

        QCOMPARE(outcome(admin.patch(placeOfUser(rest.owner), json("{'role':'admin'}"))), u"200"_qs);
        QCOMPARE(outcome(admin.remove(me)), u"204"_qs);
    }

    void theUserOfTheWorkspaceItselfStays()
    {
        RestFixture rest;
        const Caller admin(rest, rest.admin);

        QCOMPARE(outcome(admin.remove(localUser)), u"409 user.local"_qs);
        QCOMPARE(outcome(admin.patch(localUser, json("{'email':'boss@example.org'}"))), u"409 user.local"_qs);
        QCOMPARE(field(admin.get(localUser), "email"), QJsonValue(u"local@localhost"_qs));
    }
};

QTEST_GUILESS_MAIN(AccountRoutesTest)
#include "accountroutestest.moc"
