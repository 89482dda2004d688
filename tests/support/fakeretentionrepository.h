// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Removal of old messages and events in memory. For tests only.
 */
#pragma once

#include "core/interfaces/retentionrepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Keeps what it removes, and adds it up anew each time it is asked. Thread: one at a time. */
class FakeRetentionRepository final : public core::interfaces::RetentionRepository
{
public:
    explicit FakeRetentionRepository(FakeData &data);

    core::Result<QList<core::MailingId>> endedMailings(core::MailingId after, core::Instant before, int limit) override;
    core::Result<int> removeMessages(core::MailingId mailing, core::Instant before, int limit, core::Instant now) override;
    core::Result<core::interfaces::OldTexts> oldTexts(core::MessageId after, core::Instant before, int limit) override;
    core::Result<int> removeTexts(const QList<core::MessageId> &messages, core::Instant before) override;
    core::Result<int> removeEvents(core::Instant before, int limit) override;
    core::Result<QList<core::domain::MessageTotal>> messageTotals(core::MailingId mailing) override;
    core::Result<QList<core::domain::EventTotal>> eventTotals() override;
    core::Result<core::domain::StatusCounts> removedCounts(core::MailingId mailing) override;
    core::Result<core::domain::StatusCounts> recountRemoved(core::MailingId mailing) override;

private:
    /** The old messages of the mailing, if it has ended. */
    [[nodiscard]] QList<core::MessageId> removable(const core::domain::Mailing &mailing, core::Instant before) const;

    FakeData &m_data;
};

} // namespace tests
