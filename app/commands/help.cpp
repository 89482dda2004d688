// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandhelp.h"
#include "app/commandtable.h"
#include "core/settings/desktopsettings.h"

#include <QCoreApplication>

namespace app::commands {

namespace {

core::Result<ExitCode> printHelp(const Invocation &, Console &console)
{
    console.printAlways(helpText({}, commandTable()));
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
    return {.words = u"help"_qs, .summary = QT_TRANSLATE_NOOP("CommandLine", "Prints this list."), .run = printHelp};
}

Command helpSettings()
{
    return {.words = u"help settings"_qs,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Explains every key of the settings file of this desktop."),
            .run = printSettings};
}

} // namespace app::commands
