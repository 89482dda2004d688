// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableview.h"

#include "core/settings/desktopsettings.h"
#include "ui/delegates/celldelegate.h"
#include "ui/models/pagedtablemodel.h"
#include "ui/theme/theme.h"

#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace ui::tables {

namespace {

using Role = models::PagedTableModel::Role;

using ColumnState = std::pair<int, bool>; ///< width in pixels, hidden

constexpr quint8 columnsFormat = 1;

} // namespace

TableView::TableView(const QString &objectName, core::settings::DesktopSettings &settings, QWidget *parent)
    : QTableView(parent), m_settings(settings)
{
    setObjectName(objectName);
    setProperty("kind", QStringLiteral("card"));
    setItemDelegate(new delegates::CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    verticalHeader()->setMinimumSectionSize(theme::rowHeight);
    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(false); // stretchLastShown() does it, for the last one that is shown
    header->setFixedHeight(theme::rowHeight);
    header->setMinimumSectionSize(48);
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, &TableView::sortBy);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!index.data(Role::LinkRole).toBool()) // the first of the two clicks was enough there
            Q_EMIT opened(index.data(Role::IdRole).toLongLong());
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const bool chooses = QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (index.data(Role::LinkRole).toBool() && !chooses)
            Q_EMIT linkClicked(index.data(Role::IdRole).toLongLong());
    });
    connect(this, &QAbstractItemView::entered, this, [this](const QModelIndex &index) {
        viewport()->setCursor(index.data(Role::LinkRole).toBool() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    connect(this, &QAbstractItemView::viewportEntered, this, [this] { viewport()->unsetCursor(); });
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableView::selectionMoved);
    connect(model, &QAbstractItemModel::columnsInserted, this, &TableView::restoreColumns);
    if (auto *paged = qobject_cast<models::PagedTableModel *>(model))
        connect(paged, &models::PagedTableModel::loaded, this, &TableView::fetchIfShort);
    restoreColumns();
}

void TableView::sortBy(int column)
{
    if (!model()->headerData(column, Qt::Horizontal, Role::SortableRole).toBool())
        return;
    // Kept here, because the header turns its own arrow round before it tells of the click.
    const bool again = m_sortColumn == column && m_sortOrder == Qt::AscendingOrder;
    m_sortColumn = column;
    m_sortOrder = again ? Qt::DescendingOrder : Qt::AscendingOrder;
    QHeaderView *header = horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, m_sortOrder);
    model()->sort(column, m_sortOrder);
}

QList<qint64> TableView::selectedIds() const
{
    QList<qint64> ids;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : rows)
        ids << row.data(Role::IdRole).toLongLong();
    return ids;
}

void TableView::selectId(qint64 id)
{
    const auto *paged = qobject_cast<models::PagedTableModel *>(model());
    const int row = paged ? paged->rowOf(id) : -1;
    if (row >= 0) {
        selectRow(row);
        scrollTo(model()->index(row, 0));
    }
}

void TableView::fillColumnMenu(QMenu *menu)
{
    for (int column = 1; column < model()->columnCount(); ++column) { // the first one names the row and stays
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 60)
                setColumnWidth(column, 120);
            stretchLastShown();
            saveColumns();
        });
    }
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().data(Role::IdRole).toLongLong());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::hideEvent(QHideEvent *event)
{
    if (model())
        saveColumns();
    QTableView::hideEvent(event);
}

QString TableView::columnKey(int column) const
{
    return model()->headerData(column, Qt::Horizontal, Role::ColumnKeyRole).toString();
}

void TableView::restoreColumns()
{
    QDataStream stream(m_settings.columns(objectName()));
    quint8 format = 0;
    QMap<QString, ColumnState> states;
    stream >> format;
    if (format == columnsFormat)
        stream >> states;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const auto state = states.constFind(columnKey(column));
        if (state != states.constEnd()) {
            setColumnHidden(column, state->second);
            if (state->first > 0)
                setColumnWidth(column, state->first);
            continue;
        }
        setColumnHidden(column, model()->headerData(column, Qt::Horizontal, Role::HiddenAtFirstRole).toBool());
        const QVariant hint = model()->headerData(column, Qt::Horizontal, Qt::SizeHintRole);
        setColumnWidth(column, hint.isValid() ? hint.toSize().width() : 120);
    }
    stretchLastShown();
}

void TableView::stretchLastShown()
{
    bool isLast = true;
    for (int column = model()->columnCount() - 1; column >= 0; --column) {
        const bool stretches = isLast && !isColumnHidden(column);
        horizontalHeader()->setSectionResizeMode(column, stretches ? QHeaderView::Stretch : QHeaderView::Interactive);
        isLast = isLast && !stretches;
    }
}

void TableView::saveColumns()
{
    QMap<QString, ColumnState> states;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const bool stretches = horizontalHeader()->sectionResizeMode(column) == QHeaderView::Stretch;
        states.insert(columnKey(column), {stretches ? 0 : columnWidth(column), isColumnHidden(column)});
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << columnsFormat << states;
    // That a width could not be remembered is not worth a word to the person.
    (void)m_settings.setColumns(objectName(), bytes);
}

void TableView::fetchIfShort()
{
    // The view asks for more only when it is scrolled; a short page would leave it standing.
    if (!isVisible())
        return;
    updateGeometries();
    if (verticalScrollBar()->value() == verticalScrollBar()->maximum() && model()->canFetchMore({}))
        model()->fetchMore({});
}

} // namespace ui::tables
