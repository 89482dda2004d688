// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All gateways of the settings with their state, and what can be done with each.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QPushButton;

namespace ui::feedback {
class EmptyState;
}

namespace ui::pages {

/** Thread: main. */
class GatewaysCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit GatewaysCard(const Context &context, QWidget *parent = nullptr);

    void setGateways(const QList<core::domain::GatewayWithState> &gateways);
    [[nodiscard]] const QList<core::domain::GatewayWithState> &gateways() const { return m_gateways; }

Q_SIGNALS:
    void addRequested();
    void editRequested(core::GatewayId id);
    void resetRequested(core::GatewayId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QWidget *entry(const core::domain::GatewayWithState &gateway);
    [[nodiscard]] QString factsText(const core::domain::GatewayProfile &profile) const;
    [[nodiscard]] core::Status mayManage() const;
    void retranslate();

    const Context &m_context;
    QList<core::domain::GatewayWithState> m_gateways;
    QList<QWidget *> m_entries;
    feedback::EmptyState *m_empty;
    QPushButton *m_emptyAdd;
    QPushButton *m_add;
};

} // namespace ui::pages
