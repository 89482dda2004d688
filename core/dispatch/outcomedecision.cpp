// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/outcomedecision.h"

#include "core/domain/textrules.h"

#include <algorithm>

namespace core::dispatch {

using domain::AnswerKind;
using domain::MessageStatus;
using interfaces::GatewayAnswer;
using interfaces::MessageOutcome;

namespace {

constexpr Milliseconds shortestThrottle = std::chrono::seconds{1};

/** No trustworthy answer: the gateway may have accepted the message. */
bool isUntrustworthy(AnswerKind kind)
{
    return kind == AnswerKind::Timeout || kind == AnswerKind::BadAnswer || kind == AnswerKind::Interrupted;
}

void waitUntil(MessageOutcome &outcome, Instant at)
{
    outcome.status = MessageStatus::Pending;
    outcome.nextAttemptAt = at;
}

void retryOrEnd(MessageOutcome &outcome, const AnsweredAttempt &attempt, const GatewayAnswer &answer,
                const RetryPolicy &policy)
{
    if (outcome.firm && !attempt.recognisesRepeats) {
        outcome.status = MessageStatus::Unknown;
        return;
    }
    // A probe tells about the gateway, not about the message: it is put back as if it had not been tried.
    outcome.attemptCounts = !attempt.probe;
    if (!attempt.probe && policy.isLast(attempt.number)) {
        outcome.status = outcome.firm ? MessageStatus::Unknown : MessageStatus::Failed;
        return;
    }
    const int number = attempt.probe ? 1 : attempt.number;
    const auto next = policy.nextAttempt(number, attempt.answeredAt, answer.retryAfter, attempt.deadline, attempt.draw);
    // Too late for another attempt: it waits, and expires with the others unless somebody gives them more time.
    waitUntil(outcome, next.value_or(attempt.deadline));
}

} // namespace

MessageOutcome notBegun(const interfaces::ClaimedMessage &message, Instant now)
{
    MessageOutcome outcome;
    outcome.id = message.id;
    outcome.at = now;
    outcome.attemptCounts = false;
    outcome.firm = message.firm;
    return outcome;
}

Milliseconds throttlePause(const GatewayAnswer &answer)
{
    return std::clamp<Milliseconds>(answer.retryAfter.value_or(shortestThrottle), shortestThrottle, longestThrottle);
}

MessageOutcome outcomeOf(const AnsweredAttempt &attempt, const GatewayAnswer &answer, const RetryPolicy &policy)
{
    MessageOutcome outcome;
    outcome.id = attempt.message;
    if (attempt.number == 1 && !attempt.firm)
        outcome.firstOf = attempt.mailing;
    outcome.requestId = attempt.requestId;
    outcome.at = attempt.answeredAt;
    outcome.gatewayMessageId = answer.gatewayMessageId;
    outcome.firm = attempt.firm || isUntrustworthy(answer.kind);
    if (answer.kind == AnswerKind::Accepted) {
        outcome.status = MessageStatus::Sent;
        return outcome;
    }

    const QString text = domain::cutTo(answer.text, domain::maxKeptAnswer);
    outcome.attempt = domain::Attempt{attempt.number, attempt.answeredAt, answer.kind, answer.httpStatus, text};
    outcome.error = domain::MessageError{answer.kind, answer.httpStatus, text};
    switch (answer.kind) {
    case AnswerKind::Throttled:
        outcome.attemptCounts = false;
        waitUntil(outcome, attempt.answeredAt + throttlePause(answer));
        break;
    case AnswerKind::RefusedUs:
    case AnswerKind::Misconfigured:
        outcome.attemptCounts = false;
        waitUntil(outcome, attempt.answeredAt);
        break;
    case AnswerKind::Rejected:
    case AnswerKind::Template:
        // An earlier attempt without a trustworthy answer may have been accepted all the same.
        outcome.status = outcome.firm ? MessageStatus::Unknown : MessageStatus::Failed;
        break;
    case AnswerKind::GatewayGone:
        outcome.status = MessageStatus::Unknown;
        break;
    default:
        retryOrEnd(outcome, attempt, answer, policy);
    }
    return outcome;
}

} // namespace core::dispatch
