// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/flowtable.h"

#include <QSet>

namespace core::dispatch {

MailingFlow &FlowTable::flowOf(MailingId id)
{
    const auto [flow, isNew] = m_flows.try_emplace(id);
    if (isNew)
        flow->second.number = ++m_made;
    return flow->second;
}

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

int FlowTable::readySoon() const
{
    int number = 0;
    for (const auto &[id, flow] : m_flows)
        number += flow.claimsAtOnce ? flow.claiming : 0;
    return number;
}

bool FlowTable::inTurn(LastServed &last, const std::function<Turn(MailingFlow &)> &serve)
{
    for (const domain::Priority priority : {domain::Priority::High, domain::Priority::Normal}) {
        auto next = m_flows.upper_bound(last[priority]);
        for (std::size_t tried = 0; tried < m_flows.size(); ++tried, ++next) {
            if (next == m_flows.end())
                next = m_flows.begin();
            if (next->second.plan.priority != priority)
                continue;
            const Turn turn = serve(next->second);
            if (turn == Turn::Held)
                return false;
            last[priority] = next->first;
            if (turn == Turn::Used)
                return true;
        }
    }
    return false;
}

bool FlowTable::serveNext(const std::function<Turn(MailingFlow &)> &serve)
{
    return inTurn(m_lastSent, serve);
}

std::optional<TakenMessage> FlowTable::takeClaimed(const std::function<bool(MailingFlow &)> &mayGive)
{
    std::optional<TakenMessage> taken;
    inTurn(m_lastTaken, [&](MailingFlow &flow) {
        if (flow.claimed.empty() || !mayGive(flow))
            return Turn::Passed;
        taken = {flow.plan.id, std::move(flow.claimed.front()), flow.plan.textVersion, flow.plan.goesOutAsWritten};
        flow.claimed.pop_front();
        return Turn::Used;
    });
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

void FlowTable::forEach(const std::function<void(MailingFlow &)> &visit)
{
    for (auto &[id, flow] : m_flows)
        visit(flow);
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
