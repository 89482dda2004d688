// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The options that `gateway add` and `gateway set` have in common, and the edit they amount to.
 */
#pragma once

#include "app/commandcontext.h"

namespace app::commands {

[[nodiscard]] QList<Option> gatewayOptions();
/** Errors: InvalidInput enable (usage:not_with) if both are wanted. */
[[nodiscard]] core::Status isEnabledOrDisabled(const Invocation &invocation);

/** The secret is read from standard input, so that it stands in no process list and no history. */
[[nodiscard]] core::Result<core::domain::GatewayEdit> gatewayEdit(CommandContext &context,
                                                                  const core::domain::GatewayProfile &base);

/** The gateway named by the first argument. Errors: NotFound gateway.unknown_name. */
[[nodiscard]] core::Result<core::domain::GatewayWithState> gatewayOf(CommandContext &context);

/** The object with --json; else `name  state`. */
/** `closed`; of one that is switched off `disabled`. */
[[nodiscard]] QString stateText(const core::domain::GatewayWithState &gateway);
void printGateway(Console &console, const core::domain::GatewayWithState &gateway);

} // namespace app::commands
