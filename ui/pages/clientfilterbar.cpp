// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientfilterbar.h"

#include "core/services/clientservice.h"
#include "ui/editors/chipedit.h"
#include "ui/editors/flowlayout.h"
#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

using core::interfaces::ClientQuery;

ClientFilterPopup::ClientFilterPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_tagsLabel(feedback::label("small", this)), m_tags(new editors::ChipEdit(this)),
      m_codesLabel(feedback::label("small", this)), m_codes(new editors::ChipEdit(this)),
      m_optedOutLabel(feedback::label("small", this)), m_optedOut(new QComboBox(this))
{
    setObjectName(QStringLiteral("clientFilterPopup"));
    setProperty("kind", QStringLiteral("popup"));
    setFixedWidth(320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, theme::cardPadding, theme::cardPadding, theme::cardPadding);
    column->setSpacing(theme::space);
    const auto add = [&](QLabel *label, QWidget *field, QWidget *buddy) {
        label->setBuddy(buddy);
        column->addWidget(label);
        column->addWidget(field);
        column->addSpacing(2 * theme::space);
    };
    add(m_tagsLabel, m_tags, m_tags->edit());
    add(m_codesLabel, m_codes, m_codes->edit());
    add(m_optedOutLabel, m_optedOut, m_optedOut);
    m_tags->edit()->setObjectName(QStringLiteral("tagFilterEdit"));
    m_codes->edit()->setObjectName(QStringLiteral("codeFilterEdit"));
    m_optedOut->setObjectName(QStringLiteral("optedOutFilterCombo"));
    for (int i = 0; i < 3; ++i)
        m_optedOut->addItem(QString());
    connect(m_tags, &editors::ChipEdit::labelsChanged, this, &ClientFilterPopup::changed);
    connect(m_codes, &editors::ChipEdit::labelsChanged, this, &ClientFilterPopup::changed);
    connect(m_optedOut, &QComboBox::activated, this, &ClientFilterPopup::changed);
    retranslate();
}

void ClientFilterPopup::setVocabulary(const core::services::ClientVocabulary &vocabulary)
{
    m_tags->setOffers(vocabulary.tags);
    m_codes->setOffers(vocabulary.operatorCodes);
}

void ClientFilterPopup::setQuery(const ClientQuery &query)
{
    const QSignalBlocker quiet(this);
    m_tags->setLabels(query.tags);
    m_codes->setLabels(query.operatorCodes);
    m_optedOut->setCurrentIndex(!query.optedOut ? 0 : *query.optedOut ? 1 : 2);
}

ClientQuery ClientFilterPopup::applied(ClientQuery base) const
{
    base.tags = m_tags->labels();
    base.operatorCodes = m_codes->labels();
    base.optedOut.reset();
    if (m_optedOut->currentIndex() > 0)
        base.optedOut = m_optedOut->currentIndex() == 1;
    return base;
}

void ClientFilterPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClientFilterPopup::retranslate()
{
    m_tagsLabel->setText(tr("Tags (any of)"));
    m_tags->setName(tr("Tags (any of)"));
    m_tags->setPlaceholder(tr("all"));
    m_codesLabel->setText(tr("Operator codes"));
    m_codes->setName(tr("Operator codes"));
    m_codes->setPlaceholder(tr("all"));
    m_optedOutLabel->setText(tr("Consent"));
    m_optedOut->setAccessibleName(tr("Consent"));
    m_optedOut->setItemText(0, tr("everybody"));
    m_optedOut->setItemText(1, tr("only those who opted out"));
    m_optedOut->setItemText(2, tr("only those who may be written to"));
}

ClientFilterBar::ClientFilterBar(QWidget *parent)
    : QWidget(parent), m_flow(new editors::FlowLayout(nullptr, 2 * theme::space)), m_add(new QPushButton(this)),
      m_count(feedback::label("dim", this)), m_popup(new ClientFilterPopup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(m_flow, 1);
    m_flow->setContentsMargins(0, theme::space, 0, theme::space); // as high as the bar of the chosen ones
    m_count->setMinimumHeight(theme::controlHeight);
    row->addWidget(m_count, 0, Qt::AlignTop);
    m_add->setObjectName(QStringLiteral("addFilterButton"));
    m_add->setProperty("kind", QStringLiteral("link"));
    m_count->setObjectName(QStringLiteral("clientCountLabel"));
    m_flow->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ClientFilterBar::openPopup);
    connect(m_popup, &ClientFilterPopup::changed, this, [this] { setQuery(m_popup->applied(m_query)); });
    rebuild();
}

void ClientFilterBar::setQuery(const ClientQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    rebuild();
    Q_EMIT queryChanged();
}

void ClientFilterBar::setVocabulary(const core::services::ClientVocabulary &vocabulary)
{
    m_popup->setVocabulary(vocabulary);
}

void ClientFilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

void ClientFilterBar::openPopup()
{
    m_popup->setQuery(m_query);
    m_popup->adjustSize();
    m_popup->move(m_add->mapToGlobal(QPoint(0, m_add->height() + theme::space)));
    m_popup->show();
    m_popup->setFocus();
}

void ClientFilterBar::addChip(const QString &text, const QString &objectName, void (*drop)(ClientQuery &))
{
    auto *chip = new QPushButton(text, this);
    chip->setObjectName(objectName);
    chip->setProperty("kind", QStringLiteral("chip"));
    chip->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    chip->setIconSize({10, 10});
    chip->setLayoutDirection(Qt::RightToLeft);
    chip->setToolTip(tr("Drop this filter"));
    chip->setAccessibleName(tr("Drop the filter %1").arg(text));
    connect(chip, &QPushButton::clicked, this, [this, drop] {
        ClientQuery query = m_query;
        drop(query);
        setQuery(query);
    });
    m_flow->insertWidget(static_cast<int>(m_chips.size()), chip);
    m_chips << chip;
    chip->show();
}

void ClientFilterBar::rebuild()
{
    for (QPushButton *chip : std::exchange(m_chips, {})) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // its own click may be what removes it
    }
    const QString comma = QStringLiteral(", ");
    if (!m_query.tags.isEmpty())
        addChip(tr("tag: %1").arg(m_query.tags.join(comma)), QStringLiteral("tagFilterChip"),
                [](ClientQuery &query) { query.tags.clear(); });
    if (!m_query.operatorCodes.isEmpty())
        addChip(tr("code: %1").arg(m_query.operatorCodes.join(comma)), QStringLiteral("codeFilterChip"),
                [](ClientQuery &query) { query.operatorCodes.clear(); });
    if (m_query.optedOut)
        addChip(*m_query.optedOut ? tr("opted out") : tr("may be written to"), QStringLiteral("optedOutFilterChip"),
                [](ClientQuery &query) { query.optedOut.reset(); });
    m_add->setText(m_chips.isEmpty() ? tr("Add filter") : tr("Change filter"));
    updateGeometry();
}

void ClientFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace ui::pages
