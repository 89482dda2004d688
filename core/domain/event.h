// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One entry of the history: who did what to what, and what it was before.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/phonenumber.h"

#include <QString>

namespace core::domain {

struct Event
{
    EventId id;
    Instant at{};
    QString actor;  ///< Actor::label
    QString action; ///< "mailing.pause", "client.edit"
    MailingId mailing;
    ClientId client;
    MessageId message;
    QString before; ///< JSON or a short text; empty: nothing
    QString after;
    QString mailingName;     ///< as it is now; only when read from a repository
    PhoneNumber clientPhone; ///< the same; invalid once the client is deleted

    bool operator==(const Event &) const = default;
};

/** Who and what as logfmt, without before and after: those may hold texts and phones, and stay in the database. */
[[nodiscard]] QString logLine(const Event &event);

} // namespace core::domain
