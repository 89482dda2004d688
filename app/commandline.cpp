// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/commandhelp.h"
#include "app/commandtable.h"
#include "app/optionnames.h"
#include "app/optionvalues.h"
#include "core/settings/desktopsettings.h"
#include "core/storage/databaseurl.h"
#include "ui/language.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <algorithm>

namespace app {

namespace {

core::Error usageError(const char *code, const QStringList &args)
{
    return core::Error::make(core::ErrorKind::InvalidInput, code, args);
}

const Option *globalOption(const QString &word)
{
    const auto &options = globalOptions();
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&word](const Option &option) { return word == QLatin1String("--") + option.name; });
    return found == options.end() ? nullptr : &*found;
}

/** The words of the command, taken out of `words`: the longest run of leading words that the table has. */
QString takeCommand(QStringList &words, const QList<Command> &table)
{
    QStringList command;
    for (qsizetype i = 0; i < words.size();) {
        if (words[i].startsWith(u'-')) {
            const Option *option = globalOption(words[i]);
            i += option && !option->value.isEmpty() ? 2 : 1;
            continue;
        }
        const QString longer = QStringList(command + QStringList{words[i]}).join(u' ');
        const bool known = std::any_of(table.begin(), table.end(), [&longer](const Command &entry) {
            return entry.words == longer || entry.words.startsWith(longer + u' ');
        });
        if (!known)
            break;
        command.append(words.takeAt(i));
    }
    return command.join(u' ');
}

const Command *find(const QList<Command> &table, const QString &words)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&words](const Command &command) { return command.words == words; });
    return found == table.end() ? nullptr : &*found;
}

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    for (const Option &option : options)
        parser.addOption(QCommandLineOption(option.name, QString(), option.value));
}

core::Status readOptions(const QCommandLineParser &parser, const QList<Option> &options, Invocation &invocation)
{
    for (const Option &option : options) {
        if (!parser.isSet(option.name)) {
            if (option.required)
                return core::Failure(usageError("usage.missing_argument", {QLatin1String("--") + option.name}));
            continue;
        }
        const QStringList values = option.value.isEmpty() ? QStringList{QString()} : parser.values(option.name);
        if (values.size() > 1 && !option.repeatable)
            return core::Failure(usageError("usage.repeated", {option.name}));
        for (const QString &value : values) {
            if (option.check)
                HELIOGRAPH_TRY(option.check(option.fieldName(), value));
        }
        invocation.options.insert(option.name, values);
    }
    return {};
}

core::Status checkArguments(const Command &command, const QStringList &arguments)
{
    for (qsizetype i = arguments.size(); i < command.arguments.size(); ++i) {
        if (command.arguments[i].required)
            return core::Failure(usageError("usage.missing_argument", {command.arguments[i].name}));
    }
    if (arguments.size() > command.arguments.size())
        return core::Failure(usageError("usage.extra_argument", {arguments[command.arguments.size()]}));
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (const auto &check = command.arguments[i].check)
            HELIOGRAPH_TRY(check(command.arguments[i].name, arguments[i]));
    }
    return {};
}

core::Error unknownCommand(const QString &group, const QStringList &words)
{
    const auto word =
        std::find_if(words.begin(), words.end(), [](const QString &candidate) { return !candidate.startsWith(u'-'); });
    if (word == words.end())
        return usageError("usage.incomplete_command", {group});
    return usageError("usage.unknown_command", {group.isEmpty() ? *word : group + u' ' + *word});
}

/** `-1` is an option for Qt and a number for whoever wrote it: an argument, put behind all options. */
QStringList withNumbersLast(const QStringList &words, const QList<Option> &options)
{
    static const QRegularExpression negative(QStringLiteral("^-[0-9]+$"));
    QStringList others;
    QStringList numbers;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--"))
            return words;
        const bool isNumber = negative.match(words[i]).hasMatch();
        (isNumber ? numbers : others).append(words[i]);
        const bool takesNext = std::any_of(options.begin(), options.end(), [&word = words[i]](const Option &option) {
            return !option.value.isEmpty() && word == QLatin1String("--") + option.name;
        });
        if (takesNext && i + 1 < words.size())
            others.append(words[++i]);
    }
    return numbers.isEmpty() ? others : others + QStringList{QStringLiteral("--")} + numbers;
}

/** In our words where possible: Qt makes its own before the language is chosen. */
core::Error notUnderstood(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return usageError("usage.options", {parser.errorText()});
    const QString &name = unknown.first();
    return usageError("usage.unknown_option", {(name.size() == 1 ? QLatin1String("-") : QLatin1String("--")) + name});
}

core::Result<ExitCode> runCommand(const Command &command, const Invocation &invocation, Console &console)
{
    const bool hasWindows = qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
    if (command.surface == Surface::Window && !hasWindows)
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "display.none"));
    return command.run(invocation, console);
}

/** The window has a switch of its own, which changes the language while it runs. */
std::unique_ptr<ui::LanguageSwitch> languageOfTerminal(const Invocation &invocation)
{
    using core::settings::DesktopSettings;
    using core::settings::Language;
    QCoreApplication *application = QCoreApplication::instance();
    if (qobject_cast<QGuiApplication *>(application))
        return nullptr;
    const DesktopSettings settings(DesktopSettings::pathFrom(invocation.value(u"config"_qs)));
    Language language = settings.language();
    if (invocation.has(u"language"_qs))
        language = invocation.value(u"language"_qs) == QLatin1String("ru") ? Language::Russian : Language::English;
    auto languageSwitch = std::make_unique<ui::LanguageSwitch>(*application);
    languageSwitch->apply(language);
    return languageSwitch;
}

core::Status parse(const QCommandLineParser &parser, const Command &command, Invocation &invocation)
{
    HELIOGRAPH_TRY(readOptions(parser, command.options, invocation));
    HELIOGRAPH_TRY(checkArguments(command, parser.positionalArguments()));
    invocation.arguments = parser.positionalArguments();
    return command.checkAll ? command.checkAll(invocation) : core::Status();
}

} // namespace

const QList<Option> &globalOptions()
{
    static const QList<Option> options{
        {.name = u"database"_qs,
         .value = u"URL"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "the workspace: sqlite:PATH or postgresql://USER@HOST/NAME (also "
                                                  "HELIOGRAPH_DATABASE); its password: 'heliograph help settings'"),
         .check = [](const QString &, const QString &value) -> core::Status {
             HELIOGRAPH_TRY(core::storage::DatabaseUrl::parse(value));
             return {};
         }},
        {.name = u"config"_qs,
         .value = u"FILE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "settings of this desktop (also HELIOGRAPH_CONFIG)")},
        {.name = u"language"_qs,
         .value = u"ru|en"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "language of sentences for people"),
         .check = oneOf({u"ru"_qs, u"en"_qs})},
        {.name = u"verbose"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "also say what libraries said")},
        {.name = u"json"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "results and problems as JSON")},
        {.name = u"version"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "print the version")},
        {.name = u"help"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "print this help")},
    };
    return options;
}

CommandLine parsedCommandLine(const QStringList &words, const QList<Command> &table)
{
    CommandLine line;
    QStringList rest = words;
    line.invocation.command = takeCommand(rest, table);
    const Command *command = find(table, line.invocation.command);

    QCommandLineParser parser;
    addOptions(parser, globalOptions());
    if (command)
        addOptions(parser, command->options);
    rest = withNumbersLast(rest, command ? globalOptions() + command->options : globalOptions());
    const bool parsed = parser.parse(QStringList{QStringLiteral("heliograph")} + rest);
    core::Status status = readOptions(parser, globalOptions(), line.invocation);
    line.helpWanted = parser.isSet(QStringLiteral("help"));
    line.versionWanted = parser.isSet(QStringLiteral("version"));
    if (line.helpWanted || line.versionWanted)
        return line;

    if (!command || (command->words.isEmpty() && !parser.positionalArguments().isEmpty()))
        status = core::Failure(unknownCommand(line.invocation.command, parser.positionalArguments()));
    else if (status && !parsed)
        status = core::Failure(notUnderstood(parser));
    else if (status)
        status = parse(parser, *command, line.invocation);
    if (status)
        line.command = command;
    else
        line.error = status.error();
    return line;
}

namespace {

/** For machines as it is, for people in the words of the command line. */
void report(Console &console, const core::Error &error, const Command *command, const Invocation &invocation)
{
    static const Command none;
    if (!command)
        command = &none;
    console.report(console.isJson() ? error : asTyped(error, *command, invocation));
    if (console.isJson())
        return;
    for (const QString &line : waysOut(error, *command))
        console.note(line);
}

ExitCode runIn(Console &console, const CommandLine &commandLine, const QList<Command> &table)
{
    const Invocation &invocation = commandLine.invocation;
    if (commandLine.versionWanted) {
        console.printAlways(QStringLiteral("heliograph " HELIOGRAPH_VERSION));
        return ExitCode::Done;
    }
    if (commandLine.helpWanted) {
        console.printAlways(helpText(invocation.command, table));
        return ExitCode::Done;
    }
    if (!commandLine.command) {
        report(console, commandLine.error, find(table, invocation.command), invocation);
        if (!console.isJson())
            console.note(helpHint(invocation.command));
        return ExitCode::WrongUsage;
    }
    const core::Result<ExitCode> code = runCommand(*commandLine.command, invocation, console);
    if (code)
        return *code;
    report(console, code.error(), commandLine.command, invocation);
    return ExitCode::Failed;
}

} // namespace

ExitCode run(const CommandLine &commandLine, const QList<Command> &table, const Streams &streams)
{
    const Invocation &invocation = commandLine.invocation;
    Console console(streams, invocation.has(QStringLiteral("json")), invocation.has(QStringLiteral("verbose")));
    const ExitCode code = runIn(console, commandLine, table);
    if (console.outputFailure().isEmpty())
        return code;
    console.report(core::Error::make(core::ErrorKind::Unavailable, "output.failed", {console.outputFailure()}));
    return ExitCode::Failed;
}

ExitCode runOnTerminal(const CommandLine &commandLine)
{
    QFile in;
    QFile out;
    QFile err;
    const bool opened = in.open(stdin, QIODevice::ReadOnly) && out.open(stdout, QIODevice::WriteOnly) &&
                        err.open(stderr, QIODevice::WriteOnly);
    if (!opened)
        return ExitCode::Failed;
    const auto language = languageOfTerminal(commandLine.invocation);
    return run(commandLine, commandTable(), {in, out, err});
}

} // namespace app
