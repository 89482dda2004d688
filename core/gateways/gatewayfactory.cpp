// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/gatewayfactory.h"

#include "core/gateways/httpjsongateway.h"
#include "core/gateways/simulatedgateway.h"

namespace core::gateways {

namespace {

using Made = Result<std::unique_ptr<interfaces::Gateway>>;
using Options = QMap<QString, QString>;

/** A misspelled option would be left alone in silence. */
QList<FieldError> unknownOptions(const Options &options, const QStringList &known)
{
    QList<FieldError> errors;
    for (const QString &name : options.keys()) {
        if (!known.contains(name))
            errors.append({QStringLiteral("options.") + name,
                           QStringLiteral("gateway:option"),
                           {name, known.join(QLatin1String(", "))}});
    }
    return errors;
}

template <typename T>
Status checked(const Options &options, const QStringList &known, const Result<T> &read)
{
    QList<FieldError> errors = unknownOptions(options, known);
    if (!read)
        errors += read.error().fields;
    return errors.isEmpty() ? Status() : Failure(Error::invalid(std::move(errors)));
}

Made makeSimulated(const domain::GatewayProfile &profile)
{
    HELIOGRAPH_ASSIGN(const SimulatedBehaviour behaviour, SimulatedBehaviour::fromOptions(profile.options));
    return std::make_unique<SimulatedGateway>(profile.connections, behaviour);
}

} // namespace

GatewayFactory::GatewayFactory(const Clock &clock) : m_clock(clock) {}

Status GatewayFactory::check(const domain::GatewayProfile &profile) const
{
    if (profile.kind == QLatin1String("http-json"))
        return checked(profile.options, HttpJsonGateway::optionNames(), HttpJsonGateway::tlsOf(profile));
    if (profile.kind == QLatin1String("simulator"))
        return checked(profile.options, SimulatedBehaviour::optionNames(), SimulatedBehaviour::fromOptions(profile.options));
    return Failure(Error::make(ErrorKind::InvalidInput, "gateway.kind", {profile.kind}));
}

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
