// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/runninglist.h"

#include "ui/delegates/countsbar.h"
#include "ui/feedback/card.h"
#include "ui/permissions.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

namespace ui::pages {

using core::domain::MailingState;

RunningList::RunningList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_none(feedback::label("dim", this)), m_all(new QPushButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_none);
    m_column->addWidget(m_all, 0, Qt::AlignLeft);
    m_none->setObjectName(QStringLiteral("nothingRunsLabel"));
    m_all->setObjectName(QStringLiteral("allRunningButton"));
    m_all->setProperty("kind", QStringLiteral("link"));
    connect(m_all, &QPushButton::clicked, this, &RunningList::allWanted);
    retranslate();
}

RunningList::Row RunningList::makeRow()
{
    Row row;
    row.widget = new QWidget(this);
    auto *grid = new QGridLayout(row.widget);
    grid->setContentsMargins(0, 5, 0, 0);
    grid->setHorizontalSpacing(3 * theme::space);
    grid->setVerticalSpacing(0);
    row.name = new QPushButton(row.widget);
    row.name->setProperty("kind", QStringLiteral("link"));
    row.name->setMinimumWidth(80);
    row.until = feedback::label("dim", row.widget);
    row.bar = new delegates::CountsBar(row.widget);
    row.bar->setFixedHeight(8);
    row.done = feedback::label("dim", row.widget);
    row.rate = new QLabel(row.widget);
    row.forecast = new QLabel(row.widget);
    row.button = new QPushButton(row.widget);
    for (QLabel *label : {row.until, row.done, row.rate, row.forecast})
        label->setTextFormat(Qt::PlainText);
    // All rows share the same columns, whatever their texts.
    for (QLabel *label : {row.until, row.done})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row.until->setWordWrap(true); // hours, days and priority are worth a second line
    row.name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row.until->setContentsMargins(1, 0, 0, 0);
    row.rate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.rate->setFixedWidth(52);
    row.forecast->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.forecast->setFixedWidth(152); // another day and its time in one line; with a year in two
    row.forecast->setWordWrap(true);
    row.button->setFixedWidth(100);
    grid->addWidget(row.name, 0, 0, Qt::AlignLeft);
    grid->addWidget(row.until, 1, 0);
    grid->addWidget(row.bar, 0, 1, Qt::AlignVCenter);
    grid->addWidget(row.done, 1, 1, Qt::AlignTop);
    grid->addWidget(row.rate, 0, 2, 2, 1);
    grid->addWidget(row.forecast, 0, 3, 2, 1);
    grid->addWidget(row.button, 0, 4, 2, 1, Qt::AlignVCenter);
    grid->addWidget(feedback::line(row.widget), 2, 0, 1, 5);
    grid->setRowMinimumHeight(2, 2 * theme::space);
    grid->setColumnStretch(0, 6);
    grid->setColumnStretch(1, 4);
    return row;
}

void RunningList::setMailings(const QList<RunningMailing> &mailings, qint64 hidden, core::Instant now)
{
    m_mailings = mailings;
    m_hidden = hidden;
    m_now = now;
    while (m_rows.size() > mailings.size())
        m_rows.takeLast().widget->deleteLater();
    while (m_rows.size() < mailings.size()) {
        Row row = makeRow();
        const auto index = m_rows.size();
        connect(row.name, &QPushButton::clicked, this, [this, index] { Q_EMIT opened(m_rows[index].id); });
        connect(row.button, &QPushButton::clicked, this, [this, index] {
            if (m_rows[index].paused)
                Q_EMIT resumeWanted(m_rows[index].id);
            else
                Q_EMIT pauseWanted(m_rows[index].id);
        });
        m_column->insertWidget(static_cast<int>(index), row.widget);
        m_rows << row;
    }
    retranslate();
}

QString RunningList::forecastText(const Row &row, const core::domain::Forecast &forecast) const
{
    if (row.paused)
        return tr("paused");
    QStringList lines;
    if (forecast.doneAt)
        lines << tr("done %1").arg(texts::dateTimeText(*forecast.doneAt, m_now, QTimeZone::systemTimeZone()));
    if (forecast.willExpire > 0)
        lines << tr("%Ln will expire", nullptr, static_cast<int>(forecast.willExpire));
    return lines.isEmpty() ? QStringLiteral("—") : lines.join(u'\n');
}

void RunningList::fill(Row &row, const RunningMailing &mailing)
{
    const core::domain::Mailing &shown = mailing.summary.mailing;
    const core::domain::StatusCounts &counts = mailing.summary.counts;
    row.id = shown.id;
    row.paused = shown.state == MailingState::Paused;
    row.name->setText(row.name->fontMetrics().elidedText(shown.name, Qt::ElideRight, 230));
    row.name->setToolTip(shown.name);
    row.name->setAccessibleName(tr("Open the mailing %1").arg(shown.name));
    row.name->setObjectName(QStringLiteral("runningName%1").arg(shown.id.text()));
    row.until->setText(texts::whenText(shown, m_now));
    row.until->setObjectName(QStringLiteral("runningUntil%1").arg(shown.id.text()));
    row.bar->setCounts(counts);
    const QString done = mailing.summary.choosing ? tr("%1 of %2 so far") : tr("%1 of %2");
    row.done->setText(done.arg(texts::numberText(counts.done()), texts::numberText(counts.total())));
    const bool moves = !row.paused && mailing.summary.rate > 0;
    row.rate->setText(moves ? texts::rateText(mailing.summary.rate) : QStringLiteral("—"));
    row.forecast->setText(forecastText(row, mailing.forecast));
    row.forecast->setObjectName(QStringLiteral("runningForecast%1").arg(shown.id.text()));
    row.button->setText(row.paused ? tr("Resume") : tr("Pause"));
    row.button->setAccessibleName(row.paused ? tr("Resume %1").arg(shown.name) : tr("Pause %1").arg(shown.name));
    row.button->setObjectName(QStringLiteral("runningPause%1").arg(shown.id.text()));
    offer(row.button, mailing.mayEdit);
}

void RunningList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunningList::retranslate()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        fill(m_rows[i], m_mailings[i]);
    m_none->setText(tr("No mailing is running."));
    m_none->setVisible(m_rows.isEmpty());
    m_all->setText(tr("and %Ln more", "mailings", static_cast<int>(m_hidden)));
    m_all->setVisible(m_hidden > 0);
}

} // namespace ui::pages
