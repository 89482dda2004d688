// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rules of mailings that need the database: missing fields, twins, gateways. Used by mailingservice only.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/interfaces/executor.h"
#include "core/services/mailingservice.h"

namespace core::services {

/** A mailing nobody has said anything about yet: begins now, ends a day after its start. */
[[nodiscard]] domain::Mailing blankMailing(const domain::MailingEdit &edit, Instant now);

/** Fields without fallback that clients of the audience lack. */
Result<QList<MissingField>> missingFields(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);
Result<QList<domain::Mailing>> twins(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);

/** Errors: InvalidInput text (template:missing, one a field), unless the mailing allows it. */
Status refuseMissingFields(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);
/** Errors: Conflict mailing.twin (name, id). */
Status refuseTwins(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);
/** Errors: InvalidInput gateway (gateway:unknown) if it names one that is not there. */
Status requireKnownGateway(interfaces::UnitOfWork &unit, GatewayId gateway);
/** The gateway of the mailing, else the default one; nothing: there is none. */
Result<std::optional<domain::GatewayWithState>> gatewayOf(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);

/** Fills in the default gateway where none is named. Errors: as above, Conflict gateway.none. */
Status settleGateway(interfaces::UnitOfWork &unit, domain::Mailing &mailing);

/** The same where the chosen gateway may have been removed since: then the default one. Errors: Conflict gateway.none. */
Status settleGatewayAnew(interfaces::UnitOfWork &unit, domain::Mailing &mailing);

/** Everything a mailing must fulfil to be sent; fills in the default gateway. Errors: as above. */
Status makeReady(interfaces::UnitOfWork &unit, domain::Mailing &mailing, const MailingConsent &consent);

} // namespace core::services
