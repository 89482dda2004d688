// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The table of every page: rows of 31 px, thin lines, a column chooser, columns that are remembered.
 */
#pragma once

#include <QTableView>

namespace core::settings {
class DesktopSettings;
}

namespace ui::tables {

/**
 * Whole rows are selected. Widths and hidden columns are kept under the objectName in the settings, by the models' column
 * keys, so that a new column does not shift the others. A click on a sortable header goes to the model's sort(). Thread:
 * main.
 */
class TableView : public QTableView
{
    Q_OBJECT

public:
    TableView(const QString &objectName, core::settings::DesktopSettings &settings, QWidget *parent = nullptr);

    /** With the column chooser on the header, which takes effect for the models of PagedTableModel. */
    void setModel(QAbstractItemModel *model) override;

    /** Ids of the selected rows, in the order of the rows. */
    [[nodiscard]] QList<qint64> selectedIds() const;
    void selectId(qint64 id); ///< if it is loaded

    /** The entries of the column chooser, to put into a page's own menu as well. */
    void fillColumnMenu(QMenu *menu);

Q_SIGNALS:
    void selectionMoved();  ///< rows were selected or deselected
    void opened(qint64 id); ///< Enter or double click
    void linkClicked(qint64 id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void sortBy(int column);
    void restoreColumns();
    void stretchLastShown();
    void saveColumns();
    void fetchIfShort();
    [[nodiscard]] QString columnKey(int column) const;

    core::settings::DesktopSettings &m_settings;
    int m_sortColumn = -1; ///< none
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace ui::tables
