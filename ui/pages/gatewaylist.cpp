// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/gatewaylist.h"

#include "core/domain/gatewayreadiness.h"
#include "ui/feedback/card.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/gatewaytext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::pages {

using core::domain::BreakerState;
using core::domain::GatewayWithState;

GatewayList::GatewayList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(theme::space);
    m_grid->setColumnStretch(1, 1);
    rebuild();
}

void GatewayList::setGateways(const QList<GatewayWithState> &gateways, const core::interfaces::EngineSnapshot &snapshot,
                              core::Instant now)
{
    m_gateways = gateways;
    m_snapshot = snapshot;
    m_now = now;
    for (GatewayWithState &gateway : m_gateways) {
        for (const core::interfaces::GatewayActivity &activity : snapshot.gateways) {
            if (activity.gateway == gateway.profile.id)
                gateway.state = activity.state; // fresher than what is stored
        }
    }
    QStringList shown;
    for (const GatewayWithState &gateway : std::as_const(m_gateways))
        shown << gateway.profile.id.text() << gateway.profile.name << stateText(gateway);
    if (shown.join(u'\n') != m_shown) {
        m_shown = shown.join(u'\n');
        rebuild();
    }
}

QString GatewayList::stateText(const GatewayWithState &gateway) const
{
    if (!gateway.profile.enabled)
        return tr("switched off");
    const bool isClosed = gateway.state.breaker == BreakerState::Closed;
    if (const auto next = core::domain::nextTry(gateway.state, m_now)) {
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(*next - m_now);
        return (isClosed ? tr("waits %1") : tr("probe in %1")).arg(texts::durationText(left + std::chrono::seconds{1}));
    }
    if (!isClosed)
        return texts::breakerText(gateway.state.breaker);
    double rate = 0;
    for (const core::interfaces::GatewayActivity &activity : m_snapshot.gateways) {
        if (activity.gateway == gateway.profile.id)
            rate = activity.rate;
    }
    if (gateway.profile.rate)
        return tr("%1 of %2").arg(texts::rateText(rate), texts::rateNumberText(*gateway.profile.rate));
    return rate > 0 ? texts::rateText(rate) : texts::breakerText(BreakerState::Closed);
}

void GatewayList::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its own click may be what asked for it
        delete item;
    }
    if (m_gateways.isEmpty()) {
        QLabel *none = feedback::label("dim", this);
        none->setText(tr("None yet."));
        m_grid->addWidget(none, 0, 0, 1, 3);
        return;
    }
    for (int i = 0; i < m_gateways.size(); ++i) {
        const GatewayWithState &gateway = m_gateways[i];
        auto *dot = new shell::StatusDot(this);
        dot->setColour(theme::gatewayColour(gateway, m_now, palette()));
        auto *name = new QPushButton(gateway.profile.name, this);
        name->setProperty("kind", QStringLiteral("link"));
        name->setObjectName(QStringLiteral("gatewayLinkButton%1").arg(gateway.profile.id.text()));
        auto *state = new QLabel(stateText(gateway), this);
        state->setTextFormat(Qt::PlainText);
        state->setToolTip(texts::gatewayStateText(gateway, m_now));
        state->setObjectName(QStringLiteral("gatewayStateLabel%1").arg(gateway.profile.id.text()));
        state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        name->setAccessibleName(tr("Gateway %1: %2").arg(gateway.profile.name, state->toolTip()));
        connect(name, &QPushButton::clicked, this, [this, id = gateway.profile.id] { Q_EMIT chosen(id); });
        m_grid->addWidget(dot, i, 0, Qt::AlignVCenter);
        m_grid->addWidget(name, i, 1, Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(state, i, 2);
    }
}

void GatewayList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace ui::pages
