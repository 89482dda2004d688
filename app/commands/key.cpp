// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// key show, set: the key of the workspace's secrets, to bring it to another machine.

#include "app/commandcontext.h"
#include "app/commands/commands.h"
#include "app/commandtext.h"

namespace app::commands {

namespace {

core::Result<ExitCode> show(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const QString key, context.secrets().exportKey());
    context.console().print(QJsonObject{{u"key"_qs, key}});
    context.console().print(key);
    return ExitCode::Done;
}

core::Result<ExitCode> set(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const QString key, context.console().readLine());
    HELIOGRAPH_TRY(context.secrets().importKey(key));
    context.console().print(QJsonObject{{u"stored"_qs, true}});
    context.console().print(CommandText::tr("The key is stored on this machine."));
    return ExitCode::Done;
}

} // namespace

Command keyShow()
{
    return {.words = u"key show"_qs,
            .summary =
                QT_TRANSLATE_NOOP("CommandLine", "Prints the key of the workspace. Whoever has it can read its secrets."),
            .run = inWorkspace(show)};
}

Command keySet()
{
    return {.words = u"key set"_qs,
            .options = {{.name = u"stdin"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "read the key from standard input; there is no other way"),
                         .required = true}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Stores the key of the workspace on this machine."),
            .run = changingWorkspace(set)};
}

} // namespace app::commands
