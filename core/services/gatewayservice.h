// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What people and scripts do with gateway profiles: add, edit, remove, try, put back to work.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gateway.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/secretstore.h"

namespace core::services {

/** Thread: any. Holds nothing but references. */
class GatewayService
{
public:
    GatewayService(interfaces::Executor &executor, const Clock &clock, interfaces::SecretStore &secrets,
                   const interfaces::GatewayFactory &kinds, interfaces::TestSender &tester);

    /** Errors: InvalidInput (all fields, also options.<name>), Conflict gateway.name_exists, Unavailable key.…,
     * PermissionDenied. */
    QFuture<Result<domain::GatewayWithState>> add(const domain::Actor &actor, const domain::GatewayEdit &edit);
    /** A changed secret or URL ends the state `attention`. */
    QFuture<Result<domain::GatewayWithState>> edit(const domain::Actor &actor, GatewayId id,
                                                   const domain::GatewayEdit &edit);
    /** Errors: Conflict gateway.in_use (messages, mailings) while messages wait for it or an active mailing names it. */
    QFuture<Status> remove(const domain::Actor &actor, GatewayId id);
    /** Closes the breaker by hand: sending goes on at once. */
    QFuture<Status> reset(const domain::Actor &actor, GatewayId id);
    /** Sends one message outside of any mailing. Errors: InvalidInput phone:…; key.missing. */
    QFuture<Result<interfaces::GatewayAnswer>> test(const domain::Actor &actor, GatewayId id, const QString &phone,
                                                    const QString &text);

    QFuture<Result<QList<domain::GatewayWithState>>> list();
    /** Errors: NotFound gateway.unknown. */
    QFuture<Result<domain::GatewayWithState>> find(GatewayId id);
    /** Errors: NotFound gateway.unknown_name (name). */
    QFuture<Result<domain::GatewayWithState>> findByName(const QString &name);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    interfaces::SecretStore &m_secrets;
    const interfaces::GatewayFactory &m_kinds;
    interfaces::TestSender &m_tester;
};

} // namespace core::services
