// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers of messages by status in a line: a dot, the number as a link, the word. The legend of StatusChart.
 */
#pragma once

#include "core/domain/statistics.h"
#include "ui/editors/flowbox.h"

class QLabel;
class QPushButton;

namespace ui::shell {
class StatusDot;
}

namespace ui::charts {

/**
 * Statuses without messages are left out, but for sent, failed and, among all messages, waiting. Of messages that ended,
 * those that have not are not counted at all, so nothing is said of them. Thread: main.
 */
class StatusLinks : public editors::FlowBox
{
    Q_OBJECT

public:
    enum class Of { AllMessages, EndedMessages };

    explicit StatusLinks(QWidget *parent = nullptr, Of what = Of::AllMessages);

    void setCounts(const core::domain::StatusCounts &counts);

Q_SIGNALS:
    void chosen(core::domain::MessageStatus status);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        core::domain::MessageStatus status;
        QWidget *widget;
        shell::StatusDot *dot;
        QPushButton *number;
        QLabel *word;
    };

    void retranslate();
    [[nodiscard]] bool isShown(core::domain::MessageStatus status) const;

    Of m_of;
    core::domain::StatusCounts m_counts;
    QList<Entry> m_entries;
};

} // namespace ui::charts
