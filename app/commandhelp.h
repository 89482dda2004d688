// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The texts of --help, made from the table of commands.
 */
#pragma once

#include "app/command.h"

namespace app {

/** Of one command, of a group (`mailing`), or of all (empty). */
[[nodiscard]] QString helpText(const QString &words, const QList<Command> &table);
/** Where to look after wrong usage. */
[[nodiscard]] QString helpHint(const QString &words);

} // namespace app
