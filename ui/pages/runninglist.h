// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Mailings that run or are paused: progress, rate, forecast, and the button that stops or goes on.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::delegates {
class CountsBar;
}

namespace ui::pages {

/** A running mailing, when it will be done, and whether the person may stop it or go on with it. */
struct RunningMailing
{
    core::domain::MailingSummary summary;
    core::domain::Forecast forecast;
    core::Status mayEdit = {};
};

/** Rows keep their place while a mailing is there, so that a button does not move under the pointer. Thread: main. */
class RunningList : public QWidget
{
    Q_OBJECT

public:
    explicit RunningList(QWidget *parent = nullptr);

    /** @param hidden  how many more there are */
    void setMailings(const QList<RunningMailing> &mailings, qint64 hidden, core::Instant now);

Q_SIGNALS:
    void opened(core::MailingId id);
    void pauseWanted(core::MailingId id);
    void resumeWanted(core::MailingId id);
    void allWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        core::MailingId id;
        bool paused = false;
        QWidget *widget = nullptr;
        QPushButton *name = nullptr;
        QLabel *until = nullptr;
        delegates::CountsBar *bar = nullptr;
        QLabel *done = nullptr;
        QLabel *rate = nullptr;
        QLabel *forecast = nullptr;
        QPushButton *button = nullptr;
    };

    Row makeRow();
    [[nodiscard]] QString forecastText(const Row &row, const core::domain::Forecast &forecast) const;
    void fill(Row &row, const RunningMailing &mailing);
    void retranslate();

    QVBoxLayout *m_column;
    QList<Row> m_rows;
    QLabel *m_none;
    QPushButton *m_all;
    QList<RunningMailing> m_mailings;
    qint64 m_hidden = 0;
    core::Instant m_now{};
};

} // namespace ui::pages
