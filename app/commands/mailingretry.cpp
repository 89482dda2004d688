// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/messagestatuses.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/json/mailingjson.h"

namespace app::commands {

namespace {

using core::domain::MessageStatus;

core::Result<ExitCode> retry(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    HELIOGRAPH_ASSIGN(const auto end, context.time(u"end"_qs, u"end_at"_qs));
    QList<MessageStatus> statuses = statusesOf(context.invocation());
    if (statuses.isEmpty()) // what certainly was never accepted
        statuses = {MessageStatus::Failed, MessageStatus::Expired};
    HELIOGRAPH_ASSIGN(const auto before, context.services().statistics.mailing(id).result());
    qint64 again = 0;
    for (const MessageStatus status : QSet<MessageStatus>(statuses.begin(), statuses.end()))
        again += before.counts[status];
    HELIOGRAPH_ASSIGN(const auto mailing, context.services().mailings.retry(context.actor(), id, statuses, end).result());
    QJsonObject object = core::json::toJson(mailing);
    object.insert(u"messages_again"_qs, again);
    context.console().print(object);
    context.console().print(CommandText::tr("%n message(s) to send again", nullptr, static_cast<int>(again)));
    return ExitCode::Done;
}

} // namespace

Command mailingRetry()
{
    return {
        .words = u"mailing retry"_qs,
        .arguments = {{.name = u"ID"_qs, .check = isId()}},
        .options = {statusOption(
                        {MessageStatus::Failed, MessageStatus::Unknown, MessageStatus::Undelivered, MessageStatus::Expired},
                        QT_TRANSLATE_NOOP("CommandLine", "messages with this status; default: failed and expired")),
                    {.name = u"end"_qs,
                     .value = u"TIME"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine", "a new end; needed once the end has passed"),
                     .check = isTime(),
                     .field = "end_at"}},
        .summary = QT_TRANSLATE_NOOP("CommandLine", "Sends again what did not arrive."),
        .run = changingWorkspace(retry)};
}

} // namespace app::commands
