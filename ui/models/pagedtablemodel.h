// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every table over the database has in common: how far it is loaded, how many rows there are, what went wrong.
 *
 * The rows themselves are in PagedRows<Row>, which loads them; views and pages know only this class.
 */
#pragma once

#include "core/base/error.h"

#include <QAbstractTableModel>
#include <QString>
#include <span>

namespace ui::models {

/**
 * Promises:
 *  - Rows come by key, a page at a time, as the view scrolls (fetchMore); the window's thread never waits.
 *  - An answer to an earlier question (other filter, other order) is dropped.
 *  - refresh() keeps rows that are still there in place: selection and scroll position stay.
 *
 * Thread: main.
 */
class PagedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /** What is known about the number of rows. */
    enum class Count {
        Unknown,  ///< nothing answered yet
        Partial,  ///< so many are loaded, there are more, nobody has counted
        Complete, ///< total() is the number
    };

    enum Role {
        IdRole = Qt::UserRole, ///< qint64: id of the row
        ChipsRole,             ///< QStringList: painted as chips
        StatusRole,            ///< int of MessageStatus: a dot in its colour before the text
        DimRole,               ///< bool: less important text
        ProblemRole,           ///< bool: text about, or with, something wrong
        CountsRole,            ///< StatusCounts: a stacked bar
        LinkRole,              ///< bool: a click on it leads to what it names
        ColumnKeyRole,         ///< of a header: QString that names the column in the settings
        SortableRole,          ///< of a header: bool, a click sorts by it
        HiddenAtFirstRole,     ///< of a header: bool, shown only when chosen
    };

    /** What a table says of one of its columns, in a constant array in the order of the columns. */
    struct ColumnDoc
    {
        const char *key;              ///< names it in the settings
        const char *heading;          ///< to be translated in the context of the model's class
        int width;                    ///< at first
        const char *sortBy = nullptr; ///< as the repository names it; nullptr: a click does not sort
        bool atRight = false;         ///< numbers
        bool hiddenAtFirst = false;
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] Count countState() const { return m_countState; }
    [[nodiscard]] qint64 total() const { return m_total; } ///< meaningful when Complete
    [[nodiscard]] bool isLoading() const { return m_loading; }

    /** Forgets the rows and asks anew, for instance after a change of the filter. */
    virtual void reload() = 0;
    /** Reads the loaded rows again; call it as often as the change feed speaks: it spaces itself out. */
    virtual void refresh() = 0;
    [[nodiscard]] virtual int rowOf(qint64 id) const = 0; ///< -1: not loaded

Q_SIGNALS:
    void loadingChanged(bool loading);
    void countChanged();
    void failed(const core::Error &error); ///< rows shown so far stay
    void loaded();                         ///< a page, or a refresh, has come

protected:
    [[nodiscard]] virtual std::span<const ColumnDoc> columnDocs() const = 0;
    /** The answer to Qt::TextAlignmentRole of a cell. */
    [[nodiscard]] QVariant alignmentOf(int column) const;
    /** Order of the rows; blank: by id, newest first. Takes effect with the next reload(). */
    virtual void setOrder(const QString &sortBy, bool descending) = 0;
    void setLoading(bool loading);
    void setCount(Count state, qint64 total);

private:
    Count m_countState = Count::Unknown;
    qint64 m_total = 0;
    bool m_loading = false;
};

} // namespace ui::models
