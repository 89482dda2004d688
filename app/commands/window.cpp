// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/desktop.h"
#include "app/logfile.h"

namespace app::commands {

namespace {

core::Result<ExitCode> window(const Invocation &invocation)
{
    const core::SystemClock clock;
    LogFile log(LogFile::defaultDirectory(), logLimits(invocation), clock);
    HELIOGRAPH_TRY(log.open());
    const LogRedirection redirection(log, invocation.has(QStringLiteral("verbose")));
    return runDesktop(invocation, clock);
}

} // namespace

Command window()
{
    return {.words = {},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Opens the window; a second start raises the first."),
            .run = [](const Invocation &invocation, Console &) { return window(invocation); },
            .surface = Surface::Window};
}

} // namespace app::commands
