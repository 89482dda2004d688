// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakedata.h"

namespace tests {

using core::domain::MessageStatus;

core::domain::StatusCounts FakeData::counts(core::MailingId mailing) const
{
    core::domain::StatusCounts counts;
    for (const FakeMessage &entry : messages) {
        if (entry.message.mailing == mailing)
            ++counts[entry.message.status];
    }
    return counts;
}

double FakeData::rate(core::MailingId mailing, core::Instant now) const
{
    constexpr std::chrono::seconds span{30};
    qint64 accepted = 0;
    for (const FakeResult &result : results) {
        if (result.mailing == mailing && result.accepted && result.at > now - span && result.at <= now)
            ++accepted;
    }
    return double(accepted) / double(span.count());
}

bool FakeData::phoneTaken(core::MailingId mailing, core::domain::PhoneNumber phone, core::MessageId except) const
{
    return std::any_of(messages.begin(), messages.end(), [&](const FakeMessage &entry) {
        return entry.message.mailing == mailing && entry.message.phone == phone && entry.message.id != except;
    });
}

const core::domain::Client *FakeData::client(core::ClientId id) const
{
    const auto found = clients.find(id);
    return found == clients.end() ? nullptr : &*found;
}

void settle(FakeMessage &entry, MessageStatus status)
{
    entry.message.status = entry.firm ? MessageStatus::Unknown : status;
    entry.message.nextAttemptAt.reset();
    entry.leaseUntil.reset();
}

void revive(FakeMessage &entry, core::Instant now)
{
    entry.message.status = MessageStatus::Pending;
    entry.message.nextAttemptAt = now;
    entry.leaseUntil.reset();
    entry.cancelledBy = CancelledBy::Nobody;
}

} // namespace tests
