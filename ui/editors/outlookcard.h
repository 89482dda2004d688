// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * "What will happen": how many go out when, when it is done, what would expire or be held up.
 */
#pragma once

#include "core/services/mailingservice.h"
#include "ui/feedback/card.h"

class QPushButton;

namespace ui::charts {
class ForecastChart;
}

namespace ui::editors {

/** Thread: main. */
class OutlookCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit OutlookCard(QWidget *parent = nullptr);

    void setSheet(const core::services::CheckSheet &sheet, core::Instant end, core::Instant now);
    void clear(); ///< the mailing cannot be checked yet

Q_SIGNALS:
    void endWanted(core::Instant end); ///< the offered later end was taken

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSheet();
    void retranslate();

    charts::ForecastChart *m_chart;
    QLabel *m_going;
    QLabel *m_done;
    QLabel *m_expiring;
    QLabel *m_warnings;
    QPushButton *m_laterEnd;
    std::optional<core::services::CheckSheet> m_sheet;
    core::Instant m_end{};
    core::Instant m_now{};
};

} // namespace ui::editors
