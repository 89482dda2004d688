// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commands/statisticstext.h"
#include "app/commandtext.h"
#include "core/json/statisticsjson.h"

namespace app::commands {

namespace {

core::Result<ExitCode> show(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto statistics, context.services().statistics.workspace().result());
    context.console().print(core::json::toJson(statistics));
    using Align = TextTable::Align;
    TextTable table({{CommandText::tr("Number"), Align::Right},
                     {CommandText::tr("Name")},
                     {CommandText::tr("State")},
                     {CommandText::tr("Messages"), Align::Right},
                     {CommandText::tr("Done"), Align::Right},
                     {CommandText::tr("Per second"), Align::Right}});
    for (const core::domain::MailingSummary &summary : statistics.mailings) {
        table.addRow({summary.mailing.id.text(), summary.mailing.name, core::domain::toText(summary.mailing.state),
                      totalText(summary), QString::number(summary.counts.done()), QString::number(summary.rate, 'f', 1)});
    }
    context.console().print(table.text() + u'\n' + countsText(statistics.messages));
    return ExitCode::Done;
}

} // namespace

Command statistics()
{
    return {.words = u"statistics"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Numbers of all mailings and messages."),
            .run = inWorkspace(show)};
}

} // namespace app::commands
