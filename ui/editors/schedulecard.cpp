// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/schedulecard.h"

#include "ui/editors/field.h"
#include "ui/editors/flowbox.h"
#include "ui/editors/ratespin.h"
#include "ui/editors/windowedit.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::editors {

using core::domain::AudienceMode;
using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::MailingState;
using core::domain::Priority;
using core::domain::Repeat;

namespace {

enum Start { Now, At };

core::Instant instantOf(const QDateTimeEdit *edit)
{
    return core::toInstant(edit->dateTime());
}

} // namespace

ScheduleCard::ScheduleCard(QWidget *parent)
    : Card(parent), m_start(new QComboBox(this)), m_startAt(new QDateTimeEdit(this)), m_endAt(new QDateTimeEdit(this)),
      m_window(new WindowEdit(this)), m_repeat(new QComboBox(this)), m_until(new QDateEdit(this)),
      m_gateway(new QComboBox(this)), m_rate(new RateSpin(this)), m_priority(new QComboBox(this)),
      m_audienceMode(new QComboBox(this)), m_startField(new Field(m_start, this)),
      m_startAtField(new Field(m_startAt, this)), m_endField(new Field(m_endAt, this)),
      m_windowField(new Field(m_window, this, m_window->hours())), m_repeatField(new Field(m_repeat, this)),
      m_untilField(new Field(m_until, this)), m_gatewayField(new Field(m_gateway, this)),
      m_rateField(new Field(m_rate, this)), m_priorityField(new Field(m_priority, this)),
      m_audienceModeField(new Field(m_audienceMode, this))
{
    const std::pair<QWidget *, const char *> names[] = {
        {m_start, "startCombo"},   {m_startAt, "startAtEdit"},    {m_endAt, "endAtEdit"},
        {m_repeat, "repeatCombo"}, {m_until, "repeatUntilEdit"},  {m_gateway, "gatewayCombo"},
        {m_rate, "rateLimitEdit"}, {m_priority, "priorityCombo"}, {m_audienceMode, "audienceModeCombo"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QString::fromLatin1(name));
    m_start->addItem(QString(), Now);
    m_start->addItem(QString(), At);
    for (const Repeat repeat : {Repeat::None, Repeat::Daily, Repeat::Weekly, Repeat::Monthly})
        m_repeat->addItem(QString(), static_cast<int>(repeat));
    for (const Priority priority : {Priority::Normal, Priority::High})
        m_priority->addItem(QString(), static_cast<int>(priority));
    for (const AudienceMode mode : {AudienceMode::Frozen, AudienceMode::Live})
        m_audienceMode->addItem(QString(), static_cast<int>(mode));
    m_rate->setFixedWidth(120);
    for (QDateTimeEdit *edit : {m_startAt, m_endAt, static_cast<QDateTimeEdit *>(m_until)}) {
        edit->setCalendarPopup(true);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ScheduleCard::changed);
    }
    m_startAt->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_endAt->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_until->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    m_gateway->addItem(QString(), qint64(0));
    layOut();
    for (QComboBox *combo : {m_start, m_repeat, m_gateway, m_priority, m_audienceMode}) {
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            showDependents();
            Q_EMIT changed();
        });
    }
    connect(m_window, &WindowEdit::changed, this, &ScheduleCard::changed);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &ScheduleCard::changed);
    showDependents();
    retranslate();
}

void ScheduleCard::layOut()
{
    auto *fields = new FlowBox(4 * theme::space, this);
    for (Field *field : {m_startField, m_startAtField, m_endField, m_windowField, m_repeatField, m_untilField,
                         m_gatewayField, m_rateField, m_priorityField, m_audienceModeField})
        fields->addWidget(field);
    body()->addWidget(fields);
}

void ScheduleCard::showDependents()
{
    m_startAtField->setVisible(m_start->currentData().toInt() == At);
    m_untilField->setVisible(m_repeat->currentData().toInt() != static_cast<int>(Repeat::None));
}

void ScheduleCard::setGateways(const QList<core::domain::GatewayWithState> &gateways)
{
    const QSignalBlocker quiet(m_gateway);
    while (m_gateway->count() > 1)
        m_gateway->removeItem(1);
    for (const core::domain::GatewayWithState &gateway : gateways) {
        const auto &profile = gateway.profile;
        const QString name =
            profile.rate ? QStringLiteral("%1, %2").arg(profile.name, texts::rateText(*profile.rate)) : profile.name;
        m_gateway->addItem(name, profile.id.value);
    }
    m_gateway->setCurrentIndex(std::max(0, m_gateway->findData(m_wanted.value)));
}

void ScheduleCard::setQuietHours(int from, int to)
{
    m_window->setQuietHours(from, to);
}

void ScheduleCard::setMailing(const Mailing &mailing, core::Instant now)
{
    const QSignalBlocker quiet(this);
    const bool ahead = mailing.startAt > now;
    m_hasStarted = mailing.state == MailingState::Running || (mailing.state == MailingState::Paused && !ahead);
    m_start->setCurrentIndex(m_start->findData(ahead || core::domain::isActive(mailing.state) ? At : Now));
    m_start->setEnabled(!m_hasStarted);
    m_startAt->setEnabled(!m_hasStarted);
    m_startAt->setDateTime(core::toDateTime(std::max(mailing.startAt, m_hasStarted ? mailing.startAt : now)).toLocalTime());
    m_endAt->setDateTime(core::toDateTime(mailing.endAt).toLocalTime());
    m_window->setWindow(mailing.window);
    m_repeat->setCurrentIndex(m_repeat->findData(static_cast<int>(mailing.repeat)));
    const core::Instant until = mailing.repeatUntil.value_or(mailing.endAt + std::chrono::hours{24 * 30});
    m_until->setDate(core::toDateTime(until).toLocalTime().date());
    m_wanted = mailing.gateway;
    m_gateway->setCurrentIndex(std::max(0, m_gateway->findData(m_wanted.value)));
    m_rate->setRate(mailing.rateLimit);
    m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(mailing.priority)));
    m_audienceMode->setCurrentIndex(m_audienceMode->findData(static_cast<int>(mailing.audienceMode)));
    m_audienceMode->setEnabled(!m_hasStarted);
    showDependents();
    showErrors({});
}

bool ScheduleCard::startsNow() const
{
    return m_start->currentData().toInt() == Now;
}

core::Status ScheduleCard::fill(MailingEdit &edit, core::Instant now) const
{
    HELIOGRAPH_ASSIGN(edit.window, m_window->window());
    if (!m_hasStarted) {
        edit.startAt = startsNow() ? now : instantOf(m_startAt);
        edit.audienceMode = static_cast<AudienceMode>(m_audienceMode->currentData().toInt());
    }
    edit.endAt = instantOf(m_endAt);
    edit.repeat = static_cast<Repeat>(m_repeat->currentData().toInt());
    edit.repeatUntil = std::optional<core::Instant>();
    if (*edit.repeat != Repeat::None) // the whole last day counts
        edit.repeatUntil = std::optional(core::toInstant(m_until->date().addDays(1).startOfDay()) - core::Milliseconds{1});
    edit.gateway = core::GatewayId{m_gateway->currentData().toLongLong()};
    edit.rateLimit = m_rate->rate();
    edit.priority = static_cast<Priority>(m_priority->currentData().toInt());
    return {};
}

void ScheduleCard::setEnd(core::Instant end)
{
    m_endAt->setDateTime(core::toDateTime(end).toLocalTime());
}

void ScheduleCard::showErrors(const QList<core::FieldError> &errors)
{
    const std::pair<QLatin1String, Field *> fields[] = {
        {QLatin1String("start_at"), startsNow() ? m_startField : m_startAtField},
        {QLatin1String("end_at"), m_endField},
        {QLatin1String("window"), m_windowField},
        {QLatin1String("repeat"), m_repeatField},
        {QLatin1String("repeat_until"), m_untilField},
        {QLatin1String("gateway"), m_gatewayField},
        {QLatin1String("rate_limit"), m_rateField}};
    for (const auto &[name, field] : fields) {
        QStringList sentences;
        for (const core::FieldError &error : errors) {
            if (error.field == name || error.field.startsWith(name + QLatin1String(".")))
                sentences << feedback::fieldErrorText(error);
        }
        field->setError(sentences.join(u'\n'));
    }
}

void ScheduleCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScheduleCard::retranslate()
{
    setHeading(tr("When and how"));
    m_startField->setLabel(tr("Start"));
    m_start->setItemText(Now, tr("now"));
    m_start->setItemText(At, tr("at"));
    m_startAtField->setLabel(tr("Start at"));
    m_endField->setLabel(tr("End"));
    m_windowField->setLabel(tr("Client's local time, days"));
    m_repeatField->setLabel(tr("Repeat"));
    for (int i = 0; i < m_repeat->count(); ++i)
        m_repeat->setItemText(i, texts::repeatText(static_cast<Repeat>(m_repeat->itemData(i).toInt())));
    m_untilField->setLabel(tr("Last day"));
    m_gatewayField->setLabel(tr("Gateway"));
    m_gateway->setItemText(0, tr("the default one"));
    m_rateField->setLabel(tr("At most, per second"));
    m_rate->setSpecialValueText(tr("no own limit"));
    m_priorityField->setLabel(tr("Priority"));
    m_priority->setItemText(0, tr("normal"));
    m_priority->setItemText(1, tr("high"));
    m_audienceModeField->setLabel(tr("Clients who come to match later"));
    m_audienceMode->setItemText(0, tr("stay out"));
    m_audienceMode->setItemText(1, tr("join while it runs"));
}

} // namespace ui::editors
