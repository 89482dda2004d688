// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/mailingtablemodel.h"

#include "core/services/mailingservice.h"
#include "ui/delegates/countsbar.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QSize>
#include <QTimeZone>

namespace ui::models {

using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::Page;

namespace {

struct ColumnDoc
{
    const char *key;
    int width;
    const char *sortBy; ///< nullptr: not sortable
    bool atRight;
};

// Indexed by the column.
constexpr ColumnDoc columns[MailingTableModel::ColumnCount] = {
    {"name", 200, "name", false},      {"state", 122, nullptr, false}, {"progress", 100, nullptr, false},
    {"done", 116, nullptr, true},      {"rate", 88, nullptr, true},    {"failed", 80, nullptr, true},
    {"start", 110, "start_at", false}, {"end", 110, nullptr, false},   {"audience", 106, nullptr, false}};

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

int MailingTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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
        return tr("%1 of %2").arg(texts::numberText(row.counts.done()), texts::numberText(row.counts.total()));
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
        return columns[column].atRight ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
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

QVariant MailingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::SizeHintRole)
        return QSize(columns[section].width, 0);
    if (role == ColumnKeyRole)
        return QString::fromLatin1(columns[section].key);
    if (role == SortableRole)
        return columns[section].sortBy != nullptr;
    if (role == Qt::TextAlignmentRole && columns[section].atRight)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Progress:
        return tr("Progress");
    case Done:
        return tr("Done");
    case Rate:
        return tr("Per second");
    case Failed:
        return tr("Failed");
    case Start:
        return tr("Start");
    case End:
        return tr("End");
    default:
        return tr("Audience");
    }
}

void MailingTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || !columns[column].sortBy)
        return;
    setOrder(QString::fromLatin1(columns[column].sortBy), order == Qt::DescendingOrder);
    reload();
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
