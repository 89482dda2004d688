// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/gatewayoptions.h"

namespace app::commands {

namespace {

core::Result<ExitCode> set(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto base, gatewayOf(context));
    HELIOGRAPH_ASSIGN(auto edit, gatewayEdit(context, base.profile));
    if (context.invocation().has(u"name"_qs))
        edit.name = context.invocation().value(u"name"_qs);
    HELIOGRAPH_ASSIGN(const auto gateway, context.services().gateways.edit(context.actor(), base.profile.id, edit).result());
    printGateway(context.console(), gateway);
    return ExitCode::Done;
}

} // namespace

Command gatewaySet()
{
    QList<Option> options = gatewayOptions();
    options.prepend({.name = u"name"_qs, .value = u"NAME"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "a new name")});
    return {.words = u"gateway set"_qs,
            .arguments = {{u"NAME"_qs}},
            .options = options,
            .checkAll = isEnabledOrDisabled,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Changes a gateway; a new secret or address puts it back to work."),
            .run = changingWorkspace(set)};
}

} // namespace app::commands
