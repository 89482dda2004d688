// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What state a gateway is in, in words: the breaker, since when, why, and when it is tried again.
 */
#pragma once

#include "core/domain/gatewayprofile.h"

#include <QString>

namespace ui::texts {

/** For instance "out of order since 15:02: HTTP 500, next try at 15:21:40"; times of this computer's zone. */
[[nodiscard]] QString gatewayStateText(const core::domain::GatewayWithState &gateway, core::Instant now);

} // namespace ui::texts
