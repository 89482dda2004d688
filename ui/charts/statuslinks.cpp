// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/statuslinks.h"

#include "ui/feedback/card.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::charts {

using core::domain::MessageStatus;

StatusLinks::StatusLinks(QWidget *parent, Of what) : FlowBox(16, parent), m_of(what)
{
    for (const MessageStatus status : theme::statusOrder()) {
        auto *widget = new QWidget(this);
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::space);
        Entry entry{status, widget, new shell::StatusDot(widget), new QPushButton(widget), feedback::label("dim", widget)};
        entry.number->setProperty("kind", QStringLiteral("link"));
        entry.number->setObjectName(core::domain::toText(status) + QStringLiteral("LinkButton"));
        row->addWidget(entry.dot);
        row->addWidget(entry.number);
        row->addWidget(entry.word);
        connect(entry.number, &QPushButton::clicked, this, [this, status] { Q_EMIT chosen(status); });
        addWidget(widget);
        m_entries << entry;
    }
    retranslate();
}

void StatusLinks::setCounts(const core::domain::StatusCounts &counts)
{
    m_counts = counts;
    retranslate();
}

void StatusLinks::changeEvent(QEvent *event)
{
    FlowBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void StatusLinks::retranslate()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString word = texts::statusText(entry.status);
        const QString number = texts::numberText(m_counts[entry.status]);
        entry.dot->setColour(theme::statusColour(entry.status, palette()));
        entry.number->setText(number);
        entry.number->setAccessibleName(tr("%1 %2, show these messages").arg(number, word));
        entry.word->setText(word);
        entry.widget->setVisible(isShown(entry.status));
    }
}

bool StatusLinks::isShown(MessageStatus status) const
{
    const bool isOpen = status == MessageStatus::Pending || status == MessageStatus::Sending;
    if (isOpen && m_of == Of::EndedMessages)
        return false;
    return m_counts[status] > 0 || status == MessageStatus::Sent || status == MessageStatus::Pending ||
           status == MessageStatus::Failed;
}

} // namespace ui::charts
