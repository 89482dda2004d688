// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/commandtable.h"
#include "app/openfiles.h"
#include "app/surface.h"

int main(int argc, char **argv)
{
    app::raiseOpenFileLimit();
    const app::CommandLine commandLine = app::parsedCommandLine(app::wordsOf(argc, argv), app::commandTable());
    const auto application = app::applicationFor(commandLine, argc, argv);
    return static_cast<int>(app::runOnTerminal(commandLine));
}
