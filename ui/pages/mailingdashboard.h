// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One mailing: how far it is, what went wrong, and every message of it.
 */
#pragma once

#include "core/domain/statistics.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {
class Refresher;
}
namespace ui::charts {
class BarList;
class StatusChart;
class StatusLinks;
class ThroughputChart;
} // namespace ui::charts
namespace ui::feedback {
class Banner;
class Card;
} // namespace ui::feedback

namespace ui::pages {

class ErrorLinks;
class ExportAction;
class MailingActions;
class MailingMessages;

/** Numbers are at most a second old; of a large mailing the breakdowns, which cost more to read, some seconds. Thread: main.
 */
class MailingDashboard : public Page
{
    Q_OBJECT

public:
    MailingDashboard(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    void setMailing(core::MailingId id);
    [[nodiscard]] core::MailingId mailing() const { return m_id; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString parentTitle() const override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;

Q_SIGNALS:
    void editWanted(core::MailingId id);
    void closed(); ///< there is nothing to show any more

protected:
    void retranslate() override;

private:
    void makeActions();
    void layOut();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QWidget *makeCharts();
    void read();
    void takeStatistics(const core::domain::MailingStatistics &statistics);
    void readBreakdown();
    void showState();
    void showNumbers();
    void togglePause();
    void complain(const core::Error &error);

    core::MailingId m_id;
    core::domain::Mailing m_mailing;
    core::domain::MailingStatistics m_statistics;
    QElapsedTimer m_breakdownRead;
    QTimer m_breakdownSoon;
    QWidget *m_actions;
    QPushButton *m_edit;
    QPushButton *m_export;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_primary; ///< pause, resume or start, as the state allows
    feedback::Banner *m_banner;
    QLabel *m_done;
    QLabel *m_when;
    QLabel *m_forecast;
    QLabel *m_removed; ///< hidden unless messages were removed
    QPushButton *m_history;
    charts::StatusChart *m_bar;
    charts::StatusLinks *m_links;
    feedback::Card *m_perMinuteCard;
    feedback::Card *m_zonesCard;
    feedback::Card *m_codesCard;
    feedback::Card *m_errorsCard;
    charts::ThroughputChart *m_perMinute;
    QLabel *m_peak;
    charts::BarList *m_zones;
    charts::BarList *m_codes;
    ErrorLinks *m_errors;
    MailingMessages *m_messages;
    MailingActions *m_do;
    ExportAction *m_exporter;
    Refresher *m_refresher;
};

} // namespace ui::pages
