// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How often a gateway is tried again and how long the pauses are, with what that amounts to in words.
 */
#pragma once

#include "core/base/error.h"
#include "core/domain/gatewayprofile.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ui::editors {

class Field;
class FormErrors;

/** What is not touched stays exactly as it was, also where it is finer than what is shown. Thread: main. */
class RetryEdit : public QWidget
{
    Q_OBJECT

public:
    explicit RetryEdit(QWidget *parent = nullptr);

    void setLimits(const core::domain::RetryLimits &limits);
    [[nodiscard]] core::domain::RetryLimits limits() const;

    /** Fields "retry.max_attempts" … are told beside their controls from then on. */
    void addPlaces(FormErrors &errors) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void tellPauses();
    void retranslate();

    core::domain::RetryLimits m_limits;
    QSpinBox *m_attempts;
    QDoubleSpinBox *m_firstDelay; ///< seconds
    QDoubleSpinBox *m_factor;
    QDoubleSpinBox *m_maxDelay; ///< seconds
    QSpinBox *m_jitter;         ///< percent
    Field *m_attemptsField;
    Field *m_firstDelayField;
    Field *m_factorField;
    Field *m_maxDelayField;
    Field *m_jitterField;
    QLabel *m_pauses;
};

} // namespace ui::editors
