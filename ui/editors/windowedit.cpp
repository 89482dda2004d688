// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/windowedit.h"

#include "ui/texts/mailingtext.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimeEdit>

namespace ui::editors {

using core::domain::SendWindow;

namespace {

QTime timeOf(int minutes)
{
    return QTime::fromMSecsSinceStartOfDay(minutes % SendWindow::minutesPerDay * 60'000);
}

int minutesOf(const QTimeEdit *edit)
{
    return edit->time().msecsSinceStartOfDay() / 60'000;
}

} // namespace

WindowEdit::WindowEdit(QWidget *parent)
    : QWidget(parent), m_preset(new QComboBox(this)), m_from(new QTimeEdit(this)), m_to(new QTimeEdit(this)),
      m_own(new QWidget(this)), m_days(new QPushButton(this)), m_daysMenu(new QMenu(m_days))
{
    m_preset->setObjectName(QStringLiteral("windowPresetCombo"));
    m_from->setObjectName(QStringLiteral("windowFromEdit"));
    m_to->setObjectName(QStringLiteral("windowToEdit"));
    m_days->setObjectName(QStringLiteral("weekdaysButton"));
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setFixedWidth(64);
        connect(edit, &QTimeEdit::timeChanged, this, &WindowEdit::changed);
    }
    m_preset->addItem(QString(), AnyTime);
    m_preset->addItem(QString(), QuietHours);
    m_preset->addItem(QString(), Own);
    m_days->setProperty("hasMenu", true);
    m_days->setMenu(m_daysMenu);
    for (int day = 1; day <= 7; ++day) {
        QAction *action = m_daysMenu->addAction(QString());
        action->setObjectName(QStringLiteral("weekdayAction%1").arg(day));
        action->setCheckable(true);
        action->setChecked(true);
        m_dayActions << action;
        connect(action, &QAction::toggled, this, [this] {
            retranslate();
            Q_EMIT changed();
        });
    }
    auto *ownRow = new QHBoxLayout(m_own);
    ownRow->setContentsMargins(0, 0, 0, 0);
    ownRow->setSpacing(theme::space);
    ownRow->addWidget(m_from);
    ownRow->addWidget(new QLabel(QStringLiteral("–"), m_own));
    ownRow->addWidget(m_to);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addWidget(m_preset);
    row->addWidget(m_own);
    row->addWidget(m_days);
    row->addStretch();
    setFocusProxy(m_preset);
    m_preset->setCurrentIndex(QuietHours);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &WindowEdit::choosePreset);
    choosePreset();
    retranslate();
}

QWidget *WindowEdit::hours() const
{
    return m_preset;
}

void WindowEdit::choosePreset()
{
    m_own->setVisible(m_preset->currentIndex() == Own);
    Q_EMIT changed();
}

void WindowEdit::setQuietHours(int from, int to)
{
    m_quietFrom = from;
    m_quietTo = to;
    retranslate();
}

void WindowEdit::setWindow(const std::optional<SendWindow> &window)
{
    const QSignalBlocker quiet(this);
    const bool hours = window && window->hasHours();
    const bool asUsual = hours && window->from() == m_quietFrom && window->to() == m_quietTo;
    m_from->setTime(timeOf(hours ? window->from() : m_quietFrom));
    m_to->setTime(timeOf(hours ? window->to() : m_quietTo));
    m_preset->setCurrentIndex(!hours ? AnyTime : asUsual ? QuietHours : Own);
    const QList<int> days = window ? window->weekdays() : QList<int>();
    for (int day = 1; day <= 7; ++day)
        m_dayActions[day - 1]->setChecked(days.isEmpty() || days.contains(day));
}

QList<int> WindowEdit::chosenDays() const
{
    QList<int> days;
    for (int day = 1; day <= 7; ++day) {
        if (m_dayActions[day - 1]->isChecked())
            days << day;
    }
    return days;
}

core::Result<std::optional<SendWindow>> WindowEdit::window() const
{
    const QList<int> days = chosenDays();
    const QSet<int> weekdays = days.size() == 7 ? QSet<int>() : QSet<int>(days.cbegin(), days.cend());
    const int preset = m_preset->currentIndex();
    if (preset == AnyTime && weekdays.isEmpty())
        return std::optional<SendWindow>();
    std::optional<int> from;
    std::optional<int> to;
    if (preset != AnyTime) {
        from = preset == Own ? minutesOf(m_from) : m_quietFrom;
        to = preset == Own ? minutesOf(m_to) : m_quietTo;
        if (*to == 0)
            to = SendWindow::minutesPerDay;
    }
    HELIOGRAPH_ASSIGN(const SendWindow made, SendWindow::create(from, to, weekdays));
    return std::optional(made);
}

void WindowEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WindowEdit::retranslate()
{
    m_preset->setItemText(AnyTime, tr("any time"));
    m_preset->setItemText(QuietHours,
                          tr("%1 – %2").arg(SendWindow::minutesText(m_quietFrom), SendWindow::minutesText(m_quietTo)));
    m_preset->setItemText(Own, tr("other hours"));
    m_from->setAccessibleName(tr("Sending begins, client's local time"));
    m_to->setAccessibleName(tr("Sending ends, client's local time"));
    for (int day = 1; day <= 7; ++day)
        m_dayActions[day - 1]->setText(QLocale().standaloneDayName(day));
    const QString days = texts::weekdaysText(chosenDays());
    m_days->setText(days.isEmpty() ? tr("every day") : days);
    m_days->setAccessibleName(tr("Weekdays: %1").arg(m_days->text()));
}

} // namespace ui::editors
