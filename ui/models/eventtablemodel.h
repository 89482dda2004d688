// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The history as a table.
 */
#pragma once

#include "core/base/clock.h"
#include "core/interfaces/eventlog.h"
#include "ui/models/pagedrows.h"

namespace core::services {
class HistoryService;
}

namespace ui::models {

/** Newest first. Thread: main. */
class EventTableModel : public PagedRows<core::domain::Event>
{
    Q_OBJECT

public:
    enum Column { Time, Actor, Action, About, Difference, ColumnCount };

    EventTableModel(core::services::HistoryService &service, const core::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const core::interfaces::EventQuery &query() const { return m_query; }
    /** Reloads, unless nothing differs. */
    void setQuery(const core::interfaces::EventQuery &query);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] std::span<const ColumnDoc> columnDocs() const override;
    [[nodiscard]] QFuture<core::Result<core::domain::Page<core::domain::Event>>> load(
        const core::domain::PageRequest &request) override;
    [[nodiscard]] QFuture<core::Result<qint64>> loadCount() override;
    [[nodiscard]] qint64 idOf(const core::domain::Event &event) const override { return event.id.value; }

private:
    [[nodiscard]] QString text(const core::domain::Event &event, int column) const;

    core::services::HistoryService &m_service;
    const core::Clock &m_clock;
    core::interfaces::EventQuery m_query;
};

/** Whether what it is about is still there to be shown. */
[[nodiscard]] bool leadsSomewhere(const core::domain::Event &event);

} // namespace ui::models
