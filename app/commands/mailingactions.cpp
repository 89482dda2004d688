// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// mailing start, pause, resume, cancel, delete: one call of the service each.

#include "app/commands/commands.h"
#include "app/commands/mailingoptions.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

using core::Result;
using core::domain::Mailing;
using Action = std::function<QFuture<Result<Mailing>>(CommandContext &, core::MailingId)>;

Command::Function doing(const Action &action)
{
    return changingWorkspace([action](CommandContext &context) -> Result<ExitCode> {
        HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
        HELIOGRAPH_ASSIGN(const Mailing mailing, action(context, id).result());
        printMailing(context.console(), mailing);
        return ExitCode::Done;
    });
}

Result<ExitCode> start(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    HELIOGRAPH_ASSIGN(const auto at, context.time(u"at"_qs, u"start_at"_qs));
    const auto consent = mailingConsent(context.invocation());
    HELIOGRAPH_ASSIGN(const Mailing mailing, context.services().mailings.start(context.actor(), id, at, consent).result());
    printMailing(context.console(), mailing);
    return ExitCode::Done;
}

} // namespace

Command mailingStart()
{
    return {.words = u"mailing start"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .options = {{.name = u"at"_qs,
                         .value = u"TIME"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "default: now, or the start it has if that lies ahead"),
                         .check = isTime(),
                         .field = "start_at"},
                        {.name = u"allow-duplicate"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "although the same is sent to the same clients already"),
                         .wayOutOf = "mailing.twin"}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Schedules a draft."),
            .run = changingWorkspace(start)};
}

Command mailingPause()
{
    return {.words = u"mailing pause"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Stops sending within a second; resume goes on."),
            .run = doing([](CommandContext &context, core::MailingId id) {
                return context.services().mailings.pause(context.actor(), id);
            })};
}

Command mailingResume()
{
    return {.words = u"mailing resume"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Goes on with a paused mailing."),
            .run = doing([](CommandContext &context, core::MailingId id) {
                return context.services().mailings.resume(context.actor(), id);
            })};
}

Command mailingCancel()
{
    return {.words = u"mailing cancel"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .options = {{.name = u"series"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "also every further repetition")}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Ends a mailing: what is not sent yet never is."),
            .run = doing([](CommandContext &context, core::MailingId id) {
                return context.services().mailings.cancel(context.actor(), id, context.invocation().has(u"series"_qs));
            })};
}

Command mailingDelete()
{
    return {.words = u"mailing delete"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Cancels a mailing and takes it out of lists and totals."),
            .run = doing([](CommandContext &context, core::MailingId id) {
                return context.services().mailings.remove(context.actor(), id);
            })};
}

} // namespace app::commands
