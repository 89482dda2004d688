// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of AccountService about whether one has to sign in, and the password that a workspace on a server begins with.

#include "core/interfaces/instancerepository.h"
#include "core/interfaces/userrepository.h"
#include "core/json/userjson.h"
#include "core/services/accountservice.h"
#include "core/services/hashing.h"
#include "core/services/history.h"

namespace core::services {

using domain::User;
using interfaces::UnitOfWork;

namespace {

/** Nobody but the local administrator, who has no password. */
Result<bool> isUntouched(UnitOfWork &unit)
{
    HELIOGRAPH_ASSIGN(const qint64 users, unit.users.count());
    HELIOGRAPH_ASSIGN(const std::optional<User> local, unit.users.findByEmail(domain::localEmail()));
    if (users != 1 || !local)
        return false;
    HELIOGRAPH_ASSIGN(const QByteArray hash, unit.users.passwordHash(local->id));
    return hash.isEmpty();
}

Result<Entrance> entranceOf(UnitOfWork &unit)
{
    HELIOGRAPH_ASSIGN(const bool untouched, isUntouched(unit));
    if (!untouched)
        return Entrance::SignIn;
    // Only a server has a clock; whoever reaches it is not thereby the one person who sits at this computer.
    HELIOGRAPH_ASSIGN(const auto serverTime, unit.instances.serverTime());
    return serverTime ? Entrance::FirstPassword : Entrance::Open;
}

Status stillUnclaimed(UnitOfWork &unit)
{
    HELIOGRAPH_ASSIGN(const Entrance entrance, entranceOf(unit));
    if (entrance != Entrance::FirstPassword)
        return Failure(Error::make(ErrorKind::Conflict, "user.claimed"));
    return {};
}

} // namespace

QFuture<Result<Entrance>> AccountService::entrance()
{
    return m_executor.read(&entranceOf);
}

QFuture<Result<bool>> AccountService::needsSignIn()
{
    return m_executor.read([](UnitOfWork &unit) -> Result<bool> {
        HELIOGRAPH_ASSIGN(const Entrance entrance, entranceOf(unit));
        return entrance != Entrance::Open;
    });
}

QFuture<Result<User>> AccountService::setFirstPassword(const QString &password)
{
    domain::UserEdit wanted;
    wanted.password = password;
    HashedChange change;
    change.check = [wanted](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(stillUnclaimed(unit));
        HELIOGRAPH_ASSIGN(const User local, unit.users.localUser());
        HELIOGRAPH_TRY(domain::edited(local, wanted));
        return {};
    };
    change.store = [&clock = m_clock](UnitOfWork &unit, const QByteArray &hash) -> Result<User> {
        HELIOGRAPH_ASSIGN(const User local, unit.users.localUser());
        // Two may have come first. The update makes the second one wait for the first, and then see what it did.
        HELIOGRAPH_TRY(unit.users.update(local));
        HELIOGRAPH_TRY(stillUnclaimed(unit));
        HELIOGRAPH_TRY(unit.users.setPasswordHash(local.id, hash));
        const QJsonObject what{{QStringLiteral("id"), local.id.value}, {QStringLiteral("email"), local.email}};
        QJsonObject is = what;
        is.insert(QStringLiteral("password"), QStringLiteral("changed"));
        HELIOGRAPH_TRY(record(unit, {local.id, local.email, local.role}, clock.now(), "user.edit", {},
                              difference(what, is, {QStringLiteral("id"), QStringLiteral("email")})));
        return local;
    };
    return storeHashed(m_executor, m_parts, password, change);
}

} // namespace core::services
