// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the state of a gateway means at a given time.
 */
#pragma once

#include "core/domain/gatewayprofile.h"

namespace core::domain {

/** When something is sent through it again: an open one is probed, a closed one asked us to wait. Not set: not known, or
 * now. */
[[nodiscard]] std::optional<Instant> nextTry(const GatewayState &state, Instant now);

/** Whether messages go out through it: closed, and its wish that we wait has passed. */
[[nodiscard]] bool isReady(const GatewayState &state, Instant now);

} // namespace core::domain
