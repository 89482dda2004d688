// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A busy workspace, true to life, for looking at the window.
 */
#pragma once

#include "tests/ui/uifixture.h"

namespace tests {

/**
 * Adds gateways, clients, mailings, and messages in every status through the services and repositories; waits for each step.
 * @param clients  how many
 */
void fillExample(UiFixture &ui, int clients);

/** Writes a list with every kind of mistake; returns its path. */
QString exampleList(const QString &folder);

} // namespace tests
