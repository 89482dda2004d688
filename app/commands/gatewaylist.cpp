// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/gatewayoptions.h"
#include "app/commandtext.h"
#include "core/domain/gatewayreadiness.h"
#include "core/json/gatewayjson.h"

namespace app::commands {

namespace {

core::Result<ExitCode> list(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto gateways, context.services().gateways.list().result());
    const core::Instant now = core::SystemClock().now();
    QJsonArray array;
    TextTable table({{CommandText::tr("Name")},
                     {CommandText::tr("Kind")},
                     {CommandText::tr("URL")},
                     {CommandText::tr("State")},
                     {CommandText::tr("Since")},
                     {CommandText::tr("Reason")},
                     {CommandText::tr("Next try")},
                     {CommandText::tr("Default")}});
    for (const core::domain::GatewayWithState &gateway : gateways) {
        const auto next = core::domain::nextTry(gateway.state, now);
        array.append(core::json::toJson(gateway));
        table.addRow({gateway.profile.name, gateway.profile.kind, gateway.profile.url, stateText(gateway),
                      context.timeText(gateway.state.since), gateway.state.reason,
                      next ? context.timeText(*next) : QString(),
                      gateway.profile.isDefault ? CommandText::tr("yes") : QString()});
    }
    context.console().print(array);
    context.console().print(table);
    return ExitCode::Done;
}

} // namespace

Command gatewayList()
{
    return {.words = u"gateway list"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the gateways and whether they work."),
            .run = inWorkspace(list)};
}

} // namespace app::commands
