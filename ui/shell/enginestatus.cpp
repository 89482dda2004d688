// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/enginestatus.h"

#include "core/domain/gatewayreadiness.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/sendingtext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace ui::shell {

using core::domain::BreakerState;
using Phase = core::interfaces::SendingPhase;

EngineStatus::EngineStatus(QWidget *parent)
    : QWidget(parent), m_dot(new StatusDot(this)), m_rate(feedback::label("section", this)),
      m_place(feedback::label("small", this)), m_gateways(feedback::label("small", this)),
      m_workspace(feedback::label("small", this))
{
    setObjectName(QStringLiteral("engineStatus"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_dot, 0, 0);
    grid->addWidget(m_rate, 0, 1);
    grid->addWidget(m_place, 1, 0, 1, 2);
    grid->addWidget(m_gateways, 2, 0, 1, 2);
    grid->addWidget(m_workspace, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    for (QLabel *label : {m_rate, m_place, m_gateways, m_workspace})
        label->setWordWrap(true);
    m_rate->setObjectName(QStringLiteral("engineRateLabel"));
    m_place->setObjectName(QStringLiteral("enginePlaceLabel"));
    m_gateways->setObjectName(QStringLiteral("engineGatewaysLabel"));
    m_workspace->setObjectName(QStringLiteral("workspaceLabel"));
    retranslate();
}

void EngineStatus::setSnapshot(const core::interfaces::EngineSnapshot &snapshot, core::Instant now)
{
    m_snapshot = snapshot;
    m_now = now;
    m_heard = true;
    retranslate();
}

void EngineStatus::setSending(const Sending &sending)
{
    m_sending = sending;
    retranslate();
}

void EngineStatus::setWorkspace(const QString &name)
{
    m_name = name;
    retranslate();
}

void EngineStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void EngineStatus::showHeadline()
{
    QColor colour = theme::statusColour(core::domain::MessageStatus::Pending, palette());
    if (!m_snapshot.problem.isEmpty()) {
        m_rate->setText(feedback::codeText(m_snapshot.problem));
        colour = theme::breakerColour(BreakerState::Attention, palette());
    } else if (m_sending.isNobody()) {
        m_rate->setText(texts::sendingText(m_sending));
        colour = theme::breakerColour(BreakerState::Attention, palette());
    } else if (m_sending.phase == Phase::Starting || (m_sending.phase == Phase::Here && !m_heard)) {
        m_rate->setText(tr("Getting ready"));
    } else if (m_sending.phase != Phase::Here) {
        m_rate->setText(texts::sendingText(m_sending));
    } else if (m_snapshot.rate > 0) {
        m_rate->setText(tr("Sending %1").arg(texts::rateText(m_snapshot.rate)));
        colour = theme::breakerColour(BreakerState::Closed, palette());
    } else {
        m_rate->setText(tr("Nothing is being sent"));
    }
    m_dot->setColour(colour);
}

void EngineStatus::retranslate()
{
    const auto isReady = [this](const auto &gateway) {
        return gateway.enabled && core::domain::isReady(gateway.state, m_now);
    };
    const auto total = m_snapshot.gateways.size();
    const auto ready = std::count_if(m_snapshot.gateways.cbegin(), m_snapshot.gateways.cend(), isReady);
    const bool isHere = m_sending.phase == Phase::Here && m_heard;
    showHeadline();
    m_place->setText(isHere ? texts::sendingText(m_sending) : texts::notHereMeaning(m_sending));
    m_place->setVisible(!m_place->text().isEmpty());
    m_place->setToolTip(texts::othersText(m_sending));
    m_gateways->setText(total == 0 ? tr("no gateway yet")
                                   : tr("%1 of %n gateway(s) ready", nullptr, static_cast<int>(total)).arg(ready));
    m_gateways->setVisible(isHere); // else nobody tells of them
    m_workspace->setText(QCoreApplication::translate("Desktop", m_name.toUtf8().constData()));
    QStringList said;
    for (const QLabel *label : {m_rate, m_place, m_gateways}) {
        if (!label->isHidden())
            said << label->text();
    }
    setAccessibleName(said.join(QStringLiteral(", ")));
}

} // namespace ui::shell
