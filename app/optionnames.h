// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Names the fields of an error as whoever typed the command knows them, by the table of commands.
 *
 * Services speak of `end_at`, the command line of `--end`. With --json errors keep the names of the REST objects.
 */
#pragma once

#include "app/command.h"

namespace app {

/**
 * The error with `--end` in place of `end_at`, `--option latency` in place of `options.latency`, `PHONE` for an argument; a
 * setting that was typed as an argument keeps its name. What has no name on this command line is blank.
 */
[[nodiscard]] core::Error asTyped(core::Error error, const Command &command, const Invocation &invocation);

/** The options of this command that are a way out of the error, each with its line of help, for people. */
[[nodiscard]] QStringList waysOut(const core::Error &error, const Command &command);

} // namespace app
