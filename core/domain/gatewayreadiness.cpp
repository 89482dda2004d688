// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/gatewayreadiness.h"

namespace core::domain {

std::optional<Instant> nextTry(const GatewayState &state, Instant now)
{
    const bool isTimed = state.breaker == BreakerState::Closed || state.breaker == BreakerState::Open;
    return isTimed && state.nextProbeAt > now ? state.nextProbeAt : std::nullopt;
}

bool isReady(const GatewayState &state, Instant now)
{
    return state.breaker == BreakerState::Closed && !nextTry(state, now);
}

} // namespace core::domain
