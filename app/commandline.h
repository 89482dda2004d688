// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * From words to a command that is done, and its exit code.
 *
 * Parsing goes by the table of commands; nothing here knows what a command does. Used by main and by tests.
 */
#pragma once

#include "app/command.h"

#include <QStringList>

namespace app {

/** A parsed command line: what is to be done, or why it was not understood. */
struct CommandLine
{
    Invocation invocation;
    const Command *command = nullptr; ///< in the table; nullptr: see error
    bool helpWanted = false;
    bool versionWanted = false;
    core::Error error; ///< InvalidInput, if command is nullptr and neither help nor version is wanted
};

/** --database, --config, --language, --verbose, --json, --version, --help. */
[[nodiscard]] const QList<Option> &globalOptions();

/**
 * Needs no QCoreApplication. Options may stand before, between and after the words of the command.
 * @param words  without the program's name
 */
[[nodiscard]] CommandLine parsedCommandLine(const QStringList &words, const QList<Command> &table);

/** Does what was asked for. Help and version go to standard output, problems to standard error. */
[[nodiscard]] ExitCode run(const CommandLine &commandLine, const QList<Command> &table, const Streams &streams);

/** Reads standard input, writes standard output and standard error. */
[[nodiscard]] ExitCode runOnTerminal(const CommandLine &commandLine);

} // namespace app
