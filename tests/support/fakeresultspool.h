// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A spool of results in memory. For tests only.
 */
#pragma once

#include "core/interfaces/resultspool.h"

namespace tests {

/** A copy of it is what a killed process leaves to the next. Thread: one at a time. */
class FakeResultSpool final : public core::interfaces::ResultSpool
{
public:
    bool isFull = false;       ///< as on a full disk
    bool isUnreadable = false; ///< for takeOver()
    QList<core::interfaces::SpooledOutcomes> kept;
    int appends = 0; ///< tried

    [[nodiscard]] QList<core::MessageId> ids() const
    {
        QList<core::MessageId> ids;
        for (const core::interfaces::SpooledOutcomes &part : kept) {
            for (const core::interfaces::MessageOutcome &outcome : part.outcomes)
                ids << outcome.id;
        }
        return ids;
    }

    core::Status append(const QList<core::interfaces::MessageOutcome> &outcomes, core::InstanceId by) override
    {
        ++appends;
        if (isFull)
            return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "results.unwritable", {}));
        kept.append({by, outcomes});
        return {};
    }
    core::Result<QList<core::interfaces::SpooledOutcomes>> takeOver() override
    {
        if (isUnreadable)
            return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "results.unreadable", {}));
        return kept;
    }
    core::Status clear() override
    {
        kept.clear();
        return {};
    }
};

} // namespace tests
