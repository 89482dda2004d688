// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Messages in memory: the ledger the dispatcher lives by. For tests only.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "tests/support/fakedata.h"

#include <functional>

namespace tests {

/** Keeps the contract of MessageRepository by linear search. Thread: one at a time. */
class FakeMessageRepository final : public core::interfaces::MessageRepository
{
public:
    explicit FakeMessageRepository(FakeData &data);

    core::Result<core::interfaces::AudienceStep> chooseAudience(const core::domain::Mailing &mailing, core::ClientId after,
                                                                int limit, core::Instant now) override;

    core::Result<QList<core::interfaces::ClaimedMessage>> claim(const core::interfaces::Claim &claim) override;
    core::Status renewLeases(const QList<core::MessageId> &ids, core::Instant leaseUntil, core::InstanceId by) override;
    core::Status release(const QList<core::MessageId> &ids, std::optional<core::Instant> nextAttemptAt,
                         core::InstanceId by) override;
    core::Status putOff(const QList<core::MessageId> &ids, core::Instant until, core::Instant claimedAt,
                        core::InstanceId by) override;
    core::Status releaseOrphans() override;
    core::Result<QList<core::MessageId>> markSending(const QList<core::interfaces::SendIntent> &intents, core::Instant now,
                                                     core::InstanceId by) override;
    core::Status record(const QList<core::interfaces::MessageOutcome> &outcomes, core::InstanceId by) override;
    core::Status takeBack(const QList<core::MessageId> &ids, core::Instant now, core::InstanceId by) override;
    core::Result<int> recoverInterrupted(const QSet<core::GatewayId> &repeatable, core::Instant now, int limit) override;
    core::Result<core::interfaces::MessageBatch> wakePostponed(core::MailingId mailing, core::MessageId after, int limit,
                                                               core::Instant now) override;
    core::Result<std::optional<core::Instant>> nextDue(core::MailingId mailing) override;
    core::Result<core::interfaces::LateMessages> lateMessages(core::MailingId mailing, core::Instant end) override;
    core::Result<qint64> countLeased(core::Instant now) override;

    core::Result<int> expirePending(core::MailingId mailing, int limit, core::Instant now) override;
    core::Result<int> cancelPending(core::MailingId mailing, int limit, core::Instant now) override;
    core::Result<int> cancelPendingOfClient(core::ClientId client, core::Instant now) override;
    core::Result<int> reviveCancelled(core::MailingId mailing, int limit, core::Instant now) override;
    core::Result<core::interfaces::MessageBatch> retry(core::MailingId mailing,
                                                       const QList<core::domain::MessageStatus> &statuses,
                                                       core::MessageId after, int limit, core::Instant now) override;

    core::Result<core::domain::Page<core::domain::Message>> page(const core::interfaces::MessageQuery &query,
                                                                 const core::domain::PageRequest &request) override;
    core::Result<qint64> count(const core::interfaces::MessageQuery &query) override;
    core::Result<core::domain::Message> find(core::MessageId id) override;
    core::Result<QList<core::domain::Attempt>> attempts(core::MessageId id) override;
    core::Result<std::optional<QString>> sentText(core::MessageId id) override;
    core::Result<QList<core::domain::BreakdownRow>> byTimezone(core::MailingId mailing) override;
    core::Status holdCounters(core::MailingId mailing) override;
    core::Result<QMap<QString, qint64>> pendingByTimezone(core::MailingId mailing, int sample) override;
    core::Result<double> pendingShareDueFrom(core::MailingId mailing, core::Instant from, int sample) override;
    core::Result<QList<core::domain::BreakdownRow>> byOperatorCode(core::MailingId mailing) override;
    core::Result<core::domain::StatusCounts> countsSince(core::Instant since) override;

    core::Result<core::domain::StatusCounts> recount(core::MailingId mailing) override;
    core::Status repairCounters(core::MailingId mailing) override;

private:
    using Condition = std::function<bool(const FakeMessage &)>;
    using Act = std::function<void(FakeMessage &)>;

    void choose(const core::domain::Mailing &mailing, const core::domain::Client &client, core::Instant now,
                core::interfaces::AudienceStep &step);
    void follow(FakeMessage &entry, bool matches, core::Instant now, core::interfaces::AudienceStep &step);
    int changeSome(int limit, const Condition &condition, const Act &act);
    void cancelIfLeaving(FakeMessage &entry, core::Instant now);
    void apply(FakeMessage &entry, const core::interfaces::MessageOutcome &outcome);
    [[nodiscard]] core::interfaces::ClaimedMessage claimed(const FakeMessage &entry,
                                                           const core::interfaces::Claim &claim) const;
    [[nodiscard]] std::optional<QString> textOf(const FakeMessage &entry) const;
    [[nodiscard]] core::domain::Message shown(const FakeMessage &entry) const;
    [[nodiscard]] QList<core::domain::Message> matching(const core::interfaces::MessageQuery &query) const;
    [[nodiscard]] QList<core::domain::BreakdownRow> breakdown(
        core::MailingId mailing, QString FakeRemoved::*removedKey,
        const std::function<QString(const FakeMessage &)> &keyOf) const;

    FakeData &m_data;
};

} // namespace tests
