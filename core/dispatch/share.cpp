// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/share.h"

#include <algorithm>
#include <cmath>

namespace core::dispatch {

Share Share::next(const Share &previous, const QList<interfaces::Instance> &instances, InstanceId self)
{
    const int alive = int(instances.size());
    int index = 0;
    int most = alive;
    bool allKnow = true;
    for (int i = 0; i < alive; ++i) {
        if (instances[i].id == self) {
            index = i;
            continue;
        }
        most = std::max(most, instances[i].counted);
        allKnow = allKnow && instances[i].counted >= alive;
    }
    if (allKnow)
        return Share(index, most);
    if (previous.isNothing())
        return previous;
    return Share(index, std::max(previous.m_of, alive));
}

double Share::of(double rate) const
{
    if (isNothing())
        return 0;
    const double whole = std::floor(rate);
    const double even = std::floor(whole / m_of);
    const double rest = m_index < whole - even * m_of ? 1 : 0;
    return even + rest + (m_index == 0 ? rate - whole : 0);
}

int Share::of(int connections) const
{
    if (isNothing())
        return 0;
    return connections / m_of + (m_index < connections % m_of ? 1 : 0);
}

} // namespace core::dispatch
