// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/statistics.h"

#include <numeric>

namespace core::domain {

qint64 StatusCounts::total() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

qint64 StatusCounts::done() const
{
    return total() - (*this)[MessageStatus::Pending] - (*this)[MessageStatus::Sending];
}

StatusCounts &StatusCounts::operator+=(const StatusCounts &other)
{
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] += other.counts[i];
    return *this;
}

} // namespace core::domain
