// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/eventtablemodel.h"

#include "core/services/historyservice.h"
#include "ui/texts/eventtext.h"
#include "ui/texts/numbertext.h"

#include <QTimeZone>

namespace ui::models {

using core::domain::Event;

namespace {

// Indexed by the column.
constexpr PagedTableModel::ColumnDoc columns[EventTableModel::ColumnCount] = {
    {"time", QT_TRANSLATE_NOOP("ui::models::EventTableModel", "Time"), 104},
    {"actor", QT_TRANSLATE_NOOP("ui::models::EventTableModel", "Who"), 150},
    {"action", QT_TRANSLATE_NOOP("ui::models::EventTableModel", "What"), 170},
    {"about", QT_TRANSLATE_NOOP("ui::models::EventTableModel", "About"), 160},
    {"difference", QT_TRANSLATE_NOOP("ui::models::EventTableModel", "Before → after"), 320},
};

} // namespace

bool leadsSomewhere(const Event &event)
{
    return !event.mailingName.isEmpty() || event.clientPhone.isValid();
}

EventTableModel::EventTableModel(core::services::HistoryService &service, const core::Clock &clock, QObject *parent)
    : PagedRows(parent), m_service(service), m_clock(clock)
{}

void EventTableModel::setQuery(const core::interfaces::EventQuery &query)
{
    if (query == m_query && countState() != Count::Unknown)
        return;
    m_query = query;
    reload();
}

std::span<const PagedTableModel::ColumnDoc> EventTableModel::columnDocs() const
{
    return columns;
}

QString EventTableModel::text(const Event &event, int column) const
{
    switch (column) {
    case Time:
        return texts::dateTimeText(event.at, m_clock.now(), QTimeZone::systemTimeZone());
    case Actor:
        return texts::eventActorText(event.actor);
    case Action:
        return texts::eventActionText(event.action);
    case About:
        return texts::eventAboutText(event);
    case Difference:
        return texts::eventDifferenceLines(event, m_clock.now()).join(QStringLiteral("; ")).simplified();
    default:
        return {};
    }
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(event, column);
    case Qt::ToolTipRole:
        return column == About || column == Actor ? text(event, column) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case IdRole:
        return event.id.value;
    case LinkRole:
        return column == About && leadsSomewhere(event);
    case DimRole:
        return column == Difference;
    default:
        return {};
    }
}

QFuture<core::Result<core::domain::Page<Event>>> EventTableModel::load(const core::domain::PageRequest &request)
{
    return m_service.page(m_query, request);
}

QFuture<core::Result<qint64>> EventTableModel::loadCount()
{
    return m_service.count(m_query);
}

} // namespace ui::models
