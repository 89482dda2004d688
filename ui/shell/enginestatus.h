// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the engine does right now, in three lines at the foot of the side bar.
 */
#pragma once

#include "core/interfaces/enginemonitor.h"

#include <QWidget>

class QLabel;

namespace ui::shell {

class StatusDot;

/** Thread: main. */
class EngineStatus : public QWidget
{
    Q_OBJECT

public:
    explicit EngineStatus(QWidget *parent = nullptr);

    void setSnapshot(const core::interfaces::EngineSnapshot &snapshot);
    void setWorkspace(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StatusDot *m_dot;
    QLabel *m_rate;
    QLabel *m_gateways;
    QLabel *m_workspace;
    core::interfaces::EngineSnapshot m_snapshot;
    QString m_name;
    bool m_heard = false; ///< a snapshot has come
};

} // namespace ui::shell
