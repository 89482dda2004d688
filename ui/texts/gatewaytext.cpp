// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/gatewaytext.h"

#include "core/domain/gatewayreadiness.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace ui::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

QString timeOfDayText(core::Instant at)
{
    return core::toDateTime(at).toTimeZone(QTimeZone::systemTimeZone()).time().toString(QStringLiteral("HH:mm:ss"));
}

QString brokenText(const core::domain::GatewayState &state, const QString &since, core::Instant now)
{
    const QString reason = errorLabelText(state.reason);
    const auto next = core::domain::nextTry(state, now);
    if (!next)
        return Texts::tr("out of order since %1: %2, will be tried again").arg(since, reason);
    return Texts::tr("out of order since %1: %2, next try at %3").arg(since, reason, timeOfDayText(*next));
}

} // namespace

QString gatewayStateText(const core::domain::GatewayWithState &gateway, core::Instant now)
{
    using core::domain::BreakerState;
    const core::domain::GatewayState &state = gateway.state;
    if (!gateway.profile.enabled)
        return Texts::tr("switched off");
    const QString since = dateTimeText(state.since, now, QTimeZone::systemTimeZone());
    switch (state.breaker) {
    case BreakerState::Open:
        return brokenText(state, since, now);
    case BreakerState::HalfOpen:
        return Texts::tr("being tried again, out of order since %1: %2").arg(since, errorLabelText(state.reason));
    case BreakerState::Attention:
        return Texts::tr("needs attention since %1: %2").arg(since, errorLabelText(state.reason));
    case BreakerState::Closed:
        if (const auto until = core::domain::nextTry(state, now))
            return Texts::tr("asked to wait until %1: %2").arg(timeOfDayText(*until), errorLabelText(state.reason));
        break;
    case BreakerState::KeyMissing:
        break;
    }
    return breakerText(state.breaker);
}

} // namespace ui::texts
