// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who may come in, and what people do with accounts: sign in, add and edit users, make and revoke tokens.
 *
 * Rules of the fields stand in core/domain/user and apitoken, of roles in accessrules; files of their own have signing in
 * (accountsignin.cpp), whether one has to (accountentrance.cpp), and tokens (accounttokens.cpp).
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/apitoken.h"
#include "core/domain/page.h"
#include "core/interfaces/delay.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/passwordhasher.h"
#include "core/interfaces/tokenmaker.h"

class QThreadPool;

namespace core::services {

/** A hash takes 64 MiB: a storm of sign-ins waits its turn instead of eating the memory. */
inline constexpr int hashingThreads = 2;

/** How somebody who sits down at the window comes in. */
enum class Entrance : quint8 {
    Open,          ///< a file, in which nobody is but the local administrator, without a password
    SignIn,        ///< always on a server
    FirstPassword, ///< on a server, while nobody could sign in: the local administrator has no password yet, and is alone
};

/** What accounts need besides the database; everything outlives the service. */
struct AccountParts
{
    const interfaces::PasswordHasher &passwords;
    const interfaces::TokenMaker &tokens;
    interfaces::Delay &delay;
    /** Of hashingThreads. nullptr: passwords are hashed at once in the calling thread, where nobody else waits (commands).
     */
    QThreadPool *pool = nullptr;
};

/**
 * Every change is an event of the history; no event and no log line holds a password, a token or a hash.
 * Thread: any. Holds nothing but references; must outlive the futures it gives.
 */
class AccountService
{
public:
    AccountService(interfaces::Executor &executor, const Clock &clock, const AccountParts &parts);

    // Coming in ---------------------------------------------------------------------------------------------------------

    /**
     * A session for 30 days. Takes equally long whether there is such an account or not; inactive users and those without a
     * password are wrong as well. After five failures within a minute a further one is answered later and later.
     * @param address  where the try comes from, counted like the account; blank: this computer
     * Errors: PermissionDenied signin.wrong; Throttled signin.throttled (seconds) after ten failures within a minute;
     * Unavailable password.memory.
     */
    QFuture<Result<domain::SignedIn>> signIn(const QString &email, const QString &password, const QString &address);
    /**
     * Who comes with this token; its use is noted to the minute. One read, for every request.
     * Errors: PermissionDenied token.invalid: unknown, revoked, expired, or of an inactive user.
     */
    QFuture<Result<domain::Actor>> authenticate(const QString &token);
    QFuture<Result<Entrance>> entrance();
    /** Not Entrance::Open. */
    QFuture<Result<bool>> needsSignIn();
    /**
     * Of the local administrator, by whoever comes first while the entrance is FirstPassword: who has the password of the
     * database may do as much on the command line. The event is told of the local administrator.
     * Errors: InvalidInput password; Conflict user.claimed: it is not FirstPassword any more.
     */
    QFuture<Result<domain::User>> setFirstPassword(const QString &password);

    // Users -------------------------------------------------------------------------------------------------------------

    /** By an administrator. Errors: InvalidInput (all fields), Conflict user.email_exists, PermissionDenied. */
    QFuture<Result<domain::User>> create(const domain::Actor &actor, const domain::UserEdit &edit);
    /**
     * By anybody where the setting open_registration allows it; becomes a viewer.
     * Errors: as of create, also on role and active (user:admin_only); PermissionDenied registration.closed.
     */
    QFuture<Result<domain::User>> registerUser(const domain::UserEdit &edit);
    /**
     * Name and password by the user itself, everything by an administrator. A new password ends the sessions of the user but
     * the one that the actor came with.
     * Errors: InvalidInput (all fields); Conflict user.email_exists, user.last_admin, user.local; NotFound user.unknown;
     * PermissionDenied.
     */
    QFuture<Result<domain::User>> edit(const domain::Actor &actor, UserId id, const domain::UserEdit &edit);
    QFuture<Result<domain::User>> setPassword(const domain::Actor &actor, UserId id, const QString &password);
    /** By the user itself or an administrator. Errors: Conflict user.last_admin, user.local; NotFound; PermissionDenied. */
    QFuture<Status> remove(const domain::Actor &actor, UserId id);

    /** Oneself, or anybody for an administrator. Errors: NotFound user.unknown; PermissionDenied. */
    QFuture<Result<domain::User>> find(const domain::Actor &actor, UserId id);
    /** For an administrator. Errors: NotFound user.unknown (address); PermissionDenied. */
    QFuture<Result<domain::User>> findByEmail(const domain::Actor &actor, const QString &email);
    /** For an administrator. sortBy: "" (id), "email". */
    QFuture<Result<domain::Page<domain::User>>> page(const domain::Actor &actor, const domain::PageRequest &request);
    QFuture<Result<qint64>> count(const domain::Actor &actor);

    // Tokens ------------------------------------------------------------------------------------------------------------

    /** For a script of `user`: oneself, or anybody for an administrator. Errors: InvalidInput name, days; NotFound. */
    QFuture<Result<domain::NewToken>> createToken(const domain::Actor &actor, UserId user, const domain::TokenWish &wish);
    /** Sessions and tokens of scripts, by id. @param user  invalid: everybody's, for an administrator */
    QFuture<Result<domain::Page<domain::OwnedToken>>> tokens(const domain::Actor &actor, UserId user,
                                                             const domain::PageRequest &request);
    /** An own one, or any for an administrator; also to sign out. Errors: NotFound token.unknown; PermissionDenied. */
    QFuture<Result<domain::OwnedToken>> revokeToken(const domain::Actor &actor, TokenId id);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    AccountParts m_parts;
};

} // namespace core::services
