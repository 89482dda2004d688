// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rows of a PagedTableModel: loads them page by page and merges what a refresh brings into what is there.
 *
 * Holds no columns: its children (ClientTableModel, MessageTableModel …) say what a row looks like.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"
#include "ui/async.h"
#include "ui/models/pagedtablemodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <algorithm>

namespace ui::models {

/** @tparam Row  a value with ==. See PagedTableModel for what is promised. */
template <typename Row>
class PagedRows : public PagedTableModel
{
public:
    explicit PagedRows(QObject *parent = nullptr) : PagedTableModel(parent)
    {
        m_refreshTimer.setSingleShot(true);
        QObject::connect(&m_refreshTimer, &QTimer::timeout, this, [this] { beginRefresh(); });
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const Row &row(int index) const { return m_rows[index]; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowOf(qint64 id) const override
    {
        const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return idOf(row) == id; });
        return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_hasMore && !m_fetching && !m_refreshing;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            fetch();
    }

    void reload() override
    {
        ++m_token;
        m_refreshing = false;
        m_refreshTimer.stop();
        if (!m_rows.isEmpty()) {
            beginResetModel();
            m_rows.clear();
            endResetModel();
        }
        m_next.clear();
        m_hasMore = true;
        m_fetching = false;
        setCount(Count::Unknown, 0);
        fetch();
        askCount();
    }

    void refresh() override
    {
        if (m_token == 0) {
            reload();
            return;
        }
        m_refreshWanted = true;
        if (!m_refreshing && !m_refreshTimer.isActive())
            m_refreshTimer.start(m_refreshPause);
    }

protected:
    [[nodiscard]] virtual QFuture<core::Result<core::domain::Page<Row>>> load(const core::domain::PageRequest &request) = 0;
    [[nodiscard]] virtual QFuture<core::Result<qint64>> loadCount() = 0;
    [[nodiscard]] virtual qint64 idOf(const Row &row) const = 0;

    void setOrder(const QString &sortBy, bool descending) override
    {
        m_sortBy = sortBy;
        m_descending = descending;
    }

private:
    static constexpr int firstPage = 100; ///< enough for a screen, quick to read
    static constexpr int furtherPage = 300;
    static constexpr std::chrono::milliseconds shortestPause{400};

    using Rows = QList<Row>;
    using PageOf = core::domain::Page<Row>;

    [[nodiscard]] core::domain::PageRequest request(const QString &after, int limit) const
    {
        return {.after = after, .limit = limit, .sortBy = m_sortBy, .descending = m_descending};
    }

    void fetch()
    {
        m_fetching = true;
        setLoading(true);
        const auto token = m_token;
        whenDone(load(request(m_next, m_rows.isEmpty() ? firstPage : furtherPage)), this,
                 [this, token](const core::Result<PageOf> &page) {
                     if (token != m_token)
                         return;
                     m_fetching = false;
                     setLoading(false);
                     if (page)
                         append(*page);
                     else
                         stopAt(page.error());
                 });
    }

    void append(const PageOf &page)
    {
        m_next = page.next; // first: whoever hears of new rows may ask for more at once
        m_hasMore = !page.next.isEmpty();
        if (!page.rows.isEmpty()) {
            const int first = static_cast<int>(m_rows.size());
            this->beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
            m_rows += page.rows;
            this->endInsertRows();
        }
        settleCount();
        Q_EMIT this->loaded();
    }

    void stopAt(const core::Error &error)
    {
        m_hasMore = false; // asking again is the person's decision: reload()
        Q_EMIT this->failed(error);
    }

    void settleCount()
    {
        if (!m_hasMore)
            setCount(Count::Complete, m_rows.size());
        else if (countState() != Count::Complete || total() < m_rows.size())
            setCount(Count::Partial, m_rows.size());
    }

    void askCount()
    {
        const auto token = m_token;
        whenDone(loadCount(), this, [this, token](const core::Result<qint64> &count) {
            if (token == m_token && count && m_hasMore)
                setCount(Count::Complete, *count);
        });
    }

    // -- refresh: reads all loaded rows again, then merges at once ------------------------------------------------
    void beginRefresh()
    {
        if (m_fetching) { // its rows would be lost in the merge
            m_refreshTimer.start(shortestPause);
            return;
        }
        m_refreshWanted = false;
        m_refreshing = true;
        m_fresh.clear();
        m_refreshTook.start();
        continueRefresh({}, std::max<qsizetype>(m_rows.size(), firstPage), ++m_token);
        askCount();
    }

    void continueRefresh(const QString &after, qsizetype wanted, quint64 token)
    {
        const int limit = static_cast<int>(std::min<qsizetype>(wanted - m_fresh.size(), core::domain::maxPageSize));
        whenDone(load(request(after, limit)), this, [this, wanted, token](const core::Result<PageOf> &page) {
            if (token != m_token)
                return;
            if (!page) {
                m_refreshing = false;
                Q_EMIT this->failed(page.error());
                return;
            }
            m_fresh += page->rows;
            if (!page->next.isEmpty() && m_fresh.size() < wanted)
                continueRefresh(page->next, wanted, token);
            else
                finishRefresh(page->next);
        });
    }

    void finishRefresh(const QString &next)
    {
        m_refreshing = false;
        merge(std::exchange(m_fresh, {}));
        m_next = next;
        m_hasMore = !next.isEmpty();
        settleCount();
        // A long list rests ten times as long as it took to read it.
        m_refreshPause = std::max(shortestPause, std::chrono::milliseconds(10 * m_refreshTook.elapsed()));
        Q_EMIT this->loaded();
        if (m_refreshWanted)
            m_refreshTimer.start(m_refreshPause);
    }

    void merge(const Rows &fresh)
    {
        QHash<qint64, int> place;
        for (int i = 0; i < fresh.size(); ++i)
            place.insert(idOf(fresh[i]), i);
        removeVanished(place);
        reorder(place);
        insertNew(fresh);
        int changedFrom = -1;
        for (int i = 0; i <= fresh.size(); ++i) {
            const bool changed = i < fresh.size() && !(m_rows[i] == fresh[i]);
            if (changed) {
                m_rows[i] = fresh[i];
                if (changedFrom < 0)
                    changedFrom = i;
            } else if (changedFrom >= 0) {
                Q_EMIT this->dataChanged(this->index(changedFrom, 0), this->index(i - 1, this->columnCount() - 1));
                changedFrom = -1;
            }
        }
    }

    void removeVanished(const QHash<qint64, int> &place)
    {
        for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
            if (place.contains(idOf(m_rows[last])))
                continue;
            int first = last;
            while (first > 0 && !place.contains(idOf(m_rows[first - 1])))
                --first;
            this->beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            this->endRemoveRows();
            last = first;
        }
    }

    void reorder(const QHash<qint64, int> &place)
    {
        const auto before = [&](const Row &a, const Row &b) { return place.value(idOf(a)) < place.value(idOf(b)); };
        if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
            return;
        Q_EMIT this->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList old = this->persistentIndexList();
        QList<qint64> ids;
        for (const QModelIndex &index : old)
            ids << idOf(m_rows[index.row()]);
        std::sort(m_rows.begin(), m_rows.end(), before);
        QHash<qint64, int> now;
        for (int i = 0; i < m_rows.size(); ++i)
            now.insert(idOf(m_rows[i]), i);
        QModelIndexList moved;
        for (int i = 0; i < old.size(); ++i)
            moved << this->index(now.value(ids[i]), old[i].column());
        this->changePersistentIndexList(old, moved);
        Q_EMIT this->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void insertNew(const Rows &fresh)
    {
        for (int first = 0; first < fresh.size(); ++first) {
            const auto isOld = [&](int at) { return first < m_rows.size() && idOf(m_rows[first]) == idOf(fresh[at]); };
            if (isOld(first))
                continue;
            int last = first;
            while (last + 1 < fresh.size() && !isOld(last + 1))
                ++last;
            this->beginInsertRows({}, first, last);
            m_rows = m_rows.first(first) + fresh.mid(first, last - first + 1) + m_rows.sliced(first);
            this->endInsertRows();
            first = last;
        }
    }

    Rows m_rows;
    QString m_next;
    QString m_sortBy;
    bool m_descending = true;
    bool m_hasMore = false;
    bool m_fetching = false;
    quint64 m_token = 0; ///< names the question; answers to earlier ones are dropped. 0: nothing asked yet

    Rows m_fresh;
    bool m_refreshing = false;
    bool m_refreshWanted = false;
    QElapsedTimer m_refreshTook;
    QTimer m_refreshTimer;
    std::chrono::milliseconds m_refreshPause = shortestPause;
};

} // namespace ui::models
