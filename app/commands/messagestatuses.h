// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The option --status of commands about messages.
 */
#pragma once

#include "app/command.h"
#include "core/domain/message.h"

namespace app::commands {

/** `--status`, for any of `statuses`. */
[[nodiscard]] Option statusOption(const QList<core::domain::MessageStatus> &statuses, const char *help);
[[nodiscard]] QList<core::domain::MessageStatus> statusesOf(const Invocation &invocation);

} // namespace app::commands
