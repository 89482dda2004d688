// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The first page: what is being sent, how fast, what went wrong, what comes next; on an empty workspace, where to begin.
 */
#pragma once

#include "core/domain/statistics.h"
#include "core/interfaces/enginemonitor.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {
class Refresher;
}
namespace ui::charts {
class StatusChart;
class StatusLinks;
class ThroughputChart;
} // namespace ui::charts
namespace ui::feedback {
class Banner;
class Card;
class EmptyState;
} // namespace ui::feedback

namespace ui::pages {

class GatewayList;
class MailingActions;
class NumberCard;
class ProblemList;
class RunningList;
class UpcomingList;
struct RunningMailing;

/** Thread: main. */
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;

protected:
    void retranslate() override;

private:
    static constexpr int mostRunning = 5;

    void makeActions();
    void makeWelcome();
    [[nodiscard]] QWidget *makeNumbers(QWidget *parent);
    [[nodiscard]] QWidget *makeWork(QWidget *parent);
    [[nodiscard]] QWidget *makeSide(QWidget *parent);
    void layOut();

    void read();
    void readForecasts();
    void showAll();
    void showNumbers();
    void showFailures(qint64 failed);
    void showRunning();
    void showEngine();
    void startDemo();

    QWidget *m_actions;
    QPushButton *m_import;
    QPushButton *m_new;
    ProblemList *m_problems;
    feedback::Banner *m_banner;
    QStackedWidget *m_body;
    feedback::EmptyState *m_welcome;
    QPushButton *m_offerImport;
    QPushButton *m_offerGateway;
    QPushButton *m_offerDemo;
    NumberCard *m_sent;
    NumberCard *m_waiting;
    NumberCard *m_failed;
    NumberCard *m_now;
    feedback::Card *m_work;
    RunningList *m_running;
    QLabel *m_chartHeading;
    charts::ThroughputChart *m_chart;
    QLabel *m_todayHeading;
    charts::StatusChart *m_todayBar;
    charts::StatusLinks *m_todayLinks;
    feedback::Card *m_gatewaysCard;
    GatewayList *m_gateways;
    feedback::Card *m_nextCard;
    UpcomingList *m_next;
    MailingActions *m_do;
    Refresher *m_refresher;

    core::domain::WorkspaceStatistics m_workspace;
    core::domain::StatusCounts m_today;
    QList<core::domain::GatewayWithState> m_gatewayStates;
    QHash<core::MailingId, core::domain::Forecast> m_forecasts;
    core::interfaces::EngineSnapshot m_snapshot;
    bool m_hasWorkspace = false;     ///< has been read
    bool m_hasGateways = false;      ///< have been read
    std::optional<qint64> m_clients; ///< nothing: not counted yet
};

} // namespace ui::pages
