// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session.h"

#include "core/base/logging.h"
#include "core/interfaces/sessionstore.h"
#include "core/services/accountservice.h"
#include "ui/async.h"

#include <QPromise>
#include <memory>

namespace ui {

using core::Result;
using core::Status;
using core::domain::Actor;

namespace {

constexpr std::chrono::milliseconds checkPause{300};
constexpr std::chrono::minutes checkPeriod{1};
constexpr std::chrono::milliseconds keyringPatience{1500};

bool isEnded(const core::Error &error)
{
    return error.kind == core::ErrorKind::PermissionDenied;
}

} // namespace

/** Who came in, and by which token. */
struct Session::Entry
{
    QString token;
    Actor actor;
};

Session::Session(core::services::AccountService &accounts, core::interfaces::SessionStore &store,
                 core::interfaces::ChangeFeed &changes, std::optional<Actor> local, bool isUnclaimed)
    : m_accounts(accounts), m_store(store), m_actor(std::move(local)), m_isUnclaimed(isUnclaimed)
{
    m_soon.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Session::check);
    connect(&m_minute, &QTimer::timeout, this, &Session::check);
    connect(&m_patience, &QTimer::timeout, this, &Session::told);
    connect(&changes, &core::interfaces::ChangeFeed::changed, this, [this](core::interfaces::Changes what) {
        if ((what & core::interfaces::Change::Users) && !m_soon.isActive())
            m_soon.start(checkPause);
    });
    m_minute.start(checkPeriod);
}

void Session::begin()
{
    if (m_actor)
        return;
    m_patience.start(keyringPatience);
    Q_EMIT told();
    whenDone(m_store.load(), this, [this](const Result<QString> &token) {
        m_canStay = token.has_value();
        if (!m_actor && token && !token->isEmpty())
            tryKept(*token);
        else
            stopLooking();
    });
}

void Session::tryKept(const QString &token)
{
    whenDone(m_accounts.authenticate(token), this, [this, token](const Result<Actor> &actor) {
        if (m_actor) // somebody was quicker than the keyring
            return;
        if (actor) {
            m_isKept = true;
            settle({token, *actor});
            return;
        }
        if (isEnded(actor.error())) {
            forget();
            m_why = SignedOut::Ended;
        }
        stopLooking();
    });
}

void Session::stopLooking()
{
    m_patience.stop();
    if (!m_actor)
        Q_EMIT told();
}

QFuture<Result<Session::Entry>> Session::entryOf(core::services::AccountService &accounts, const QString &email,
                                                 const QString &password)
{
    return accounts.signIn(email, password, {})
        .then([&accounts](const Result<core::domain::SignedIn> &signedIn) {
            if (!signedIn)
                return QtFuture::makeReadyFuture(Result<Entry>(tl::unexpect, signedIn.error()));
            return accounts.authenticate(signedIn->token)
                .then([token = signedIn->token](const Result<Actor> &actor) -> Result<Entry> {
                    if (!actor)
                        return core::Failure(actor.error());
                    return Entry{token, *actor};
                });
        })
        .unwrap();
}

QFuture<Result<Session::Entry>> Session::entryWith(core::services::AccountService &accounts,
                                                   QFuture<Result<core::domain::User>> changed, const QString &password)
{
    return changed
        .then([&accounts, password](const Result<core::domain::User> &user) {
            if (!user)
                return QtFuture::makeReadyFuture(Result<Entry>(tl::unexpect, user.error()));
            return entryOf(accounts, user->email, password);
        })
        .unwrap();
}

QFuture<Status> Session::take(const QFuture<Result<Entry>> &future, bool stays)
{
    const auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    whenDone(future, this, [this, promise, stays](const Result<Entry> &entry) {
        if (std::exchange(m_isChanging, false) && !entry)
            m_soon.start(checkPause); // the password may be there all the same
        if (entry) {
            settle(*entry);
            if (stays)
                keep();
            else
                forget();
        }
        promise->addResult(entry ? Status() : Status(tl::unexpect, entry.error()));
        promise->finish();
    });
    return promise->future();
}

void Session::settle(const Entry &entry)
{
    m_patience.stop();
    m_isUnclaimed = false;
    m_token = entry.token;
    m_actor = entry.actor;
    Q_EMIT entered();
}

void Session::keep()
{
    m_isKept = true;
    whenDone(m_store.keep(m_token), this, [this](const Status &kept) {
        if (kept)
            return;
        m_isKept = false;
        qCWarning(core::logUi).noquote() << "event=session_not_kept error=" << kept.error().code;
    });
}

void Session::forget()
{
    m_isKept = false;
    m_store.forget();
}

QFuture<Status> Session::signIn(const QString &email, const QString &password, bool stays)
{
    return take(entryOf(m_accounts, email, password), stays);
}

QFuture<Status> Session::protect(const QString &password)
{
    if (!isLocal())
        return QtFuture::makeReadyFuture(
            Status(tl::unexpect, core::Error::make(core::ErrorKind::PermissionDenied, "signin.needed")));
    m_isChanging = true;
    return take(entryWith(m_accounts, m_accounts.setPassword(*m_actor, m_actor->user, password), password), false);
}

QFuture<Status> Session::claim(const QString &password, bool stays)
{
    m_isChanging = true;
    return take(entryWith(m_accounts, m_accounts.setFirstPassword(password), password), stays);
}

void Session::leave()
{
    if (!m_actor || isLocal())
        return;
    m_accounts.revokeToken(*m_actor, m_actor->token);
    end(SignedOut::ByPerson);
}

void Session::close()
{
    if (m_actor && !isLocal() && !m_isKept)
        m_accounts.revokeToken(*m_actor, m_actor->token);
    m_soon.disconnect(this); // the window stays as it is until it is gone
    m_minute.stop();
}

void Session::check()
{
    if (m_isChanging)
        return;
    if (!m_actor)
        checkClaim();
    else if (isLocal())
        checkNeed();
    else
        checkToken();
}

void Session::checkToken()
{
    whenDone(m_accounts.authenticate(m_token), this, [this, token = m_token](const Result<Actor> &actor) {
        if (token != m_token) // signed out, or in again, meanwhile
            return;
        if (!actor) {
            if (isEnded(actor.error()))
                end(SignedOut::Ended);
            return;
        }
        const bool differs = actor->role != m_actor->role || actor->label != m_actor->label;
        m_actor = *actor;
        if (differs)
            Q_EMIT entered();
    });
}

void Session::checkNeed()
{
    whenDone(m_accounts.needsSignIn(), this, [this](const Result<bool> &needed) {
        if (needed && *needed && isLocal() && !m_isChanging)
            end(SignedOut::NowNeeded);
    });
}

void Session::checkClaim()
{
    if (!m_isUnclaimed)
        return;
    whenDone(m_accounts.entrance(), this, [this](const Result<core::services::Entrance> &entrance) {
        if (!entrance || *entrance == core::services::Entrance::FirstPassword || m_actor || m_isChanging)
            return;
        m_isUnclaimed = false;
        Q_EMIT told();
    });
}

void Session::end(SignedOut why)
{
    if (m_isKept)
        forget();
    m_actor.reset();
    m_token.clear();
    m_why = why;
    Q_EMIT left();
}

} // namespace ui
