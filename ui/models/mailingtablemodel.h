// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Mailings as a table, with their progress.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/statistics.h"
#include "core/interfaces/mailingrepository.h"
#include "ui/models/pagedrows.h"

namespace core::services {
class MailingService;
}

namespace ui::models {

/** A summary that can be compared, so that a refresh repaints only what changed. */
struct MailingRow : core::domain::MailingSummary
{
    bool operator==(const MailingRow &other) const
    {
        return mailing == other.mailing && counts == other.counts && rate == other.rate && choosing == other.choosing;
    }
};

/** Newest first, or by name or start. Thread: main. */
class MailingTableModel : public PagedRows<MailingRow>
{
    Q_OBJECT

public:
    enum Column { Name, State, Progress, Done, Rate, Failed, Start, End, Audience, ColumnCount };

    MailingTableModel(core::services::MailingService &service, const core::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const core::interfaces::MailingQuery &query() const { return m_query; }
    /** Reloads, unless nothing differs. */
    void setQuery(const core::interfaces::MailingQuery &query);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] std::span<const ColumnDoc> columnDocs() const override;
    [[nodiscard]] QFuture<core::Result<core::domain::Page<MailingRow>>> load(
        const core::domain::PageRequest &request) override;
    [[nodiscard]] QFuture<core::Result<qint64>> loadCount() override;
    [[nodiscard]] qint64 idOf(const MailingRow &row) const override { return row.mailing.id.value; }

private:
    [[nodiscard]] QString text(const MailingRow &row, int column) const;

    core::services::MailingService &m_service;
    const core::Clock &m_clock;
    core::interfaces::MailingQuery m_query;
};

} // namespace ui::models
