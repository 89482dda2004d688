// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an edit of a mailing or of a client does to messages that wait: services, scheduler and database together, and time
// that moves by hand. Nothing is sent here but what the test says.

#include "core/dispatch/schedulersteps.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/services/clientservice.h"
#include "core/services/integrityservice.h"
#include "core/services/mailingservice.h"
#include "core/storage/workspace.h"
#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QtTest>

using core::MailingId;
using core::domain::AudienceFilter;
using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::Repeat;
using core::domain::SendWindow;
using core::interfaces::ClaimedMessage;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using tests::admin;
using namespace std::chrono_literals;

namespace {

class Life
{
public:
    template <typename F>
    auto write(F work)
    {
        return executor->write(Lane::Interactive, work).result();
    }

    Life()
    {
        if (!write([](UnitOfWork &unit) { return unit.gateways.insert(tests::aGateway()); }))
            qFatal("no gateway");
    }

    core::domain::Client addClient(int number, const QStringList &tags = {}, const QString &zone = u"Europe/Moscow"_qs)
    {
        core::domain::ClientEdit edit;
        edit.phone = tests::phoneNumber(number).text();
        edit.tags = tags;
        edit.timezone = zone;
        return *clients.add(admin(), edit).result();
    }

    /** Scheduled for now, and then everything that is due has happened. */
    MailingId start(MailingEdit edit)
    {
        if (!edit.text)
            edit.text = u"Hello"_qs;
        const MailingId id = mailings.createScheduled(admin(), edit, {}).result()->id;
        settle();
        return id;
    }

    void edit(MailingId id, const std::function<void(MailingEdit &)> &change)
    {
        MailingEdit edit;
        change(edit);
        const auto edited = mailings.edit(admin(), id, edit, {}).result();
        QVERIFY2(edited, edited ? "" : qPrintable(tests::errorLine(edited.error())));
        settle();
    }

    /** The scheduler's steps until nothing is left to do at this moment. */
    void settle()
    {
        for (int i = 0; i < 100; ++i) {
            const auto step = write([this](UnitOfWork &unit) {
                return core::dispatch::advanceMailings(unit, {clock.now(), {}});
            });
            QVERIFY(step);
            if (!step->worked)
                return;
        }
        QFAIL("the scheduler does not come to rest");
    }

    QList<ClaimedMessage> claim(MailingId id, int limit = 100)
    {
        return *write([&](UnitOfWork &unit) {
            return unit.messages.claim({id, limit, clock.now(), clock.now() + 60s, true});
        });
    }

    /** Messages that may go out now; they are on their way then. */
    QList<core::MessageId> begin(const QList<ClaimedMessage> &messages)
    {
        return *write([&](UnitOfWork &unit) {
            QList<core::interfaces::SendIntent> intents;
            for (const ClaimedMessage &message : messages)
                intents.append({message.id, core::GatewayId{1}, 1, 1, {}, message.claimedAt});
            return unit.messages.markSending(intents, clock.now(), {});
        });
    }

    void end(const QList<core::MessageId> &messages, MessageStatus status)
    {
        QVERIFY(write([&](UnitOfWork &unit) {
            QList<core::interfaces::MessageOutcome> outcomes;
            for (const core::MessageId id : messages)
                outcomes.append({.id = id, .status = status, .at = clock.now()});
            return unit.messages.record(outcomes, {});
        }));
        settle();
    }

    int sendAll(MailingId id)
    {
        const QList<core::MessageId> begun = begin(claim(id));
        end(begun, MessageStatus::Sent);
        return int(begun.size());
    }

    /** They wait for their hours, as the dispatcher would put them back. */
    void postpone(MailingId id, core::Instant until)
    {
        QVERIFY(write([&](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_ASSIGN(const auto claimed, unit.messages.claim({id, 100, clock.now(), clock.now() + 60s, false}));
            QList<core::MessageId> ids;
            for (const ClaimedMessage &message : claimed)
                ids.append(message.id);
            return unit.messages.release(ids, until, {});
        }));
    }

    /** "2 pending, 1 sent" */
    QString counts(MailingId id)
    {
        const auto counts = executor->read([id](UnitOfWork &unit) { return unit.mailings.counts(id); }).result();
        QStringList words;
        for (const MessageStatus status : core::domain::allMessageStatuses) {
            if ((*counts)[status] > 0)
                words.append(u"%1 %2"_qs.arg((*counts)[status]).arg(core::domain::toText(status)));
        }
        return words.join(u", "_qs);
    }

    MailingState state(MailingId id) { return mailings.find(id).result()->state; }

    [[nodiscard]] bool countersAreTrue()
    {
        core::services::IntegrityService integrity(*executor);
        return integrity.check(false).result()->problems.isEmpty();
    }

    QTemporaryDir folder;
    tests::ManualClock clock{"2024-03-01T08:00:00Z"}; // 11:00 in Moscow, 18:00 in Vladivostok
    std::unique_ptr<core::storage::DirectExecutor> executor =
        *core::storage::openDirectly(core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"workspace.db"_qs)));
    core::services::ClientService clients{*executor, clock};
    core::services::MailingService mailings{*executor, clock};
};

AudienceFilter tagged(const QStringList &tags)
{
    AudienceFilter filter;
    filter.tags = tags;
    return filter;
}

} // namespace

class MailingLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherTextReachesWhoHasNotGotTheOldOne()
    {
        Life life;
        life.addClient(1);
        life.addClient(2);
        const MailingId id = life.start({});
        const auto first = life.begin(life.claim(id, 1));
        life.end(first, MessageStatus::Sent);

        life.edit(id, [](MailingEdit &e) { e.text = u"Good morning"_qs; });

        const auto versions = life.executor->read([id](UnitOfWork &unit) { return unit.mailings.textVersion(id); }).result();
        QCOMPARE(*versions, 2);
        QCOMPARE(life.claim(id).size(), 1);
        const auto text = [&](core::MessageId message) {
            return *life.executor->read([message](UnitOfWork &unit) { return unit.messages.sentText(message); }).result();
        };
        QCOMPARE(text(first.first()), std::optional(u"Hello"_qs)); // what was sent stays told as it was
    }

    void anotherFilterCancelsWhoLeavesAndAddsWhoComes()
    {
        Life life;
        for (int i = 1; i <= 4; ++i)
            life.addClient(i, {i <= 2 ? u"vip"_qs : u"north"_qs});
        MailingEdit edit;
        edit.filter = tagged({u"vip"_qs});
        const MailingId id = life.start(edit);
        QCOMPARE(life.counts(id), u"2 pending"_qs);
        life.end(life.begin(life.claim(id, 1)), MessageStatus::Sent);

        life.edit(id, [](MailingEdit &e) { e.filter = tagged({u"north"_qs}); });
        QCOMPARE(life.counts(id), u"2 pending, 1 sent, 1 cancelled"_qs);

        life.edit(id, [](MailingEdit &e) { e.filter = tagged({u"vip"_qs}); });
        QCOMPARE(life.counts(id), u"1 pending, 1 sent, 2 cancelled"_qs);

        life.edit(id, [](MailingEdit &e) { e.filter = AudienceFilter(); });
        QCOMPARE(life.counts(id), u"3 pending, 1 sent"_qs);
        QCOMPARE(life.sendAll(id), 3);
        QCOMPARE(life.state(id), MailingState::Finished);
        QVERIFY(life.countersAreTrue());
    }

    void anotherWindowWakesWhoWaitsForTheOldOne()
    {
        Life life;
        life.addClient(1);
        life.addClient(2);
        MailingEdit edit;
        edit.window = std::optional(*SendWindow::create(14 * 60, 18 * 60, {}));
        const MailingId id = life.start(edit);
        life.postpone(id, life.clock.now() + 3h);
        QCOMPARE(life.claim(id).size(), 0);

        life.edit(id, [](MailingEdit &e) { e.window = std::optional<SendWindow>(); });

        QCOMPARE(life.sendAll(id), 2);
    }

    void theEndMovesBackAndForth()
    {
        Life life;
        for (int i = 1; i <= 3; ++i)
            life.addClient(i);
        const MailingId id = life.start({});
        life.end(life.begin(life.claim(id, 1)), MessageStatus::Sent);

        life.edit(id, [&](MailingEdit &e) { e.endAt = life.clock.now() + 1h; });
        life.clock.advance(30min);
        life.edit(id, [&](MailingEdit &e) { e.endAt = life.clock.now() + 2h; });
        life.clock.advance(31min); // the end that was moved away has passed
        life.settle();
        QCOMPARE(life.counts(id), u"2 pending, 1 sent"_qs);

        life.edit(id, [&](MailingEdit &e) { e.endAt = life.clock.now() + 1min; });
        life.clock.advance(1min);
        QCOMPARE(life.begin(life.claim(id)).size(), 0); // at the very end nothing begins
        life.settle();
        QCOMPARE(life.counts(id), u"1 sent, 2 expired"_qs);
        QCOMPARE(life.state(id), MailingState::Finished);

        const core::Instant newEnd = life.clock.now() + 1h;
        QVERIFY(life.mailings.retry(admin(), id, {MessageStatus::Expired}, newEnd).result());
        QCOMPARE(life.counts(id), u"2 pending, 1 sent"_qs);
        QCOMPARE(life.sendAll(id), 2);
        QCOMPARE(life.state(id), MailingState::Finished);
        QVERIFY(life.countersAreTrue());
    }

    void aStartThatIsMovedAheadHoldsWhatWaits()
    {
        Life life;
        life.addClient(1);
        life.addClient(2);
        const MailingId id = life.start({});
        const auto claimed = life.claim(id);

        life.edit(id, [&](MailingEdit &e) { e.startAt = life.clock.now() + 1h; });
        QCOMPARE(life.state(id), MailingState::Scheduled);
        QCOMPARE(life.begin(claimed).size(), 0); // claimed before the edit, refused after it

        life.addClient(3); // the audience was chosen when it started first
        life.clock.advance(1h);
        life.settle();
        QCOMPARE(life.state(id), MailingState::Running);
        QCOMPARE(life.sendAll(id), 2);
        QCOMPARE(life.counts(id), u"2 sent"_qs);
    }

    void openingTheAudienceLetsInWhoCameMeanwhile()
    {
        Life life;
        life.addClient(1);
        const MailingId id = life.start({});
        life.addClient(2);
        life.settle();
        QCOMPARE(life.counts(id), u"1 pending"_qs);

        life.edit(id, [](MailingEdit &e) { e.audienceMode = core::domain::AudienceMode::Live; });

        QCOMPARE(life.counts(id), u"2 pending"_qs);
        QCOMPARE(life.sendAll(id), 2);
        QCOMPARE(life.state(id), MailingState::Running); // a live one ends at its end
        life.clock.advance(24h);
        life.settle();
        QCOMPARE(life.state(id), MailingState::Finished);
    }

    void whoOptsOutOrIsDeletedIsNotSentTo()
    {
        Life life;
        const auto leaving = life.addClient(1);
        const auto deleted = life.addClient(2);
        const auto late = life.addClient(3);
        life.addClient(4);
        const MailingId id = life.start({});
        const auto claimed = life.claim(id);
        QCOMPARE(claimed.size(), 4);

        QVERIFY(life.clients.optOut(admin(), {late.id}).result()); // after the claim: checked again at the moment of sending
        QVERIFY(life.clients.remove(admin(), {deleted.id}).result());
        const auto begun = life.begin(claimed.mid(0, 3));
        QCOMPARE(begun, QList<core::MessageId>{claimed[0].id});
        life.end(begun, MessageStatus::Failed);
        QVERIFY(life.clients.optOut(admin(), {leaving.id}).result());
        life.end(life.begin(claimed.mid(3)), MessageStatus::Sent);
        QCOMPARE(life.counts(id), u"1 sent, 1 failed, 1 cancelled, 1 opted_out"_qs);

        // A retry reaches nobody who left meanwhile.
        QVERIFY(life.mailings.retry(admin(), id, {MessageStatus::Failed}, {}).result());
        QCOMPARE(life.sendAll(id), 0);
        QCOMPARE(life.counts(id), u"1 sent, 1 cancelled, 2 opted_out"_qs);
        QCOMPARE(life.state(id), MailingState::Finished);
        QVERIFY(life.countersAreTrue());
    }

    void aDeletedClientIsNotRetried()
    {
        Life life;
        const auto client = life.addClient(1);
        const MailingId id = life.start({});
        life.end(life.begin(life.claim(id)), MessageStatus::Failed);
        QVERIFY(life.clients.remove(admin(), {client.id}).result());

        QCOMPARE(life.mailings.retry(admin(), id, {MessageStatus::Failed}, {}).result()->state, MailingState::Finished);

        QCOMPARE(life.counts(id), u"1 failed"_qs);
        life.addClient(1); // the phone is free again
    }

    void twoClientsThatComeToOnePhoneGetOneMessage()
    {
        Life life;
        life.addClient(1);
        const auto second = life.addClient(2);
        const MailingId id = life.start({});
        const auto first = life.clients.findByPhone(tests::phoneNumber(1).text()).result();
        core::domain::ClientEdit away;
        away.phone = tests::phoneNumber(9).text();
        core::domain::ClientEdit there;
        there.phone = tests::phoneNumber(1).text();
        life.end(life.begin(life.claim(id, 1)), MessageStatus::Sent); // to the first one

        QVERIFY(life.clients.edit(admin(), first->id, away).result());
        QVERIFY(life.clients.edit(admin(), second.id, there).result());

        QCOMPARE(life.sendAll(id), 0); // the phone has had this mailing
        QCOMPARE(life.counts(id), u"1 sent, 1 cancelled"_qs);
    }

    void retryBeginsAtTheFirstAttemptOfTheStatusesAskedFor()
    {
        Life life;
        for (int i = 1; i <= 4; ++i)
            life.addClient(i);
        const MailingId id = life.start({});
        const auto claimed = life.begin(life.claim(id));
        life.end({claimed[0]}, MessageStatus::Failed);
        life.end({claimed[1]}, MessageStatus::Unknown);
        life.end({claimed[2]}, MessageStatus::Sent);
        life.end({claimed[3]}, MessageStatus::Failed);

        QVERIFY(life.mailings.retry(admin(), id, {MessageStatus::Failed}, {}).result());

        QCOMPARE(life.counts(id), u"2 pending, 1 sent, 1 unknown"_qs);
        const auto again = life.claim(id);
        QCOMPARE(again.size(), 2);
        for (const ClaimedMessage &message : again) {
            QCOMPARE(message.attempts, 0);
            QCOMPARE(message.requestId, message.id.value); // never accepted: the same number
        }
        QVERIFY(life.countersAreTrue());
    }

    void aSeriesRunsDayAfterDayWithItsOwnNumbers()
    {
        Life life;
        life.addClient(1);
        MailingEdit edit;
        edit.endAt = life.clock.now() + 2h;
        edit.repeat = Repeat::Daily;
        edit.repeatUntil = life.clock.now() + 48h;
        const MailingId first = life.start(edit);
        QCOMPARE(life.sendAll(first), 1);
        life.addClient(2);

        QList<MailingId> ids;
        for (int day = 1; day <= 2; ++day) {
            life.clock.advance(24h);
            life.settle();
            core::interfaces::MailingQuery query;
            query.state = MailingState::Running;
            const auto running = life.mailings.page(query, {}).result();
            QCOMPARE(running->rows.size(), 1);
            ids.append(running->rows.first().mailing.id);
            QCOMPARE(life.sendAll(ids.last()), 2); // chosen when it starts
            QCOMPARE(life.mailings.find(ids.last()).result()->seriesId, first);
        }
        QCOMPARE(life.counts(first), u"1 sent"_qs);
        life.clock.advance(24h);
        life.settle();
        QCOMPARE(*life.mailings.count({}).result(), 3); // the last day has passed
    }
};

QTEST_GUILESS_MAIN(MailingLifeTest)
#include "mailinglifetest.moc"
