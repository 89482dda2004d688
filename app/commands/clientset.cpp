// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/clientoptions.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

core::Result<ExitCode> set(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto base, clientOf(context));
    HELIOGRAPH_ASSIGN(const auto edit, clientEdit(context.invocation(), base));
    HELIOGRAPH_ASSIGN(const auto client, context.services().clients.edit(context.actor(), base.id, edit).result());
    printClient(context, client);
    return ExitCode::Done;
}

} // namespace

Command clientSet()
{
    QList<Option> options = clientOptions();
    options.append({.name = u"untag"_qs,
                    .value = u"TAG"_qs,
                    .help = QT_TRANSLATE_NOOP("CommandLine", "removes a tag"),
                    .repeatable = true,
                    .check = isTag()});
    return {.words = u"client set"_qs,
            .arguments = {{u"PHONE"_qs}},
            .options = options,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Changes a client."),
            .run = changingWorkspace(set)};
}

} // namespace app::commands
