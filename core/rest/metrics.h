// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What `/metrics` says, in the text format 0.0.4 of Prometheus; every name is described in resources/metrics.md.
 */
#pragma once

#include "core/base/clock.h"
#include "core/interfaces/enginemonitor.h"
#include "core/services/statisticsservice.h"

namespace core::rest {

/** What this process knows of itself. */
struct ProcessFacts
{
    QString version;
    Instant startedAt{};
    qint64 residentBytes = 0; ///< 0: not known here
    int instances = 0;        ///< dispatchers that are alive, as far as a process without a server knows
};

/** @param workspace  nothing: the database does not answer */
[[nodiscard]] QByteArray metricsText(const ProcessFacts &process, const interfaces::EngineSnapshot &engine,
                                     const std::optional<services::WorkspaceMetrics> &workspace);

} // namespace core::rest
