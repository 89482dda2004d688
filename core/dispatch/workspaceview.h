// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the dispatcher knows of a workspace: the mailings that run and the gateways, as read in one transaction.
 *
 * Read again after every change and at least twice a second; there is no second truth to keep in step.
 */
#pragma once

#include "core/dispatch/mailingplan.h"
#include "core/domain/gatewayprofile.h"

#include <QList>

namespace core::interfaces {
struct UnitOfWork;
}

namespace core::dispatch {

/** Thread: any (value). */
struct WorkspaceView
{
    QList<MailingPlan> plans; ///< of mailings that are running
    QList<domain::GatewayWithState> gateways;
    QStringList unknownZones; ///< of clients, not known here; looked for where a plan has daily hours
};

[[nodiscard]] Result<WorkspaceView> readWorkspace(interfaces::UnitOfWork &unit);

} // namespace core::dispatch
