// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How many files this process may hold open. Called once, when the program starts.
 */
#pragma once

namespace app {

/**
 * As many as the system lets it. Every connection is an open file, and a gateway may have 512; most systems begin with a
 * limit of 1024 for programs that use select(), which this one does not. Where it cannot be raised it stays as it is.
 */
void raiseOpenFileLimit();

} // namespace app
