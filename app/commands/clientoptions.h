// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The options that `client add` and `client set` have in common, and the edit they amount to.
 */
#pragma once

#include "app/commandcontext.h"

namespace app::commands {

[[nodiscard]] QList<Option> clientOptions();

/** Labels and attributes are added to those of `base`; an attribute without value and --untag take them away. */
[[nodiscard]] core::Result<core::domain::ClientEdit> clientEdit(const Invocation &invocation,
                                                                const core::domain::Client &base);

/** The client whose phone is the first argument. Errors: InvalidInput phone:…, NotFound client.unknown_phone. */
[[nodiscard]] core::Result<core::domain::Client> clientOf(CommandContext &context);

/** The object with --json; else every field on a line. */
void printClient(CommandContext &context, const core::domain::Client &client);

} // namespace app::commands
