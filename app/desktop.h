// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The desktop program: window, tray and engine around a workspace.
 *
 * Wires and holds no logic: what a window shows is in ui/, what is sent in core/.
 */
#pragma once

#include "app/command.h"
#include "app/demoworkspace.h"

namespace app {

/**
 * Opens the workspace of `invocation` in a window, or raises the window that has it open, and returns when the person quits
 * and what was in flight has finished. Needs a QApplication.
 * Errors: those of workspaceUrl() and Backend::open.
 */
[[nodiscard]] core::Result<ExitCode> runDesktop(const Invocation &invocation, const core::Clock &clock);

/** The same for the demo's workspace, which fills while one looks, and answers no scripts. */
[[nodiscard]] core::Result<ExitCode> runDesktop(DemoWorkspace &demo, const Invocation &invocation);

} // namespace app
