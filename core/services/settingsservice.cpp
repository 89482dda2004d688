// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/settingsservice.h"

#include "core/interfaces/gatewayrepository.h"
#include "core/services/accessrules.h"
#include "core/services/history.h"

#include <algorithm>

namespace core::services {

using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

Result<domain::WorkspaceSettings> readSettings(UnitOfWork &unit)
{
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
    const auto marked = std::find_if(gateways.begin(), gateways.end(),
                                     [](const domain::GatewayWithState &gateway) { return gateway.profile.isDefault; });
    return settings.withDefaultGateway(marked == gateways.end() ? QString() : marked->profile.name);
}

/** Moves the mark. */
Status storeDefaultGateway(UnitOfWork &unit, const QString &name)
{
    HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
    if (gateways.isEmpty())
        return Failure(Error::make(ErrorKind::Conflict, "gateway.none"));
    QStringList names;
    for (const domain::GatewayWithState &gateway : gateways) {
        names.append(gateway.profile.name);
        if (gateway.profile.name != name)
            continue;
        domain::GatewayProfile profile = gateway.profile;
        profile.isDefault = true;
        return unit.gateways.update(profile);
    }
    return Failure(Error::invalid({{domain::WorkspaceSettings::defaultGatewayKey(),
                                    QStringLiteral("setting:gateway"),
                                    {name, names.join(QLatin1String(", "))}}}));
}

} // namespace

SettingsService::SettingsService(interfaces::Executor &executor, const Clock &clock) : m_executor(executor), m_clock(clock)
{}

QFuture<Result<domain::WorkspaceSettings>> SettingsService::settings()
{
    return m_executor.read(readSettings);
}

QFuture<Status> SettingsService::set(const domain::Actor &actor, const QString &key, const QString &value)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, key, value](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageSettings));
        HELIOGRAPH_ASSIGN(const QString checked, domain::WorkspaceSettings::checked(key, value));
        HELIOGRAPH_ASSIGN(const auto settings, readSettings(unit));
        const QString before = settings.value(key);
        if (key == domain::WorkspaceSettings::defaultGatewayKey())
            HELIOGRAPH_TRY(storeDefaultGateway(unit, checked));
        else // also a default: it then stays when the system's zone changes
            HELIOGRAPH_TRY(unit.settings.set(key, checked));
        if (before == checked)
            return {};
        return record(unit, actor, clock.now(), "setting.set", {}, difference({{key, before}}, {{key, checked}}));
    });
}

} // namespace core::services
