// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/accountfixture.h"

#include <QThreadPool>
#include <QtTest>
#include <functional>

using core::UserId;
using core::domain::Role;
using core::domain::User;
using core::domain::UserEdit;
using tests::AccountFixture;
using tests::actorOf;
using tests::admin;
using tests::errorOf;

namespace {

UserEdit complete()
{
    UserEdit edit;
    edit.email = u"Anna@Example.org"_qs;
    edit.name = u"Анна"_qs;
    edit.role = Role::Operator;
    edit.password = u"a new password"_qs;
    return edit;
}

UserEdit registration()
{
    UserEdit edit = complete();
    edit.role.reset();
    return edit;
}

using Change = std::function<void(UserEdit &)>;

} // namespace

class AccountServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAdministratorAddsAUser()
    {
        AccountFixture f;

        const auto created = f.service.create(admin(), complete()).result();

        QVERIFY(created);
        QCOMPARE(created->email, u"anna@example.org"_qs);
        QCOMPARE(created->role, Role::Operator);
        QCOMPARE(created->createdAt, f.clock.now());
        QCOMPARE(f.stored(created->id), *created);
        QVERIFY(f.workspace.users.passwordHash(created->id)->startsWith("hash:a new password:"));
        QCOMPARE(f.told(), QStringList{uR"(user.add  -> {"active":true,"created_at":"2024-03-01T08:00:00Z",)"
                                       uR"("email":"anna@example.org","id":2,"name":"Анна","role":"operator"})"_qs});
        QCOMPARE(f.workspace.data.events.last().actor, u"local@localhost"_qs);
    }

    void namesAllFieldsThatBreakARuleAndHashesNothing()
    {
        AccountFixture f;
        UserEdit edit;
        edit.email = u"anna"_qs;

        QCOMPARE(errorOf(f.service.create(admin(), edit)),
                 u"email email:shape anna; name name:empty; password password:too_short 10"_qs);
        QCOMPARE(f.passwords.calls(), 0);
        QCOMPARE(f.workspace.data.users.size(), 1);
    }

    void refusesAnAddressThatIsTaken()
    {
        AccountFixture f;
        f.added(u"anna@example.org"_qs);
        const User bert = f.added(u"bert@example.org"_qs);
        UserEdit edit;
        edit.email = u"ANNA@example.org"_qs;

        QCOMPARE(errorOf(f.service.create(admin(), complete())), u"Conflict user.email_exists anna@example.org"_qs);
        QCOMPARE(errorOf(f.service.edit(admin(), bert.id, edit)), u"Conflict user.email_exists anna@example.org"_qs);
        QVERIFY(f.told().isEmpty());
    }

    void onlyAnAdministratorManagesUsers()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);
        const User bert = f.added(u"bert@example.org"_qs, Role::Viewer);
        const QString manages = u"PermissionDenied access.role users.manage"_qs;
        const QString edits = u"PermissionDenied access.role account.edit"_qs;

        QCOMPARE(errorOf(f.service.create(actorOf(anna), complete())), manages);
        QCOMPARE(errorOf(f.service.page(actorOf(anna), {})), manages);
        QCOMPARE(errorOf(f.service.count(actorOf(anna))), manages);
        QCOMPARE(errorOf(f.service.findByEmail(actorOf(anna), bert.email)), manages);
        QCOMPARE(errorOf(f.service.find(actorOf(anna), bert.id)), edits);
        QCOMPARE(errorOf(f.service.find(actorOf(anna), UserId{987})), edits); // whether there is one is nobody's business
        QCOMPARE(errorOf(f.service.edit(actorOf(anna), bert.id, {})), edits);
        QCOMPARE(errorOf(f.service.setPassword(actorOf(anna), bert.id, u"a new password"_qs)), edits);
        QCOMPARE(errorOf(f.service.remove(actorOf(anna), bert.id)), edits);
        QCOMPARE(f.passwords.calls(), 0);
        QVERIFY(f.told().isEmpty());
    }

    void whatEverybodyMayChangeOfOneself_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, bool allowed, const Change &change) {
            QTest::newRow(name) << change << allowed;
        };
        row("name", true, [](UserEdit &e) { e.name = u"Anna Ivanova"_qs; });
        row("password", true, [](UserEdit &e) { e.password = u"a new password"_qs; });
        row("role", false, [](UserEdit &e) { e.role = Role::Admin; });
        row("a lesser role", false, [](UserEdit &e) { e.role = Role::Viewer; });
        row("the role it has", true, [](UserEdit &e) { e.role = Role::Operator; });
        row("being active", false, [](UserEdit &e) { e.active = false; });
        row("being active as it is", true, [](UserEdit &e) { e.active = true; });
        row("address", false, [](UserEdit &e) { e.email = u"other@example.org"_qs; });
        row("the address it has, in capitals", true, [](UserEdit &e) { e.email = u"ANNA@example.org"_qs; });
        row("password and role together", false, [](UserEdit &e) {
            e.password = u"a new password"_qs;
            e.role = Role::Admin;
        });
    }

    void whatEverybodyMayChangeOfOneself()
    {
        QFETCH(Change, change);
        QFETCH(bool, allowed);
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs, Role::Operator);
        UserEdit edit;
        change(edit);

        QCOMPARE(errorOf(f.service.edit(actorOf(anna), anna.id, edit)),
                 allowed ? QString() : u"PermissionDenied access.role users.manage"_qs);
        if (!allowed)
            QCOMPARE(f.stored(anna.id), anna);
        QVERIFY(f.service.edit(admin(), anna.id, edit).result());
    }

    void recordsOnlyWhatAnEditChanged()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);
        UserEdit edit;
        edit.role = Role::Viewer;
        edit.name = u"Anna"_qs; // as it is

        QCOMPARE(f.service.edit(admin(), anna.id, edit).result()->role, Role::Viewer);
        QVERIFY(f.service.edit(admin(), anna.id, edit).result());

        QCOMPARE(f.told(), QStringList{uR"(user.edit {"email":"anna@example.org","id":2,"role":"operator"} -> )"
                                       uR"({"email":"anna@example.org","id":2,"role":"viewer"})"_qs});
    }

    void aNewPasswordIsToldButNeitherItNorItsHash()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);

        QVERIFY(f.service.setPassword(admin(), anna.id, u"a new password"_qs).result());

        QVERIFY(f.workspace.users.passwordHash(anna.id)->startsWith("hash:a new password:"));
        QCOMPARE(f.told(), QStringList{uR"(user.edit {"email":"anna@example.org","id":2} -> )"
                                       uR"({"email":"anna@example.org","id":2,"password":"changed"})"_qs});
    }

    void aNewPasswordEndsTheOtherSessions()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);
        const QString first = f.service.signIn(anna.email, tests::goodPassword, {}).result()->token;
        const QString second = f.service.signIn(anna.email, tests::goodPassword, {}).result()->token;
        const QString script = f.service.createToken(actorOf(anna), anna.id, {}).result()->text;
        const auto actor = f.service.authenticate(first).result();

        QVERIFY(f.service.setPassword(*actor, anna.id, u"a new password"_qs).result());

        QVERIFY(f.service.authenticate(first).result());
        QCOMPARE(errorOf(f.service.authenticate(second)), u"PermissionDenied token.invalid"_qs);
        QVERIFY(f.service.authenticate(script).result());

        QVERIFY(f.service.setPassword(admin(), anna.id, u"another password"_qs).result());
        QCOMPARE(errorOf(f.service.authenticate(first)), u"PermissionDenied token.invalid"_qs);
    }

    void thereIsNoWayToBeRidOfTheLastAdministrator_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"remove", "demote", "deactivate"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void thereIsNoWayToBeRidOfTheLastAdministrator()
    {
        QFETCH(QString, way);
        AccountFixture f;
        const User second = f.added(u"second@example.org"_qs, Role::Admin);
        f.added(u"anna@example.org"_qs, Role::Operator);
        const auto ridOf = [&](UserId id) {
            UserEdit edit;
            if (way == u"remove"_qs)
                return errorOf(f.service.remove(admin(), id));
            if (way == u"demote"_qs)
                edit.role = Role::Operator;
            else
                edit.active = false;
            return errorOf(f.service.edit(admin(), id, edit));
        };
        f.deactivate(UserId{1}); // does not count
        QCOMPARE(ridOf(second.id), u"Conflict user.last_admin"_qs);
        QCOMPARE(f.stored(second.id), second);

        f.workspace.data.users[UserId{1}].user.active = true;
        QCOMPARE(ridOf(second.id), QString());
        QCOMPARE(ridOf(UserId{1}), u"Conflict user.last_admin"_qs);
    }

    void theLocalUserStaysWhereItIsFound()
    {
        AccountFixture f;
        f.added(u"second@example.org"_qs, Role::Admin);
        UserEdit edit;
        edit.email = u"admin@example.org"_qs;

        QCOMPARE(errorOf(f.service.remove(admin(), UserId{1})), u"Conflict user.local"_qs);
        QCOMPARE(errorOf(f.service.edit(admin(), UserId{1}, edit)), u"Conflict user.local"_qs);

        UserEdit deactivated;
        deactivated.active = false;
        QVERIFY(f.service.edit(admin(), UserId{1}, deactivated).result());
    }

    void aRemovedUserIsToldWholeAndItsTokensGo()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);
        const QString token = f.service.createToken(admin(), anna.id, {}).result()->text;

        QVERIFY(f.service.remove(actorOf(anna), anna.id).result());

        QCOMPARE(errorOf(f.service.authenticate(token)), u"PermissionDenied token.invalid"_qs);
        QCOMPARE(errorOf(f.service.find(admin(), anna.id)), u"NotFound user.unknown"_qs);
        const core::domain::Event event = f.workspace.data.events.last();
        QCOMPARE(event.action, u"user.delete"_qs);
        QVERIFY(event.before.contains(u"anna@example.org"_qs) && event.after.isEmpty());
    }

    void nobodyRegistersUnlessTheSettingSaysSo()
    {
        AccountFixture f;
        QCOMPARE(errorOf(f.service.registerUser(registration())), u"PermissionDenied registration.closed"_qs);
        QCOMPARE(f.passwords.calls(), 0);

        QVERIFY(f.workspace.settings.set(u"open_registration"_qs, u"true"_qs));
        const auto registered = f.service.registerUser(registration()).result();

        QVERIFY(registered);
        QCOMPARE(registered->role, Role::Viewer);
        QVERIFY(registered->active);
        QCOMPARE(f.workspace.data.events.last().action, u"user.register"_qs);
        QCOMPARE(f.workspace.data.events.last().actor, u"anna@example.org"_qs);
        QVERIFY(f.service.signIn(u"anna@example.org"_qs, u"a new password"_qs, {}).result());
    }

    void nobodyRegistersAsMoreThanAViewer()
    {
        AccountFixture f;
        QVERIFY(f.workspace.settings.set(u"open_registration"_qs, u"true"_qs));
        UserEdit edit = registration();
        edit.role = Role::Viewer;
        QCOMPARE(errorOf(f.service.registerUser(edit)), u"role user:admin_only"_qs);
        edit.active = true;
        edit.name.reset();
        QCOMPARE(errorOf(f.service.registerUser(edit)), u"name name:empty; role user:admin_only; active user:admin_only"_qs);
        QCOMPARE(f.workspace.data.users.size(), 1);
    }

    void findsAndListsUsers()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs, Role::Viewer);

        QCOMPARE(*f.service.find(actorOf(anna), anna.id).result(), anna);
        QCOMPARE(*f.service.findByEmail(admin(), u" ANNA@example.org "_qs).result(), anna);
        QCOMPARE(errorOf(f.service.findByEmail(admin(), u"bert@example.org"_qs)),
                 u"NotFound user.unknown bert@example.org"_qs);
        QCOMPARE(f.service.page(admin(), {}).result()->rows.value(0), anna);
        QCOMPARE(*f.service.count(admin()).result(), 2);
    }

    void withoutMemoryNothingIsStored()
    {
        AccountFixture f;
        const User anna = f.added(u"anna@example.org"_qs);
        f.passwords.failWith(core::Error::make(core::ErrorKind::Unavailable, "password.memory"));

        QCOMPARE(errorOf(f.service.setPassword(admin(), anna.id, u"a new password"_qs)), u"Unavailable password.memory"_qs);
        QCOMPARE(errorOf(f.service.create(admin(), complete())), u"Unavailable password.memory"_qs);
        QCOMPARE(f.workspace.data.users.size(), 2);
        QVERIFY(f.told().isEmpty());
    }

    void whatCannotBeStoredIsNotTold()
    {
        AccountFixture f;
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        QCOMPARE(errorOf(f.service.create(admin(), complete())), u"Unavailable database.full"_qs);
        QCOMPARE(f.workspace.data.users.size(), 1);
        QVERIFY(f.told().isEmpty());
    }

    void hashesOnThePoolWhileTheDatabaseIsFree()
    {
        AccountFixture f;
        QThreadPool pool;
        core::services::AccountService service(f.workspace.executor, f.clock, {f.passwords, f.tokens, f.delay, &pool});

        const auto created = service.create(admin(), complete());
        QTRY_VERIFY(created.isFinished());

        QVERIFY(created.result());
        QVERIFY(f.passwords.lastThread() && f.passwords.lastThread() != QThread::currentThread());
        QVERIFY(pool.waitForDone(5000));
    }

    void checksOnceMoreWhenTheHashIsThere()
    {
        AccountFixture f;
        QVERIFY(f.workspace.settings.set(u"open_registration"_qs, u"true"_qs));
        f.passwords.meanwhile([&f] { Q_UNUSED(f.workspace.settings.set(u"open_registration"_qs, u"false"_qs)); });

        QCOMPARE(errorOf(f.service.registerUser(registration())), u"PermissionDenied registration.closed"_qs);
        QCOMPARE(f.passwords.calls(), 1);
        QCOMPARE(f.workspace.data.users.size(), 1);
    }
};

QTEST_GUILESS_MAIN(AccountServiceTest)
#include "accountservicetest.moc"
