// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MailingRepository: statistics, rates and charts. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class StatisticsContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    /** Sends up to `number` due messages now, and all of them are accepted. */
    void accept(const Mailing &mailing, int number)
    {
        QList<MessageOutcome> outcomes;
        for (const core::MessageId id : m_ledger->sending(mailing, number))
            outcomes.append(m_ledger->outcome(id, MessageStatus::Sent));
        COMMIT(unit.messages.record(outcomes, {}));
    }

    void fail(const Mailing &mailing, int number, AnswerKind kind, int httpStatus)
    {
        QList<MessageOutcome> outcomes;
        for (const core::MessageId id : m_ledger->sending(mailing, number))
            outcomes.append(m_ledger->failure(id, MessageStatus::Failed, kind, httpStatus));
        COMMIT(unit.messages.record(outcomes, {}));
    }

    static QList<ErrorCount> sortedByLabel(QList<ErrorCount> errors)
    {
        std::sort(errors.begin(), errors.end(), [](const auto &a, const auto &b) { return a.label < b.label; });
        return errors;
    }

    MailingStatistics statistics(const Mailing &mailing)
    {
        return LOOK(unit.mailings.statistics(mailing.id, m_ledger->now));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void isAllZeroBeforeTheStart()
    {
        const Mailing mailing = m_ledger->add(aMailing().state(MailingState::Scheduled));
        const MailingStatistics before = statistics(mailing);
        QCOMPARE(before.mailing, mailing.id);
        QCOMPARE(before.state, MailingState::Scheduled);
        QCOMPARE(before.counts.total(), 0);
        QCOMPARE(before.rate, 0.0);
        QVERIFY(!before.firstSentAt && !before.lastSentAt);
        QVERIFY(before.errors.isEmpty());
        QVERIFY(LOOK(unit.mailings.throughput(mailing.id, {})).isEmpty());
        const auto unknown = ATTEMPT(unit.mailings.statistics(core::MailingId{98765}, m_ledger->now));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, u"mailing.unknown"_qs);
    }

    void addsUpTheMailingsOfAGateway()
    {
        const Mailing mailing = m_ledger->running(3);
        accept(mailing, 2);
        const Mailing other = m_ledger->add(aMailing().gateway(mailing.gateway).state(MailingState::Scheduled));
        Mailing gone = m_ledger->add(aMailing().gateway(mailing.gateway).state(MailingState::Running));
        m_ledger->choose(gone);
        gone.archivedAt = m_ledger->now;
        COMMIT(unit.mailings.update(gone));

        const QList<GatewayCounts> counts = LOOK(unit.mailings.countsByGateway());

        QCOMPARE(counts.size(), 1);
        QCOMPARE(counts[0].gateway, mailing.gateway);
        QCOMPARE(counts[0].counts[MessageStatus::Sent], 2);
        QCOMPARE(counts[0].counts[MessageStatus::Pending], 1);
        QCOMPARE(counts[0].counts.total(), 3);
    }

    void tellsTheFirstAndTheLastSend()
    {
        const Mailing mailing = m_ledger->running(3);
        const core::Instant first = m_ledger->now;
        accept(mailing, 1);
        m_ledger->now += 5min;
        accept(mailing, 1);
        const core::Instant last = m_ledger->now;
        m_ledger->now += 5min;
        fail(mailing, 1, AnswerKind::Rejected, 400);
        QCOMPARE(statistics(mailing).firstSentAt, std::optional(first));
        QCOMPARE(statistics(mailing).lastSentAt, std::optional(last));
        QCOMPARE(statistics(mailing).counts, Ledger::expected({{MessageStatus::Sent, 2}, {MessageStatus::Failed, 1}}));
    }

    void countsErrorsMostFrequentFirst()
    {
        const Mailing mailing = m_ledger->running(8);
        fail(mailing, 1, AnswerKind::Timeout, 0);
        fail(mailing, 3, AnswerKind::Rejected, 400);
        fail(mailing, 2, AnswerKind::Transient, 500);
        accept(mailing, 1);
        QCOMPARE(statistics(mailing).errors, (QList<ErrorCount>{{errorLabel(AnswerKind::Rejected, 400), 3},
                                                                {errorLabel(AnswerKind::Transient, 500), 2},
                                                                {errorLabel(AnswerKind::Timeout, 0), 1}}));
        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Failed}, {}, 100, m_ledger->now));
        QVERIFY(statistics(mailing).errors.isEmpty()); // nothing is failed any more
    }

    void countsWhatWaitsAfterAnErrorBesideWhatEndedWithIt()
    {
        const Mailing mailing = m_ledger->running(6);
        fail(mailing, 1, AnswerKind::Transient, 500);
        for (const core::MessageId id : m_ledger->sending(mailing, 3)) {
            MessageOutcome again = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Transient, 500);
            again.nextAttemptAt = m_ledger->now + 2s;
            m_ledger->record(again);
        }
        fail(mailing, 1, AnswerKind::Timeout, 0);
        const QList<ErrorCount> waiting{{errorLabel(AnswerKind::Transient, 500), 1, 3},
                                        {errorLabel(AnswerKind::Timeout, 0), 1, 0}};
        QCOMPARE(statistics(mailing).errors, waiting);
        COMMIT(unit.messages.repairCounters(mailing.id));
        QCOMPARE(statistics(mailing).errors, waiting); // what a recount gives

        m_ledger->now += 3s;
        accept(mailing, 4); // those three, and the one that was never tried
        const QList<ErrorCount> over{{errorLabel(AnswerKind::Transient, 500), 1, 0},
                                     {errorLabel(AnswerKind::Timeout, 0), 1, 0}};
        QCOMPARE(sortedByLabel(statistics(mailing).errors), sortedByLabel(over));
    }

    void listsTheTenMostFrequentErrors()
    {
        const Mailing mailing = m_ledger->running(12);
        for (int i = 0; i < 12; ++i)
            fail(mailing, 1, AnswerKind::Rejected, 400 + i);
        QCOMPARE(statistics(mailing).errors.size(), 10);
    }

    void measuresTheRateOverThirtySeconds()
    {
        const Mailing mailing = m_ledger->running(60);
        accept(mailing, 60);
        QCOMPARE(statistics(mailing).rate, 2.0);
        m_ledger->now += 15s;
        QCOMPARE(statistics(mailing).rate, 2.0);
        m_ledger->now += 60s;
        QCOMPARE(statistics(mailing).rate, 0.0);
    }

    void lessThanAMessageIsNoRate()
    {
        const Mailing mailing = m_ledger->running(1);
        accept(mailing, 1);
        QCOMPARE(statistics(mailing).rate, 1.0 / 30);
        m_ledger->now += 35s; // its ten seconds reach into the last thirty still
        QCOMPARE(statistics(mailing).rate, 0.0);
        QCOMPARE(LOOK(unit.mailings.page({}, {}, m_ledger->now)).rows.value(0).rate, 0.0);
    }

    void countsByTenSecondsForTheChart()
    {
        const Mailing one = m_ledger->running(6);
        const Mailing two = m_ledger->add(aMailing().name(u"two"_qs));
        m_ledger->choose(two);
        const core::Instant first = m_ledger->now; // a whole minute
        m_ledger->now += 3s;
        accept(one, 1);
        m_ledger->now += 6'999ms;
        accept(one, 1);
        fail(one, 1, AnswerKind::Rejected, 400);
        accept(two, 1);
        m_ledger->now += 1ms;
        accept(one, 1);
        m_ledger->now += 1min;
        fail(two, 2, AnswerKind::Rejected, 400);

        const core::Instant start = first - 1h;
        QCOMPARE(LOOK(unit.mailings.throughput(one.id, start)), (QList<ThroughputSlot>{{first, 2, 1}, {first + 10s, 1, 0}}));
        QCOMPARE(LOOK(unit.mailings.throughput(two.id, start)), (QList<ThroughputSlot>{{first, 1, 0}, {first + 70s, 0, 2}}));
        QCOMPARE(LOOK(unit.mailings.throughput({}, start)),
                 (QList<ThroughputSlot>{{first, 3, 1}, {first + 10s, 1, 0}, {first + 70s, 0, 2}}));
        QCOMPARE(LOOK(unit.mailings.throughput(one.id, first + 10s)), (QList<ThroughputSlot>{{first + 10s, 1, 0}}));
    }

    void sumsTheWorkspaceWithoutWhatIsArchived()
    {
        const Mailing running = m_ledger->running(3, aMailing().name(u"running"_qs));
        accept(running, 2);
        m_ledger->add(aMailing().name(u"draft"_qs).state(MailingState::Draft));
        Mailing archived = m_ledger->running(1, aMailing().name(u"archived"_qs));
        archived.archivedAt = m_ledger->now;
        COMMIT(unit.mailings.update(archived));

        const WorkspaceStatistics all = LOOK(unit.mailings.workspaceStatistics(m_ledger->now));
        QCOMPARE(all.mailingsByState[std::size_t(MailingState::Running)], 1);
        QCOMPARE(all.mailingsByState[std::size_t(MailingState::Draft)], 1);
        QCOMPARE(all.mailingsByState[std::size_t(MailingState::Cancelled)], 0);
        QCOMPARE(all.messages, Ledger::expected({{MessageStatus::Sent, 2}, {MessageStatus::Pending, 1}}));
        QCOMPARE(all.mailings.size(), 2);
        QCOMPARE(all.mailings[0].mailing.name, u"draft"_qs);
        QCOMPARE(all.mailings[1].counts, m_ledger->counts(running));
        QVERIFY(all.mailings[1].rate > 0);
    }

    void tellsWhileRecipientsAreStillBeingChosen()
    {
        // As the statistics, the list and the overview say it.
        const auto choosing = [this](const Mailing &mailing) {
            const auto inRows = [&mailing](const QList<core::domain::MailingSummary> &rows) {
                const auto row =
                    std::find_if(rows.begin(), rows.end(), [&](const auto &one) { return one.mailing.id == mailing.id; });
                return row != rows.end() && row->choosing;
            };
            return QList<bool>{LOOK(unit.mailings.statistics(mailing.id, m_ledger->now)).choosing,
                               inRows(LOOK(unit.mailings.page({}, {}, m_ledger->now)).rows),
                               inRows(LOOK(unit.mailings.workspaceStatistics(m_ledger->now)).mailings)};
        };
        const QList<bool> yes{true, true, true};
        const QList<bool> no{false, false, false};
        Mailing mailing = m_ledger->running(2);
        COMMIT(unit.mailings.saveAudienceProgress(mailing.id, {core::ClientId{1}, false}));
        QCOMPARE(choosing(mailing), yes);
        mailing.state = MailingState::Paused;
        mailing.pausedFrom = MailingState::Running;
        COMMIT(unit.mailings.update(mailing));
        QCOMPARE(choosing(mailing), yes);
        mailing.pausedFrom = MailingState::Scheduled; // it has not begun
        COMMIT(unit.mailings.update(mailing));
        QCOMPARE(choosing(mailing), no);
        mailing.state = MailingState::Running;
        COMMIT(unit.mailings.update(mailing));
        COMMIT(unit.mailings.saveAudienceProgress(mailing.id, {core::ClientId{1}, true}));
        QCOMPARE(choosing(mailing), no);
        const Mailing live = m_ledger->running(1, aMailing().live());
        COMMIT(unit.mailings.saveAudienceProgress(live.id, {core::ClientId{1}, false}));
        QCOMPARE(choosing(live), no);
    }

    void countsARetriedMessageOnlyOnce()
    {
        const Mailing mailing = m_ledger->running(2);
        accept(mailing, 2);
        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Sent}, {}, 1, m_ledger->now));
        accept(mailing, 2);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 2}}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatisticsContractTest)
#include "statisticscontracttest.moc"
