// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session.h"
#include "tests/support/errorcode.h"
#include "tests/ui/uifixture.h"

#include <QSignalSpy>
#include <QtTest>

using core::domain::Role;
using core::domain::User;
using core::domain::UserEdit;
using ui::Session;
using ui::SignedOut;

namespace tests {

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QTRY_VERIFY(!fake->ui.session.actor()); // that of the fixture, which asks nothing any more
        session.emplace(fake->ui.accounts, fake->ui.sessions, fake->ui.changes, std::nullopt);
    }

    void cleanup()
    {
        session.reset();
        fake.reset();
    }

    void nobodyIsAskedWhereNobodyNeedsToSignIn()
    {
        Session &local = localSession();
        QVERIFY(local.isLocal());
        QCOMPARE(local.actor()->user, fake->ui.actor.user);
        local.leave();
        QVERIFY(local.actor());
    }

    void whoSignsInIsThere()
    {
        QSignalSpy entered(&*session, &Session::entered);
        QVERIFY(!session->actor());
        const auto answer = signIn();
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
        QCOMPARE(entered.count(), 1);
        QCOMPARE(session->actor()->user, anna.id);
        QCOMPARE(session->actor()->label, anna.email);
        QCOMPARE(session->actor()->role, Role::Operator);
        QVERIFY(session->actor()->token.isValid());
        QVERIFY(!session->isLocal());
        QCOMPARE(fake->ui.sessions.token, QString()); // not asked for
    }

    void whoIsWrongIsNotThere()
    {
        const auto answer = session->signIn(anna.email, QStringLiteral("wrong password"), true);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(errorCode(answer.result()), QStringLiteral("signin.wrong"));
        QVERIFY(!session->actor());
        QCOMPARE(fake->ui.sessions.token, QString());
    }

    void aSessionThatStaysIsFoundAgain()
    {
        QVERIFY(enter(true));
        QVERIFY(!fake->ui.sessions.token.isEmpty());
        Session next(fake->ui.accounts, fake->ui.sessions, fake->ui.changes, std::nullopt);
        next.begin();
        QTRY_VERIFY(next.actor());
        QCOMPARE(next.actor()->user, anna.id);
        QVERIFY(!next.isLooking());
    }

    void aSignInThatDoesNotStayForgetsTheOneBefore()
    {
        fake->ui.sessions.token = QStringLiteral("token of somebody");
        QVERIFY(enter(false));
        QCOMPARE(fake->ui.sessions.token, QString());
    }

    void aKeptSessionThatIsOverIsSaidAndForgotten()
    {
        fake->ui.sessions.token = QStringLiteral("an old token");
        session->begin();
        QSignalSpy told(&*session, &Session::told);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(session->why(), SignedOut::Ended);
        QVERIFY(!session->actor());
        QCOMPARE(fake->ui.sessions.token, QString());
    }

    void aDatabaseThatDoesNotAnswerForgetsNothing()
    {
        fake->ui.sessions.token = QStringLiteral("a token");
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.io"));
        session->begin();
        QSignalSpy told(&*session, &Session::told);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(session->why(), SignedOut::AtStart);
        QCOMPARE(fake->ui.sessions.token, QStringLiteral("a token"));
    }

    void nobodyWaitsLongForTheKeyring()
    {
        fake->ui.sessions.hold();
        session->begin();
        QVERIFY(session->isLooking());
        QTRY_VERIFY(!session->isLooking()); // though it has not answered
        QVERIFY(enter());
        const auto actor = *session->actor();
        fake->ui.sessions.token = QStringLiteral("an old token");
        fake->ui.sessions.release();
        QCoreApplication::processEvents();
        QCOMPARE(session->actor()->user, actor.user);
        QCOMPARE(session->actor()->token, actor.token);
    }

    void saysWhetherASessionCouldStay()
    {
        fake->ui.sessions.answers = false;
        QVERIFY(session->canStay());
        session->begin();
        QTRY_VERIFY(!session->canStay());
        QVERIFY(enter(true)); // it just does not stay
    }

    void signingOutEndsTheSessionEverywhere()
    {
        QVERIFY(enter(true));
        const QString token = fake->ui.sessions.token;
        QSignalSpy left(&*session, &Session::left);
        session->leave();
        QCOMPARE(left.count(), 1);
        QVERIFY(!session->actor());
        QCOMPARE(session->why(), SignedOut::ByPerson);
        QCOMPARE(fake->ui.sessions.token, QString());
        QCOMPARE(errorCode(fake->ui.accounts.authenticate(token).result()), QStringLiteral("token.invalid"));
    }

    void anotherRoleIsTakenOverWithinASecond()
    {
        QVERIFY(enter());
        QSignalSpy entered(&*session, &Session::entered);
        UserEdit edit;
        edit.role = Role::Viewer;
        QVERIFY(fake->ui.accounts.edit(fake->ui.actor, anna.id, edit).result());
        QTRY_COMPARE_WITH_TIMEOUT(entered.count(), 1, 1000);
        QCOMPARE(session->actor()->role, Role::Viewer);
    }

    void whatDoesNotConcernItIsNoNews()
    {
        QVERIFY(enter());
        QSignalSpy entered(&*session, &Session::entered);
        fake->ui.addUser(QStringLiteral("bert"), Role::Viewer);
        fake->workspace.executor.hold(); // the next job is the look at what has changed
        QTRY_COMPARE(fake->workspace.executor.heldJobs(), 1);
        fake->workspace.executor.resume();
        QCoreApplication::processEvents();
        QCOMPARE(entered.count(), 0);
        QVERIFY(session->actor());
    }

    void aRevokedTokenEndsTheSessionWithinASecond()
    {
        QVERIFY(enter(true));
        QSignalSpy left(&*session, &Session::left);
        QVERIFY(fake->ui.accounts.revokeToken(fake->ui.actor, session->actor()->token).result());
        QTRY_COMPARE_WITH_TIMEOUT(left.count(), 1, 1000);
        QCOMPARE(session->why(), SignedOut::Ended);
        QVERIFY(!session->actor());
        QCOMPARE(fake->ui.sessions.token, QString());
    }

    void whoIsDeactivatedIsOut()
    {
        QVERIFY(enter());
        UserEdit edit;
        edit.active = false;
        QVERIFY(fake->ui.accounts.edit(fake->ui.actor, anna.id, edit).result());
        QTRY_VERIFY_WITH_TIMEOUT(!session->actor(), 1000);
    }

    void aDatabaseThatDoesNotAnswerEndsNoSession()
    {
        QVERIFY(enter());
        QVERIFY(fake->ui.accounts.revokeToken(fake->ui.actor, session->actor()->token).result());
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.io"));
        fake->workspace.executor.hold();
        QTRY_COMPARE(fake->workspace.executor.heldJobs(), 1);
        fake->workspace.executor.resume();
        QCoreApplication::processEvents();
        QVERIFY(session->actor());
        fake->workspace.executor.failReads({});
        Q_EMIT fake->ui.changes.changed(core::interfaces::Change::Users);
        QTRY_VERIFY(!session->actor());
    }

    void aFurtherUserMakesTheLocalAdministratorSignIn()
    {
        Session &local = localSession();
        QSignalSpy left(&local, &Session::left);
        fake->ui.addUser(QStringLiteral("bert"), Role::Viewer); // by another program
        QTRY_COMPARE_WITH_TIMEOUT(left.count(), 1, 1000);
        QCOMPARE(local.why(), SignedOut::NowNeeded);
    }

    void aPasswordOfItsOwnKeepsTheLocalAdministratorIn()
    {
        Session &local = localSession();
        QSignalSpy left(&local, &Session::left);
        const auto answer = local.protect(UiFixture::goodPassword());
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
        QVERIFY(!local.isLocal());
        QCOMPARE(local.actor()->user, fake->ui.actor.user);
        QVERIFY(fake->ui.accounts.needsSignIn().result().value());
        fake->ui.addUser(QStringLiteral("bert"), Role::Viewer);
        fake->workspace.executor.hold();
        QTRY_COMPARE(fake->workspace.executor.heldJobs(), 1); // looks at what has changed
        fake->workspace.executor.resume();
        QCoreApplication::processEvents();
        QCOMPARE(left.count(), 0);
    }

    void aPasswordThatIsTooShortChangesNothing()
    {
        Session &local = localSession();
        const auto answer = local.protect(QStringLiteral("short"));
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().fields.value(0).code, QStringLiteral("password:too_short"));
        QVERIFY(local.isLocal());
        QVERIFY(!fake->ui.accounts.needsSignIn().result().value());
    }

    void aSessionThatDoesNotStayEndsWithTheProgram()
    {
        QVERIFY(enter(false));
        const core::TokenId token = session->actor()->token;
        session->close();
        QVERIFY(!fake->workspace.users.findToken(token));
    }

    void aSessionThatStaysOutlivesTheProgram()
    {
        QVERIFY(enter(true));
        const core::TokenId token = session->actor()->token;
        session->close();
        QVERIFY(fake->workspace.users.findToken(token));
        QVERIFY(!fake->ui.sessions.token.isEmpty());
    }

private:
    /** Of a workspace with nobody but the local administrator. */
    Session &localSession()
    {
        session.reset();
        fake.emplace();
        return fake->ui.session;
    }

    bool enter(bool stays = false)
    {
        const auto answer = signIn(stays);
        return QTest::qWaitFor([&] { return answer.isFinished(); }) && answer.result() && session->actor();
    }

    QFuture<core::Status> signIn(bool stays = false)
    {
        return session->signIn(anna.email, UiFixture::goodPassword(), stays);
    }

    std::optional<FakeUi> fake;
    std::optional<Session> session;
    User anna;
};

} // namespace tests

QTEST_MAIN(tests::SessionTest)
#include "sessiontest.moc"
