// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/timefilter.h"

#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace ui::editors {

namespace {

// What a choice stands for, in hours, and two that stand for no number of them.
constexpr int anyTime = 0;
constexpr int fromTo = -1;
constexpr int lengths[] = {anyTime, 1, 24, 7 * 24, 30 * 24, fromTo};

} // namespace

TimeFilter::TimeFilter(const core::Clock &clock, QWidget *parent)
    : QComboBox(parent), m_clock(clock), m_edits(new QWidget(parent)), m_from(new QDateTimeEdit(m_edits)),
      m_dash(new QLabel(QStringLiteral("–"), m_edits)), m_to(new QDateTimeEdit(m_edits))
{
    setObjectName(QStringLiteral("timeFilterCombo"));
    m_edits->setObjectName(QStringLiteral("timeFilterEdits"));
    auto *row = new QHBoxLayout(m_edits);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addWidget(m_from);
    row->addWidget(m_dash);
    row->addWidget(m_to);
    m_from->setObjectName(QStringLiteral("timeFilterFromEdit"));
    m_to->setObjectName(QStringLiteral("timeFilterToEdit"));
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TimeFilter::rangeChanged);
    }
    for (const int length : lengths)
        addItem(QString(), length);
    m_edits->hide();
    retranslate();
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        showEdits();
        Q_EMIT rangeChanged();
    });
}

TimeRange TimeFilter::range() const
{
    const int length = currentData().toInt();
    if (length == anyTime)
        return {};
    if (length != fromTo)
        return {m_clock.now() - std::chrono::hours{length}, std::nullopt};
    const auto [first, last] = std::minmax({m_from->dateTime(), m_to->dateTime()});
    // The minute that is shown as the last one belongs to the range.
    return {core::Instant{core::Milliseconds(first.toMSecsSinceEpoch())},
            core::Instant{core::Milliseconds(last.toMSecsSinceEpoch())} + std::chrono::minutes{1}};
}

void TimeFilter::clear()
{
    setCurrentIndex(0);
}

void TimeFilter::showEdits()
{
    const bool chosen = currentData().toInt() == fromTo;
    if (chosen && m_edits->isHidden()) {
        const QDateTime now = core::toDateTime(m_clock.now()).toLocalTime();
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDateTime(QDateTime(now.date(), QTime(0, 0)));
        m_to->setDateTime(QDateTime(now.date(), QTime(now.time().hour(), now.time().minute())));
    }
    m_edits->setVisible(chosen);
}

void TimeFilter::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimeFilter::retranslate()
{
    const QStringList names{tr("Any time"),    tr("Last hour"),    tr("Last 24 hours"),
                            tr("Last 7 days"), tr("Last 30 days"), tr("From – to…")};
    for (int i = 0; i < count(); ++i)
        setItemText(i, names.value(i));
    setAccessibleName(tr("Filter by time"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    //: A moment to the minute, as QDateTimeEdit reads it.
    const QString format = tr("yyyy-MM-dd HH:mm");
    m_from->setDisplayFormat(format);
    m_to->setDisplayFormat(format);
}

} // namespace ui::editors
