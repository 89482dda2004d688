// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/settingsservice.h"

#include "core/services/accessrules.h"
#include "core/services/history.h"

namespace core::services {

using interfaces::Lane;
using interfaces::UnitOfWork;

SettingsService::SettingsService(interfaces::Executor &executor, const Clock &clock) : m_executor(executor), m_clock(clock)
{}

QFuture<Result<domain::WorkspaceSettings>> SettingsService::settings()
{
    return m_executor.read([](UnitOfWork &unit) { return unit.settings.settings(); });
}

QFuture<Status> SettingsService::set(const domain::Actor &actor, const QString &key, const QString &value)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, key, value](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageSettings));
        HELIOGRAPH_ASSIGN(const QString checked, domain::WorkspaceSettings::checked(key, value));
        HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
        const QString before = settings.value(key);
        HELIOGRAPH_TRY(unit.settings.set(key, checked)); // also a default: it then stays when the system's zone changes
        if (before == checked)
            return {};
        return record(unit, actor, clock.now(), "setting.set", {}, difference({{key, before}}, {{key, checked}}));
    });
}

} // namespace core::services
