// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of SettingsRepository, UserRepository and EventLog. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/manualclock.h"

#include <QUuid>

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class WorkspaceContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

    void append(const char *action, qint64 mailing, qint64 client, qint64 message)
    {
        Event event;
        event.at = at("2024-03-01T09:00:00Z");
        event.actor = u"local@localhost"_qs;
        event.action = QString::fromLatin1(action);
        event.mailing = core::MailingId{mailing};
        event.client = core::ClientId{client};
        event.message = core::MessageId{message};
        COMMIT(unit.events.append(event));
    }

    QStringList listed(const EventQuery &query)
    {
        QStringList actions;
        PageRequest request{{}, 2, {}, true};
        do {
            const Page<Event> page = LOOK(unit.events.page(query, request));
            for (const Event &event : page.rows)
                actions.append(event.action);
            request.after = page.next;
        } while (!request.after.isEmpty() && actions.size() < 100);
        return actions;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void givesDefaultsUntilASettingIsStored()
    {
        QCOMPARE(LOOK(unit.settings.settings()).textsKeptDays(), WorkspaceSettings().textsKeptDays());
        COMMIT(unit.settings.set(u"texts_kept_days"_qs, u"7"_qs));
        COMMIT(unit.settings.set(u"zone"_qs, u"Asia/Omsk"_qs));
        COMMIT(unit.settings.set(u"texts_kept_days"_qs, u"8"_qs));
        const WorkspaceSettings settings = LOOK(unit.settings.settings());
        QCOMPARE(settings.textsKeptDays(), 8);
        QCOMPARE(settings.zone(), u"Asia/Omsk"_qs);
    }

    void remembersWhatIsNoSetting()
    {
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/тел."_qs)), QString());
        COMMIT(unit.settings.remember(u"mapping/тел."_qs, u"phone"_qs));
        COMMIT(unit.settings.remember(u"mapping/тел."_qs, u"{\"тел.\":\"phone\"}"_qs));
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/тел."_qs)), u"{\"тел.\":\"phone\"}"_qs);
        QCOMPARE(LOOK(unit.settings.remembered(u"mapping/other"_qs)), QString());
    }

    void namesEachWorkspaceOnce()
    {
        const QString id = LOOK(unit.settings.workspaceId());
        QVERIFY(!QUuid::fromString(id).isNull());
        QCOMPARE(LOOK(unit.settings.workspaceId()), id);
        m_workspace = ContractWorkspace::open();
        QVERIFY(LOOK(unit.settings.workspaceId()) != id);
    }

    void hasTheLocalAdministrator()
    {
        const User user = LOOK(unit.users.localUser());
        QVERIFY(user.id.isValid());
        QCOMPARE(user.email, u"local@localhost"_qs);
        QCOMPARE(user.role, Role::Admin);
        QVERIFY(user.active);
    }

    void keepsEveryFieldOfAnEvent()
    {
        Event event;
        event.at = at("2024-03-01T09:00:00.007Z");
        event.actor = u"cli:анна"_qs;
        event.action = u"client.edit"_qs;
        event.mailing = core::MailingId{1};
        event.client = core::ClientId{2};
        event.message = core::MessageId{3};
        event.before = u"{\"a\":1}"_qs;
        event.after = u"{\"a\":\"б\"}"_qs;
        COMMIT(unit.events.append(event));
        const Page<Event> page = LOOK(unit.events.page({}, {}));
        QCOMPARE(page.rows.size(), 1);
        const Event &found = page.rows[0];
        QVERIFY(found.id.isValid());
        QCOMPARE(found.at, event.at);
        QCOMPARE(found.actor, event.actor);
        QCOMPARE(found.action, event.action);
        QCOMPARE(found.mailing, event.mailing);
        QCOMPARE(found.client, event.client);
        QCOMPARE(found.message, event.message);
        QCOMPARE(found.before, event.before);
        QCOMPARE(found.after, event.after);
    }

    void listsEventsNewestFirst()
    {
        append("gateway.add", 0, 0, 0);
        append("mailing.create", 5, 0, 0);
        append("mailing.start", 5, 0, 0);
        append("client.edit", 0, 7, 0);
        append("message.retry", 5, 7, 9);
        QCOMPARE(listed({}), (QStringList{u"message.retry"_qs, u"client.edit"_qs, u"mailing.start"_qs, u"mailing.create"_qs,
                                          u"gateway.add"_qs}));
        QCOMPARE(listed({core::MailingId{5}, {}, {}, {}}),
                 (QStringList{u"message.retry"_qs, u"mailing.start"_qs, u"mailing.create"_qs}));
        QCOMPARE(listed({{}, core::ClientId{7}, {}, {}}), (QStringList{u"message.retry"_qs, u"client.edit"_qs}));
        QCOMPARE(listed({{}, {}, core::MessageId{9}, {}}), QStringList{u"message.retry"_qs});
        QCOMPARE(listed({{}, {}, {}, u"mailing."_qs}), (QStringList{u"mailing.start"_qs, u"mailing.create"_qs}));
        QCOMPARE(listed({core::MailingId{5}, {}, {}, u"m_"_qs}), QStringList{});
        QCOMPARE(listed({core::MailingId{6}, {}, {}, {}}), QStringList{});
    }

    void refusesACursorThatWasMadeUp()
    {
        const auto page = ATTEMPT(unit.events.page({}, {u"made up"_qs, 10, {}, true}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(page.error().fields.value(0).code, u"page:cursor"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::WorkspaceContractTest)
#include "workspacecontracttest.moc"
