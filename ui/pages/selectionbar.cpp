// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/selectionbar.h"

#include "ui/feedback/card.h"
#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>

namespace ui::pages {

TagPopup::TagPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_question(feedback::label("small", this)), m_edit(new QLineEdit(this)),
      m_button(new QPushButton(this)), m_offers(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("tagPopup"));
    setProperty("kind", QStringLiteral("popup"));
    setFixedWidth(280);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, 3 * theme::space, theme::cardPadding, theme::cardPadding);
    column->setSpacing(theme::space);
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    column->addWidget(m_question);
    column->addLayout(row);
    m_question->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("tagEdit"));
    m_edit->setAccessibleName(tr("Tag"));
    m_button->setObjectName(QStringLiteral("tagOkButton"));
    m_button->setProperty("kind", QStringLiteral("primary"));
    auto *completer = new QCompleter(m_offers, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    connect(m_edit, &QLineEdit::returnPressed, this, &TagPopup::finish);
    connect(m_button, &QPushButton::clicked, this, &TagPopup::finish);
}

void TagPopup::setOffers(const QList<core::interfaces::LabelCount> &offers)
{
    m_offers->clear();
    for (const core::interfaces::LabelCount &offer : offers)
        m_offers->appendRow(new QStandardItem(offer.label));
}

void TagPopup::ask(const QPoint &at, const QString &question, const QString &button)
{
    m_question->setText(question);
    m_edit->setAccessibleName(question);
    m_edit->clear();
    m_button->setText(button);
    adjustSize();
    move(at);
    show();
    m_edit->setFocus();
}

void TagPopup::finish()
{
    const QString label = m_edit->text().trimmed();
    hide();
    if (!label.isEmpty())
        Q_EMIT chosen(label);
}

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent), m_count(feedback::label("section", this)), m_popup(new TagPopup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addWidget(m_count);
    m_count->setObjectName(QStringLiteral("selectedCountLabel"));
    row->addSpacing(2 * theme::space);
    m_tag = addButton("tagSelectedButton");
    m_untag = addButton("untagSelectedButton");
    m_optOut = addButton("optOutSelectedButton");
    m_optIn = addButton("optInSelectedButton");
    m_delete = addButton("deleteSelectedButton");
    row->addStretch();
    m_clear = addButton("clearSelectionButton");
    m_clear->setProperty("kind", QStringLiteral("link"));
    const auto ask = [this](QPushButton *button, bool removing) {
        m_removing = removing;
        const QPoint at = button->mapToGlobal(QPoint(0, button->height() + theme::space));
        if (removing)
            m_popup->ask(at, tr("Take which tag from the chosen clients?"), tr("Remove"));
        else
            m_popup->ask(at, tr("Give which tag to the chosen clients?"), tr("Add"));
    };
    connect(m_tag, &QPushButton::clicked, this, [this, ask] { ask(m_tag, false); });
    connect(m_untag, &QPushButton::clicked, this, [this, ask] { ask(m_untag, true); });
    connect(m_popup, &TagPopup::chosen, this, [this](const QString &label) {
        if (m_removing)
            Q_EMIT untagRequested(label);
        else
            Q_EMIT tagRequested(label);
    });
    connect(m_optOut, &QPushButton::clicked, this, [this] { Q_EMIT optOutRequested(true); });
    connect(m_optIn, &QPushButton::clicked, this, [this] { Q_EMIT optOutRequested(false); });
    connect(m_delete, &QPushButton::clicked, this, &SelectionBar::deleteRequested);
    connect(m_clear, &QPushButton::clicked, this, &SelectionBar::cleared);
    retranslate();
}

QPushButton *SelectionBar::addButton(const char *objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(objectName));
    layout()->addWidget(button);
    return button;
}

void SelectionBar::setSelected(int count)
{
    m_selected = count;
    m_count->setText(tr("%Ln client(s) chosen", nullptr, count));
}

void SelectionBar::setOffers(const QList<core::interfaces::LabelCount> &tags)
{
    m_popup->setOffers(tags);
}

void SelectionBar::setAllowed(const core::Status &edit, const core::Status &optOut)
{
    for (QPushButton *button : {m_tag, m_untag, m_delete})
        offer(button, edit);
    for (QPushButton *button : {m_optOut, m_optIn})
        offer(button, optOut);
}

void SelectionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SelectionBar::retranslate()
{
    setSelected(m_selected);
    m_tag->setText(tr("Add tag…"));
    m_untag->setText(tr("Remove tag…"));
    m_optOut->setText(tr("Opt out"));
    m_optIn->setText(tr("Opt in"));
    m_delete->setText(tr("Delete"));
    m_clear->setText(tr("Clear selection"));
}

} // namespace ui::pages
