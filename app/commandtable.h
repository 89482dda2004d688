// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The table of all commands. A new command is a file in app/commands and a line here.
 */
#pragma once

#include "app/command.h"

namespace app {

/** In the order of the help. */
[[nodiscard]] const QList<Command> &commandTable();

} // namespace app
