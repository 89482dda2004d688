// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Holds the stored counters against a recount of the messages and of the totals of those that were removed
 * (`heliograph check`).
 */
#pragma once

#include "core/interfaces/executor.h"

namespace core::services {

struct IntegrityReport
{
    QStringList problems; ///< one English line each, for instance "mailing 5: sent is 10, counted 11"
    int repaired = 0;     ///< mailings whose counters were written anew
};

/** Thread: any. Holds nothing but a reference. */
class IntegrityService
{
public:
    explicit IntegrityService(interfaces::Executor &executor);

    /**
     * Goes through all mailings, one read each, so that sending goes on meanwhile. A repair keeps others from the messages
     * of one mailing while that is counted, and only where its counters differ.
     */
    QFuture<Result<IntegrityReport>> check(bool repairCounters);

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
