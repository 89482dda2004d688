// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Removes what is older than the workspace keeps it: messages of ended mailings and events, which are summed into daily
 * totals, and the texts that clients got.
 *
 * How old that is, the settings messages_kept_days, texts_kept_days and events_kept_days say; when to look, whoever
 * dispatches (app/retention).
 */
#pragma once

#include "core/base/clock.h"
#include "core/interfaces/delay.h"
#include "core/interfaces/executor.h"

#include <atomic>
#include <memory>

namespace core::services {

struct RetentionReport
{
    int mailings = 0; ///< that messages were removed of
    qint64 messages = 0;
    qint64 texts = 0; ///< besides those of removed messages
    qint64 events = 0;
    bool stopped = false; ///< there is more, but somebody asked for an end

    bool operator==(const RetentionReport &) const = default;
};

/** Set by whoever wants an end; stays set. */
using StopFlag = std::shared_ptr<std::atomic_bool>;

/** Thread: any. Holds nothing but references. */
class RetentionService
{
public:
    /** So many rows go in one transaction of the bulk lane, and so long nothing is removed after it. */
    static constexpr int batch = 500;
    /** So many texts are looked at at once, and go in one transaction where they are old. */
    static constexpr int textBatch = 2000;
    static constexpr Milliseconds pause{50};

    RetentionService(interfaces::Executor &executor, const Clock &clock, interfaces::Delay &delay);

    /**
     * Removes all there is to remove, batch by batch. Each batch reads the settings: what is set meanwhile holds from the
     * next one on. No batch begins once `stop` is set. The last batch of a mailing records an event mailing.remove_messages.
     */
    QFuture<Result<RetentionReport>> run(const StopFlag &stop);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    interfaces::Delay &m_delay;
};

} // namespace core::services
