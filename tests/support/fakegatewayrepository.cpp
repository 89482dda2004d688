// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakegatewayrepository.h"

namespace tests {

using core::domain::GatewayProfile;
using core::domain::GatewayWithState;
using core::domain::MessageStatus;
using core::interfaces::Change;

namespace {

core::Error unknownGateway()
{
    return core::Error::make(core::ErrorKind::NotFound, "gateway.unknown");
}
core::Error nameExists(const QString &name)
{
    return core::Error::make(core::ErrorKind::Conflict, "gateway.name_exists", {name});
}

} // namespace

FakeGatewayRepository::FakeGatewayRepository(FakeData &data) : m_data(data) {}

core::Result<core::GatewayId> FakeGatewayRepository::insert(const GatewayProfile &profile)
{
    if (nameTaken(profile.name, {}))
        return core::Failure(nameExists(profile.name));
    const bool first = m_data.gateways.isEmpty();
    GatewayProfile stored = profile;
    stored.id = core::GatewayId{m_data.newId()};
    m_data.gateways.insert(stored.id, {stored, {}});
    if (first || profile.isDefault)
        markDefault(stored.id);
    m_data.changes |= Change::Gateways;
    return stored.id;
}

core::Status FakeGatewayRepository::update(const GatewayProfile &profile)
{
    const auto found = m_data.gateways.find(profile.id);
    if (found == m_data.gateways.end())
        return core::Failure(unknownGateway());
    if (nameTaken(profile.name, profile.id))
        return core::Failure(nameExists(profile.name));
    const bool wasDefault = found->profile.isDefault;
    found->profile = profile;
    found->profile.isDefault = wasDefault; // the mark is moved, never dropped
    if (profile.isDefault)
        markDefault(profile.id);
    m_data.changes |= Change::Gateways;
    return {};
}

core::Status FakeGatewayRepository::remove(core::GatewayId id)
{
    const auto found = m_data.gateways.find(id);
    if (found == m_data.gateways.end())
        return core::Failure(unknownGateway());
    const bool wasDefault = found->profile.isDefault;
    m_data.gateways.erase(found);
    if (wasDefault && !m_data.gateways.isEmpty())
        markDefault(m_data.gateways.firstKey());
    m_data.changes |= Change::Gateways;
    return {};
}

core::Result<GatewayWithState> FakeGatewayRepository::find(core::GatewayId id)
{
    const auto found = m_data.gateways.constFind(id);
    if (found == m_data.gateways.cend())
        return core::Failure(unknownGateway());
    return *found;
}

core::Result<std::optional<GatewayWithState>> FakeGatewayRepository::findByName(const QString &name)
{
    for (const GatewayWithState &gateway : std::as_const(m_data.gateways)) {
        if (gateway.profile.name == name)
            return std::optional(gateway);
    }
    return std::optional<GatewayWithState>();
}

core::Result<QList<GatewayWithState>> FakeGatewayRepository::list()
{
    QList<GatewayWithState> gateways = m_data.gateways.values();
    std::sort(gateways.begin(), gateways.end(),
              [](const GatewayWithState &a, const GatewayWithState &b) { return a.profile.name < b.profile.name; });
    return gateways;
}

core::Status FakeGatewayRepository::saveState(core::GatewayId id, const core::domain::GatewayState &state)
{
    const auto found = m_data.gateways.find(id);
    if (found == m_data.gateways.end())
        return core::Failure(unknownGateway());
    found->state = state;
    m_data.changes |= Change::Gateways;
    return {};
}

core::Result<qint64> FakeGatewayRepository::countWaiting(core::GatewayId id)
{
    return std::count_if(m_data.messages.cbegin(), m_data.messages.cend(), [&](const FakeMessage &entry) {
        const bool waits = entry.message.status == MessageStatus::Pending || entry.message.status == MessageStatus::Sending;
        return waits && m_data.mailings.value(entry.message.mailing).mailing.gateway == id;
    });
}

bool FakeGatewayRepository::nameTaken(const QString &name, core::GatewayId except) const
{
    return std::any_of(m_data.gateways.cbegin(), m_data.gateways.cend(), [&](const GatewayWithState &gateway) {
        return gateway.profile.name == name && gateway.profile.id != except;
    });
}

void FakeGatewayRepository::markDefault(core::GatewayId id)
{
    for (GatewayWithState &gateway : m_data.gateways)
        gateway.profile.isDefault = gateway.profile.id == id;
}

} // namespace tests
