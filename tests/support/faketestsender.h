// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A TestSender that keeps what it was given, and answers what the test says. For tests only.
 */
#pragma once

#include "core/interfaces/gateway.h"

namespace tests {

/** Thread: one at a time. */
class FakeTestSender final : public core::interfaces::TestSender
{
public:
    core::interfaces::GatewayAnswer answer{.text = QStringLiteral("OK")};
    core::domain::GatewayProfile profile; ///< of the last one, as the rest
    QByteArray secret;
    QList<core::interfaces::OutgoingMessage> sent;

    QFuture<core::Result<core::interfaces::GatewayAnswer>> send(const core::domain::GatewayProfile &to,
                                                                const QByteArray &plainSecret,
                                                                const core::interfaces::OutgoingMessage &message) override
    {
        profile = to;
        secret = plainSecret;
        sent.append(message);
        return QtFuture::makeReadyFuture(core::Result<core::interfaces::GatewayAnswer>(answer));
    }
};

} // namespace tests
