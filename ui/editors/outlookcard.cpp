// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/outlookcard.h"

#include "ui/charts/forecastchart.h"
#include "ui/texts/numbertext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui::editors {

namespace {

/** A day more lets every zone have its hours once. */
constexpr std::chrono::hours laterBy{24};

} // namespace

OutlookCard::OutlookCard(QWidget *parent)
    : Card(parent), m_chart(new charts::ForecastChart(this)), m_going(new QLabel(this)), m_done(new QLabel(this)),
      m_expiring(feedback::label("", this)), m_warnings(feedback::label("dim", this)), m_laterEnd(new QPushButton(this))
{
    m_chart->setObjectName(QStringLiteral("forecastChart"));
    m_going->setObjectName(QStringLiteral("goingOutLabel"));
    m_done->setObjectName(QStringLiteral("doneAboutLabel"));
    m_expiring->setObjectName(QStringLiteral("expiringLabel"));
    m_warnings->setObjectName(QStringLiteral("outlookWarningsLabel"));
    m_laterEnd->setObjectName(QStringLiteral("laterEndButton"));
    m_laterEnd->setProperty("kind", QStringLiteral("link"));
    m_expiring->setWordWrap(true);
    m_warnings->setWordWrap(true);
    feedback::setLook(m_expiring, "problem", true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_going);
    row->addStretch();
    row->addWidget(m_done);
    body()->addWidget(m_chart);
    body()->addLayout(row);
    body()->addWidget(feedback::line(this));
    body()->addWidget(m_expiring);
    body()->addWidget(m_laterEnd, 0, Qt::AlignLeft);
    body()->addWidget(m_warnings);
    body()->addStretch();
    connect(m_laterEnd, &QPushButton::clicked, this, [this] { Q_EMIT endWanted(m_end + laterBy); });
    retranslate();
}

void OutlookCard::setSheet(const core::services::CheckSheet &sheet, core::Instant end, core::Instant now)
{
    m_sheet = sheet;
    m_end = end;
    m_now = now;
    m_chart->setSchedule(sheet.schedule, now);
    showSheet();
}

void OutlookCard::clear()
{
    m_sheet.reset();
    m_chart->setSchedule({}, m_now);
    showSheet();
}

void OutlookCard::showSheet()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const bool known = m_sheet.has_value();
    m_chart->setVisible(known);
    const qint64 expiring = known ? m_sheet->forecast.willExpire - m_sheet->zoneUnknown : 0; // because of the end
    m_expiring->setVisible(expiring > 0);
    m_laterEnd->setVisible(expiring > 0);
    m_done->setVisible(known && m_sheet->forecast.doneAt);
    if (!known) {
        m_going->setText(tr("Write a text, and the forecast appears here."));
        m_warnings->hide();
        return;
    }
    m_going->setText(
        tr("%Ln message(s) go out", nullptr, static_cast<int>(m_sheet->recipients - m_sheet->forecast.willExpire)));
    if (m_sheet->forecast.doneAt)
        m_done->setText(tr("done about %1").arg(texts::dateTimeText(*m_sheet->forecast.doneAt, m_now, zone)));
    m_expiring->setText(tr("%Ln would expire: the end, %1, comes first.", nullptr, static_cast<int>(expiring))
                            .arg(texts::dateTimeText(m_end, m_now, zone)));
    m_laterEnd->setText(tr("Move the end to %1").arg(texts::dateTimeText(m_end + laterBy, m_now, zone)));
    QStringList warnings;
    if (m_sheet->gatewayName.isEmpty())
        warnings << tr("There is no gateway yet: connect one before the start.");
    if (m_sheet->zoneUnknown > 0)
        warnings << tr(
            "%Ln client(s) are in a time zone that this computer does not know: their messages would wait and expire.",
            nullptr, static_cast<int>(m_sheet->zoneUnknown));
    for (const core::services::MissingField &field : m_sheet->missingFields)
        warnings << tr("%Ln client(s) have no {%1} and there is no fallback.", nullptr, static_cast<int>(field.clients))
                        .arg(field.key);
    for (const core::domain::Mailing &twin : m_sheet->twins)
        warnings << tr("“%1” has the same text and audience at the same time.").arg(twin.name);
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

void OutlookCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OutlookCard::retranslate()
{
    setHeading(tr("What will happen"));
    showSheet();
}

} // namespace ui::editors
