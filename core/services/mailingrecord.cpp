// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingrecord.h"

#include "core/interfaces/mailingrepository.h"
#include "core/json/mailingjson.h"
#include "core/services/history.h"

namespace core::services {

using domain::Actor;
using domain::Mailing;
using interfaces::UnitOfWork;

QJsonObject recordOf(const Mailing &mailing)
{
    QJsonObject object = json::toJson(mailing);
    object.insert(QStringLiteral("allow_missing_fields"), mailing.allowMissingFields);
    return object;
}

Result<Mailing> insertMailing(UnitOfWork &unit, const Actor &actor, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const MailingId id, unit.mailings.insert(mailing));
    HELIOGRAPH_ASSIGN(Mailing stored, unit.mailings.find(id));
    HELIOGRAPH_TRY(
        record(unit, actor, stored.createdAt, "mailing.create", {.mailing = id}, difference({}, recordOf(stored))));
    return stored;
}

Status storeMailing(UnitOfWork &unit, const Actor &actor, Instant now, const char *action, const Mailing &before,
                    Mailing &after)
{
    if (after == before)
        return {};
    after.updatedAt = now;
    HELIOGRAPH_TRY(unit.mailings.update(after));
    return record(unit, actor, now, action, {.mailing = after.id}, difference(recordOf(before), recordOf(after)));
}

} // namespace core::services
