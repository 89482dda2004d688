// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a measure gives, and the list of measures; each is one row in the table of main.cpp.
 */
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace tests::bench {

/** Names the PostgreSQL database for scaleTimeOnServer(): it is filled if nobody is in it, and kept. */
inline constexpr const char *largeServer = "HELIOGRAPH_LARGE_SERVER";

/** What was measured; `detail` says from what, for whoever doubts it. */
struct Reading
{
    double value = 0;
    QJsonObject detail;
};

/** Makes its own data in a folder of its own and takes it away again. Thread: main, with an event loop to run. */
using Measure = core::Result<Reading> (*)();

core::Result<Reading> engineRate();
core::Result<Reading> dispatchLocalRatio();
core::Result<Reading> dispatchLatencyRatio();
core::Result<Reading> servePeak();
core::Result<Reading> importRatio();
core::Result<Reading> importPeak();
core::Result<Reading> audienceRatio();
core::Result<Reading> bytesPerMessage();
core::Result<Reading> statisticsTime();
core::Result<Reading> scaleTime();
core::Result<Reading> scaleTimeOnServer();
core::Result<Reading> serverRatio();

} // namespace tests::bench
