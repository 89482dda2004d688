// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandhelp.h"
#include "app/commandtable.h"
#include "core/settings/desktopsettings.h"

#include <QCoreApplication>
#include <algorithm>

namespace app::commands {

namespace {

bool isKnown(const QString &words)
{
    const QList<Command> &table = commandTable();
    return words.isEmpty() || std::any_of(table.begin(), table.end(), [&words](const Command &command) {
               return command.words == words || command.words.startsWith(words + u' ');
           });
}

core::Status isAboutACommand(const Invocation &invocation)
{
    const QString words = invocation.arguments.join(u' ');
    if (!isKnown(words))
        return core::Failure(core::Error::make(core::ErrorKind::InvalidInput, "usage.unknown_command", {words}));
    return {};
}

core::Result<ExitCode> printHelp(const Invocation &invocation, Console &console)
{
    console.printAlways(helpText(invocation.arguments.join(u' '), commandTable()));
    return ExitCode::Done;
}

core::Result<ExitCode> printSettings(const Invocation &invocation, Console &console)
{
    QString text = core::settings::DesktopSettings::pathFrom(invocation.value(u"config"_qs)) + u"\n"_qs;
    for (const core::settings::SettingDoc &doc : core::settings::settingDocs()) {
        text += u'\n' + QString::fromLatin1(doc.key) + u'\n';
        text += u"    "_qs + QCoreApplication::translate("Settings", doc.meaning) + u'\n';
        text += u"    "_qs + QCoreApplication::translate("Settings", doc.values);
        if (*doc.defaultValue)
            text += u" ["_qs + QString::fromUtf8(doc.defaultValue) + u']';
        text += u'\n';
    }
    console.printAlways(text);
    return ExitCode::Done;
}

} // namespace

Command help()
{
    return {.words = u"help"_qs,
            .arguments = {{u"COMMAND"_qs, false}, {u"WORD"_qs, false}},
            .checkAll = isAboutACommand,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Prints this list, or explains a command."),
            .run = printHelp};
}

Command helpSettings()
{
    return {.words = u"help settings"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Explains every key of the settings file of this desktop."),
            .run = printSettings};
}

} // namespace app::commands
