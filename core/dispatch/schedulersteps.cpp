// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/schedulersteps.h"

#include "core/base/logging.h"
#include "core/domain/mailingseries.h"
#include "core/domain/timezonename.h"
#include "core/interfaces/eventlog.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/settingsrepository.h"

#include <algorithm>

namespace core::dispatch {

using domain::AudienceMode;
using domain::Mailing;
using domain::MailingState;
using domain::MessageStatus;
using domain::Repeat;
using interfaces::UnitOfWork;

namespace {

constexpr int batch = 5000;

/** Before and after of an event: JSON, as services write it. */
struct Difference
{
    QString before;
    QString after;
};

/** An event mailing.`action` on behalf of the dispatcher, and a line in the log. */
Status record(UnitOfWork &unit, MailingId mailing, const QString &action, const Difference &difference, Instant now)
{
    domain::Event event;
    event.at = now;
    event.actor = QStringLiteral("dispatcher");
    event.action = QLatin1String("mailing.") + action;
    event.mailing = mailing;
    event.before = difference.before;
    event.after = difference.after;
    HELIOGRAPH_TRY(unit.events.append(event));
    qCInfo(logDispatch).noquote() << domain::logLine(event);
    return {};
}

// JSON by hand: this room has none, and no text of a person is in it that would have to be escaped.

QString gatewayAndState(const Mailing &mailing)
{
    const QString gateway = mailing.gateway.isValid() ? mailing.gateway.text() : QStringLiteral("null");
    return QStringLiteral(R"({"gateway":%1,"state":"%2"})").arg(gateway, toText(mailing.state));
}

Difference differenceOf(const Mailing &before, const Mailing &after)
{
    if (before.gateway != after.gateway)
        return {gatewayAndState(before), gatewayAndState(after)};
    const QString state = QStringLiteral(R"({"state":"%1"})");
    return {state.arg(toText(before.state)), state.arg(toText(after.state))};
}

/** Of an occurrence, what is its own; the rest is its series'. */
QString ownOfOccurrence(const Mailing &mailing)
{
    return QStringLiteral(R"({"end_at":"%1","series_id":%2,"start_at":"%3","state":"%4"})")
        .arg(toIso(mailing.endAt), mailing.seriesId.text(), toIso(mailing.startAt), toText(mailing.state));
}

/** Stores `after` in `state`, with what differs from `before` in an event named after the state. */
Status changeState(UnitOfWork &unit, const Mailing &before, Mailing after, MailingState state, Instant now)
{
    after.state = state;
    after.updatedAt = now;
    HELIOGRAPH_TRY(unit.mailings.update(after));
    return record(unit, after.id, toText(state), differenceOf(before, after), now);
}

/** Adds the following occurrence of a series as a mailing of its own, unless it is there. */
Status createNextOccurrence(UnitOfWork &unit, const Mailing &mailing, Instant now)
{
    if (mailing.repeat == Repeat::None)
        return {};
    HELIOGRAPH_ASSIGN(const QList<Mailing> series, unit.mailings.occurrences(mailing.seriesId));
    // One whose start was moved while it ran has brought about its next already.
    if (domain::hasFollower(mailing, series))
        return {};
    HELIOGRAPH_ASSIGN(const domain::Occurrence firstTurn, unit.mailings.firstTurn(mailing.seriesId));
    HELIOGRAPH_ASSIGN(const domain::WorkspaceSettings settings, unit.settings.settings());
    auto following = domain::followingOccurrence(mailing, series, firstTurn, now, domain::timeZone(settings.zone()));
    if (!following)
        return {};
    HELIOGRAPH_ASSIGN(const bool exists, unit.mailings.hasOccurrence(following->seriesId, following->startAt));
    if (exists)
        return {};
    HELIOGRAPH_ASSIGN(following->id, unit.mailings.insert(*following));
    return record(unit, following->id, QStringLiteral("create"), {{}, ownOfOccurrence(*following)}, now);
}

/** Takes the default gateway where none was chosen, or the chosen one is gone. */
Status settleGateway(UnitOfWork &unit, Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
    GatewayId standard = mailing.gateway;
    for (const domain::GatewayWithState &gateway : gateways) {
        if (gateway.profile.id == mailing.gateway)
            return {};
        if (gateway.profile.isDefault)
            standard = gateway.profile.id;
    }
    mailing.gateway = standard;
    return {};
}

Status startMailing(UnitOfWork &unit, const Mailing &before, Instant now)
{
    Mailing mailing = before;
    HELIOGRAPH_TRY(settleGateway(unit, mailing));
    HELIOGRAPH_TRY(createNextOccurrence(unit, mailing, now));
    return changeState(unit, before, mailing, MailingState::Running, now);
}

/** One batch of the audience: those who come, and after an edit of the filter those who leave. */
Result<bool> advanceAudience(UnitOfWork &unit, const Mailing &mailing, const StepRequest &request)
{
    HELIOGRAPH_ASSIGN(const interfaces::AudienceProgress progress, unit.mailings.audienceProgress(mailing.id));
    if (progress.complete)
        return false;
    HELIOGRAPH_ASSIGN(const interfaces::AudienceStep step,
                      unit.messages.chooseAudience(mailing, progress.lastClient, batch, request.now));
    HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(mailing.id, {step.lastClient, step.complete}));
    return true;
}

Result<bool> endMailing(UnitOfWork &unit, const Mailing &mailing, Instant now)
{
    HELIOGRAPH_ASSIGN(const int expired, unit.messages.expirePending(mailing.id, batch, now));
    if (expired > 0)
        return true;
    HELIOGRAPH_ASSIGN(const domain::StatusCounts counts, unit.mailings.counts(mailing.id));
    // Requests that are open are cut at the end; their messages settle within moments, and some of them wait again.
    if (counts[MessageStatus::Sending] + counts[MessageStatus::Pending] > 0)
        return false;
    // Paused before its start and never resumed: it has not brought about its next occurrence.
    if (mailing.state == MailingState::Paused && mailing.pausedFrom == MailingState::Scheduled)
        HELIOGRAPH_TRY(createNextOccurrence(unit, mailing, now));
    HELIOGRAPH_TRY(changeState(unit, mailing, mailing, MailingState::Finished, now));
    return true;
}

Result<bool> advanceRunning(UnitOfWork &unit, const Mailing &mailing, const StepRequest &request)
{
    HELIOGRAPH_ASSIGN(const bool choosing, advanceAudience(unit, mailing, request));
    if (choosing)
        return true;
    if (mailing.endAt <= request.now)
        return endMailing(unit, mailing, request.now);
    if (mailing.audienceMode == AudienceMode::Live)
        return false;
    HELIOGRAPH_ASSIGN(const domain::StatusCounts counts, unit.mailings.counts(mailing.id));
    if (counts[MessageStatus::Pending] + counts[MessageStatus::Sending] > 0)
        return false;
    HELIOGRAPH_TRY(changeState(unit, mailing, mailing, MailingState::Finished, request.now));
    return true;
}

/** An edit of the filter holds for it as well: who left by that has not expired, and is not tried again. */
Result<bool> endPaused(UnitOfWork &unit, const Mailing &mailing, const StepRequest &request)
{
    if (!domain::awaitsStart(mailing)) {
        HELIOGRAPH_ASSIGN(const bool choosing, advanceAudience(unit, mailing, request));
        if (choosing)
            return true;
    }
    return endMailing(unit, mailing, request.now);
}

Result<bool> advance(UnitOfWork &unit, const Mailing &mailing, const StepRequest &request)
{
    if (mailing.archivedAt || mailing.state == MailingState::Cancelled) {
        HELIOGRAPH_ASSIGN(const int cancelled, unit.messages.cancelPending(mailing.id, batch, request.now));
        return cancelled > 0;
    }
    switch (mailing.state) {
    case MailingState::Scheduled:
        if (mailing.startAt > request.now)
            return false;
        HELIOGRAPH_TRY(startMailing(unit, mailing, request.now));
        return true;
    case MailingState::Running:
        return advanceRunning(unit, mailing, request);
    case MailingState::Paused:
        return mailing.endAt <= request.now ? endPaused(unit, mailing, request) : Result<bool>(false);
    case MailingState::Draft:
    case MailingState::Finished:
    case MailingState::Cancelled:
        break;
    }
    return false;
}

} // namespace

Result<StepResult> advanceMailings(UnitOfWork &unit, const StepRequest &request)
{
    HELIOGRAPH_ASSIGN(QList<Mailing> mailings, unit.mailings.active());
    std::sort(mailings.begin(), mailings.end(), [](const Mailing &a, const Mailing &b) { return a.id < b.id; });
    // Mailings take turns: those after the one that was served last come first.
    const auto next = std::find_if(mailings.begin(), mailings.end(), [&](const Mailing &m) { return request.after < m.id; });
    std::rotate(mailings.begin(), next, mailings.end());
    for (const Mailing &mailing : mailings) {
        HELIOGRAPH_ASSIGN(const bool worked, advance(unit, mailing, request));
        if (worked)
            return StepResult{true, mailing.id};
    }
    return StepResult{false, request.after};
}

Result<int> reopenLiveAudiences(UnitOfWork &unit, LiveLook look)
{
    HELIOGRAPH_ASSIGN(const QList<Mailing> mailings, unit.mailings.active());
    int reopened = 0;
    for (const Mailing &mailing : mailings) {
        // One that stands still looks as soon as it goes on.
        if (!domain::isActive(mailing.state) || mailing.audienceMode != AudienceMode::Live)
            continue;
        HELIOGRAPH_ASSIGN(interfaces::AudienceProgress progress, unit.mailings.audienceProgress(mailing.id));
        const bool again = look == LiveLook::Everybody && progress.lastClient.isValid();
        if (!progress.complete && !again)
            continue; // newcomers are still ahead of it
        progress.complete = false;
        if (again)
            progress.lastClient = {};
        HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(mailing.id, progress));
        ++reopened;
    }
    return reopened;
}

} // namespace core::dispatch
