// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/gatewayfactory.h"

#include "core/gateways/httpjsongateway.h"
#include "core/gateways/simulatedgateway.h"

namespace core::gateways {

namespace {

using Made = Result<std::unique_ptr<interfaces::Gateway>>;

Made makeSimulated(const domain::GatewayProfile &profile)
{
    HELIOGRAPH_ASSIGN(const SimulatedBehaviour behaviour, SimulatedBehaviour::fromOptions(profile.options));
    return std::make_unique<SimulatedGateway>(profile.connections, behaviour);
}

} // namespace

GatewayFactory::GatewayFactory(const Clock &clock) : m_clock(clock) {}

Made GatewayFactory::make(const domain::GatewayProfile &profile, const QByteArray &secret)
{
    if (profile.kind == QLatin1String("http-json"))
        return HttpJsonGateway::create(profile, secret, m_clock);
    if (profile.kind == QLatin1String("simulator"))
        return makeSimulated(profile);
    return Failure(Error::make(ErrorKind::InvalidInput, "gateway.kind", {profile.kind}));
}

bool GatewayFactory::recognisesRepeats(const domain::GatewayProfile &profile) const
{
    return profile.kind == QLatin1String("http-json") || profile.kind == QLatin1String("simulator");
}

} // namespace core::gateways
