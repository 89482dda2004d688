// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a gateway's answer means for the message: the retry table of the specification, as one pure function.
 *
 * Knows nothing of the breaker or of the database; core/dispatch/sendlane applies what comes out.
 */
#pragma once

#include "core/dispatch/retrypolicy.h"
#include "core/interfaces/gateway.h"
#include "core/interfaces/messagerepository.h"

namespace core::dispatch {

/** The circumstances of one answered attempt. */
struct AnsweredAttempt
{
    MessageId message;
    MailingId mailing;
    qint64 requestId = 0;
    int number = 1;     ///< of this attempt, from 1
    bool firm = false;  ///< an earlier attempt had no trustworthy answer
    bool probe = false; ///< sent while the breaker was open: uses up no attempt
    bool recognisesRepeats = true;
    Instant answeredAt{};
    Instant deadline{}; ///< end of the mailing
    double draw = 0.5;  ///< random number in [0, 1)
};

/** Of a message that was committed as sending and did not begin: pending and as due as before, and no attempt used. */
[[nodiscard]] interfaces::MessageOutcome notBegun(const interfaces::ClaimedMessage &message, Instant now);

inline constexpr std::chrono::minutes longestThrottle{15};

/** How long a gateway that throttles is left alone: as it asks, from 1 s (also if it names no time) to longestThrottle. */
[[nodiscard]] Milliseconds throttlePause(const interfaces::GatewayAnswer &answer);

[[nodiscard]] interfaces::MessageOutcome outcomeOf(const AnsweredAttempt &attempt, const interfaces::GatewayAnswer &answer,
                                                   const RetryPolicy &policy);

} // namespace core::dispatch
