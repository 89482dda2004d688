// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of EventLog. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class EventContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    const core::Instant m_now = at("2024-03-01T09:00:00Z");

    void append(const char *action, qint64 mailing, qint64 client, qint64 message)
    {
        append({.at = m_now,
                .actor = u"local@localhost"_qs,
                .action = QString::fromLatin1(action),
                .mailing = core::MailingId{mailing},
                .client = core::ClientId{client},
                .message = core::MessageId{message}});
    }
    void append(const Event &event) { COMMIT(unit.events.append(event)); }
    void append(const char *action, const QString &actor, core::Milliseconds ago = {})
    {
        append({.at = m_now - ago, .actor = actor, .action = QString::fromLatin1(action)});
    }

    /** Actions, two a page. */
    QStringList listed(const EventQuery &query, bool descending = true)
    {
        QStringList actions;
        PageRequest request{{}, 2, {}, descending};
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
        append(event);
        const Page<Event> page = LOOK(unit.events.page({}, {}));
        QCOMPARE(page.rows.size(), 1);
        Event found = page.rows[0];
        QVERIFY(found.id.isValid());
        found.id = {};
        QVERIFY(found == event);
    }

    void tellsWhoseEventItIs()
    {
        Mailing mailing = aMailing().name(u"Autumn sale"_qs);
        mailing.id = COMMIT(unit.mailings.insert(mailing));
        const core::ClientId client = COMMIT(unit.clients.insert(aClient().phone(1)));
        append("mailing.create", mailing.id.value, 0, 0);
        append("client.edit", 0, client.value, 0);

        const Page<Event> page = LOOK(unit.events.page({}, {}));
        QCOMPARE(page.rows[1].mailingName, u"Autumn sale"_qs);
        QVERIFY(!page.rows[1].clientPhone.isValid());
        QCOMPARE(page.rows[0].clientPhone.text(), u"79990000001"_qs);
        QCOMPARE(page.rows[0].mailingName, QString());

        COMMIT(unit.clients.remove(client));
        QVERIFY(!LOOK(unit.events.page({}, {})).rows[0].clientPhone.isValid());
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
        QCOMPARE(LOOK(unit.events.count({})), 5);
        QCOMPARE(LOOK(unit.events.count({core::MailingId{5}, {}, {}, {}})), 3);
        QCOMPARE(LOOK(unit.events.count({core::MailingId{6}, {}, {}, {}})), 0);
    }

    void findsWhatSomebodyDid()
    {
        append("a", u"dispatcher"_qs);
        append("b", u"local@localhost"_qs);
        append("c", u"dispatcher"_qs);
        append("mailing.pause", 5, 0, 0);
        QCOMPARE(listed({.actor = u"dispatcher"_qs}), (QStringList{u"c"_qs, u"a"_qs}));
        QCOMPARE(listed({.actor = u"local@localhost"_qs}), (QStringList{u"mailing.pause"_qs, u"b"_qs}));
        QCOMPARE(listed({.mailing = core::MailingId{5}, .actor = u"local@localhost"_qs}), QStringList{u"mailing.pause"_qs});
        QCOMPARE(listed({.mailing = core::MailingId{5}, .actor = u"dispatcher"_qs}), QStringList{});
        QCOMPARE(listed({.actor = u"disp"_qs}), QStringList{}); // exactly
        QCOMPARE(LOOK(unit.events.count({.actor = u"dispatcher"_qs})), 2);
    }

    void findsWhatHappenedWithin()
    {
        append("an hour ago", u"x"_qs, 1h);
        append("now", u"x"_qs);
        append("two hours ago", u"y"_qs, 2h); // the clock was set back
        append("the same moment", u"x"_qs, 1h);
        QCOMPARE(listed({.since = m_now - 2h}),
                 (QStringList{u"now"_qs, u"the same moment"_qs, u"an hour ago"_qs, u"two hours ago"_qs}));
        QCOMPARE(listed({.since = m_now - 2h}, false),
                 (QStringList{u"two hours ago"_qs, u"an hour ago"_qs, u"the same moment"_qs, u"now"_qs}));
        QCOMPARE(listed({.since = m_now - 1h, .until = m_now}), (QStringList{u"the same moment"_qs, u"an hour ago"_qs}));
        QCOMPARE(listed({.until = m_now - 1h}), QStringList{u"two hours ago"_qs});
        QCOMPARE(listed({.actor = u"x"_qs, .since = m_now - 3h, .until = m_now}),
                 (QStringList{u"the same moment"_qs, u"an hour ago"_qs}));
        QCOMPARE(LOOK(unit.events.count({.since = m_now - 1h, .until = m_now})), 2);
    }

    void namesEachActorOnce()
    {
        QCOMPARE(LOOK(unit.events.actors()), QStringList());
        for (const QString &actor : {u"local@localhost"_qs, u"dispatcher"_qs, u"cli:анна"_qs, u"dispatcher"_qs})
            append("x", actor);
        QCOMPARE(LOOK(unit.events.actors()), (QStringList{u"cli:анна"_qs, u"dispatcher"_qs, u"local@localhost"_qs}));
    }

    void findsAClientThatIsGoneByItsPhone()
    {
        const auto phone = *PhoneNumber::parse(u"79990000001"_qs);
        const auto remove = [this](qint64 client, const QString &before) {
            append({.at = m_now, .action = u"client.delete"_qs, .client = core::ClientId{client}, .before = before});
        };
        QVERIFY(!LOOK(unit.events.deletedClient(phone)).isValid());
        append({.at = m_now,
                .action = u"client.edit"_qs,
                .client = core::ClientId{1},
                .before = uR"({"phone":"79990000001"})"_qs});
        remove(2, uR"({"id":2,"phone":"79990000002"})"_qs);
        QVERIFY(!LOOK(unit.events.deletedClient(phone)).isValid());
        remove(3, uR"({"id":3,"phone":"79990000001","tags":[]})"_qs);
        remove(4, uR"({"id":4,"phone":"79990000001","tags":[]})"_qs); // came back with another id, and went
        QCOMPARE(LOOK(unit.events.deletedClient(phone)), core::ClientId{4});
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

QTEST_GUILESS_MAIN(tests::EventContractTest)
#include "eventcontracttest.moc"
