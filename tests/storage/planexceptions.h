// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which statements may read a large table in full or sort a large set, each with its reason.
 *
 * Times are those of tests/bench on 1 000 000 clients and 10 000 000 messages.
 */
#pragma once

#include "tests/storage/composedstatements.h"
#include "tests/storage/queryplan.h"

namespace tests {

struct PlanException
{
    const char *statement = nullptr; ///< its name, or how it begins with a `*`
    QList<const char *> fragments;   ///< one of these is in the filter; none: whatever is in it
    CostlyStep::Kind kind = CostlyStep::Kind::Scan;
    const char *reason = nullptr;

    [[nodiscard]] bool covers(const ComposedStatement &composed, const CostlyStep &step) const;
};

[[nodiscard]] const QList<PlanException> &planExceptions();

} // namespace tests
