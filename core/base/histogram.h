// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How often something took how long, in a few numbers: for metrics.
 */
#pragma once

#include <QList>
#include <algorithm>
#include <chrono>

namespace core {

/** Counts of times up to each bound. Thread: one at a time (value). */
class Histogram
{
public:
    Histogram() = default;
    /** @param bounds  upper ones in seconds, ascending; what is longer is counted too */
    explicit Histogram(QList<double> bounds) : m_bounds(std::move(bounds)), m_counts(m_bounds.size() + 1) {}

    void add(std::chrono::duration<double> time)
    {
        const auto bound = std::lower_bound(m_bounds.cbegin(), m_bounds.cend(), time.count());
        ++m_counts[bound - m_bounds.cbegin()];
        m_sum += time.count();
    }

    [[nodiscard]] const QList<double> &bounds() const { return m_bounds; }
    /** One more than bounds: the last one is of what exceeds all of them. */
    [[nodiscard]] const QList<qint64> &counts() const { return m_counts; }
    [[nodiscard]] double sum() const { return m_sum; } ///< seconds

private:
    QList<double> m_bounds;
    QList<qint64> m_counts;
    double m_sum = 0;
};

/** Bounds for work of the database, in seconds. */
[[nodiscard]] inline Histogram databaseTimes()
{
    return Histogram({0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5});
}

/** Bounds for requests, in seconds; the last one is the longest timeout of a gateway. */
[[nodiscard]] inline Histogram requestTimes()
{
    return Histogram({0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300});
}

} // namespace core
