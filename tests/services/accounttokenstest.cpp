// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/accountfixture.h"

#include <QtTest>

using core::TokenId;
using core::UserId;
using core::domain::NewToken;
using core::domain::OwnedToken;
using core::domain::Role;
using core::domain::TokenKind;
using core::domain::User;
using tests::AccountFixture;
using tests::actorOf;
using tests::admin;
using tests::errorOf;
using namespace std::chrono_literals;

namespace {

const QString invalid = u"PermissionDenied token.invalid"_qs;
const QString notTheirs = u"PermissionDenied access.role account.edit"_qs;

struct Fixture : AccountFixture
{
    User anna = added(u"anna@example.org"_qs, Role::Viewer);

    NewToken token(std::optional<int> days = {})
    {
        return *service.createToken(admin(), anna.id, {u"nightly"_qs, days}).result();
    }

    std::optional<core::Instant> lastUse(TokenId id) { return workspace.users.findToken(id)->token.lastUsedAt; }
};

} // namespace

class AccountTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenActsAsItsUser()
    {
        Fixture f;
        const NewToken made = f.token();

        const auto actor = f.service.authenticate(made.text).result();

        QCOMPARE(actor->user, f.anna.id);
        QCOMPARE(actor->label, u"anna@example.org"_qs);
        QCOMPARE(actor->role, Role::Viewer);
        QCOMPARE(actor->token, made.token.id);
        QCOMPARE(made.token.kind, TokenKind::Script);
        QCOMPARE(made.token.name, u"nightly"_qs);
    }

    void onlyItsHashIsKept()
    {
        Fixture f;
        const NewToken made = f.token();

        const tests::FakeToken kept = f.workspace.data.tokens.value(made.token.id);
        QCOMPARE(kept.hash, f.tokens.hash(made.text));
        QVERIFY(!f.told().join(u' ').contains(made.text));
        QVERIFY(!f.told().join(u' ').contains(QString::fromLatin1(kept.hash)));
    }

    void theUserIsTakenAsItIsNow()
    {
        Fixture f;
        const NewToken made = f.token();
        f.workspace.data.users[f.anna.id].user.role = Role::Admin;

        QCOMPARE(f.service.authenticate(made.text).result()->role, Role::Admin);
    }

    void whatIsNoTokenIsRefused()
    {
        Fixture f;
        const NewToken made = f.token(1);
        for (const QString &text : {QString(), u"token"_qs, made.text + u' ', made.text.toUpper()})
            QCOMPARE(errorOf(f.service.authenticate(text)), invalid);

        f.deactivate(f.anna.id);
        QCOMPARE(errorOf(f.service.authenticate(made.text)), invalid);
        f.workspace.data.users[f.anna.id].user.active = true;
        QVERIFY(f.service.authenticate(made.text).result());

        f.clock.advance(24h);
        QCOMPARE(errorOf(f.service.authenticate(made.text)), invalid);
    }

    void itsUseIsNotedOnceAMinute()
    {
        Fixture f;
        const NewToken made = f.token();
        const core::Instant first = f.clock.now();
        QVERIFY(!f.lastUse(made.token.id));
        const int writes = f.workspace.executor.writes();

        for (int second = 0; second < 60; ++second) {
            QVERIFY(f.service.authenticate(made.text).result());
            f.clock.advance(1s);
        }
        QCOMPARE(f.lastUse(made.token.id), std::optional(first));
        QCOMPARE(f.workspace.executor.writes(), writes + 1);

        QVERIFY(f.service.authenticate(made.text).result());
        QCOMPARE(f.lastUse(made.token.id), std::optional(first + 1min));
        QCOMPARE(f.workspace.executor.writes(), writes + 2);
    }

    void aUseThatCannotBeNotedIsAUse()
    {
        Fixture f;
        const NewToken made = f.token();
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        QVERIFY(f.service.authenticate(made.text).result());
    }

    void aClockThatIsPutBackDoesNotHideAUse()
    {
        Fixture f;
        const NewToken made = f.token();
        QVERIFY(f.service.authenticate(made.text).result());
        f.clock.jump(-24h);

        QVERIFY(f.service.authenticate(made.text).result());

        QCOMPARE(f.lastUse(made.token.id), std::optional(f.clock.now()));
    }

    void namesWhatBreaksARule()
    {
        Fixture f;
        QCOMPARE(errorOf(f.service.createToken(admin(), f.anna.id, {QString(65, u'x'), 0})),
                 u"name name:too_long 64; days number:range 1|3650"_qs);
        QCOMPARE(errorOf(f.service.createToken(admin(), UserId{987}, {})), u"NotFound user.unknown"_qs);
        QVERIFY(f.workspace.data.tokens.isEmpty());
        QVERIFY(f.told().isEmpty());
    }

    void everybodyHasTheOwnTokensAndAdministratorsAll()
    {
        Fixture f;
        const User bert = f.added(u"bert@example.org"_qs, Role::Operator);
        const NewToken ofAnna = *f.service.createToken(actorOf(f.anna), f.anna.id, {}).result();
        const NewToken ofBert = *f.service.createToken(actorOf(bert), bert.id, {}).result();

        QCOMPARE(errorOf(f.service.createToken(actorOf(bert), f.anna.id, {})), notTheirs);
        QCOMPARE(errorOf(f.service.tokens(actorOf(bert), f.anna.id, {})), notTheirs);
        QCOMPARE(errorOf(f.service.tokens(actorOf(bert), {}, {})), notTheirs);
        QCOMPARE(errorOf(f.service.revokeToken(actorOf(bert), ofAnna.token.id)), notTheirs);

        QCOMPARE(f.service.tokens(actorOf(bert), bert.id, {}).result()->rows.size(), 1);
        const auto all = f.service.tokens(admin(), {}, {}).result();
        QCOMPARE(all->rows.size(), 2);
        QCOMPARE(all->rows.first().token, ofBert.token);
        QCOMPARE(all->rows.first().user, bert);
        QVERIFY(f.service.revokeToken(actorOf(bert), ofBert.token.id).result());
        QVERIFY(f.service.revokeToken(admin(), ofAnna.token.id).result());
        QVERIFY(f.workspace.data.tokens.isEmpty());
    }

    void aRevokedTokenIsWorthNothing()
    {
        Fixture f;
        const NewToken made = f.token();

        QCOMPARE(f.service.revokeToken(admin(), made.token.id).result()->user, f.anna);

        QCOMPARE(errorOf(f.service.authenticate(made.text)), invalid);
        QCOMPARE(errorOf(f.service.revokeToken(admin(), made.token.id)), u"NotFound token.unknown"_qs);
    }

    void whoSignedInSignsOutByRevoking()
    {
        Fixture f;
        const auto signedIn = f.service.signIn(f.anna.email, tests::goodPassword, {}).result();
        const auto actor = f.service.authenticate(signedIn->token).result();

        QCOMPARE(f.service.revokeToken(*actor, actor->token).result()->token.kind, TokenKind::Session);

        QCOMPARE(errorOf(f.service.authenticate(signedIn->token)), invalid);
    }

    void makingAndRevokingIsTold()
    {
        Fixture f;
        const NewToken made = f.token(30);
        QVERIFY(f.service.authenticate(made.text).result());
        QVERIFY(f.service.revokeToken(admin(), made.token.id).result());

        const QString token = uR"({"created_at":"2024-03-01T08:00:00Z","email":"anna@example.org",)"
                              uR"("expires_at":"2024-03-31T08:00:00Z","id":1,"kind":"script","name":"nightly",)"
                              uR"("user_id":2})"_qs;
        QCOMPARE(f.told(), (QStringList{u"token.create  -> "_qs + token, u"token.revoke "_qs + token + u" -> "_qs}));
        QCOMPARE(f.workspace.data.events.last().actor, u"local@localhost"_qs);
    }
};

QTEST_GUILESS_MAIN(AccountTokensTest)
#include "accounttokenstest.moc"
