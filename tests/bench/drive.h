// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The dispatcher on its thread over a workspace, from the first claim until every message has ended.
 */
#pragma once

#include "core/base/clock.h"
#include "core/interfaces/gateway.h"
#include "tests/bench/benchworkspace.h"

namespace tests::bench {

/** How a mailing went out. */
struct Drive
{
    qint64 messages = 0;
    double seconds = 0;        ///< from the start of the dispatcher until the last result was durable
    double processSeconds = 0; ///< of processor time, all threads of this program

    [[nodiscard]] double rate() const { return double(messages) / seconds; }
};

/** What a mailing in these measures says: with a field, so that every message is rendered and its text kept. */
[[nodiscard]] core::domain::Mailing benchMailing();

/**
 * Sends the mailing to all clients of the workspace and waits for the end. Logs as `serve` does.
 * Errors: Internal bench.not_sent if anything but `sent` became of a message; those of storage.
 */
core::Result<Drive> driveMailing(BenchWorkspace &workspace, core::interfaces::GatewayFactory &gateways,
                                 const core::domain::Mailing &mailing);

/** Processor time of this process so far, in seconds. */
[[nodiscard]] double processSeconds();

} // namespace tests::bench
