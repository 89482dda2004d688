// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/upcominglist.h"

#include "ui/feedback/card.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>
#include <algorithm>

namespace ui::pages {

using core::domain::Mailing;
using core::domain::MailingState;

UpcomingList::UpcomingList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    rebuild();
}

void UpcomingList::setMailings(const QList<Mailing> &mailings, core::Instant now)
{
    QList<Mailing> upcoming;
    for (const Mailing &mailing : mailings) {
        if (mailing.state == MailingState::Scheduled || mailing.state == MailingState::Draft)
            upcoming << mailing;
    }
    std::stable_sort(upcoming.begin(), upcoming.end(), [](const Mailing &a, const Mailing &b) {
        const bool aIsDraft = a.state == MailingState::Draft;
        const bool bIsDraft = b.state == MailingState::Draft;
        return aIsDraft != bIsDraft ? bIsDraft : a.startAt < b.startAt;
    });
    upcoming = upcoming.first(std::min<qsizetype>(upcoming.size(), mostShown));
    m_now = now;
    if (upcoming == m_mailings)
        return;
    m_mailings = upcoming;
    rebuild();
}

QString UpcomingList::whenOf(const Mailing &mailing) const
{
    if (mailing.state == MailingState::Draft)
        return texts::mailingStateText(mailing.state);
    QStringList parts{texts::dateTimeText(mailing.startAt, m_now, QTimeZone::systemTimeZone())};
    if (mailing.repeat != core::domain::Repeat::None)
        parts << texts::repeatText(mailing.repeat);
    parts << texts::audienceText(mailing.filter);
    return parts.join(QStringLiteral(", "));
}

void UpcomingList::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its own click may be what asked for it
        delete item;
    }
    if (m_mailings.isEmpty()) {
        QLabel *none = feedback::label("dim", this);
        none->setText(tr("Nothing is planned."));
        m_column->addWidget(none);
        return;
    }
    for (const Mailing &mailing : std::as_const(m_mailings)) {
        auto *name = new QPushButton(fontMetrics().elidedText(mailing.name, Qt::ElideRight, 250), this);
        name->setProperty("kind", QStringLiteral("link"));
        name->setObjectName(QStringLiteral("upcomingName%1").arg(mailing.id.text()));
        name->setToolTip(mailing.name);
        QLabel *when = feedback::label("dim", this);
        when->setText(fontMetrics().elidedText(whenOf(mailing), Qt::ElideRight, 260));
        when->setToolTip(whenOf(mailing));
        when->setContentsMargins(1, 0, 0, 6);
        name->setAccessibleName(QStringLiteral("%1, %2").arg(mailing.name, whenOf(mailing)));
        connect(name, &QPushButton::clicked, this, [this, id = mailing.id] { Q_EMIT opened(id); });
        m_column->addWidget(name, 0, Qt::AlignLeft);
        m_column->addWidget(when);
        m_column->addWidget(feedback::line(this));
    }
}

void UpcomingList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace ui::pages
