// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the engine does right now, and from where the workspace is sent, in a few lines at the foot of the side bar.
 */
#pragma once

#include "core/interfaces/enginemonitor.h"
#include "ui/sendingwatch.h"

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

    void setSnapshot(const core::interfaces::EngineSnapshot &snapshot, core::Instant now);
    void setSending(const Sending &sending);
    void setWorkspace(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showHeadline();

    StatusDot *m_dot;
    QLabel *m_rate;
    QLabel *m_place;
    QLabel *m_gateways;
    QLabel *m_workspace;
    core::interfaces::EngineSnapshot m_snapshot;
    core::Instant m_now{}; ///< of the snapshot
    Sending m_sending;
    QString m_name;
    bool m_heard = false; ///< a snapshot has come
};

} // namespace ui::shell
