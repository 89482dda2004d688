// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Both clocks, read together.
 */
#pragma once

#include "core/base/clock.h"

namespace core {

/** While a computer sleeps the ticks may stand still, and the wall clock may jump at any time. Thread: any (value). */
struct Moment
{
    Ticks ticks{};
    Instant instant{};

    [[nodiscard]] static Moment now(const Clock &clock) { return {clock.ticks(), clock.now()}; }
};

} // namespace core
