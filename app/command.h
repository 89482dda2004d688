// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a command is: its words, arguments, options, line of help, and the function that does it.
 *
 * The table of all of them (app/commandtable) is what parsing and --help go by.
 */
#pragma once

#include "app/console.h"
#include "core/base/result.h"

#include <QMap>
#include <QStringList>
#include <functional>

namespace app {

enum class ExitCode : int {
    Done = 0,
    Failed = 1, ///< or refused
    WrongUsage = 2,
    SomeRejected = 3, ///< done, but some rows were rejected
};

/** One `--name [VALUE]`. */
struct Option
{
    QString name;
    QString value = {};    ///< what stands for the value in the help; empty: a flag
    const char *help = ""; ///< English source in the context "CommandLine"
    bool repeatable = false;
    /** Refuses a value that is wrong whatever the workspace holds (exit 2). */
    std::function<core::Status(const QString &option, const QString &value)> check = {};
    bool required = false;
    const char *field = "";    ///< the field of the REST object that it sets, where that has another name
    const char *wayOutOf = ""; ///< the code of the error that this option lets pass

    [[nodiscard]] QString fieldName() const { return *field ? QString::fromLatin1(field) : name; }
};

/** One word that is no option. */
struct Argument
{
    QString name;
    bool required = true;
    /** As of an option. */
    std::function<core::Status(const QString &name, const QString &value)> check = {};
};

/** A command line that was understood. Thread: any (value). */
struct Invocation
{
    QString command; ///< the words of the command, for instance "mailing create"; empty: the window
    QStringList arguments;
    QMap<QString, QStringList> options; ///< also the global ones; a flag has one empty value

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return options.value(option).value(0); }
    [[nodiscard]] QStringList values(const QString &option) const { return options.value(option); }
};

/** What a command needs before it runs. */
enum class Surface : quint8 {
    Terminal,         ///< nothing
    Window,           ///< a display
    WindowIfPossible, ///< a display, or else the terminal
};

struct Command
{
    using Function = std::function<core::Result<ExitCode>(const Invocation &, Console &)>;

    QString words;
    QList<Argument> arguments = {};
    QList<Option> options = {};
    /** Refuses options and arguments that do not go together (exit 2). */
    std::function<core::Status(const Invocation &)> checkAll = {};
    const char *summary = ""; ///< English source in the context "CommandLine"
    Function run = {};
    Surface surface = Surface::Terminal;
};

} // namespace app
