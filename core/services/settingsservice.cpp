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

/** @param checked  in its stored form */
Status store(UnitOfWork &unit, const domain::Actor &actor, Instant now, const QString &key, const QString &checked)
{
    HELIOGRAPH_ASSIGN(const auto settings, readSettings(unit));
    const QString before = settings.value(key);
    if (key == domain::WorkspaceSettings::defaultGatewayKey())
        HELIOGRAPH_TRY(storeDefaultGateway(unit, checked));
    else // also a default: it then stays when the system's zone changes
        HELIOGRAPH_TRY(unit.settings.set(key, checked));
    if (before == checked)
        return {};
    return record(unit, actor, now, "setting.set", {}, difference({{key, before}}, {{key, checked}}));
}

/** In their stored form. Errors: InvalidInput with all that is wrong. */
Result<QMap<QString, QString>> checkedAll(const QMap<QString, QString> &values)
{
    QMap<QString, QString> stored;
    QList<FieldError> errors;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const Result<QString> checked = domain::WorkspaceSettings::checked(value.key(), value.value());
        if (checked)
            stored.insert(value.key(), *checked);
        else if (checked.error().kind == ErrorKind::NotFound)
            errors.append({value.key(), QStringLiteral("json:unknown"), {}});
        else
            errors += checked.error().fields;
    }
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return stored;
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
        return store(unit, actor, clock.now(), key, checked);
    });
}

QFuture<Result<domain::WorkspaceSettings>> SettingsService::setAll(const domain::Actor &actor,
                                                                   const QMap<QString, QString> &values)
{
    return m_executor.write(Lane::Interactive,
                            [&clock = m_clock, actor, values](UnitOfWork &unit) -> Result<domain::WorkspaceSettings> {
                                HELIOGRAPH_TRY(mayDo(actor, Permission::ManageSettings));
                                HELIOGRAPH_ASSIGN(const auto checked, checkedAll(values));
                                for (auto value = checked.cbegin(); value != checked.cend(); ++value)
                                    HELIOGRAPH_TRY(store(unit, actor, clock.now(), value.key(), value.value()));
                                return readSettings(unit);
                            });
}

} // namespace core::services
