// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/gatewayoptions.h"

namespace app::commands {

namespace {

core::Result<ExitCode> add(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(auto edit, gatewayEdit(context, {}));
    edit.name = context.invocation().arguments.value(0);
    HELIOGRAPH_ASSIGN(const auto gateway, context.services().gateways.add(context.actor(), edit).result());
    printGateway(context.console(), gateway);
    return ExitCode::Done;
}

} // namespace

Command gatewayAdd()
{
    QList<Option> options = gatewayOptions();
    for (Option &option : options)
        option.required = option.name == QLatin1String("kind");
    return {.words = u"gateway add"_qs,
            .arguments = {{u"NAME"_qs}},
            .options = options,
            .checkAll = isEnabledOrDisabled,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Adds a gateway; the first one is the default."),
            .run = changingWorkspace(add)};
}

} // namespace app::commands
