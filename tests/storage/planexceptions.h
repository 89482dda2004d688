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

#include <optional>

namespace tests {

struct PlanException
{
    const char *statement = nullptr;      ///< its name, or how it begins with a `*`
    QList<const char *> fragments;        ///< one of these is in the filter; none: whatever is in it
    std::optional<CostlyStep::Kind> kind; ///< nothing: the database chooses between the two by what it knows of the rows
    const char *reason = nullptr;
    const char *database = nullptr; ///< the one that needs it; none: both
    bool isOfTheLargeOnly = false;  ///< a small workspace does not show it

    [[nodiscard]] bool covers(const ComposedStatement &composed, const CostlyStep &step) const;
};

/** Those for both databases, and those for `database` alone: a name of core::storage::Dialect. */
[[nodiscard]] QList<const PlanException *> planExceptions(const QString &database);

} // namespace tests
