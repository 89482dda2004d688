// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/retentioncard.h"

#include "core/services/accessrules.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSpinBox>

namespace ui::pages {

using core::domain::WorkspaceSettings;

RetentionCard::RetentionCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_messages(period("messages_kept_days", "messagesKeptSpin")),
      m_texts(period("texts_kept_days", "textsKeptSpin")), m_events(period("events_kept_days", "eventsKeptSpin"))
{
    setObjectName(QStringLiteral("retentionCard"));
    body()->addWidget(m_messages.field);
    body()->addWidget(m_texts.field);
    body()->addWidget(m_events.field);
    body()->addStretch();
    for (const Period &period : {m_messages, m_texts, m_events})
        connect(period.days, &QSpinBox::editingFinished, this, [this, period] { save(period); });
    retranslate();
}

RetentionCard::Period RetentionCard::period(const char *key, const char *objectName)
{
    auto *days = new QSpinBox;
    days->setObjectName(QString::fromLatin1(objectName));
    days->setRange(0, WorkspaceSettings::maxKeptDays);
    return {QString::fromLatin1(key), days, new editors::Field(days, this)};
}

void RetentionCard::setSettings(const WorkspaceSettings &settings)
{
    const bool isFirst = !std::exchange(m_known, true);
    m_settings = settings;
    if (isFirst || !m_messages.days->hasFocus())
        m_messages.days->setValue(settings.messagesKeptDays());
    if (isFirst || !m_texts.days->hasFocus())
        m_texts.days->setValue(settings.textsKeptDays());
    if (isFirst || !m_events.days->hasFocus())
        m_events.days->setValue(settings.eventsKeptDays());
}

void RetentionCard::save(const Period &period)
{
    period.field->setError({});
    const QString value = QString::number(period.days->value());
    if (!m_known || value == m_settings.value(period.key))
        return;
    whenDone(m_context.workspaceSettings.set(m_context.actor, period.key, value), this,
             [field = period.field](const core::Status &saved) {
                 if (!saved)
                     field->setError(feedback::errorText(saved.error()));
             });
}

void RetentionCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RetentionCard::retranslate()
{
    setHeading(tr("Retention"));
    m_messages.field->setLabel(tr("Keep messages of ended mailings"));
    m_messages.field->setHint(tr("Older ones are summed into daily totals and removed while sending goes on. Statistics of "
                                 "past mailings stay; their messages can no longer be listed or tried again."));
    m_texts.field->setLabel(tr("Keep the texts that clients got"));
    m_texts.field->setHint(tr("Where each client's text is its own. Older ones are removed; their messages stay."));
    m_events.field->setLabel(tr("Keep the history"));
    m_events.field->setHint(tr("Older events are counted by day and removed."));
    for (const Period &period : {m_messages, m_texts, m_events}) {
        period.days->setSpecialValueText(tr("for ever"));
        period.days->setSuffix(tr(" days", "behind a number"));
        offer(period.days, core::services::mayDo(m_context.actor, core::services::Permission::ManageSettings));
    }
}

} // namespace ui::pages
