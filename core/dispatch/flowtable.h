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
#include <functional>
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

/** What came of a mailing's turn. */
enum class Turn {
    Used,
    Passed, ///< it had nothing that may go: the next mailing's turn
    Held,   ///< it waits for what all share, and keeps its turn: nobody overtakes it
};

/**
 * Promise: mailings of high priority come first; among equals they take turns, a message each, so that a large one does not
 * keep a small one waiting. Thread: dispatch.
 */
class FlowTable
{
public:
    /** The flow of this mailing; if there is none, a new one without a plan and a limiter. */
    MailingFlow &flowOf(MailingId id);
    [[nodiscard]] MailingFlow *find(MailingId id);
    [[nodiscard]] QList<MailingId> mailings() const;
    void remove(MailingId id) { m_flows.erase(id); }

    [[nodiscard]] int inHand() const; ///< claimed and ready
    [[nodiscard]] int ready() const;
    /** Being claimed, and ready when they come. */
    [[nodiscard]] int readySoon() const;

    /** Takes the next claimed message of the flow whose turn it is among those that `mayGive`. */
    [[nodiscard]] std::optional<TakenMessage> takeClaimed(const std::function<bool(MailingFlow &)> &mayGive);
    /** Takes everything that is ready. */
    [[nodiscard]] std::vector<PreparedMessage> takeReady();
    /** Offers the flows to `serve` in turn until one uses or holds its turn; true if it was used. */
    bool serveNext(const std::function<Turn(MailingFlow &)> &serve);
    void forEach(const std::function<void(MailingFlow &)> &visit);

    [[nodiscard]] QList<MessageId> leasesEndingBefore(Instant at) const;
    void leasesRenewed(const QList<MessageId> &ids, Instant until);

private:
    /** The flow served last, of each priority. */
    using LastServed = std::map<domain::Priority, MailingId>;

    bool inTurn(LastServed &last, const std::function<Turn(MailingFlow &)> &serve);

    std::map<MailingId, MailingFlow> m_flows;
    qint64 m_made = 0;
    LastServed m_lastSent;
    LastServed m_lastTaken;
};

} // namespace core::dispatch
