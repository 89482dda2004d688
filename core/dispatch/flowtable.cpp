// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/flowtable.h"

#include <QSet>

namespace core::dispatch {

MailingFlow *FlowTable::find(MailingId id)
{
    const auto found = m_flows.find(id);
    return found == m_flows.end() ? nullptr : &found->second;
}

QList<MailingId> FlowTable::mailings() const
{
    QList<MailingId> ids;
    for (const auto &[id, flow] : m_flows)
        ids.append(id);
    return ids;
}

int FlowTable::inHand() const
{
    std::size_t number = 0;
    for (const auto &[id, flow] : m_flows)
        number += flow.inHand();
    return int(number);
}

int FlowTable::ready() const
{
    std::size_t number = 0;
    for (const auto &[id, flow] : m_flows)
        number += flow.ready.size();
    return int(number);
}

std::vector<TakenMessage> FlowTable::takeClaimed(int most)
{
    std::vector<TakenMessage> taken;
    for (bool found = true; found && int(taken.size()) < most;) {
        found = false;
        for (auto &[id, flow] : m_flows) {
            const bool enough = flow.plan.rate && double(flow.ready.size()) > *flow.plan.rate;
            if (flow.claimed.empty() || enough || int(taken.size()) == most)
                continue;
            taken.push_back({id, std::move(flow.claimed.front()), flow.plan.textVersion, flow.plan.goesOutAsWritten});
            flow.claimed.pop_front();
            found = true;
        }
    }
    return taken;
}

std::vector<PreparedMessage> FlowTable::takeReady()
{
    std::vector<PreparedMessage> taken;
    for (auto &[id, flow] : m_flows) {
        for (PreparedMessage &message : flow.ready)
            taken.push_back(std::move(message));
        flow.ready.clear();
    }
    return taken;
}

QList<MessageId> FlowTable::leasesEndingBefore(Instant at) const
{
    QList<MessageId> ids;
    for (const auto &[id, flow] : m_flows) {
        for (const PreparedMessage &message : flow.claimed) {
            if (message.leaseUntil < at)
                ids.append(message.claimed.id);
        }
    }
    return ids;
}

void FlowTable::leasesRenewed(const QList<MessageId> &ids, Instant until)
{
    const QSet<MessageId> renewed(ids.cbegin(), ids.cend());
    for (auto &[id, flow] : m_flows) {
        for (PreparedMessage &message : flow.claimed) {
            if (renewed.contains(message.claimed.id))
                message.leaseUntil = until;
        }
    }
}

} // namespace core::dispatch
