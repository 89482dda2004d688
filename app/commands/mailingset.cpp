// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

core::Result<ExitCode> set(CommandContext &context)
{
    auto &mailings = context.services().mailings;
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    HELIOGRAPH_ASSIGN(const auto base, mailings.find(id).result());
    HELIOGRAPH_ASSIGN(const auto edit, mailingEdit(context, base));
    const auto consent = mailingConsent(context.invocation());
    HELIOGRAPH_ASSIGN(const auto mailing, mailings.edit(context.actor(), id, edit, consent).result());
    printMailing(context.console(), mailing);
    (void)noteUnknownAudience(context); // it is stored, whatever becomes of the note
    return ExitCode::Done;
}

} // namespace

Command mailingSet()
{
    QList<Option> options = mailingOptions();
    options.append({.name = u"everybody"_qs,
                    .help = QT_TRANSLATE_NOOP("CommandLine", "forget the codes and tags it has; others may be given")});
    return {.words = u"mailing set"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .options = options,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Changes a mailing, also while it runs."),
            .run = changingWorkspace(set)};
}

} // namespace app::commands
