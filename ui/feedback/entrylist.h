// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A short list inside a card: what each entry is called, what is known of it, and what can be done with it.
 *
 * For lists of some dozen rows, such as users and tokens; what has no end is shown in a ui/tables/tableview.
 */
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::feedback {

/** What can be done with an entry, as a button at its right. */
struct EntryAction
{
    QString objectName;
    QString text;
    std::function<void()> run;
    core::Status allowed = {};
};

struct Entry
{
    QString title;
    QStringList badges;
    QString facts;
    QList<EntryAction> actions = {};
};

/** Thread: main. */
class EntryList : public QWidget
{
    Q_OBJECT

public:
    explicit EntryList(QWidget *parent = nullptr);

    /**
     * Whoever is at a button stays there if it is there again, else at the row that took its place.
     * @param hasMore  there is a button at the end that asks for them
     */
    void setEntries(const QList<Entry> &entries, bool hasMore);
    /** What stands there in place of no entries. */
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void moreRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *rowOf(const Entry &entry);
    [[nodiscard]] qsizetype focusedRow() const;
    void restoreFocus(const QString &objectName, qsizetype row);
    void retranslate();

    QVBoxLayout *m_column;
    QList<QWidget *> m_rows;
    QLabel *m_empty;
    QPushButton *m_more;
};

} // namespace ui::feedback
