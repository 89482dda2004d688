// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of the history.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/page.h"

#include <QStringList>
#include <optional>

namespace core::interfaces {

/** What an event must fit; a member that is blank fits all. */
struct EventQuery
{
    MailingId mailing;
    ClientId client;
    MessageId message;
    QString actionPrefix;              ///< for instance "gateway."
    QString actor = {};                ///< Actor::label, exactly
    std::optional<Instant> since = {}; ///< then or later
    std::optional<Instant> until = {}; ///< before

    /** Lists are in the order of time then, else in that of ids; they differ where a clock was set back. */
    [[nodiscard]] bool isTimed() const { return since || until; }

    bool operator==(const EventQuery &) const = default;
};

class EventLog
{
public:
    virtual ~EventLog() = default;

    virtual Status append(const domain::Event &event) = 0;
    /** Newest first. */
    virtual Result<domain::Page<domain::Event>> page(const EventQuery &query, const domain::PageRequest &request) = 0;
    virtual Result<qint64> count(const EventQuery &query) = 0;
    /** Each label that ever acted, once, in the order of their characters; costs as much as there are labels. */
    virtual Result<QStringList> actors() = 0;
    /** The client that was deleted last with this phone; an invalid id: nobody was. */
    virtual Result<ClientId> deletedClient(domain::PhoneNumber phone) = 0;
};

} // namespace core::interfaces
