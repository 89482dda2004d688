// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The part of the editor that says when and how the mailing goes out: times, hours, repetition, gateway, rate, priority.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"
#include "ui/feedback/card.h"

class QComboBox;
class QDateEdit;
class QDateTimeEdit;

namespace ui::editors {

class Field;
class RateSpin;
class WindowEdit;

/** Times are those of this computer's zone. Thread: main. */
class ScheduleCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit ScheduleCard(QWidget *parent = nullptr);

    void setGateways(const QList<core::domain::GatewayWithState> &gateways);
    void setQuietHours(int from, int to);
    void setMailing(const core::domain::Mailing &mailing, core::Instant now);
    /** What the form says goes into the edit. Errors: InvalidInput on window.… */
    core::Status fill(core::domain::MailingEdit &edit, core::Instant now) const;
    [[nodiscard]] bool startsNow() const;
    void showErrors(const QList<core::FieldError> &errors);
    void setEnd(core::Instant end);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showDependents();
    void retranslate();

    QComboBox *m_start;
    QDateTimeEdit *m_startAt;
    QDateTimeEdit *m_endAt;
    WindowEdit *m_window;
    QComboBox *m_repeat;
    QDateEdit *m_until;
    QComboBox *m_gateway;
    RateSpin *m_rate;
    QComboBox *m_priority;
    QComboBox *m_audienceMode;
    Field *m_startField;
    Field *m_startAtField;
    Field *m_endField;
    Field *m_windowField;
    Field *m_repeatField;
    Field *m_untilField;
    Field *m_gatewayField;
    Field *m_rateField;
    Field *m_priorityField;
    Field *m_audienceModeField;
    core::GatewayId m_wanted; ///< chosen before the list of gateways came
    bool m_hasStarted = false;
};

} // namespace ui::editors
