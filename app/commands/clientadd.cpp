// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/clientoptions.h"
#include "core/json/clientjson.h"

namespace app::commands {

namespace {

core::Result<ExitCode> add(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(auto edit, clientEdit(context.invocation(), {}));
    edit.phone = context.invocation().arguments.value(0);
    HELIOGRAPH_ASSIGN(const auto client, context.services().clients.add(context.actor(), edit).result());
    context.console().print(core::json::toJson(client));
    context.console().print(client.id.text());
    return ExitCode::Done;
}

} // namespace

Command clientAdd()
{
    return {.words = u"client add"_qs,
            .arguments = {{u"PHONE"_qs}},
            .options = clientOptions(),
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Adds a client and prints its number."),
            .run = changingWorkspace(add)};
}

} // namespace app::commands
