// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Sends one message to try a gateway, apart from the dispatcher and its thread.
 */
#pragma once

#include "core/interfaces/gateway.h"

#include <QObject>
#include <QThread>

namespace core::gateways {

/**
 * Runs a gateway of its own for each message on a thread of its own; the profile's timeout holds.
 *
 * The answer of the gateway is the result, whatever it is; errors: those of the factory, and Cancelled
 * gateway.test_cancelled for what is open when the sender is destroyed. Thread: any; destroy it on the one that made it.
 */
class TestSender final : public interfaces::TestSender
{
public:
    /** @param factory  outlives the sender */
    explicit TestSender(interfaces::GatewayFactory &factory);
    ~TestSender() override;

    QFuture<Result<interfaces::GatewayAnswer>> send(const domain::GatewayProfile &profile, const QByteArray &secret,
                                                    const interfaces::OutgoingMessage &message) override;

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker; ///< lives and dies on the thread
};

} // namespace core::gateways
