// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/statisticstext.h"
#include "app/commandtext.h"
#include "app/listing.h"
#include "app/optionvalues.h"
#include "core/json/mailingjson.h"

namespace app::commands {

namespace {

using core::domain::MailingSummary;

core::Result<ExitCode> list(CommandContext &context)
{
    core::interfaces::MailingQuery query;
    if (context.invocation().has(u"state"_qs))
        query.state = core::domain::mailingStateFromText(context.invocation().value(u"state"_qs));
    query.withArchived = context.invocation().has(u"deleted"_qs);
    using Align = TextTable::Align;
    Listing<MailingSummary> listing;
    listing.read = [&context, query](const core::domain::PageRequest &request) {
        return context.services().mailings.page(query, request);
    };
    listing.toJson = [](const MailingSummary &summary) { return core::json::toJson(summary.mailing); };
    listing.columns = {{CommandText::tr("Number"), Align::Right},
                       {CommandText::tr("Name")},
                       {CommandText::tr("State")},
                       {CommandText::tr("Start")},
                       {CommandText::tr("Messages"), Align::Right},
                       {CommandText::tr("Done"), Align::Right}};
    listing.toCells = [&context](const MailingSummary &summary) {
        const core::domain::Mailing &mailing = summary.mailing;
        return QStringList{mailing.id.text(),  mailing.name,
                           stateText(mailing), context.timeText(mailing.startAt),
                           totalText(summary), QString::number(summary.counts.done())};
    };
    return printList(context.console(), listing);
}

} // namespace

Command mailingList()
{
    const QStringList states{u"draft"_qs, u"scheduled"_qs, u"running"_qs, u"paused"_qs, u"finished"_qs, u"cancelled"_qs};
    return {.words = u"mailing list"_qs,
            .options = {{.name = u"state"_qs,
                         .value = u"STATE"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "only mailings in this state"),
                         .check = oneOf(states)},
                        {.name = u"deleted"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "also deleted mailings")}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the mailings, newest first."),
            .run = inWorkspace(list)};
}

} // namespace app::commands
