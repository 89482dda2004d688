// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// gateway reset, remove: one call of the service each.

#include "app/commands/commands.h"
#include "app/commands/gatewayoptions.h"

namespace app::commands {

namespace {

core::Result<ExitCode> reset(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto before, gatewayOf(context));
    HELIOGRAPH_TRY(context.services().gateways.reset(context.actor(), before.profile.id).result());
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(context));
    printGateway(context.console(), gateway);
    return ExitCode::Done;
}

core::Result<ExitCode> remove(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(context));
    HELIOGRAPH_TRY(context.services().gateways.remove(context.actor(), gateway.profile.id).result());
    printGateway(context.console(), gateway);
    return ExitCode::Done;
}

} // namespace

Command gatewayReset()
{
    return {.words = u"gateway reset"_qs,
            .arguments = {{u"NAME"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Puts a gateway that stopped back to work at once."),
            .run = changingWorkspace(reset)};
}

Command gatewayRemove()
{
    return {.words = u"gateway remove"_qs,
            .arguments = {{u"NAME"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Removes a gateway that no message waits for."),
            .run = changingWorkspace(remove)};
}

} // namespace app::commands
