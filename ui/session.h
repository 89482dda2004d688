// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who sits at the window, from the sign-in to its end.
 *
 * Shows nothing: MainWindow shows pages/signinpage while there is nobody, and a workbench for whoever is there. Passwords
 * and tokens are judged by core/services/accountservice.
 */
#pragma once

#include "core/domain/user.h"
#include "core/interfaces/changefeed.h"

#include <QFuture>
#include <QTimer>
#include <optional>

namespace core {
namespace interfaces {
class SessionStore;
}
namespace services {
class AccountService;
}
} // namespace core

namespace ui {

/** Why nobody is signed in. */
enum class SignedOut : quint8 {
    AtStart,
    ByPerson,
    Ended,     ///< revoked, expired, or the user is gone or inactive; also of a session that was kept
    NowNeeded, ///< there is more than the local administrator now, or it has a password
};

/**
 * Promises:
 *  - Where nobody needs to sign in, the local administrator is there from the beginning, and nobody is asked.
 *  - Another role or address, and the end of the session, are noticed within a second, wherever they come from.
 *  - A database that does not answer ends no session.
 *  - A session that is not kept ends with the program.
 *
 * Thread: main. The parts outlive it.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    /**
     * @param local        who is there without a sign-in; nothing: people sign in here
     * @param isUnclaimed  nobody could: the first password is to be set
     */
    Session(core::services::AccountService &accounts, core::interfaces::SessionStore &store,
            core::interfaces::ChangeFeed &changes, std::optional<core::domain::Actor> local, bool isUnclaimed = false);

    /** On whose behalf the window acts; nothing: nobody is signed in. */
    [[nodiscard]] const std::optional<core::domain::Actor> &actor() const { return m_actor; }
    /** The local administrator, who did not sign in. */
    [[nodiscard]] bool isLocal() const { return m_actor && !m_actor->token.isValid(); }
    [[nodiscard]] SignedOut why() const { return m_why; }
    /** A session that was kept is being looked for. */
    [[nodiscard]] bool isLooking() const { return m_patience.isActive(); }
    /** False: the desktop's keyring does not answer. */
    [[nodiscard]] bool canStay() const { return m_canStay; }

    /** Nobody can sign in yet: claim() is what there is to do. */
    [[nodiscard]] bool isUnclaimed() const { return m_isUnclaimed; }

    /** Looks for a session that was kept, unless somebody is there: entered() or told() follow, even if a keyring hangs. */
    void begin();
    /**
     * @param stays  also after the next start
     * Errors: those of AccountService::signIn.
     */
    QFuture<core::Status> signIn(const QString &email, const QString &password, bool stays);
    /**
     * Gives the local administrator a password: people sign in from then on, and this window is signed in already.
     * Errors: those of AccountService::setPassword and signIn; PermissionDenied signin.needed: it is somebody else by now.
     */
    QFuture<core::Status> protect(const QString &password);
    /**
     * Sets the first password of a workspace that is unclaimed, and signs in with it.
     * Errors: those of AccountService::setFirstPassword and signIn.
     */
    QFuture<core::Status> claim(const QString &password, bool stays);
    /** Signs out. Nothing happens where nobody needs to sign in. */
    void leave();
    /** The program ends. */
    void close();

Q_SIGNALS:
    /** actor() is somebody else than before, or has another role, address or token. */
    void entered();
    /** Nobody is signed in any more; why() says why. */
    void left();
    /** isLooking(), why(), canStay() or isUnclaimed() has changed while nobody is signed in. */
    void told();

private:
    struct Entry;

    static QFuture<core::Result<Entry>> entryOf(core::services::AccountService &accounts, const QString &email,
                                                const QString &password);
    /** Signs in whoever has just got a password. */
    static QFuture<core::Result<Entry>> entryWith(core::services::AccountService &accounts,
                                                  QFuture<core::Result<core::domain::User>> changed,
                                                  const QString &password);
    QFuture<core::Status> take(const QFuture<core::Result<Entry>> &future, bool stays);
    void settle(const Entry &entry);
    void keep();
    void forget();
    void tryKept(const QString &token);
    void stopLooking();
    void check();
    void checkToken();
    void checkNeed();
    void checkClaim();
    void end(SignedOut why);

    core::services::AccountService &m_accounts;
    core::interfaces::SessionStore &m_store;
    std::optional<core::domain::Actor> m_actor;
    QString m_token; ///< by which it came in; blank: local
    SignedOut m_why = SignedOut::AtStart;
    bool m_isUnclaimed;
    bool m_isKept = false;
    bool m_canStay = true;
    bool m_isChanging = false; ///< a password is on its way that makes a sign-in needed, and the sign-in with it
    QTimer m_soon;             ///< what was changed is looked at
    QTimer m_minute;           ///< a session ends by itself, too
    QTimer m_patience;         ///< for a keyring that does not answer
};

} // namespace ui
