// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/importpreviewmodel.h"

#include "ui/models/pagedtablemodel.h"
#include "ui/texts/importtext.h"

namespace ui::models {

using core::services::PreviewRow;

void ImportPreviewModel::setPreview(const core::services::ImportPreview &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int ImportPreviewModel::problems() const
{
    return static_cast<int>(std::count_if(m_preview.rows.cbegin(), m_preview.rows.cend(),
                                          [](const PreviewRow &row) { return row.rejected || row.doubleOf > 0; }));
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.header.isEmpty() ? 0 : fileColumns() + 2;
}

QString ImportPreviewModel::problem(const PreviewRow &row) const
{
    if (row.rejected)
        return texts::rejectText(*row.rejected, row.cells.value(row.column));
    if (row.doubleOf > 0)
        return tr("double of line %1").arg(row.doubleOf);
    return {};
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = m_preview.rows[index.row()];
    const int cell = index.column() - 1;
    const bool isLine = cell < 0;
    const bool isProblem = cell == fileColumns();
    switch (role) {
    case Qt::DisplayRole:
        if (isLine)
            return QString::number(row.line);
        return isProblem ? problem(row) : row.cells.value(cell).simplified();
    case Qt::ToolTipRole:
        return isProblem ? problem(row) : QVariant();
    case Qt::TextAlignmentRole:
        return isLine ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case PagedTableModel::DimRole:
        return isLine || isProblem;
    case PagedTableModel::ProblemRole:
        return (row.rejected || row.doubleOf > 0) && cell == row.column && !isLine;
    default:
        return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool isLine = section == 0;
    if (role == Qt::TextAlignmentRole && isLine)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (isLine)
        return tr("line");
    if (section == fileColumns() + 1)
        return tr("problem");
    const QString name = m_preview.header.value(section - 1).simplified();
    return name.isEmpty() ? tr("column %1").arg(section) : name;
}

} // namespace ui::models
