// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Looking at the history: lists of events, who acted, and what differs in one event, field by field.
 *
 * Events are written by core/services/history and the dispatcher.
 */
#pragma once

#include "core/interfaces/eventlog.h"
#include "core/interfaces/executor.h"

#include <optional>

namespace core::services {

/** One member of what an event tells; nested ones with dots: "filter.tags", "retry.max_attempts". */
struct EventField
{
    QString name;                  ///< blank: the event holds a text and no members
    std::optional<QString> before; ///< nothing: not there, or null
    std::optional<QString> after;

    [[nodiscard]] bool differs() const { return before != after; }
    bool operator==(const EventField &) const = default;
};

/**
 * Both sides of an event next to each other, in the order of the names; lists with commas, times as ISO 8601. Those that
 * do not differ tell what the event is about.
 */
[[nodiscard]] QList<EventField> eventFields(const domain::Event &event);

/** Thread: any. Holds nothing but a reference. */
class HistoryService
{
public:
    explicit HistoryService(interfaces::Executor &executor);

    QFuture<Result<domain::Page<domain::Event>>> page(const interfaces::EventQuery &query,
                                                      const domain::PageRequest &request);
    QFuture<Result<qint64>> count(const interfaces::EventQuery &query);
    /** Each label that ever acted, once. */
    QFuture<Result<QStringList>> actors();
    /**
     * The client with this phone, or who had it when it was deleted.
     * Errors: InvalidInput phone:…, NotFound client.unknown_phone (phone).
     */
    QFuture<Result<ClientId>> clientWithPhone(const QString &phone);

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
