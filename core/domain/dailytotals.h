// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What is still known of messages and events that were removed for their age: numbers by day.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/message.h"

#include <QString>
#include <optional>

namespace core::domain {

/** Messages of one mailing that ended on one day and are alike in everything that statistics tell. */
struct MessageTotal
{
    qint64 day = 0;    ///< days since 1970, UTC
    GatewayId gateway; ///< of the last attempt; invalid: they never went out
    MessageStatus status = MessageStatus::Sent;
    QString operatorCode; ///< of the clients, as they were then; blank: they were deleted before
    QString timezone;     ///< the same
    std::optional<AnswerKind> errorKind;
    int errorStatus = 0; ///< HTTP; 0: there was no answer
    qint64 messages = 0;
    qint64 segments = 0;

    bool operator==(const MessageTotal &) const = default;
};

struct EventTotal
{
    qint64 day = 0; ///< days since 1970, UTC
    QString actor;
    QString action;
    qint64 events = 0;

    bool operator==(const EventTotal &) const = default;
};

/** The day, in UTC, that totals put this moment in. */
[[nodiscard]] inline qint64 dayOf(Instant at)
{
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

} // namespace core::domain
