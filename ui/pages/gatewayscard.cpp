// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/gatewayscard.h"

#include "core/domain/gatewayreadiness.h"
#include "core/services/accessrules.h"
#include "ui/feedback/emptystate.h"
#include "ui/permissions.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/gatewaytext.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::pages {

using core::domain::BreakerState;
using core::domain::GatewayWithState;

GatewaysCard::GatewaysCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_empty(new feedback::EmptyState(this)), m_add(new QPushButton(this))
{
    setObjectName(QStringLiteral("gatewaysCard"));
    m_add->setObjectName(QStringLiteral("addGatewayButton"));
    m_add->setProperty("kind", QStringLiteral("link"));
    headingRow()->addWidget(m_add);
    m_emptyAdd = m_empty->addOffer(QStringLiteral("emptyAddGatewayButton"), [this] { Q_EMIT addRequested(); });
    body()->setSpacing(0);
    body()->addWidget(m_empty, 1);
    body()->addStretch();
    connect(m_add, &QPushButton::clicked, this, &GatewaysCard::addRequested);
    retranslate();
}

void GatewaysCard::setGateways(const QList<GatewayWithState> &gateways)
{
    m_gateways = gateways;
    fill();
}

void GatewaysCard::fill()
{
    for (QWidget *old : std::exchange(m_entries, {})) {
        old->hide();
        old->deleteLater(); // its own button may be what changes it
    }
    m_empty->setVisible(m_gateways.isEmpty());
    m_add->setVisible(!m_gateways.isEmpty());
    for (const GatewayWithState &gateway : m_gateways) {
        m_entries << entry(gateway);
        body()->insertWidget(static_cast<int>(m_entries.size()), m_entries.last());
    }
}

QString GatewaysCard::factsText(const core::domain::GatewayProfile &profile) const
{
    const QString address = profile.kind == u"simulator" ? tr("built-in simulator: nothing is really sent") : profile.url;
    const QString speed = profile.rate ? tr("at most %1").arg(texts::rateText(*profile.rate)) : tr("as fast as it answers");
    return QStringList{address, speed}.join(QStringLiteral(" · "));
}

QWidget *GatewaysCard::entry(const GatewayWithState &gateway)
{
    const auto &profile = gateway.profile;
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 2 * theme::space, 0, 0);
    column->setSpacing(theme::space);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * theme::space);
    auto *dot = new shell::StatusDot(made);
    dot->setColour(theme::gatewayColour(gateway, m_context.clock.now(), palette()));
    auto *name = feedback::label("section", made);
    name->setText(profile.name);
    top->addWidget(dot);
    top->addWidget(name);
    if (profile.isDefault) {
        auto *badge = feedback::label("badge", made);
        badge->setText(tr("default"));
        top->addWidget(badge, 0, Qt::AlignVCenter);
    }
    auto *state = feedback::label("dim", made);
    state->setText(texts::gatewayStateText(gateway, m_context.clock.now()));
    state->setObjectName(QStringLiteral("gatewayStateLabel_") + profile.name);
    state->setWordWrap(true);
    top->addWidget(state, 1);
    const auto addButton = [&](const QString &text, const QString &objectName,
                               void (GatewaysCard::*signal)(core::GatewayId)) {
        auto *button = new QPushButton(text, made);
        button->setObjectName(objectName + profile.name);
        button->setAccessibleName(tr("%1: %2", "a button, and the gateway it is for").arg(text, profile.name));
        offer(button, mayManage());
        connect(button, &QPushButton::clicked, this, [this, signal, id = profile.id] { Q_EMIT(this->*signal)(id); });
        top->addWidget(button);
    };
    if (!core::domain::isReady(gateway.state, m_context.clock.now()))
        addButton(tr("Use again"), QStringLiteral("resetGatewayButton_"), &GatewaysCard::resetRequested);
    addButton(tr("Edit"), QStringLiteral("editGatewayButton_"), &GatewaysCard::editRequested);
    auto *facts = feedback::label("small", made);
    facts->setContentsMargins(4 * theme::space, 0, 0, 2 * theme::space);
    facts->setText(factsText(profile));
    facts->setWordWrap(true);
    column->addLayout(top);
    column->addWidget(facts);
    column->addWidget(feedback::line(made));
    return made;
}

core::Status GatewaysCard::mayManage() const
{
    return core::services::mayDo(m_context.actor, core::services::Permission::ManageGateways);
}

void GatewaysCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void GatewaysCard::retranslate()
{
    setHeading(tr("Gateways"));
    m_add->setText(tr("Add a gateway"));
    m_empty->setText(
        tr("No gateway is connected"),
        tr("A gateway takes the messages and brings them to the phones. Your operator gives you its address and a "
           "token; to try the program without one, add the simulator."));
    m_emptyAdd->setText(tr("Connect a gateway…"));
    for (QPushButton *button : {m_add, m_emptyAdd})
        offer(button, mayManage());
    fill();
}

} // namespace ui::pages
