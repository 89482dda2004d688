// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What is on the wire of one gateway: the requests that have begun and have no answer yet, and the links they went by.
 *
 * Decides nothing: core/dispatch/sendlane begins requests and is told the answers.
 */
#pragma once

#include "core/base/histogram.h"
#include "core/dispatch/mailingplan.h"
#include "core/interfaces/gateway.h"

#include <QHash>
#include <QMap>
#include <functional>
#include <memory>
#include <vector>

namespace core::dispatch {

struct OpenRequest
{
    PreparedMessage message;
    MailingId mailing;
    Instant endAt{}; ///< of the mailing
    int number = 1;  ///< of the attempt
    bool probe = false;
    bool recognisesRepeats = true;
    int link = 0; ///< the one that it went by
    Ticks begunAt{};
};

/** Promise: what was begun is told exactly once, unless it is withdrawn or this is destroyed. Thread: dispatch. */
class OpenRequests
{
public:
    using Answered = std::function<void(const OpenRequest &, const interfaces::GatewayAnswer &)>;

    OpenRequests(GatewayId gateway, const Clock &clock, Answered answered);

    /** A new link to the gateway; one that still has open requests is kept until they are answered. */
    void connectTo(std::unique_ptr<interfaces::Gateway> link);
    /** It went by the present link: its answer tells how the gateway is with the address and secret of now. */
    [[nodiscard]] bool isOfPresentLink(const OpenRequest &request) const { return request.link == m_linkNumber; }
    [[nodiscard]] bool hasLink() const { return m_link != nullptr; }
    /** Needs a link, as begin() does. */
    [[nodiscard]] bool recognisesRepeats() const { return m_link->recognisesRepeats(); }

    /** @param timeout  of the profile; the request is cut at its mailing's end all the same */
    void begin(OpenRequest request, Milliseconds timeout);
    /**
     * Takes back what has not left yet, as while connections are made: it will not go out.
     * @param mailing  only of this one
     */
    [[nodiscard]] std::vector<OpenRequest> withdraw(std::optional<MailingId> mailing = std::nullopt);
    /** A mailing ends at another time. */
    void setEnd(MailingId mailing, Instant endAt);
    /** Cuts what is open of mailings that have ended, and lets go of links that nothing is open on any more. */
    void cutEnded();
    [[nodiscard]] int count() const { return int(m_open.size()); }
    /** Of all requests that have ended. */
    [[nodiscard]] const QMap<domain::AnswerKind, qint64> &answers() const { return m_answers; }
    [[nodiscard]] const Histogram &times() const { return m_times; }

private:
    void end(qint64 requestId, const interfaces::GatewayAnswer &answer);
    void log(const OpenRequest &request, const interfaces::GatewayAnswer &answer) const;

    const GatewayId m_gateway;
    const Clock &m_clock;
    const Answered m_answered;
    QMap<domain::AnswerKind, qint64> m_answers;
    Histogram m_times = requestTimes();
    QHash<qint64, OpenRequest> m_open;
    std::unique_ptr<interfaces::Gateway> m_link;
    int m_linkNumber = 0;
    std::vector<std::unique_ptr<interfaces::Gateway>> m_retiring;
};

} // namespace core::dispatch
