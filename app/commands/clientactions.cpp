// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// client show, delete, opt-out, opt-in: one call of the service each.

#include "app/commands/clientoptions.h"
#include "app/commands/commands.h"

namespace app::commands {

namespace {

using core::Result;
using core::domain::Client;

Result<ExitCode> show(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const Client client, clientOf(context));
    printClient(context, client);
    return ExitCode::Done;
}

Result<ExitCode> remove(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const Client client, clientOf(context));
    HELIOGRAPH_TRY(context.services().clients.remove(context.actor(), {client.id}).result());
    printClient(context, client);
    return ExitCode::Done;
}

Result<ExitCode> optOut(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const Client client, clientOf(context));
    HELIOGRAPH_TRY(context.services().clients.optOut(context.actor(), {client.id}).result());
    return show(context);
}

Result<ExitCode> optIn(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const Client client, clientOf(context));
    HELIOGRAPH_TRY(context.services().clients.optIn(context.actor(), {client.id}).result());
    return show(context);
}

} // namespace

Command clientShow()
{
    return {.words = u"client show"_qs,
            .arguments = {{u"PHONE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Shows a client."),
            .run = inWorkspace(show)};
}

Command clientDelete()
{
    return {.words = u"client delete"_qs,
            .arguments = {{u"PHONE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Deletes a client and cancels its unsent messages."),
            .run = changingWorkspace(remove)};
}

Command clientOptOut()
{
    return {.words = u"client opt-out"_qs,
            .arguments = {{u"PHONE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Never sends this client anything again."),
            .run = changingWorkspace(optOut)};
}

Command clientOptIn()
{
    return {.words = u"client opt-in"_qs,
            .arguments = {{u"PHONE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Takes an opting out back."),
            .run = changingWorkspace(optIn)};
}

} // namespace app::commands
