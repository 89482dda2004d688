// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The workspace's settings, checked and recorded in the history.
 *
 * The setting default_gateway is the mark that `gateway set NAME --default` moves as well: one truth, two ways to it.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/settingsrepository.h"

namespace core::services {

/** Thread: any. Holds nothing but references. */
class SettingsService
{
public:
    SettingsService(interfaces::Executor &executor, const Clock &clock);

    QFuture<Result<domain::WorkspaceSettings>> settings();
    /**
     * Errors: NotFound setting.unknown (key), InvalidInput on the key, PermissionDenied; for default_gateway also Conflict
     * gateway.none.
     */
    QFuture<Status> set(const domain::Actor &actor, const QString &key, const QString &value);
    /** All of them or none; returns the settings as they are then. Errors: InvalidInput with all that is wrong (also
     * json:unknown), else as of set(). */
    QFuture<Result<domain::WorkspaceSettings>> setAll(const domain::Actor &actor, const QMap<QString, QString> &values);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
};

} // namespace core::services
