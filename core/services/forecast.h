// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * When a mailing will be done, and how many of its messages will expire first.
 *
 * Pure arithmetic over values: audience by time zone, window, rate, what waits.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/sendwindow.h"
#include "core/domain/statistics.h"
#include "core/interfaces/clientrepository.h"

namespace core::services {

struct ForecastInput
{
    Instant from{}; ///< now, or the start if that lies ahead
    Instant end{};
    std::optional<domain::SendWindow> window;
    QList<interfaces::LabelCount> waitingByTimezone;
    double rate = 0; ///< messages per second that will go out; 0: unknown, or nothing moves
};

/** Messages that go out within a slot of time, for the chart in the editor. */
struct ForecastSlot
{
    Instant at{};
    qint64 messages = 0;
};

struct ForecastResult
{
    domain::Forecast forecast;
    QList<ForecastSlot> schedule; ///< at most 96
};

/** Where windows open and close more often before the end than anybody would count, `doneAt` stays open. */
[[nodiscard]] ForecastResult forecast(const ForecastInput &input);

} // namespace core::services
