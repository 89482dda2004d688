// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of UserRepository, users and failed sign-ins. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class UserContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    const core::Instant m_now = at("2024-03-01T09:00:00.123Z");

    User aUser(const QString &email, Role role = Role::Operator) const
    {
        User user;
        user.email = email;
        user.name = u"Анна O'Neill"_qs;
        user.role = role;
        user.createdAt = m_now;
        return user;
    }

    User added(const QString &email, Role role = Role::Operator)
    {
        User user = aUser(email, role);
        user.id = COMMIT(unit.users.insert(user));
        return user;
    }

    QStringList listed(const PageRequest &first)
    {
        QStringList emails;
        PageRequest request = first;
        do {
            const Page<User> page = LOOK(unit.users.page(request));
            for (const User &user : page.rows)
                emails.append(user.email);
            request.after = page.next;
        } while (!request.after.isEmpty() && emails.size() < 100);
        return emails;
    }

    FailedSignIns failures(const QByteArray &key, core::Instant since, core::Instant until)
    {
        return LOOK(unit.users.failedSignIns(key, since, until));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void beginsWithTheLocalAdministratorAlone()
    {
        const User local = LOOK(unit.users.localUser());
        QCOMPARE(local.email, localEmail());
        QCOMPARE(LOOK(unit.users.count()), 1);
        QCOMPARE(LOOK(unit.users.countActiveAdmins()), 1);
        QCOMPARE(LOOK(unit.users.find(local.id)), local);
        QVERIFY(LOOK(unit.users.passwordHash(local.id)).isEmpty());
    }

    void givesBackEveryFieldThatWasStored()
    {
        User user = added(u"anna@example.org"_qs);
        QVERIFY(user.id.isValid());
        QCOMPARE(LOOK(unit.users.find(user.id)), user);
        QCOMPARE(LOOK(unit.users.findByEmail(user.email)), std::optional(user));

        user.email = u"ivanova@example.org"_qs;
        user.name = u"Ivanova"_qs;
        user.role = Role::Viewer;
        user.active = false;
        User edited = user;
        edited.createdAt = m_now + 1h; // is never edited
        COMMIT(unit.users.update(edited));
        QCOMPARE(LOOK(unit.users.find(user.id)), user);
        QVERIFY(!LOOK(unit.users.findByEmail(u"anna@example.org"_qs)));
    }

    void refusesAnAddressThatIsTaken()
    {
        const User anna = added(u"anna@example.org"_qs);
        User bert = added(u"bert@example.org"_qs);
        const auto inserted = ATTEMPT(unit.users.insert(aUser(anna.email)));
        QVERIFY(!inserted);
        QCOMPARE(errorLine(inserted.error()), u"Conflict user.email_exists anna@example.org"_qs);
        bert.email = anna.email;
        const core::Status updated = ATTEMPT(unit.users.update(bert));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"user.email_exists"_qs);
        QCOMPARE(LOOK(unit.users.find(bert.id)).email, u"bert@example.org"_qs);
    }

    void knowsNoUserThatWasNeverThere()
    {
        User stranger = aUser(u"x@example.org"_qs);
        stranger.id = core::UserId{987};
        QCOMPARE(ATTEMPT(unit.users.find(stranger.id)).error().code, u"user.unknown"_qs);
        QCOMPARE(ATTEMPT(unit.users.update(stranger)).error().code, u"user.unknown"_qs);
        QCOMPARE(ATTEMPT(unit.users.remove(stranger.id)).error().code, u"user.unknown"_qs);
        QCOMPARE(ATTEMPT(unit.users.passwordHash(stranger.id)).error().code, u"user.unknown"_qs);
        const core::Status stored = ATTEMPT(unit.users.setPasswordHash(stranger.id, "hash"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, core::ErrorKind::NotFound);
    }

    void neverGivesTheNumberOfARemovedUserAgain()
    {
        const User anna = added(u"anna@example.org"_qs);
        COMMIT(unit.users.remove(anna.id));
        QCOMPARE(LOOK(unit.users.count()), 1);
        QVERIFY(added(u"anna@example.org"_qs).id != anna.id);
    }

    void countsTheAdministratorsThatCanDoSomething()
    {
        User second = added(u"second@example.org"_qs, Role::Admin);
        added(u"anna@example.org"_qs, Role::Operator);
        QCOMPARE(LOOK(unit.users.countActiveAdmins()), 2);
        second.active = false;
        COMMIT(unit.users.update(second));
        QCOMPARE(LOOK(unit.users.countActiveAdmins()), 1);
        QCOMPARE(LOOK(unit.users.count()), 3);
    }

    void keepsTheHashOfThePassword()
    {
        const User anna = added(u"anna@example.org"_qs);
        const User bert = added(u"bert@example.org"_qs);
        QVERIFY(LOOK(unit.users.passwordHash(anna.id)).isEmpty());
        const QByteArray hash("$argon2id$v=19$\0\xff", 17);
        COMMIT(unit.users.setPasswordHash(anna.id, hash));
        QCOMPARE(LOOK(unit.users.passwordHash(anna.id)), hash);
        QVERIFY(LOOK(unit.users.passwordHash(bert.id)).isEmpty());
        User renamed = anna;
        renamed.name = u"Ivanova"_qs;
        COMMIT(unit.users.update(renamed)); // an edit leaves the password alone
        QCOMPARE(LOOK(unit.users.passwordHash(anna.id)), hash);
    }

    void listsPageByPage_data()
    {
        QTest::addColumn<PageRequest>("request");
        QTest::addColumn<QString>("expected");
        QTest::newRow("newest first") << PageRequest{{}, 2, {}, true} << u"anna bert cleo local"_qs;
        QTest::newRow("oldest first") << PageRequest{{}, 2, {}, false} << u"local cleo bert anna"_qs;
        QTest::newRow("by address") << PageRequest{{}, 1, u"email"_qs, false} << u"anna bert cleo local"_qs;
        QTest::newRow("by address, descending") << PageRequest{{}, 3, u"email"_qs, true} << u"local cleo bert anna"_qs;
    }

    void listsPageByPage()
    {
        QFETCH(PageRequest, request);
        QFETCH(QString, expected);
        for (const QString &name : {u"cleo"_qs, u"bert"_qs, u"anna"_qs})
            added(name + u"@example.org"_qs);
        QStringList names;
        for (const QString &email : listed(request))
            names.append(email.section(u'@', 0, 0));
        QCOMPARE(names.join(u' '), expected);
    }

    void refusesAPageThatCannotBe()
    {
        const auto unsorted = ATTEMPT(unit.users.page({{}, 10, u"password_hash"_qs, true}));
        QVERIFY(!unsorted);
        QCOMPARE(errorLine(unsorted.error()), u"sort page:sort password_hash"_qs);
        QCOMPARE(errorLine(ATTEMPT(unit.users.page({u"made up"_qs, 10, {}, true})).error()), u"cursor page:cursor"_qs);
    }

    void countsTheFailuresOfAKeyWithinATime()
    {
        const QByteArray anna("\0anna", 5);
        for (const auto after : {0s, 10s, 20s})
            COMMIT(unit.users.noteFailedSignIn(anna, m_now + after));
        COMMIT(unit.users.noteFailedSignIn("bert", m_now));

        QCOMPARE(failures(anna, m_now - 1s, m_now + 1min), (FailedSignIns{3, m_now}));
        QCOMPARE(failures(anna, m_now, m_now + 1min), (FailedSignIns{2, m_now + 10s})); // after, not since
        QCOMPARE(failures(anna, m_now - 1s, m_now + 10s), (FailedSignIns{2, m_now}));   // until, included
        QCOMPARE(failures("bert", m_now - 1s, m_now + 1min), (FailedSignIns{1, m_now}));
        QCOMPARE(failures("cleo", m_now - 1s, m_now + 1min), FailedSignIns());
    }

    void countsTwoFailuresOfOneMoment()
    {
        COMMIT(unit.users.noteFailedSignIn("anna", m_now));
        COMMIT(unit.users.noteFailedSignIn("anna", m_now));
        QCOMPARE(failures("anna", m_now - 1s, m_now), (FailedSignIns{2, m_now}));
    }

    void forgetsOldFailures()
    {
        for (const auto after : {0s, 10s, 20s})
            COMMIT(unit.users.noteFailedSignIn("anna", m_now + after));
        COMMIT(unit.users.forgetFailedSignIns(m_now + 10s));
        QCOMPARE(failures("anna", m_now - 1s, m_now + 1min), (FailedSignIns{1, m_now + 20s}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::UserContractTest)
#include "usercontracttest.moc"
