// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Gateways with the state of their breaker and their rate right now.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/interfaces/enginemonitor.h"

#include <QWidget>

class QGridLayout;

namespace ui::pages {

/** Thread: main. */
class GatewayList : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayList(QWidget *parent = nullptr);

    void setGateways(const QList<core::domain::GatewayWithState> &gateways, const core::interfaces::EngineSnapshot &snapshot,
                     core::Instant now);

Q_SIGNALS:
    void chosen(core::GatewayId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] QString stateText(const core::domain::GatewayWithState &gateway) const;

    QGridLayout *m_grid;
    QList<core::domain::GatewayWithState> m_gateways;
    core::interfaces::EngineSnapshot m_snapshot;
    core::Instant m_now{};
    QString m_shown; ///< what the rows say; they are made anew only when it differs
};

} // namespace ui::pages
