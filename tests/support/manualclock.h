// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A clock that tests move by hand.
 */
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace tests {

/** Both readings move together with advance(); jump() moves the wall clock alone. Thread: any. */
class ManualClock final : public core::Clock
{
public:
    explicit ManualClock(core::Instant start);
    /** @param iso  ISO 8601 with offset, for instance 2024-03-01T08:00:00Z */
    explicit ManualClock(const char *iso);

    [[nodiscard]] core::Instant now() const override;
    [[nodiscard]] core::Ticks ticks() const override;

    void advance(core::Milliseconds by);
    void jump(core::Milliseconds by);

private:
    std::atomic<qint64> m_nowMs;
    std::atomic<qint64> m_ticksMs{0};
};

/** @param iso  ISO 8601 with offset */
[[nodiscard]] core::Instant at(const char *iso);

} // namespace tests
