// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/entrylist.h"

#include "ui/feedback/card.h"
#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::feedback {

EntryList::EntryList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_empty(label("dim", this)), m_more(new QPushButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("emptyListLabel"));
    m_more->setObjectName(QStringLiteral("moreEntriesButton"));
    m_more->setProperty("kind", QStringLiteral("link"));
    m_more->hide();
    m_column->addWidget(m_empty);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &EntryList::moreRequested);
    retranslate();
}

void EntryList::setEntries(const QList<Entry> &entries, bool hasMore)
{
    const qsizetype row = focusedRow();
    const QString focused = row < 0 ? QString() : QApplication::focusWidget()->objectName();
    for (QWidget *old : std::exchange(m_rows, {})) {
        old->setParent(nullptr); // so that nobody finds two of a name
        old->deleteLater();      // its own button may be what changes it
    }
    for (const Entry &entry : entries) {
        m_rows << rowOf(entry);
        m_column->insertWidget(static_cast<int>(m_rows.size()) - 1, m_rows.last());
    }
    m_empty->setVisible(entries.isEmpty());
    m_more->setVisible(hasMore);
    if (row >= 0)
        restoreFocus(focused, row);
}

void EntryList::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

QWidget *EntryList::rowOf(const Entry &entry)
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 2 * theme::space, 0, 0);
    column->setSpacing(theme::space);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * theme::space);
    QLabel *title = label("section", made);
    title->setText(entry.title);
    title->setWordWrap(true);
    top->addWidget(title, 1);
    for (const EntryAction &action : entry.actions) {
        auto *button = new QPushButton(action.text, made);
        button->setObjectName(action.objectName);
        button->setAccessibleName(tr("%1: %2", "a button, and the entry it is for").arg(action.text, entry.title));
        offer(button, action.allowed);
        connect(button, &QPushButton::clicked, this, action.run);
        top->addWidget(button);
    }
    auto *below = new QHBoxLayout;
    below->setSpacing(2 * theme::space);
    below->setContentsMargins(0, 0, 0, 2 * theme::space);
    for (const QString &badge : entry.badges) {
        QLabel *chip = label("badge", made);
        chip->setText(badge);
        below->addWidget(chip, 0, Qt::AlignVCenter);
    }
    QLabel *facts = label("small", made);
    facts->setText(entry.facts);
    facts->setWordWrap(true);
    below->addWidget(facts, 1);
    column->addLayout(top);
    column->addLayout(below);
    column->addWidget(line(made));
    return made;
}

qsizetype EntryList::focusedRow() const
{
    const QWidget *focused = QApplication::focusWidget();
    for (qsizetype i = 0; focused && i < m_rows.size(); ++i) {
        if (m_rows[i]->isAncestorOf(focused))
            return i;
    }
    return -1;
}

void EntryList::restoreFocus(const QString &objectName, qsizetype row)
{
    auto *button = findChild<QPushButton *>(objectName);
    if (!button && !m_rows.isEmpty())
        button = m_rows[std::min(row, m_rows.size() - 1)]->findChild<QPushButton *>();
    if (button)
        button->setFocus();
}

void EntryList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EntryList::retranslate()
{
    m_more->setText(tr("Show more"));
}

} // namespace ui::feedback
