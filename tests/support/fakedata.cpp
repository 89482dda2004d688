// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakedata.h"

namespace tests {

using core::domain::MessageStatus;

bool isPostponed(const FakeMessage &entry, core::Instant now)
{
    const core::domain::Message &message = entry.message;
    return message.status == MessageStatus::Pending && !entry.leaseUntil && message.nextAttemptAt > now &&
           (message.attempts == 0 || *message.nextAttemptAt > now + core::domain::longestRetryPause);
}

namespace {

QString lastErrorOf(const core::domain::Message &message)
{
    return message.error ? core::domain::errorLabel(message.error->kind, message.error->httpStatus) : QString();
}

} // namespace

QString endedWith(const core::domain::Message &message)
{
    const bool failed = message.status == MessageStatus::Undelivered || message.status == MessageStatus::Failed ||
                        message.status == MessageStatus::Unknown;
    return failed ? lastErrorOf(message) : QString();
}

QString waitsAfter(const core::domain::Message &message)
{
    return message.status == MessageStatus::Pending ? lastErrorOf(message) : QString();
}

core::domain::StatusCounts FakeData::counts(core::MailingId mailing) const
{
    core::domain::StatusCounts counts = removedCounts(mailing);
    for (const FakeMessage &entry : messages) {
        if (entry.message.mailing == mailing)
            ++counts[entry.message.status];
    }
    return counts;
}

core::domain::StatusCounts FakeData::removedCounts(core::MailingId mailing) const
{
    core::domain::StatusCounts counts;
    for (const FakeRemoved &entry : removed) {
        if (entry.message.mailing == mailing)
            ++counts[entry.message.status];
    }
    return counts;
}

double FakeData::rate(core::MailingId mailing, core::Instant now) const
{
    constexpr std::chrono::seconds span{30};
    qint64 accepted = 0;
    for (const FakeEnding &ending : endings) {
        if (ending.mailing == mailing && ending.status == MessageStatus::Sent && ending.at > now - span && ending.at <= now)
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

void FakeData::end(FakeMessage &entry, MessageStatus status, core::Instant at)
{
    entry.message.status = status;
    entry.message.endedAt = at;
    entry.message.nextAttemptAt.reset();
    entry.leaseUntil.reset();
    entry.instance = {};
    endings.append({entry.message.mailing, at, status});
    changes |= core::interfaces::Change::Messages;
}

void FakeData::followPhone(FakeMessage &entry, const core::domain::Client &client, core::Instant now)
{
    if (entry.message.status != MessageStatus::Pending || entry.firm || entry.message.phone == client.phone)
        return;
    if (phoneTaken(entry.message.mailing, client.phone, entry.message.id)) {
        settle(entry, MessageStatus::Cancelled, now, CancelledBy::Collision);
    } else {
        entry.message.phone = client.phone;
        changes |= core::interfaces::Change::Messages;
    }
}

void FakeData::settle(FakeMessage &entry, MessageStatus status, core::Instant at, CancelledBy by)
{
    entry.cancelledBy = by;
    end(entry, entry.firm ? MessageStatus::Unknown : status, at);
}

void FakeData::revive(FakeMessage &entry, core::Instant now)
{
    entry.message.status = MessageStatus::Pending;
    entry.message.nextAttemptAt = now;
    entry.message.endedAt.reset();
    entry.message.error.reset();
    entry.leaseUntil.reset();
    entry.instance = {};
    entry.cancelledBy = CancelledBy::Nobody;
    changes |= core::interfaces::Change::Messages;
}

QMap<core::UserId, FakeUser> FakeData::withLocalUser()
{
    core::domain::User local;
    local.id = core::UserId{1};
    local.email = core::domain::localEmail();
    local.name = QStringLiteral("Local administrator");
    local.role = core::domain::Role::Admin;
    return {{local.id, {local, {}}}};
}

} // namespace tests
