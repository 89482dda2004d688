// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandhelp.h"

#include "app/commandline.h"
#include "app/commandtext.h"
#include "app/texttable.h"

#include <QCoreApplication>
#include <algorithm>

namespace app {

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}

QString syntaxOf(const Option &option)
{
    const QString name = QLatin1String("--") + option.name;
    return option.value.isEmpty() ? name : name + u' ' + option.value;
}

QString syntaxOf(const Command &command)
{
    QStringList words{QStringLiteral("heliograph")};
    if (!command.words.isEmpty())
        words.append(command.words);
    for (const Argument &argument : command.arguments)
        words.append(argument.required ? argument.name : u'[' + argument.name + u']');
    if (!command.options.isEmpty())
        words.append(CommandText::tr("[options]"));
    return words.join(u' ');
}

QString optionsText(const QList<Option> &options)
{
    QList<QPair<QString, QString>> lines;
    for (const Option &option : options) {
        QString help = translated(option.help);
        if (option.repeatable)
            help += CommandText::tr(" (may be repeated)");
        lines.append({QLatin1String("  ") + syntaxOf(option), help});
    }
    return pairsText(lines);
}

QString helpOf(const Command &command)
{
    QString text = syntaxOf(command) + QLatin1String("\n\n") + translated(command.summary) + u'\n';
    if (!command.options.isEmpty())
        text += u'\n' + optionsText(command.options);
    return text + u'\n' + CommandText::tr("Options of every command:") + u'\n' + optionsText(globalOptions());
}

} // namespace

QString helpText(const QString &words, const QList<Command> &table)
{
    const auto exact =
        std::find_if(table.begin(), table.end(), [&words](const Command &command) { return command.words == words; });
    if (exact != table.end() && !words.isEmpty())
        return helpOf(*exact);
    QList<QPair<QString, QString>> lines;
    for (const Command &command : table) {
        if (words.isEmpty() || command.words.startsWith(words + u' '))
            lines.append({QLatin1String("  ") + syntaxOf(command), translated(command.summary)});
    }
    return CommandText::tr("Usage:") + u'\n' + pairsText(lines) + u'\n' + CommandText::tr("Options of every command:") +
           u'\n' + optionsText(globalOptions());
}

QString helpHint(const QString &words)
{
    const QString command = words.isEmpty() ? QStringLiteral("heliograph") : QLatin1String("heliograph ") + words;
    return CommandText::tr("See '%1 --help'.").arg(command);
}

} // namespace app
