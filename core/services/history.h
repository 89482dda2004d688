// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How services write the history: one event an action, with what differs before and after.
 *
 * Only for services; within the transaction of the change itself, so that neither is ever there without the other.
 */
#pragma once

#include "core/domain/event.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"

#include <QJsonObject>

namespace core::services {

/** What an event is about; the rest stays invalid. */
struct EventSubject
{
    MailingId mailing = {};
    ClientId client = {};
    MessageId message = {};
    GatewayId gateway = {}; ///< stands in the log; in the history before and after name it
};

/** Before and after as stored in an event. */
struct Difference
{
    QString before;
    QString after;
};

/**
 * The members that are not equal, as compact JSON objects; both texts are empty if nothing differs.
 * @param naming  members that stand there in any case: they tell what it is about
 */
[[nodiscard]] Difference difference(const QJsonObject &before, const QJsonObject &after, const QStringList &naming = {});

/** Appends an event at `now` on behalf of `actor`, and tells the log that it did (not what differs). */
Status record(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now, const char *action,
              const EventSubject &subject, const Difference &difference);

} // namespace core::services
