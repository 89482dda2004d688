// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/mailingtablemodel.h"

#include "core/services/mailingservice.h"
#include "ui/delegates/countsbar.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QTimeZone>

namespace ui::models {

using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::Page;

namespace {

// Indexed by the column.
constexpr PagedTableModel::ColumnDoc columns[MailingTableModel::ColumnCount] = {
    {"name", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Name"), 200, "name"},
    {"state", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "State"), 122},
    {"progress", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Progress"), 100},
    {"done", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Done"), 116, nullptr, true},
    {"rate", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Per second"), 88, nullptr, true},
    {"failed", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Failed"), 80, nullptr, true},
    {"start", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Start"), 110, "start_at"},
    {"end", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "End"), 110},
    {"audience", QT_TRANSLATE_NOOP("ui::models::MailingTableModel", "Audience"), 106},
};

} // namespace

MailingTableModel::MailingTableModel(core::services::MailingService &service, const core::Clock &clock, QObject *parent)
    : PagedRows(parent), m_service(service), m_clock(clock)
{}

void MailingTableModel::setQuery(const core::interfaces::MailingQuery &query)
{
    if (query == m_query && countState() != Count::Unknown)
        return;
    m_query = query;
    reload();
}

std::span<const PagedTableModel::ColumnDoc> MailingTableModel::columnDocs() const
{
    return columns;
}

QString MailingTableModel::text(const MailingRow &row, int column) const
{
    const core::domain::Mailing &mailing = row.mailing;
    const auto when = [this](core::Instant at) {
        return texts::dateTimeText(at, m_clock.now(), QTimeZone::systemTimeZone());
    };
    switch (column) {
    case Name:
        return mailing.name;
    case State:
        return texts::mailingStateText(mailing.state);
    case Progress:
        return delegates::countsInWords(row.counts);
    case Done:
        if (row.counts.total() == 0)
            return QStringLiteral("—");
        return (row.choosing ? tr("%1 of %2 so far") : tr("%1 of %2"))
            .arg(texts::numberText(row.counts.done()), texts::numberText(row.counts.total()));
    case Rate:
        return mailing.state == MailingState::Running && row.rate > 0 ? texts::rateNumberText(row.rate)
                                                                      : QStringLiteral("—");
    case Failed:
        return texts::numberText(row.counts[MessageStatus::Failed] + row.counts[MessageStatus::Undelivered]);
    case Start:
        return mailing.state == MailingState::Draft ? QStringLiteral("—") : when(mailing.startAt);
    case End:
        return when(mailing.endAt);
    default:
        return texts::audienceText(mailing.filter);
    }
}

QVariant MailingTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MailingRow &shown = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(shown, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case IdRole:
        return shown.mailing.id.value;
    case CountsRole:
        return column == Progress ? QVariant::fromValue(shown.counts) : QVariant();
    case DimRole:
        return column == Audience || (column == State && !core::domain::isActive(shown.mailing.state));
    default:
        return {};
    }
}

QFuture<core::Result<Page<MailingRow>>> MailingTableModel::load(const core::domain::PageRequest &request)
{
    return m_service.page(m_query, request)
        .then([](const core::Result<Page<core::domain::MailingSummary>> &page) -> core::Result<Page<MailingRow>> {
            if (!page)
                return core::Failure(page.error());
            Page<MailingRow> rows;
            rows.next = page->next;
            for (const core::domain::MailingSummary &summary : page->rows)
                rows.rows.append(MailingRow{summary});
            return rows;
        });
}

QFuture<core::Result<qint64>> MailingTableModel::loadCount()
{
    return m_service.count(m_query);
}

} // namespace ui::models
