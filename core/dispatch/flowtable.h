// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The mailings that share one lane, and whose turn it is.
 *
 * Only order and book-keeping: what may go out and when is decided by core/dispatch/sendlane.
 */
#pragma once

#include "core/dispatch/mailingplan.h"

#include <QList>
#include <map>
#include <vector>

namespace core::dispatch {

/** A message on its way from claimed to ready. */
struct TakenMessage
{
    MailingId mailing;
    PreparedMessage message;
    int textVersion = 0;
    bool goesOutAsWritten = false;
};

/** Promise: mailings take turns, a message each, so that a large one does not keep a small one waiting. Thread: dispatch. */
class FlowTable
{
public:
    /** The flow of this mailing; made if there is none. */
    MailingFlow &flowOf(MailingId id) { return m_flows[id]; }
    [[nodiscard]] MailingFlow *find(MailingId id);
    [[nodiscard]] QList<MailingId> mailings() const;
    void remove(MailingId id) { m_flows.erase(id); }

    [[nodiscard]] int inHand() const; ///< claimed and ready
    [[nodiscard]] int ready() const;

    /** Takes up to `most` claimed messages; none of a mailing that has enough ready for its own rate. */
    [[nodiscard]] std::vector<TakenMessage> takeClaimed(int most);
    /** Takes everything that is ready. */
    [[nodiscard]] std::vector<PreparedMessage> takeReady();
    /** Offers the flows to `serve`, beginning after the one served last, until it returns true for one; else false. */
    template <typename Serve>
    bool serveNext(Serve serve)
    {
        auto next = m_flows.upper_bound(m_lastServed);
        for (std::size_t tried = 0; tried < m_flows.size(); ++tried, ++next) {
            if (next == m_flows.end())
                next = m_flows.begin();
            m_lastServed = next->first;
            if (serve(next->second))
                return true;
        }
        return false;
    }
    /** For each flow that has something in hand. */
    template <typename Visit>
    void forEachBusy(Visit visit)
    {
        for (auto &[id, flow] : m_flows) {
            if (flow.inHand() > 0)
                visit(flow);
        }
    }

    [[nodiscard]] QList<MessageId> leasesEndingBefore(Instant at) const;
    void leasesRenewed(const QList<MessageId> &ids, Instant until);

private:
    std::map<MailingId, MailingFlow> m_flows;
    MailingId m_lastServed;
};

} // namespace core::dispatch
