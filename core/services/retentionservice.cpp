// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/retentionservice.h"

#include "core/interfaces/retentionrepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/history.h"
#include "core/services/stepwise.h"

namespace core::services {

using domain::WorkspaceSettings;
using interfaces::UnitOfWork;

namespace {

using Progress = Result<std::optional<RetentionReport>>;

/** How far a run has come. One step at a time touches it. */
struct Run
{
    interfaces::Executor &executor;
    const Clock &clock;
    interfaces::Delay &delay;
    StopFlag stop;

    MailingId last; ///< mailings up to here are done or waiting
    QList<MailingId> waiting;
    qint64 ofMailing = 0; ///< removed of the first that waits
    bool allListed = false;
    MessageId lastText; ///< texts up to here are done or in oldTexts
    QList<MessageId> oldTexts;
    bool allTextsListed = false;
    bool eventsDone = false;
    bool pauses = false; ///< the step before was a batch
    RetentionReport report;
};

using SharedRun = std::shared_ptr<Run>;

/** What is older is not kept; nothing: all is. */
std::optional<Instant> oldestKept(int days, Instant now)
{
    return days > 0 ? std::optional(now - std::chrono::days(days)) : std::nullopt;
}

Result<std::optional<Instant>> oldestMessage(UnitOfWork &unit, Instant now)
{
    HELIOGRAPH_ASSIGN(const WorkspaceSettings settings, unit.settings.settings());
    return oldestKept(settings.messagesKeptDays(), now);
}

Result<std::optional<Instant>> oldestText(UnitOfWork &unit, Instant now)
{
    HELIOGRAPH_ASSIGN(const WorkspaceSettings settings, unit.settings.settings());
    return oldestKept(settings.textsKeptDays(), now);
}

Result<std::optional<Instant>> oldestEvent(UnitOfWork &unit, Instant now)
{
    HELIOGRAPH_ASSIGN(const WorkspaceSettings settings, unit.settings.settings());
    return oldestKept(settings.eventsKeptDays(), now);
}

QFuture<Progress> listMailings(const SharedRun &run)
{
    return run->executor.read([run](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_ASSIGN(const auto before, oldestMessage(unit, run->clock.now()));
        if (before) {
            HELIOGRAPH_ASSIGN(run->waiting, unit.retention.endedMailings(run->last, *before, RetentionService::batch));
        }
        run->allListed = run->waiting.size() < RetentionService::batch;
        if (!run->waiting.isEmpty())
            run->last = run->waiting.last();
        return std::optional<RetentionReport>();
    });
}

/** Nobody decided on it now: the setting did, and whoever dispatches carries it out. */
Status recordRemoval(UnitOfWork &unit, MailingId mailing, Instant now)
{
    HELIOGRAPH_ASSIGN(const domain::StatusCounts removed, unit.retention.removedCounts(mailing));
    const domain::Actor dispatcher{{}, QStringLiteral("dispatcher"), domain::Role::Admin};
    return record(unit, dispatcher, now, "mailing.remove_messages", {.mailing = mailing},
                  difference({}, {{QStringLiteral("messages"), removed.total()}}));
}

/** Returns how many were removed. The event goes with the last ones, so that there is one a mailing. */
Result<int> removeSome(UnitOfWork &unit, const Run &run, MailingId mailing)
{
    const Instant now = run.clock.now();
    HELIOGRAPH_ASSIGN(const auto before, oldestMessage(unit, now));
    if (!before || *run.stop)
        return 0;
    HELIOGRAPH_ASSIGN(const int removed, unit.retention.removeMessages(mailing, *before, RetentionService::batch, now));
    if (removed < RetentionService::batch && run.ofMailing + removed > 0)
        HELIOGRAPH_TRY(recordRemoval(unit, mailing, now));
    return removed;
}

/** What a transaction did is counted once it is committed. */
void countMessages(Run &run, int removed)
{
    run.ofMailing += removed;
    run.report.messages += removed;
    if (*run.stop && removed == 0)
        return;
    if (removed < RetentionService::batch) {
        run.report.mailings += run.ofMailing > 0 ? 1 : 0;
        run.ofMailing = 0;
        run.waiting.removeFirst();
    }
}

QFuture<Progress> removeMessages(const SharedRun &run)
{
    const MailingId mailing = run->waiting.first();
    const auto removed = run->executor.write(interfaces::Lane::Bulk,
                                             [run, mailing](UnitOfWork &unit) { return removeSome(unit, *run, mailing); });
    return QFuture(removed).then([run](const Result<int> &count) -> Progress {
        if (!count)
            return Failure(count.error());
        countMessages(*run, *count);
        return std::optional<RetentionReport>();
    });
}

/** Reading alone: of most texts nothing goes. */
QFuture<Progress> listTexts(const SharedRun &run)
{
    return run->executor.read([run](UnitOfWork &unit) -> Progress {
        HELIOGRAPH_ASSIGN(const auto before, oldestText(unit, run->clock.now()));
        interfaces::OldTexts old;
        if (before) {
            HELIOGRAPH_ASSIGN(old, unit.retention.oldTexts(run->lastText, *before, RetentionService::textBatch));
        }
        run->oldTexts = old.messages;
        run->lastText = old.last;
        run->allTextsListed = !old.last.isValid();
        return std::optional<RetentionReport>();
    });
}

QFuture<Progress> removeTexts(const SharedRun &run)
{
    const auto removed = run->executor.write(interfaces::Lane::Bulk, [run](UnitOfWork &unit) -> Result<int> {
        HELIOGRAPH_ASSIGN(const auto before, oldestText(unit, run->clock.now()));
        return before && !*run->stop ? unit.retention.removeTexts(run->oldTexts, *before) : Result<int>(0);
    });
    return QFuture(removed).then([run](const Result<int> &count) -> Progress {
        if (!count)
            return Failure(count.error());
        run->report.texts += *count;
        run->oldTexts.clear();
        return std::optional<RetentionReport>();
    });
}

QFuture<Progress> removeEvents(const SharedRun &run)
{
    const auto removed = run->executor.write(interfaces::Lane::Bulk, [run](UnitOfWork &unit) -> Result<int> {
        HELIOGRAPH_ASSIGN(const auto before, oldestEvent(unit, run->clock.now()));
        return before && !*run->stop ? unit.retention.removeEvents(*before, RetentionService::batch) : Result<int>(0);
    });
    return QFuture(removed).then([run](const Result<int> &count) -> Progress {
        if (!count)
            return Failure(count.error());
        run->report.events += *count;
        run->eventsDone = *count < RetentionService::batch;
        return std::optional<RetentionReport>();
    });
}

QFuture<Progress> finished(const Run &run)
{
    return QtFuture::makeReadyFuture(Progress(std::optional(run.report)));
}

QFuture<Progress> work(const SharedRun &run)
{
    if (*run->stop) {
        run->report.stopped = true;
        return finished(*run);
    }
    if (run->waiting.isEmpty() && !run->allListed) {
        run->pauses = false;
        return listMailings(run);
    }
    if (run->waiting.isEmpty() && run->oldTexts.isEmpty() && !run->allTextsListed) {
        run->pauses = false;
        return listTexts(run);
    }
    run->pauses = true;
    if (!run->waiting.isEmpty())
        return removeMessages(run);
    if (!run->oldTexts.isEmpty())
        return removeTexts(run);
    return run->eventsDone ? finished(*run) : removeEvents(run);
}

} // namespace

RetentionService::RetentionService(interfaces::Executor &executor, const Clock &clock, interfaces::Delay &delay)
    : m_executor(executor), m_clock(clock), m_delay(delay)
{}

QFuture<Result<RetentionReport>> RetentionService::run(const StopFlag &stop)
{
    const auto run = std::make_shared<Run>(Run{m_executor, m_clock, m_delay, stop});
    return stepByStep<RetentionReport>([run]() -> QFuture<Progress> {
        if (!run->pauses || *run->stop)
            return work(run);
        return run->delay.after(pause).then([run] { return work(run); }).unwrap();
    });
}

} // namespace core::services
