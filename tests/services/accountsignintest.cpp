// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/accountfixture.h"

#include <QThreadPool>
#include <QtTest>

using core::Milliseconds;
using core::UserId;
using core::domain::Role;
using core::domain::User;
using core::services::Entrance;
using tests::AccountFixture;
using tests::admin;
using tests::errorOf;
using tests::goodPassword;
using namespace std::chrono_literals;

namespace {

const QString wrong = u"PermissionDenied signin.wrong"_qs;
const QString home = u"192.0.2.1"_qs;

QString throttled(int seconds)
{
    return u"Throttled signin.throttled %1"_qs.arg(seconds);
}

struct Fixture : AccountFixture
{
    User anna = added(u"anna@example.org"_qs);

    QString tried(const QString &password, const QString &address = home, const QString &email = u"anna@example.org"_qs)
    {
        return errorOf(service.signIn(email, password, address));
    }

    void fail(int times, const QString &address = home, const QString &email = u"anna@example.org"_qs)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(tried(u"a wrong one"_qs, address, email), wrong);
    }
};

} // namespace

class AccountSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightPasswordOpensASessionOfThirtyDays()
    {
        Fixture f;

        const auto signedIn = f.service.signIn(u" Anna@Example.org "_qs, goodPassword, home).result();

        QVERIFY(signedIn);
        QCOMPARE(signedIn->user, f.anna);
        QCOMPARE(signedIn->expiresAt, tests::at("2024-03-31T08:00:00Z"));
        const auto actor = f.service.authenticate(signedIn->token).result();
        QCOMPARE(actor->user, f.anna.id);
        f.clock.advance(std::chrono::days{30} - 1ms);
        QVERIFY(f.service.authenticate(signedIn->token).result());
        f.clock.advance(1ms);
        QCOMPARE(errorOf(f.service.authenticate(signedIn->token)), u"PermissionDenied token.invalid"_qs);
    }

    void isToldWithItsAddressButWithoutTokenAndPassword()
    {
        Fixture f;

        const QString token = f.service.signIn(f.anna.email, goodPassword, home).result()->token;
        QVERIFY(f.service.signIn(f.anna.email, goodPassword, {}).result());

        QCOMPARE(f.told(), (QStringList{uR"(user.sign_in  -> {"address":"192.0.2.1","email":"anna@example.org","id":2})"_qs,
                                        uR"(user.sign_in  -> {"email":"anna@example.org","id":2})"_qs}));
        QCOMPARE(f.workspace.data.events.last().actor, u"anna@example.org"_qs);
        QVERIFY(!f.told().join(u' ').contains(token));
    }

    void whoIsWrongIsNotToldWhy_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::newRow("wrong password") << u"anna@example.org"_qs << u"a wrong one"_qs;
        QTest::newRow("no password") << u"anna@example.org"_qs << QString();
        QTest::newRow("password in capitals") << u"anna@example.org"_qs << goodPassword.toUpper();
        QTest::newRow("blank behind") << u"anna@example.org"_qs << QString(goodPassword + u' ');
        QTest::newRow("unknown address") << u"bert@example.org"_qs << goodPassword;
        QTest::newRow("nothing at all") << QString() << QString();
        QTest::newRow("inactive") << u"inactive@example.org"_qs << goodPassword;
        QTest::newRow("local user, who has no password") << u"local@localhost"_qs << QString();
        QTest::newRow("local user, any password") << u"local@localhost"_qs << goodPassword;
    }

    void whoIsWrongIsNotToldWhy()
    {
        QFETCH(QString, email);
        QFETCH(QString, password);
        Fixture f;
        f.deactivate(f.added(u"inactive@example.org"_qs, Role::Admin).id);

        QCOMPARE(f.tried(password, home, email), wrong);

        QCOMPARE(f.passwords.calls(), 1); // the same time is spent whatever was wrong
        QCOMPARE(f.workspace.data.failedSignIns.size(), 2);
        QVERIFY(f.workspace.data.tokens.isEmpty());
        QVERIFY(f.told().isEmpty());
        for (const auto &failure : f.workspace.data.failedSignIns) {
            QCOMPARE(failure.at, f.clock.now());
            QVERIFY(email.isEmpty() || !failure.key.contains(email.toUtf8())); // hashed: it may have been the password
        }
    }

    void thisComputerIsNoAddress()
    {
        Fixture f;
        f.fail(10, {}, u"somebody@example.org"_qs);

        QCOMPARE(f.tried(goodPassword, {}), QString());
    }

    void answersComeLaterAndLaterFromTheSixthFailureOn()
    {
        Fixture f;

        f.fail(10);

        QCOMPARE(f.delay.pauses(), (QList<Milliseconds>{250ms, 500ms, 1000ms, 2000ms, 4000ms}));
    }

    void aLateAnswerIsNotThereBefore()
    {
        Fixture f;
        f.fail(5);
        f.delay.hold();

        const auto late = f.service.signIn(f.anna.email, u"a wrong one"_qs, home);
        QVERIFY(!late.isFinished());
        QVERIFY(f.service.signIn(f.anna.email, goodPassword, home).isFinished()); // the right one never waits
        f.delay.release();

        QCOMPARE(errorOf(late), wrong);
    }

    void afterTenFailuresWithinAMinuteNobodyIsLetIn_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("refused");
        QTest::newRow("the same") << home << u"anna@example.org"_qs << true;
        QTest::newRow("the account from elsewhere") << u"198.51.100.7"_qs << u"anna@example.org"_qs << true;
        QTest::newRow("the account in capitals") << u"198.51.100.7"_qs << u"ANNA@example.org"_qs << true;
        QTest::newRow("another account from there") << home << u"bert@example.org"_qs << true;
        QTest::newRow("another account from elsewhere") << u"198.51.100.7"_qs << u"bert@example.org"_qs << false;
    }

    void afterTenFailuresWithinAMinuteNobodyIsLetIn()
    {
        QFETCH(QString, address);
        QFETCH(QString, email);
        QFETCH(bool, refused);
        Fixture f;
        f.added(u"bert@example.org"_qs);
        for (int i = 0; i < 10; ++i) {
            f.fail(1);
            f.clock.advance(2s);
        }
        const int calls = f.passwords.calls();

        QCOMPARE(f.tried(goodPassword, address, email), refused ? throttled(40) : QString());
        QCOMPARE(f.passwords.calls(), refused ? calls : calls + 1); // it is not even looked at
    }

    void thereIsRoomAgainWhenTheOldestFailureIsPast()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i) {
            f.fail(1);
            f.clock.advance(2s);
        }
        QCOMPARE(f.tried(u"a wrong one"_qs), throttled(40));
        QCOMPARE(f.tried(u"a wrong one"_qs), throttled(40)); // what was refused does not count
        f.clock.advance(40s);

        QCOMPARE(f.tried(u"a wrong one"_qs), wrong);
        QCOMPARE(f.tried(u"a wrong one"_qs), throttled(2));
        f.clock.advance(2s);
        QCOMPARE(f.tried(goodPassword), QString());
    }

    void tenAreAnsweredHoweverManyTryAtOnce()
    {
        Fixture f;
        f.workspace.executor.hold();
        QList<QFuture<core::Result<core::domain::SignedIn>>> tries;
        for (int i = 0; i < 30; ++i)
            tries.append(f.service.signIn(f.anna.email, i == 29 ? goodPassword : u"a wrong one"_qs, home));
        // What a try stores waits behind the looks of all others.
        f.passwords.meanwhile([&f] { f.workspace.executor.hold(); });
        while (f.workspace.executor.heldJobs() > 0)
            f.workspace.executor.resume();

        QStringList answers;
        for (const auto &attempt : std::as_const(tries))
            answers.append(errorOf(attempt));
        QCOMPARE(f.passwords.calls(), 30);
        QCOMPARE(answers.count(wrong), 10);
        QCOMPARE(answers.count(throttled(60)), 20); // also the right one: nobody guesses thirty times
        QCOMPARE(answers.last(), throttled(60));
    }

    void failuresOfTheFutureDoNotCount()
    {
        Fixture f;
        f.fail(10);
        f.clock.jump(-std::chrono::hours{24});

        QCOMPARE(f.tried(goodPassword), QString());
    }

    void oldFailuresAndSessionsAreCleared()
    {
        Fixture f;
        f.fail(3);
        QCOMPARE(f.tried(goodPassword), QString());
        f.clock.advance(std::chrono::days{31});

        f.fail(1);
        QCOMPARE(f.workspace.data.failedSignIns.size(), 2);
        QCOMPARE(f.tried(goodPassword), QString());
        QCOMPARE(f.workspace.data.tokens.size(), 1);
    }

    void whoIsDeactivatedMeanwhileStaysOutside()
    {
        Fixture f;
        f.passwords.meanwhile([&f] { f.deactivate(f.anna.id); });

        QCOMPARE(f.tried(goodPassword), wrong);
        QVERIFY(f.workspace.data.tokens.isEmpty());
    }

    void aPasswordThatIsChangedMeanwhileOpensNothing()
    {
        Fixture f;
        f.passwords.meanwhile([&f] { f.workspace.data.users[f.anna.id].passwordHash = "hash:another:7"; });

        QCOMPARE(f.tried(goodPassword), wrong);
    }

    void withoutItsDatabaseNobodyComesIn()
    {
        Fixture f;
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        QCOMPARE(f.tried(goodPassword), u"Unavailable database.full"_qs);
        QCOMPARE(f.tried(u"a wrong one"_qs), u"Unavailable database.full"_qs);
        f.workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.unreadable"));
        QCOMPARE(f.tried(goodPassword), u"Unavailable database.unreadable"_qs);
    }

    void passwordsAreLookedAtOnThePool()
    {
        Fixture f;
        QThreadPool pool;
        pool.setMaxThreadCount(core::services::hashingThreads);
        core::services::AccountService service(f.workspace.executor, f.clock, {f.passwords, f.tokens, f.delay, &pool});
        QList<QFuture<core::Result<core::domain::SignedIn>>> tries;
        for (int i = 0; i < 8; ++i)
            tries.append(service.signIn(f.anna.email, goodPassword, home));

        for (const auto &attempt : std::as_const(tries)) {
            QTRY_VERIFY(attempt.isFinished());
            QCOMPARE(errorOf(attempt), QString());
        }
        QVERIFY(f.passwords.lastThread() != QThread::currentThread());
        QCOMPARE(f.workspace.data.tokens.size(), 8);
    }

    void aWorkspaceOfOneWithoutPasswordNeedsNoSignIn()
    {
        AccountFixture f;
        QCOMPARE(*f.service.needsSignIn().result(), false);

        QVERIFY(f.service.setPassword(admin(), UserId{1}, u"a new password"_qs).result());
        QCOMPARE(*f.service.needsSignIn().result(), true);
    }

    void onAServerEverybodySignsInAndTheFirstOneSetsAPassword()
    {
        AccountFixture f;
        f.workspace.data.serverTime = f.clock.now();
        QCOMPARE(*f.service.entrance().result(), Entrance::FirstPassword);
        QCOMPARE(*f.service.needsSignIn().result(), true);

        QCOMPARE(errorOf(f.service.setFirstPassword(u"short"_qs)), u"password password:too_short 10"_qs);
        QCOMPARE(*f.service.entrance().result(), Entrance::FirstPassword);

        QVERIFY(f.service.setFirstPassword(goodPassword).result());
        QCOMPARE(*f.service.entrance().result(), Entrance::SignIn);
        QVERIFY(f.service.signIn(u"local@localhost"_qs, goodPassword, {}).result());
        const auto &event = f.workspace.data.events.first();
        QCOMPARE(event.actor, u"local@localhost"_qs);
        QCOMPARE(event.action, u"user.edit"_qs);
        QVERIFY(!event.after.contains(goodPassword));
    }

    void onlyTheFirstOneSetsTheFirstPassword()
    {
        AccountFixture f;
        const QString refused = u"Conflict user.claimed"_qs;
        QCOMPARE(errorOf(f.service.setFirstPassword(goodPassword)), refused); // in a file it is no way in
        f.workspace.data.serverTime = f.clock.now();
        // Somebody else is quicker, while this one is hashed.
        f.passwords.meanwhile(
            [&f] { f.workspace.data.users[UserId{1}].passwordHash = "hash:" + goodPassword.toUtf8() + ":0"; });
        QCOMPARE(errorOf(f.service.setFirstPassword(u"another password"_qs)), refused);
        f.passwords.meanwhile({});
        QCOMPARE(errorOf(f.service.setFirstPassword(u"another password"_qs)), refused);
        QVERIFY(f.service.signIn(u"local@localhost"_qs, goodPassword, {}).result());
    }

    void onAServerWithAccountsThereIsNoFirstPassword()
    {
        AccountFixture f;
        f.workspace.data.serverTime = f.clock.now();
        f.added(u"anna@example.org"_qs);
        QCOMPARE(*f.service.entrance().result(), Entrance::SignIn);
        QCOMPARE(errorOf(f.service.setFirstPassword(goodPassword)), u"Conflict user.claimed"_qs);
    }

    void aSecondUserMakesSigningInNecessary()
    {
        AccountFixture f;
        f.deactivate(f.added(u"anna@example.org"_qs).id);

        QCOMPARE(*f.service.needsSignIn().result(), true);
    }
};

QTEST_GUILESS_MAIN(AccountSignInTest)
#include "accountsignintest.moc"
