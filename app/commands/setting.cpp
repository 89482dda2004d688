// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// setting list, get, set: the workspace's settings.

#include "app/commandcontext.h"
#include "app/commands/commands.h"
#include "app/commandtext.h"

namespace app::commands {

namespace {

using core::Result;
using core::domain::WorkspaceSettings;

QJsonObject toJson(const QString &key, const QString &value)
{
    return {{u"key"_qs, key}, {u"value"_qs, value}};
}

Result<ExitCode> list(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const WorkspaceSettings settings, context.services().settings.settings().result());
    QJsonArray array;
    QList<QPair<QString, QString>> lines;
    for (const QString &key : WorkspaceSettings::keys()) {
        array.append(toJson(key, settings.value(key)));
        lines.append({key, settings.value(key)});
    }
    context.console().print(array);
    context.console().print(pairsText(lines));
    return ExitCode::Done;
}

Result<ExitCode> get(CommandContext &context)
{
    const QString key = context.invocation().arguments.value(0);
    HELIOGRAPH_ASSIGN(const WorkspaceSettings settings, context.services().settings.settings().result());
    if (!WorkspaceSettings::isKnown(key))
        return core::Failure(core::Error::make(core::ErrorKind::NotFound, "setting.unknown", {key}));
    context.console().print(toJson(key, settings.value(key)));
    context.console().print(settings.value(key));
    return ExitCode::Done;
}

Result<ExitCode> set(CommandContext &context)
{
    const QStringList arguments = context.invocation().arguments;
    HELIOGRAPH_TRY(context.services().settings.set(context.actor(), arguments.value(0), arguments.value(1)).result());
    return get(context);
}

} // namespace

Command settingList()
{
    return {.words = u"setting list"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists the settings of the workspace."),
            .run = inWorkspace(list)};
}

Command settingGet()
{
    return {.words = u"setting get"_qs,
            .arguments = {{u"KEY"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Prints a setting of the workspace."),
            .run = inWorkspace(get)};
}

Command settingSet()
{
    return {.words = u"setting set"_qs,
            .arguments = {{u"KEY"_qs}, {u"VALUE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Changes a setting of the workspace."),
            .run = changingWorkspace(set)};
}

} // namespace app::commands
