// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One entry of the history: who did what to what, and what it was before.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

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
};

} // namespace core::domain
