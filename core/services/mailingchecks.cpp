// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingchecks.h"

#include "core/domain/messagetemplate.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"

#include <algorithm>

namespace core::services {

using domain::Mailing;
using interfaces::UnitOfWork;

Mailing blankMailing(const domain::MailingEdit &edit, Instant now)
{
    Mailing mailing;
    mailing.startAt = now;
    mailing.endAt = edit.startAt.value_or(now) + std::chrono::hours{24};
    mailing.createdAt = now;
    mailing.updatedAt = now;
    return mailing;
}

Result<QList<MissingField>> missingFields(UnitOfWork &unit, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const auto text, domain::MessageTemplate::parse(mailing.text));
    QList<MissingField> missing;
    for (const QString &key : text.requiredKeys()) {
        HELIOGRAPH_ASSIGN(const qint64 clients, unit.clients.countLacking(mailing.filter, key));
        if (clients > 0)
            missing.append({key, clients});
    }
    return missing;
}

Result<QList<Mailing>> twins(UnitOfWork &unit, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(QList<Mailing> candidates, unit.mailings.twinCandidates(mailing));
    candidates.removeIf([&mailing](const Mailing &other) { return !domain::isTwin(mailing, other); });
    return candidates;
}

Status refuseMissingFields(UnitOfWork &unit, const Mailing &mailing)
{
    if (mailing.allowMissingFields)
        return {};
    HELIOGRAPH_ASSIGN(const auto missing, missingFields(unit, mailing));
    QList<FieldError> errors;
    for (const MissingField &field : missing)
        errors.append(
            {QStringLiteral("text"), QStringLiteral("template:missing"), {field.key, QString::number(field.clients)}});
    if (!errors.isEmpty())
        return Failure(Error::invalid(errors));
    return {};
}

Status refuseTwins(UnitOfWork &unit, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const auto found, twins(unit, mailing));
    if (!found.isEmpty())
        return Failure(Error::make(ErrorKind::Conflict, "mailing.twin", {found.first().name, found.first().id.text()}));
    return {};
}

Status requireKnownGateway(UnitOfWork &unit, GatewayId gateway)
{
    if (!gateway.isValid())
        return {};
    const auto found = unit.gateways.find(gateway);
    if (!found && found.error().kind == ErrorKind::NotFound)
        return Failure(Error::invalidField("gateway", "gateway:unknown", {gateway.text()}));
    if (!found)
        return Failure(found.error());
    return {};
}

Result<std::optional<domain::GatewayWithState>> gatewayOf(UnitOfWork &unit, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
    const auto wanted = std::find_if(gateways.begin(), gateways.end(), [&mailing](const domain::GatewayWithState &gateway) {
        return mailing.gateway.isValid() ? gateway.profile.id == mailing.gateway : gateway.profile.isDefault;
    });
    if (wanted == gateways.end())
        return std::optional<domain::GatewayWithState>();
    return std::optional(*wanted);
}

Status settleGateway(UnitOfWork &unit, Mailing &mailing)
{
    HELIOGRAPH_TRY(requireKnownGateway(unit, mailing.gateway));
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    if (!gateway)
        return Failure(Error::make(ErrorKind::Conflict, "gateway.none"));
    mailing.gateway = gateway->profile.id;
    return {};
}

Status settleGatewayAnew(UnitOfWork &unit, Mailing &mailing)
{
    if (!requireKnownGateway(unit, mailing.gateway))
        mailing.gateway = {};
    return settleGateway(unit, mailing);
}

Status makeReady(UnitOfWork &unit, Mailing &mailing, const MailingConsent &consent)
{
    HELIOGRAPH_TRY(settleGateway(unit, mailing));
    HELIOGRAPH_TRY(refuseMissingFields(unit, mailing));
    return consent.allowDuplicate ? Status() : refuseTwins(unit, mailing);
}

} // namespace core::services
