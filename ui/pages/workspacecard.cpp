// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/workspacecard.h"

#include "core/interfaces/workspacemove.h"
#include "core/services/accessrules.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/editors/zonecombo.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>

namespace ui::pages {

namespace {

constexpr char timeFormat[] = "HH:mm";

QTime fromMinutes(int minutes)
{
    return QTime(0, 0).addSecs(60 * (minutes % (24 * 60)));
}

QTimeEdit *timeEdit(const char *objectName)
{
    auto *made = new QTimeEdit;
    made->setDisplayFormat(QString::fromLatin1(timeFormat));
    made->setObjectName(QString::fromLatin1(objectName));
    return made;
}

} // namespace

WorkspaceCard::WorkspaceCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_place(feedback::label("dim", this)), m_move(new QPushButton(this)),
      m_zone(new editors::ZoneCombo), m_from(timeEdit("hoursFromEdit")), m_to(timeEdit("hoursToEdit")),
      m_zoneField(new editors::Field(m_zone, this)), m_fromField(new editors::Field(m_from, this)),
      m_toField(new editors::Field(m_to, this)), m_hoursHint(feedback::label("small", this))
{
    setObjectName(QStringLiteral("workspaceCard"));
    layOut();
    connect(m_move, &QPushButton::clicked, this, &WorkspaceCard::moveRequested);
    connect(m_zone, &QComboBox::activated, this, [this] { save(m_zoneField, QStringLiteral("zone"), m_zone->zone()); });
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { save(m_zoneField, QStringLiteral("zone"), m_zone->zone()); });
    const auto onTime = [this](QTimeEdit *edit, editors::Field *field, const QString &key) {
        connect(edit, &QTimeEdit::editingFinished, this,
                [this, edit, field, key] { save(field, key, edit->time().toString(QString::fromLatin1(timeFormat))); });
    };
    onTime(m_from, m_fromField, QStringLiteral("quiet_hours_from"));
    onTime(m_to, m_toField, QStringLiteral("quiet_hours_to"));
    retranslate();
}

void WorkspaceCard::layOut()
{
    m_place->setObjectName(QStringLiteral("workspacePlaceLabel"));
    m_move->setObjectName(QStringLiteral("moveToServerButton"));
    m_zone->setObjectName(QStringLiteral("workspaceZoneCombo"));
    m_place->setWordWrap(true);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hoursHint->setWordWrap(true);
    body()->addWidget(m_place);
    auto *moving = new QHBoxLayout;
    moving->addWidget(m_move);
    moving->addStretch();
    body()->addLayout(moving);
    body()->addWidget(m_zoneField);
    auto *hours = new QHBoxLayout;
    hours->setSpacing(3 * theme::space);
    hours->addWidget(m_fromField, 1, Qt::AlignTop);
    hours->addWidget(m_toField, 1, Qt::AlignTop);
    body()->addLayout(hours);
    body()->addWidget(m_hoursHint);
    body()->addStretch();
}

void WorkspaceCard::setSettings(const core::domain::WorkspaceSettings &settings)
{
    const bool isFirst = !std::exchange(m_known, true);
    m_settings = settings;
    if (isFirst || !m_zone->hasFocus())
        m_zone->setZone(settings.zone());
    if (isFirst || !m_from->hasFocus())
        m_from->setTime(fromMinutes(settings.quietHoursFrom()));
    if (isFirst || !m_to->hasFocus())
        m_to->setTime(fromMinutes(settings.quietHoursTo()));
}

void WorkspaceCard::save(editors::Field *field, const QString &key, const QString &value)
{
    field->setError({});
    if (value.isEmpty() || value == m_awaited.value(key, m_settings.value(key)))
        return;
    m_awaited.insert(key, value);
    whenDone(m_context.workspaceSettings.set(m_context.actor, key, value), this,
             [this, field, key, value](const core::Status &saved) {
                 if (m_awaited.value(key) != value)
                     return; // changed once more meanwhile
                 m_awaited.remove(key);
                 if (!saved)
                     field->setError(feedback::errorText(saved.error()));
             });
}

void WorkspaceCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorkspaceCard::retranslate()
{
    setHeading(tr("Workspace"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("For clients without one of their own, and for the times of mailings."));
    m_fromField->setLabel(tr("Send from"));
    m_toField->setLabel(tr("until"));
    m_hoursHint->setText(tr("In each client's local time; proposed for new mailings."));
    for (QTimeEdit *edit : {m_from, m_to})
        edit->setAccessibleDescription(m_hoursHint->text());
    m_place->setText(m_context.move.place());
    m_place->setAccessibleName(tr("Where the workspace lies"));
    m_move->setText(tr("Move to a server…"));
    const core::Status allowed = core::services::mayDo(m_context.actor, core::services::Permission::ManageSettings);
    for (QWidget *control : std::initializer_list<QWidget *>{m_zone, m_from, m_to})
        offer(control, allowed);
    offer(m_move, allowed ? m_context.move.possible() : allowed);
}

} // namespace ui::pages
