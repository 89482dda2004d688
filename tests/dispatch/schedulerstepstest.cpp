// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/schedulersteps.h"

#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::Instant;
using core::MailingId;
using core::dispatch::advanceMailings;
using core::dispatch::LiveLook;
using core::domain::AudienceFilter;
using core::domain::Mailing;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::Repeat;

namespace tests {

class SchedulerStepsTest : public QObject
{
    Q_OBJECT

    const Instant m_start = at("2024-03-01T08:00:00Z");

    /** Runs steps until nothing is left to do; returns how many there were. */
    static int settle(FakeWorkspace &workspace, Instant now)
    {
        core::dispatch::StepRequest request{now, {}};
        for (int steps = 0;; ++steps) {
            const auto result = advanceMailings(workspace.unit, request);
            if (!result || !result->worked || steps > 1000)
                return steps;
            request.after = result->served;
        }
    }
    static MailingId add(FakeWorkspace &workspace, MailingBuilder mailing)
    {
        return *workspace.mailings.insert(mailing.state(MailingState::Scheduled));
    }
    static void addClients(FakeWorkspace &workspace, int number)
    {
        for (int i = 1; i <= number; ++i)
            (void)*workspace.clients.insert(
                aClient().phone(i).tags({i % 2 ? QStringLiteral("odd") : QStringLiteral("even")}));
    }
    static Mailing find(FakeWorkspace &workspace, MailingId id) { return *workspace.mailings.find(id); }
    static void change(FakeWorkspace &workspace, MailingId id, const std::function<void(Mailing &)> &edit)
    {
        Mailing mailing = find(workspace, id);
        edit(mailing);
        (void)workspace.mailings.update(mailing);
    }

private Q_SLOTS:
    void startsWhatIsDueAndChoosesItsAudience()
    {
        FakeWorkspace workspace;
        addClients(workspace, 7);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start);
        QCOMPARE(find(workspace, id).state, MailingState::Running);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 7);
    }

    void leavesWhatIsNotDueAlone()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing());
        QCOMPARE(settle(workspace, m_start - 1ms), 0);
        QCOMPARE(find(workspace, id).state, MailingState::Scheduled);
    }

    void takesTheDefaultGatewayWhereNoneWasChosen()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        (void)*workspace.gateways.insert(aGateway().name(QStringLiteral("first")));
        const auto second = *workspace.gateways.insert(aGateway().name(QStringLiteral("second")).isDefault(true));
        const MailingId id = add(workspace, aMailing().gateway({}));
        settle(workspace, m_start);
        QCOMPARE(find(workspace, id).gateway, second);
    }

    void whatWasMissedWhileTheComputerWasOffExpires()
    {
        FakeWorkspace workspace;
        addClients(workspace, 3);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start + 24h);
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Expired], 3);
    }

    void aPausedMailingFinishesAtItsEnd()
    {
        FakeWorkspace workspace;
        addClients(workspace, 3);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start);
        change(workspace, id, [](Mailing &m) { m.state = MailingState::Paused; });
        QCOMPARE(settle(workspace, m_start + 1h), 0);
        settle(workspace, m_start + 4h);
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Expired], 3);
    }

    void archivingCancelsWhatWaits()
    {
        FakeWorkspace workspace;
        addClients(workspace, 3);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start);
        change(workspace, id, [this](Mailing &m) {
            m.archivedAt = m_start;
            m.state = MailingState::Cancelled;
        });
        settle(workspace, m_start + 1s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Cancelled], 3);
    }

    void anEditedFilterCancelsStrangersAndAddsNewcomers()
    {
        FakeWorkspace workspace;
        addClients(workspace, 10);
        AudienceFilter odd;
        odd.tags = {QStringLiteral("odd")};
        const MailingId id = add(workspace, aMailing().filter(odd));
        settle(workspace, m_start);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 5);
        change(workspace, id, [](Mailing &m) { m.filter.tags = {QStringLiteral("even")}; });
        (void)workspace.mailings.saveAudienceProgress(id, {});
        settle(workspace, m_start + 1s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 5);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Cancelled], 5);
        change(workspace, id, [](Mailing &m) { m.filter.tags = {QStringLiteral("odd")}; });
        (void)workspace.mailings.saveAudienceProgress(id, {});
        settle(workspace, m_start + 2s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 5);
        QCOMPARE((*workspace.mailings.counts(id)).total(), 10);
    }

    void aLiveMailingWelcomesWhoComesLater()
    {
        FakeWorkspace workspace;
        addClients(workspace, 2);
        const MailingId id = add(workspace, aMailing().live());
        settle(workspace, m_start);
        (void)*workspace.clients.insert(aClient().phone(50));
        QCOMPARE(settle(workspace, m_start + 1s), 0);
        QVERIFY(core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Newcomers));
        settle(workspace, m_start + 2s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 3);
        QCOMPARE(find(workspace, id).state, MailingState::Running);
    }

    void aLiveMailingFindsWhoWasEditedWhenItLooksAtEverybody()
    {
        FakeWorkspace workspace;
        addClients(workspace, 3);
        AudienceFilter odd;
        odd.tags = {QStringLiteral("odd")};
        const MailingId id = add(workspace, aMailing().filter(odd).live());
        settle(workspace, m_start);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 2);
        core::domain::Client edited = workspace.data.clients.values().at(1);
        edited.tags = {QStringLiteral("odd")};
        QVERIFY(workspace.clients.update(edited));
        QCOMPARE(*core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Newcomers), 1);
        settle(workspace, m_start + 1s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 2);
        QCOMPARE(*core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Everybody), 1);
        settle(workspace, m_start + 2s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 3);
    }

    void aLookThatIsUnderWayIsNotBegunAnew()
    {
        FakeWorkspace workspace;
        addClients(workspace, 3);
        const MailingId id = add(workspace, aMailing().live());
        settle(workspace, m_start);
        (void)workspace.mailings.saveAudienceProgress(id, {core::ClientId{2}, false});
        QCOMPARE(*core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Newcomers), 0);
        QCOMPARE(workspace.mailings.audienceProgress(id)->lastClient, core::ClientId{2});
        // Unless somebody was edited whom it may have passed.
        QCOMPARE(*core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Everybody), 1);
        QVERIFY(!workspace.mailings.audienceProgress(id)->lastClient.isValid());
    }

    void aFilterThatWasEditedDuringAPauseHoldsAtTheEnd()
    {
        FakeWorkspace workspace;
        addClients(workspace, 6);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start);
        change(workspace, id, [](Mailing &m) {
            m.state = MailingState::Paused;
            m.filter.excludedTags = {QStringLiteral("odd")};
        });
        (void)workspace.mailings.saveAudienceProgress(id, {});
        settle(workspace, m_start + 4h);
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Expired], 3);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Cancelled], 3);
    }

    void nobodyIsChosenWhenWhatNeverBeganEnds()
    {
        FakeWorkspace workspace;
        addClients(workspace, 6);
        const MailingId id = add(workspace, aMailing());
        change(workspace, id, [](Mailing &m) {
            m.state = MailingState::Paused;
            m.pausedFrom = MailingState::Scheduled;
        });
        settle(workspace, m_start + 4h);
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
        QCOMPARE(workspace.mailings.counts(id)->total(), 0);
    }

    void aLiveMailingFindsWhoCameWhileItWasPaused()
    {
        FakeWorkspace workspace;
        addClients(workspace, 2);
        const MailingId id = add(workspace, aMailing().live());
        settle(workspace, m_start);
        change(workspace, id, [](Mailing &m) { m.state = MailingState::Paused; });
        (void)*workspace.clients.insert(aClient().phone(50));
        QCOMPARE(*core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Newcomers), 1);
        QCOMPARE(settle(workspace, m_start + 1s), 0);
        change(workspace, id, [](Mailing &m) { m.state = MailingState::Running; });
        settle(workspace, m_start + 2s);
        QCOMPARE((*workspace.mailings.counts(id))[MessageStatus::Pending], 3);
    }

    void aFrozenMailingDoesNot()
    {
        FakeWorkspace workspace;
        addClients(workspace, 2);
        const MailingId id = add(workspace, aMailing());
        settle(workspace, m_start);
        (void)*workspace.clients.insert(aClient().phone(50));
        QVERIFY(core::dispatch::reopenLiveAudiences(workspace.unit, LiveLook::Newcomers));
        settle(workspace, m_start + 2s);
        QCOMPARE((*workspace.mailings.counts(id)).total(), 2);
    }

    void aRepeatedMailingGetsItsNextOccurrenceOnce()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily));
        settle(workspace, m_start);
        const MailingId series = find(workspace, id).seriesId;
        const auto occurrences = *workspace.mailings.occurrences(series);
        QCOMPARE(occurrences.last().startAt, m_start + 24h);
        QCOMPARE(occurrences.last().state, MailingState::Scheduled);
        QVERIFY(occurrences.last().id != id);
        settle(workspace, m_start + 1h);
        const auto page = *workspace.mailings.page({}, {}, {});
        QCOMPARE(page.rows.size(), 2);
    }

    void oneThatWasMovedBehindTheNextSwallowsNoTurn()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily).times(m_start, m_start + 2h));
        settle(workspace, m_start);
        change(workspace, id, [this](Mailing &m) {
            m.state = MailingState::Scheduled;
            m.startAt = m_start + 60h;
            m.endAt = m_start + 62h;
        });
        settle(workspace, m_start + 24h);
        QVERIFY(*workspace.mailings.hasOccurrence(id, m_start + 48h));
    }

    void anEndThatIsMovedOnceItRunsIsThatOfThisOccurrenceAlone()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily).times(m_start, m_start + 2h));
        settle(workspace, m_start);
        change(workspace, id, [this](Mailing &m) { m.endAt = m_start + 72h; });
        settle(workspace, m_start + 24h);

        const Mailing latest = workspace.mailings.occurrences(id)->last();
        QCOMPARE(latest.startAt, m_start + 48h);
        QCOMPARE(latest.endAt, m_start + 50h);
    }

    void anOccurrenceThatIsStartedOnceMoreBringsNoSecondOne()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily));
        settle(workspace, m_start);
        change(workspace, workspace.mailings.occurrences(id)->last().id, [](Mailing &m) { m.startAt += 3h; });
        change(workspace, id, [this](Mailing &m) {
            m.state = MailingState::Scheduled;
            m.startAt = m_start + 2h;
        });
        settle(workspace, m_start + 2h);
        QCOMPARE(find(workspace, id).state, MailingState::Running);
        const auto page = *workspace.mailings.page({}, {}, {});
        QCOMPARE(page.rows.size(), 2); // tomorrow's stands for its turn, wherever it was moved
    }

    void takesTheDefaultGatewayWhereTheChosenOneIsGone()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const auto first = *workspace.gateways.insert(aGateway().name(QStringLiteral("first")));
        const auto second = *workspace.gateways.insert(aGateway().name(QStringLiteral("second")));
        const MailingId id = add(workspace, aMailing().gateway(second));
        QVERIFY(workspace.gateways.remove(second));
        settle(workspace, m_start);
        QCOMPARE(find(workspace, id).gateway, first);
    }

    void anOccurrenceThatWasPausedUntilItsEndLeavesTheSeriesAlive_data()
    {
        QTest::addColumn<bool>("seriesEnded");
        QTest::newRow("goes on") << false;
        QTest::newRow("ended meanwhile") << true;
    }

    void anOccurrenceThatWasPausedUntilItsEndLeavesTheSeriesAlive()
    {
        QFETCH(bool, seriesEnded);
        FakeWorkspace workspace;
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily));
        change(workspace, id, [seriesEnded](Mailing &m) {
            m.state = MailingState::Paused;
            m.pausedFrom = MailingState::Scheduled;
            m.repeat = seriesEnded ? Repeat::None : m.repeat;
        });
        settle(workspace, m_start + 4h);
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
        const auto occurrences = *workspace.mailings.occurrences(id);
        QCOMPARE(occurrences.size(), seriesEnded ? 1 : 2);
        QCOMPARE(occurrences.last().startAt, m_start + (seriesEnded ? 0h : 24h));
        QCOMPARE(occurrences.last().state, seriesEnded ? MailingState::Finished : MailingState::Scheduled);
    }

    void occurrencesThatWereSleptThroughAreSkipped()
    {
        FakeWorkspace workspace;
        addClients(workspace, 1);
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily));
        settle(workspace, m_start + 72h + 1h);
        QList<Instant> starts;
        const auto page = *workspace.mailings.page({}, {}, {});
        for (const auto &row : page.rows)
            starts.prepend(row.mailing.startAt);
        QCOMPARE(starts, (QList<Instant>{m_start, m_start + 72h, m_start + 96h}));
        QCOMPARE(find(workspace, id).state, MailingState::Finished);
    }

    void mailingsTakeTurns()
    {
        FakeWorkspace workspace;
        addClients(workspace, 2);
        const MailingId first = add(workspace, aMailing().text(QStringLiteral("a")));
        const MailingId second = add(workspace, aMailing().text(QStringLiteral("b")));
        const auto one = *advanceMailings(workspace.unit, {m_start, {}});
        const auto two = *advanceMailings(workspace.unit, {m_start, one.served});
        QCOMPARE(one.served, first);
        QCOMPARE(two.served, second);
    }

    void everyChangeOfStateIsInTheHistory()
    {
        FakeWorkspace workspace;
        add(workspace, aMailing());
        settle(workspace, m_start);
        const auto events = *workspace.events.page({}, {});
        QCOMPARE(events.rows.size(), 2);
        QCOMPARE(events.rows.first().action, QStringLiteral("mailing.finished"));
        QCOMPARE(events.rows.first().actor, QStringLiteral("dispatcher"));
        QCOMPARE(events.rows.first().before, QStringLiteral(R"({"state":"running"})"));
        QCOMPARE(events.rows.first().after, QStringLiteral(R"({"state":"finished"})"));
        QCOMPARE(events.rows.last().action, QStringLiteral("mailing.running"));
        QCOMPARE(events.rows.last().before, QStringLiteral(R"({"state":"scheduled"})"));
        QCOMPARE(events.rows.last().after, QStringLiteral(R"({"state":"running"})"));
    }

    void aMailingThatEndsWhileItIsPausedIsInTheHistory()
    {
        FakeWorkspace workspace;
        const MailingId id = add(workspace, aMailing());
        change(workspace, id, [](Mailing &m) { m.state = MailingState::Paused; });
        settle(workspace, m_start + 4h);
        QCOMPARE(workspace.data.events.size(), 1);
        QCOMPARE(workspace.data.events.first().before, QStringLiteral(R"({"state":"paused"})"));
        QCOMPARE(workspace.data.events.first().after, QStringLiteral(R"({"state":"finished"})"));
    }

    void theGatewayThatIsTakenAtTheStartIsInTheHistory()
    {
        FakeWorkspace workspace;
        const auto gateway = *workspace.gateways.insert(aGateway().isDefault(true));
        add(workspace, aMailing().gateway({}));
        settle(workspace, m_start);
        const core::domain::Event started = workspace.data.events.first();
        QCOMPARE(started.before, QStringLiteral(R"({"gateway":null,"state":"scheduled"})"));
        QCOMPARE(started.after, QStringLiteral(R"({"gateway":%1,"state":"running"})").arg(gateway.text()));
    }

    void everyChangeOfStateIsALineInTheLog()
    {
        FakeWorkspace workspace;
        const MailingId id = add(workspace, aMailing());
        const LogCapture log;
        settle(workspace, m_start);
        QCOMPARE(log.lines(),
                 (QStringList{QStringLiteral("action=mailing.running actor=dispatcher mailing=%1").arg(id.text()),
                              QStringLiteral("action=mailing.finished actor=dispatcher mailing=%1").arg(id.text())}));
    }

    void anOccurrenceThatTheDispatcherCreatesIsInTheHistory()
    {
        FakeWorkspace workspace;
        const MailingId id = add(workspace, aMailing().repeats(Repeat::Daily));
        settle(workspace, m_start);
        const auto events = *workspace.events.page({}, {});
        const auto created = events.rows.last();
        QCOMPARE(created.action, QStringLiteral("mailing.create"));
        QCOMPARE(created.actor, QStringLiteral("dispatcher"));
        QCOMPARE(created.mailing, workspace.mailings.occurrences(id)->last().id);
        QVERIFY(created.mailing != id);
        QCOMPARE(created.before, QString());
        QCOMPARE(created.after, QStringLiteral(R"({"end_at":"2024-03-02T12:00:00Z","series_id":%1,)"
                                               R"("start_at":"2024-03-02T08:00:00Z","state":"scheduled"})")
                                    .arg(id.text()));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SchedulerStepsTest)
#include "schedulerstepstest.moc"
