// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accountservice.h"

#include "core/interfaces/userrepository.h"
#include "core/json/userjson.h"
#include "core/services/accessrules.h"
#include "core/services/accountchecks.h"
#include "core/services/hashing.h"
#include "core/services/history.h"

namespace core::services {

using domain::Actor;
using domain::User;
using domain::UserEdit;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

/** What differs, under the address of the account; that the password was changed, but not to what. */
Difference differenceOf(const UserChange &change, bool hasNewPassword)
{
    QJsonObject is = json::toJson(change.after);
    if (hasNewPassword)
        is.insert(QStringLiteral("password"), QStringLiteral("changed"));
    return difference(json::toJson(change.before), is, {QStringLiteral("id"), QStringLiteral("email")});
}

/** @param hash  of a new password; empty: the password stays */
Result<User> storeChange(UnitOfWork &unit, const Actor &actor, Instant now, const UserChange &change, const QByteArray &hash)
{
    const bool hasNewPassword = !hash.isEmpty();
    if (change.after == change.before && !hasNewPassword)
        return change.before;
    HELIOGRAPH_TRY(unit.users.update(change.after));
    if (hasNewPassword) {
        HELIOGRAPH_TRY(unit.users.setPasswordHash(change.after.id, hash));
        HELIOGRAPH_TRY(unit.users.removeSessions(change.after.id, actor.token));
    }
    HELIOGRAPH_TRY(record(unit, actor, now, "user.edit", {}, differenceOf(change, hasNewPassword)));
    return change.after;
}

Result<User> inserted(UnitOfWork &unit, User user, Instant now, const QByteArray &hash)
{
    user.createdAt = now;
    HELIOGRAPH_ASSIGN(user.id, unit.users.insert(user));
    HELIOGRAPH_TRY(unit.users.setPasswordHash(user.id, hash));
    return user;
}

/** A password that is not given is too short: nobody comes in without. */
UserEdit withPassword(UserEdit edit)
{
    edit.password = edit.password.value_or(QString());
    return edit;
}

} // namespace

AccountService::AccountService(interfaces::Executor &executor, const Clock &clock, const AccountParts &parts)
    : m_executor(executor), m_clock(clock), m_parts(parts)
{}

QFuture<Result<User>> AccountService::create(const Actor &actor, const UserEdit &edit)
{
    const UserEdit wanted = withPassword(edit);
    HashedChange change;
    change.check = [actor, wanted](UnitOfWork &) -> Status {
        HELIOGRAPH_TRY(checkedUser(actor, wanted));
        return {};
    };
    change.store = [&clock = m_clock, actor, wanted](UnitOfWork &unit, const QByteArray &hash) -> Result<User> {
        HELIOGRAPH_ASSIGN(const User checked, checkedUser(actor, wanted));
        HELIOGRAPH_ASSIGN(const User user, inserted(unit, checked, clock.now(), hash));
        HELIOGRAPH_TRY(record(unit, actor, user.createdAt, "user.add", {}, difference({}, json::toJson(user))));
        return user;
    };
    return storeHashed(m_executor, m_parts, *wanted.password, change);
}

QFuture<Result<User>> AccountService::registerUser(const UserEdit &edit)
{
    const UserEdit wanted = withPassword(edit);
    HashedChange change;
    change.check = [wanted](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(checkedRegistration(unit, wanted));
        return {};
    };
    change.store = [&clock = m_clock, wanted](UnitOfWork &unit, const QByteArray &hash) -> Result<User> {
        HELIOGRAPH_ASSIGN(const User checked, checkedRegistration(unit, wanted));
        HELIOGRAPH_ASSIGN(const User user, inserted(unit, checked, clock.now(), hash));
        const Actor self{user.id, user.email, user.role};
        HELIOGRAPH_TRY(record(unit, self, user.createdAt, "user.register", {}, difference({}, json::toJson(user))));
        return user;
    };
    return storeHashed(m_executor, m_parts, *wanted.password, change);
}

QFuture<Result<User>> AccountService::edit(const Actor &actor, UserId id, const UserEdit &edit)
{
    const auto store = [&clock = m_clock, actor, id, edit](UnitOfWork &unit, const QByteArray &hash) -> Result<User> {
        HELIOGRAPH_ASSIGN(const UserChange change, checkedChange(unit, actor, id, edit));
        return storeChange(unit, actor, clock.now(), change, hash);
    };
    if (!edit.password)
        return m_executor.write(Lane::Interactive, [store](UnitOfWork &unit) { return store(unit, {}); });
    HashedChange change;
    change.check = [actor, id, edit](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(checkedChange(unit, actor, id, edit));
        return {};
    };
    change.store = store;
    return storeHashed(m_executor, m_parts, *edit.password, change);
}

QFuture<Result<User>> AccountService::setPassword(const Actor &actor, UserId id, const QString &password)
{
    UserEdit wanted;
    wanted.password = password;
    return edit(actor, id, wanted);
}

QFuture<Status> AccountService::remove(const Actor &actor, UserId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Status {
        HELIOGRAPH_ASSIGN(const User user, checkedRemoval(unit, actor, id));
        HELIOGRAPH_TRY(unit.users.remove(id));
        return record(unit, actor, clock.now(), "user.delete", {}, difference(json::toJson(user), {}));
    });
}

QFuture<Result<User>> AccountService::find(const Actor &actor, UserId id)
{
    return m_executor.read([actor, id](UnitOfWork &unit) -> Result<User> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, id));
        return unit.users.find(id);
    });
}

QFuture<Result<User>> AccountService::findByEmail(const Actor &actor, const QString &email)
{
    return m_executor.read([actor, email](UnitOfWork &unit) -> Result<User> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageUsers));
        HELIOGRAPH_ASSIGN(const auto user, unit.users.findByEmail(domain::comparableEmail(email)));
        if (!user)
            return Failure(Error::make(ErrorKind::NotFound, "user.unknown", {email}));
        return *user;
    });
}

QFuture<Result<domain::Page<User>>> AccountService::page(const Actor &actor, const domain::PageRequest &request)
{
    return m_executor.read([actor, request](UnitOfWork &unit) -> Result<domain::Page<User>> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageUsers));
        return unit.users.page(request);
    });
}

QFuture<Result<qint64>> AccountService::count(const Actor &actor)
{
    return m_executor.read([actor](UnitOfWork &unit) -> Result<qint64> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageUsers));
        return unit.users.count();
    });
}

} // namespace core::services
