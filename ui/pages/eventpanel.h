// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One event at the side of the history: who, when, what, and everything that differs.
 */
#pragma once

#include "core/domain/event.h"
#include "ui/context.h"
#include "ui/navigator.h"

#include <QFrame>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui::pages {

/** Hidden while it shows nothing. Thread: main. */
class EventPanel : public QFrame
{
    Q_OBJECT

public:
    EventPanel(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    /** Nothing hides it. */
    void setEvent(const std::optional<core::domain::Event> &event);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *makeDifferences();
    void fill();
    void fillDifferences();
    void showAll();
    void retranslate();

    const Context &m_context;
    Navigator &m_navigator;
    std::optional<core::domain::Event> m_event;
    QLabel *m_heading;
    QPushButton *m_close;
    QLabel *m_about;
    QLabel *m_when;
    QPushButton *m_mailing;
    QPushButton *m_client;
    QPushButton *m_all;
    QLabel *m_differenceHeading;
    QVBoxLayout *m_differences;
    QScrollArea *m_differenceArea = nullptr;
};

} // namespace ui::pages
