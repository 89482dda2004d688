// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The tables behind the fake repositories: plain maps that are searched from end to end.
 *
 * For tests only. Simple enough to be seen to be right; the contract suite holds SQLite against it.
 */
#pragma once

#include "core/domain/apitoken.h"
#include "core/domain/event.h"
#include "core/domain/gatewayprofile.h"
#include "core/domain/statistics.h"
#include "core/domain/user.h"
#include "core/interfaces/changefeed.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/instancerepository.h"
#include "core/interfaces/mailingrepository.h"

#include <QMap>
#include <QUuid>
#include <functional>

namespace tests {

/** Who cancelled a message decides who may revive it, even where it became unknown instead. */
enum class CancelledBy { Nobody, Mailing, Filter, Client, Collision };

struct FakeMessage
{
    core::domain::Message message;
    qint64 requestId = 0;
    bool firm = false;       ///< an earlier request may have been accepted
    core::GatewayId gateway; ///< of the last request
    int textVersion = 0;     ///< of the last request; 0: never sent
    QString renderedText;    ///< blank: the version's text
    std::optional<core::Instant> leaseUntil;
    core::InstanceId instance;                     ///< that holds it
    CancelledBy cancelledBy = CancelledBy::Nobody; ///< of one that is sending: if it comes back unsent
    QList<core::domain::Attempt> attempts;
};

struct FakeMailing
{
    core::domain::Mailing mailing;
    QStringList texts; ///< versions, the present one last
    core::interfaces::AudienceProgress progress;
    core::domain::Occurrence turn; ///< its times when it began
};

/** It waits for its window to open, in nobody's hands. */
[[nodiscard]] bool isPostponed(const FakeMessage &entry, core::Instant now);

/** What statistics count as errors: messages that ended with one. */
[[nodiscard]] QString endedWith(const core::domain::Message &message);
/** And pending ones that will be tried again after one. */
[[nodiscard]] QString waitsAfter(const core::domain::Message &message);

/** What statistics still know of a message that was removed for its age. */
struct FakeRemoved
{
    core::domain::Message message;
    core::GatewayId gateway;
    QString operatorCode; ///< of its client then
    QString timezone;     ///< the same
};

/** A message came to a final status, for rates and charts. */
struct FakeEnding
{
    core::MailingId mailing;
    core::Instant at{};
    core::domain::MessageStatus status = core::domain::MessageStatus::Sent;
};

struct FakeImportEntry
{
    std::optional<core::domain::Client> before; ///< nothing: the import added the client
    core::domain::Client after;
};

struct FakeImport
{
    core::interfaces::ImportRecord record;
    QList<FakeImportEntry> entries;
};

struct FakeUser
{
    core::domain::User user;
    QByteArray passwordHash;
};

struct FakeToken
{
    core::domain::ApiToken token;
    QByteArray hash;
};

struct FakeFailedSignIn
{
    QByteArray key;
    core::Instant at{};
};

/** A value: FakeExecutor copies it before a write and puts the copy back if the write fails. */
struct FakeData
{
    QMap<core::ClientId, core::domain::Client> clients;
    QMap<QString, QString> labels; ///< folded tag → as first written
    QMap<core::ImportId, FakeImport> imports;
    QMap<core::MailingId, FakeMailing> mailings;
    QMap<core::MailingId, core::domain::StatusCounts> damagedCounters; ///< what is stored where it is not the truth
    std::function<void(core::MailingId)> othersCommit;                 ///< what they were at when counters were to be held
    QMap<core::MessageId, FakeMessage> messages;
    QList<FakeRemoved> removed;
    QList<FakeEnding> endings;
    QMap<core::GatewayId, core::domain::GatewayWithState> gateways;
    QMap<QString, QString> settings;
    QMap<QString, QString> remembered;
    QList<core::domain::Event> events;
    QList<core::domain::Event> removedEvents;
    QMap<core::UserId, FakeUser> users = withLocalUser();
    QMap<core::TokenId, FakeToken> tokens;
    QList<FakeFailedSignIn> failedSignIns;
    QMap<core::InstanceId, core::interfaces::Instance> instances;
    qint64 lastInstanceId = 0;
    std::optional<core::Instant> serverTime; ///< nothing: as a file, it has no clock
    QString workspaceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qint64 lastId = 0;                    ///< of everything but users and messages
    qint64 lastUserId = 1;                ///< that of the local administrator
    qint64 lastRequestId = 4'000'000'000; ///< message ids and fresh request ids come from here
    core::interfaces::Changes changes;    ///< since the write began
    int begunAtClaim = 0;                 ///< messages that claims committed as sending at once
    int mostBegunAtClaim = 0;             ///< of one claim

    [[nodiscard]] qint64 newId() { return ++lastId; }
    [[nodiscard]] qint64 newRequestId() { return ++lastRequestId; }
    /** Counted from the messages, and from those that were removed. */
    [[nodiscard]] core::domain::StatusCounts counts(core::MailingId mailing) const;
    [[nodiscard]] core::domain::StatusCounts removedCounts(core::MailingId mailing) const;
    /** Accepted per second in the 30 s before `now`. */
    [[nodiscard]] double rate(core::MailingId mailing, core::Instant now) const;
    /** True if another message of the mailing goes to this phone. */
    [[nodiscard]] bool phoneTaken(core::MailingId mailing, core::domain::PhoneNumber phone, core::MessageId except) const;
    [[nodiscard]] const core::domain::Client *client(core::ClientId id) const;
    /** Whoever held it is no longer among the instances, or nobody did. */
    [[nodiscard]] bool isOrphan(const FakeMessage &entry) const { return !instances.contains(entry.instance); }

    void end(FakeMessage &entry, core::domain::MessageStatus status, core::Instant at);
    /** A message nobody holds goes to the client's present phone; it is cancelled where its mailing has that phone already.
     */
    void followPhone(FakeMessage &entry, const core::domain::Client &client, core::Instant now);
    /** A pending message ends without being sent: what may have been accepted becomes unknown, not `status`. */
    void settle(FakeMessage &entry, core::domain::MessageStatus status, core::Instant at,
                CancelledBy by = CancelledBy::Nobody);
    /** A message becomes due again. */
    void revive(FakeMessage &entry, core::Instant now);

    /** What every workspace begins with. */
    [[nodiscard]] static QMap<core::UserId, FakeUser> withLocalUser();
};

} // namespace tests
