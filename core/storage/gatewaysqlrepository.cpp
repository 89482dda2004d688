// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/gatewaysqlrepository.h"

#include "core/storage/dialect.h"
#include "core/storage/jsontext.h"
#include "core/storage/statement.h"

namespace core::storage {

using domain::GatewayProfile;
using domain::GatewayState;
using domain::GatewayWithState;

namespace {

GatewayWithState readGateway(Row &row)
{
    GatewayWithState read;
    GatewayProfile &profile = read.profile;
    profile.id = row.id<GatewayId>();
    profile.name = row.text();
    profile.kind = row.text();
    profile.url = row.text();
    profile.sealedSecret = row.bytes();
    profile.sender = row.text();
    profile.connections = row.small();
    profile.rate = row.optionalReal();
    profile.rateUnit = row.enumerated<domain::RateUnit>();
    profile.timeout = std::chrono::seconds{row.integer()};
    profile.retry.maxAttempts = row.small();
    profile.retry.firstDelay = Milliseconds{row.integer()};
    profile.retry.maxDelay = Milliseconds{row.integer()};
    profile.retry.jitter = row.real();
    profile.retry.factor = row.real();
    profile.options = mapFromJson(row.text());
    profile.enabled = row.flag();
    profile.isDefault = row.flag();
    read.state.breaker = row.enumerated<domain::BreakerState>();
    read.state.since = row.instant();
    read.state.reason = row.text();
    read.state.nextProbeAt = row.optionalInstant();
    read.state.probes = row.small();
    return read;
}

void bindGateway(Statement &statement, const GatewayProfile &profile)
{
    statement.bind(":name", profile.name)
        .bind(":kind", profile.kind)
        .bind(":url", profile.url)
        .bindBytes(":sealed_secret", profile.sealedSecret)
        .bind(":sender", profile.sender)
        .bind(":connections", profile.connections)
        .bind(":rate", profile.rate)
        .bind(":rate_unit", profile.rateUnit)
        .bind(":timeout_s", qint64{profile.timeout.count()})
        .bind(":retry_max_attempts", profile.retry.maxAttempts)
        .bind(":retry_first_delay_ms", qint64{profile.retry.firstDelay.count()})
        .bind(":retry_max_delay_ms", qint64{profile.retry.maxDelay.count()})
        .bind(":retry_jitter", profile.retry.jitter)
        .bind(":retry_factor", profile.retry.factor)
        .bind(":options", jsonObject(profile.options))
        .bind(":enabled", profile.enabled)
        .bind(":is_default", profile.isDefault);
}

Error nameExists(Error error, const QString &name)
{
    if (error.kind == ErrorKind::Conflict && error.code == QLatin1String(uniqueViolation))
        return Error::make(ErrorKind::Conflict, "gateway.name_exists", {name});
    return error;
}

} // namespace

GatewaySqlRepository::GatewaySqlRepository(Connection &connection) : m_connection(connection) {}

Result<GatewayId> GatewaySqlRepository::insert(const GatewayProfile &profile)
{
    Statement insert(m_connection, "gateway_insert");
    bindGateway(insert, profile);
    const Result<qint64> inserted = insert.runInserting();
    if (!inserted)
        return Failure(nameExists(inserted.error(), profile.name));
    const GatewayId id{*inserted};
    HELIOGRAPH_TRY(settleDefault(profile.isDefault ? id : GatewayId()));
    return id;
}

Status GatewaySqlRepository::update(const GatewayProfile &profile)
{
    Statement update(m_connection, "gateway_update");
    bindGateway(update, profile);
    const Result<qint64> changed = update.bind(":id", profile.id).runCounting();
    if (!changed)
        return Failure(nameExists(changed.error(), profile.name));
    if (*changed == 0)
        return Failure(Error::make(ErrorKind::NotFound, "gateway.unknown", {profile.id.text()}));
    return settleDefault(profile.isDefault ? profile.id : GatewayId());
}

Status GatewaySqlRepository::remove(GatewayId id)
{
    Statement remove(m_connection, "gateway_delete");
    HELIOGRAPH_ASSIGN(const qint64 removed, remove.bind(":id", id).runCounting());
    if (removed == 0)
        return Failure(Error::make(ErrorKind::NotFound, "gateway.unknown", {id.text()}));
    return settleDefault(GatewayId());
}

Status GatewaySqlRepository::settleDefault(GatewayId marked)
{
    m_connection.noteChange(interfaces::Change::Gateways);
    if (marked.isValid()) {
        Statement unmark(m_connection, "gateway_unmark_others");
        HELIOGRAPH_TRY(unmark.bind(":id", marked).run());
    }
    Statement ensure(m_connection, "gateway_ensure_default");
    return ensure.run();
}

Result<GatewayWithState> GatewaySqlRepository::find(GatewayId id)
{
    Statement select(m_connection, "gateway_find");
    HELIOGRAPH_ASSIGN(const std::optional<GatewayWithState> gateway, select.bind(":id", id).first(readGateway));
    if (!gateway)
        return Failure(Error::make(ErrorKind::NotFound, "gateway.unknown", {id.text()}));
    return *gateway;
}

Result<std::optional<GatewayWithState>> GatewaySqlRepository::findByName(const QString &name)
{
    Statement select(m_connection, "gateway_find_by_name");
    return select.bind(":name", name).first(readGateway);
}

Result<QList<GatewayWithState>> GatewaySqlRepository::list()
{
    Statement select(m_connection, "gateway_list");
    return select.list(readGateway);
}

Status GatewaySqlRepository::saveState(GatewayId id, const GatewayState &state)
{
    Statement save(m_connection, "gateway_state_save");
    save.bind(":gateway_id", id).bind(":breaker", state.breaker).bind(":since", state.since).bind(":reason", state.reason);
    m_connection.noteChange(interfaces::Change::Gateways);
    return save.bind(":next_probe_at", state.nextProbeAt).bind(":probes", state.probes).run();
}

Result<qint64> GatewaySqlRepository::countWaiting(GatewayId id)
{
    Statement select(m_connection, "gateway_count_waiting");
    return select.bind(":id", id).number();
}

} // namespace core::storage
