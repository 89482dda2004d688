// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/pagedtablemodel.h"

#include <QCoreApplication>
#include <QSize>

namespace ui::models {

int PagedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columnDocs().size());
}

QVariant PagedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const std::span<const ColumnDoc> docs = columnDocs();
    if (orientation != Qt::Horizontal || section < 0 || section >= static_cast<int>(docs.size()))
        return {};
    const ColumnDoc &doc = docs[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate(metaObject()->className(), doc.heading);
    case Qt::SizeHintRole:
        return QSize(doc.width, 0);
    case Qt::TextAlignmentRole:
        return alignmentOf(section);
    case ColumnKeyRole:
        return QString::fromLatin1(doc.key);
    case SortableRole:
        return doc.sortBy != nullptr;
    case HiddenAtFirstRole:
        return doc.hiddenAtFirst;
    default:
        return {};
    }
}

QVariant PagedTableModel::alignmentOf(int column) const
{
    const std::span<const ColumnDoc> docs = columnDocs();
    const bool atRight = column < static_cast<int>(docs.size()) && docs[static_cast<std::size_t>(column)].atRight;
    return atRight ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
}

void PagedTableModel::sort(int column, Qt::SortOrder order)
{
    const std::span<const ColumnDoc> docs = columnDocs();
    if (column < 0 || column >= static_cast<int>(docs.size()))
        return;
    if (const char *sortBy = docs[static_cast<std::size_t>(column)].sortBy) {
        setOrder(QString::fromLatin1(sortBy), order == Qt::DescendingOrder);
        reload();
    }
}

void PagedTableModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

void PagedTableModel::setCount(Count state, qint64 total)
{
    if (m_countState == state && m_total == total)
        return;
    m_countState = state;
    m_total = total;
    Q_EMIT countChanged();
}

} // namespace ui::models
