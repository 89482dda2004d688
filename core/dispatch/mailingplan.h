// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the dispatcher has to know of a running mailing, and the messages of it that are in its hands.
 */
#pragma once

#include "core/base/moment.h"
#include "core/dispatch/openinghours.h"
#include "core/dispatch/ratelimiter.h"
#include "core/domain/mailing.h"
#include "core/domain/messagetemplate.h"
#include "core/interfaces/messagerepository.h"

#include <deque>
#include <memory>

namespace core::dispatch {

/** A running mailing as it was last read. Thread: any (value). */
struct MailingPlan
{
    MailingId id;
    domain::MessageTemplate text;
    int textVersion = 0;
    bool goesOutAsWritten = false; ///< without fields and doubled braces: the stored version tells what was sent
    std::optional<domain::SendWindow> window;
    Instant endAt{};
    GatewayId gateway;
    std::optional<double> rate;
    domain::Priority priority = domain::Priority::Normal;
};

/** A claimed message with the text it will carry. */
struct PreparedMessage
{
    interfaces::ClaimedMessage claimed; ///< without attributes, operator code and firm text
    QString text;
    int segments = 0;
    Instant leaseUntil{};
    Moment markedAt; ///< committed as sending then; what is older is looked at again before it goes out
};

/** The messages of one mailing on their way through one gateway. Thread: dispatch. */
struct MailingFlow
{
    qint64 number = 0; ///< no other flow of this lane had it, of the same mailing neither
    MailingPlan plan;
    OpeningHours hours;
    std::shared_ptr<RateLimiter> limiter; ///< shared with flows of the mailing through other gateways
    std::deque<PreparedMessage> claimed;  ///< leased, still pending in the database
    std::deque<PreparedMessage> ready;    ///< committed as sending, not begun
    int claiming = 0;                     ///< how many are being claimed; 0: no claim is under way
    bool claimsAtOnce = false;            ///< what is being claimed is sending when it comes
    Ticks nextClaimAt{};                  ///< nothing is due before

    [[nodiscard]] std::size_t inHand() const { return claimed.size() + ready.size(); }
};

} // namespace core::dispatch
