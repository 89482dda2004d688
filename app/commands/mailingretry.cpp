// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/messagestatuses.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

using core::domain::MessageStatus;

core::Result<ExitCode> retry(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    HELIOGRAPH_ASSIGN(const auto end, context.time(u"end"_qs));
    QList<MessageStatus> statuses = statusesOf(context.invocation());
    if (statuses.isEmpty()) // what certainly was never accepted
        statuses = {MessageStatus::Failed, MessageStatus::Expired};
    HELIOGRAPH_ASSIGN(const auto mailing, context.services().mailings.retry(context.actor(), id, statuses, end).result());
    printMailing(context.console(), mailing);
    return ExitCode::Done;
}

} // namespace

Command mailingRetry()
{
    return {
        .words = u"mailing retry"_qs,
        .arguments = {{u"ID"_qs}},
        .options = {statusOption(QT_TRANSLATE_NOOP("CommandLine", "messages with this status; default: failed and expired")),
                    {.name = u"end"_qs,
                     .value = u"TIME"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine", "a new end; needed once the end has passed"),
                     .check = isTime()}},
        .summary = QT_TRANSLATE_NOOP("CommandLine", "Sends again what did not arrive."),
        .run = inWorkspace(retry)};
}

} // namespace app::commands
