// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/statuscolours.h"

#include "core/domain/gatewayreadiness.h"
#include "ui/theme/theme.h"

#include <array>

namespace ui::theme {

namespace {

using core::domain::BreakerState;
using core::domain::MessageStatus;

struct Pair
{
    QRgb light;
    QRgb dark;
};

// Indexed by the status.
constexpr std::array<Pair, core::domain::allMessageStatuses.size()> table{{{0x8a8f98, 0x8a8f98},
                                                                           {0x56b4e9, 0x7cc7f2},
                                                                           {0x0072b2, 0x3d9be0},
                                                                           {0x009e73, 0x2fc49a},
                                                                           {0xe69f00, 0xf0b23e},
                                                                           {0xd55e00, 0xee7d3a},
                                                                           {0x8c6d31, 0xb8944f},
                                                                           {0xb9bdc4, 0x5e636b},
                                                                           {0x5b5f66, 0x9aa1ab},
                                                                           {0xb5679b, 0xcf86b7}}};

} // namespace

QColor statusColour(MessageStatus status, const QPalette &palette)
{
    const Pair &pair = table[static_cast<std::size_t>(status)];
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

QBrush statusBrush(MessageStatus status, const QPalette &palette)
{
    const bool hatched = status == MessageStatus::Cancelled || status == MessageStatus::OptedOut;
    return QBrush(statusColour(status, palette), hatched ? Qt::BDiagPattern : Qt::SolidPattern);
}

QColor gatewayColour(const core::domain::GatewayWithState &gateway, core::Instant now, const QPalette &palette)
{
    if (!gateway.profile.enabled)
        return statusColour(MessageStatus::Pending, palette);
    const bool waits = gateway.state.breaker == BreakerState::Closed && !core::domain::isReady(gateway.state, now);
    return breakerColour(waits ? BreakerState::Open : gateway.state.breaker, palette);
}

QColor breakerColour(BreakerState state, const QPalette &palette)
{
    switch (state) {
    case BreakerState::Closed:
        return statusColour(MessageStatus::Delivered, palette);
    case BreakerState::Open:
    case BreakerState::HalfOpen:
        return statusColour(MessageStatus::Undelivered, palette);
    case BreakerState::Attention:
    case BreakerState::KeyMissing:
        break;
    }
    return statusColour(MessageStatus::Failed, palette);
}

const QList<MessageStatus> &statusOrder()
{
    static const QList<MessageStatus> order{MessageStatus::Delivered,   MessageStatus::Sent,     MessageStatus::Sending,
                                            MessageStatus::Undelivered, MessageStatus::Failed,   MessageStatus::Unknown,
                                            MessageStatus::Expired,     MessageStatus::OptedOut, MessageStatus::Cancelled,
                                            MessageStatus::Pending};
    return order;
}

} // namespace ui::theme
