// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/message.h"

#include <algorithm>

namespace core::domain {

namespace {

// In the order of the enumerations.
constexpr std::array statusNames{"pending", "sending", "sent",      "delivered", "undelivered",
                                 "failed",  "expired", "cancelled", "opted_out", "unknown"};
constexpr std::array answerNames{"accepted", "refused",    "bad_answer",    "timeout",  "transient",    "throttled",
                                 "rejected", "refused_us", "misconfigured", "template", "gateway_gone", "interrupted"};
static_assert(statusNames.size() == allMessageStatuses.size());

constexpr unsigned bit(MessageStatus status)
{
    return 1U << static_cast<unsigned>(status);
}

using enum MessageStatus;

// What a delivery report can say, also of a message whose own answer was never read.
constexpr unsigned reported = bit(Sent) | bit(Delivered) | bit(Undelivered);
constexpr unsigned givenUp = bit(Failed) | bit(Expired) | bit(Cancelled) | bit(OptedOut) | bit(Unknown);

constexpr unsigned followers(MessageStatus from)
{
    switch (from) {
    case Pending:
        return bit(Sending) | reported | givenUp;
    case Sending:
        return bit(Pending) | reported | givenUp;
    case Sent:
        return bit(Delivered) | bit(Undelivered);
    case Unknown:
        return bit(Pending) | reported;
    case Undelivered:
    case Failed:
    case Expired:
    case Cancelled:
        return bit(Pending); // a retry on purpose, or an edit taken back
    case Delivered:
    case OptedOut:
        break;
    }
    return 0;
}

} // namespace

bool isFinal(MessageStatus status)
{
    return status != Pending && status != Sending;
}

bool mayFollow(MessageStatus from, MessageStatus to)
{
    return (followers(from) & bit(to)) != 0;
}

QString toText(MessageStatus status)
{
    return QString::fromLatin1(statusNames.at(static_cast<std::size_t>(status)));
}

QString toText(AnswerKind kind)
{
    return QString::fromLatin1(answerNames.at(static_cast<std::size_t>(kind)));
}

std::optional<MessageStatus> messageStatusFromText(const QString &text)
{
    const auto found = std::find_if(allMessageStatuses.begin(), allMessageStatuses.end(),
                                    [&text](MessageStatus status) { return toText(status) == text; });
    return found == allMessageStatuses.end() ? std::nullopt : std::optional(*found);
}

QString errorLabel(AnswerKind kind, int httpStatus)
{
    return httpStatus > 0 ? QStringLiteral("HTTP %1").arg(httpStatus) : toText(kind);
}

} // namespace core::domain
