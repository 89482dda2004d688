// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A message: one mailing × one client; its statuses and which may follow which.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/phonenumber.h"

#include <QList>
#include <QString>
#include <array>
#include <optional>

namespace core::domain {

/** The numbers are stored: never renumber. */
enum class MessageStatus : quint8 {
    Pending = 0,
    Sending = 1,
    Sent = 2,
    Delivered = 3,
    Undelivered = 4,
    Failed = 5,
    Expired = 6,
    Cancelled = 7,
    OptedOut = 8,
    Unknown = 9,
};

inline constexpr std::array allMessageStatuses{MessageStatus::Pending,   MessageStatus::Sending,     MessageStatus::Sent,
                                               MessageStatus::Delivered, MessageStatus::Undelivered, MessageStatus::Failed,
                                               MessageStatus::Expired,   MessageStatus::Cancelled,   MessageStatus::OptedOut,
                                               MessageStatus::Unknown};

/** What an answer of a gateway, or its absence, means. The numbers are stored: never renumber. */
enum class AnswerKind : quint8 {
    Accepted = 0,
    Refused = 1,       ///< 2xx, readable, says no: retry
    BadAnswer = 2,     ///< 2xx, unreadable or over 64 KiB
    Timeout = 3,       ///< no answer in time, or cut after the request was written
    Transient = 4,     ///< 408, 425, 5xx, DNS, refused, reset before the request was written
    Throttled = 5,     ///< 429, or 503 with Retry-After
    Rejected = 6,      ///< this message will never be accepted
    RefusedUs = 7,     ///< 401, 402, 403: the gateway wants other credentials
    Misconfigured = 8, ///< 404, 405, 415, redirect, TLS failure
    Template = 9,      ///< never went out: a field without fallback is missing
    GatewayGone = 10,  ///< never repeated: the gateway of its first request was removed
    Interrupted = 11,  ///< the program ended while the request was open
};

/** One attempt that was not accepted at once. */
struct Attempt
{
    int number = 0; ///< 1 = first
    Instant at{};
    AnswerKind kind = AnswerKind::Accepted;
    int httpStatus = 0; ///< 0: there was no HTTP answer
    QString answer;     ///< first 500 characters

    bool operator==(const Attempt &) const = default;
};

/** The last thing that went wrong with a message. */
struct MessageError
{
    AnswerKind kind = AnswerKind::Refused;
    int httpStatus = 0;
    QString answer; ///< first 500 characters of the last answer, or the name of the missing field

    bool operator==(const MessageError &) const = default;
};

struct Message
{
    MessageId id;
    MailingId mailing;
    ClientId client; ///< invalid once the client is deleted
    PhoneNumber phone;
    MessageStatus status = MessageStatus::Pending;
    int attempts = 0;
    int segments = 0; ///< SMS parts of the rendered text; 0 until rendered
    Instant createdAt{};
    std::optional<Instant> sentAt;
    std::optional<Instant> deliveredAt;
    std::optional<Instant> endedAt; ///< when it came to its status, if that is final
    std::optional<Instant> nextAttemptAt;
    std::optional<MessageError> error;
    QString gatewayMessageId;
    QString clientName;  ///< the attribute `name` as it is now, for lists
    QString mailingName; ///< as it is now, for lists

    bool operator==(const Message &) const = default;
};

inline constexpr int maxKeptAnswer = 500;
/** What is due later than this waits for its window to open, not for its next attempt. */
inline constexpr Milliseconds longestRetryPause = std::chrono::minutes{15};

[[nodiscard]] bool isFinal(MessageStatus status); ///< everything but pending and sending; `sent` included
[[nodiscard]] bool mayFollow(MessageStatus from, MessageStatus to);

/** Names as in the specification: "opted_out", "bad_answer". */
[[nodiscard]] QString toText(MessageStatus status);
[[nodiscard]] QString toText(AnswerKind kind);
[[nodiscard]] std::optional<MessageStatus> messageStatusFromText(const QString &text);
/** "HTTP 500", else the kind's name: what statistics group errors by. */
[[nodiscard]] QString errorLabel(AnswerKind kind, int httpStatus);

} // namespace core::domain
