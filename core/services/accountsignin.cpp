// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of AccountService about signing in with a password.

#include "core/base/logging.h"
#include "core/interfaces/userrepository.h"
#include "core/services/accountservice.h"
#include "core/services/hashing.h"
#include "core/services/history.h"
#include "core/services/signinlimits.h"

#include <QCryptographicHash>

namespace core::services {

using domain::SignedIn;
using domain::User;
using interfaces::UnitOfWork;

namespace {

constexpr std::chrono::days sessionTime{30};

/** One try, and under which keys its failure is counted. They are hashed: people type passwords in the wrong field. */
struct SignInTry
{
    QString email;
    QString address;
    QList<QByteArray> keys;
};

QByteArray keyOf(const char *kind, const QString &value)
{
    return QCryptographicHash::hash(QByteArray(kind) + ':' + value.toUtf8(), QCryptographicHash::Sha256);
}

SignInTry signInTry(const QString &email, const QString &address)
{
    SignInTry attempt;
    attempt.email = domain::comparableEmail(email);
    attempt.address = address.trimmed();
    attempt.keys.append(keyOf("account", attempt.email));
    if (!attempt.address.isEmpty())
        attempt.keys.append(keyOf("address", attempt.address));
    return attempt;
}

/** Of whichever of account and address has more. Errors: Throttled signin.throttled (seconds). */
Result<int> failuresBefore(UnitOfWork &unit, const SignInTry &attempt, Instant now)
{
    int most = 0;
    std::chrono::seconds wait{0};
    for (const QByteArray &key : attempt.keys) {
        HELIOGRAPH_ASSIGN(const auto failures, unit.users.failedSignIns(key, now - signInWindow, now));
        most = std::max(most, failures.count);
        wait = std::max(wait, waitBeforeTry(failures, now));
    }
    if (wait.count() > 0)
        return Failure(Error::make(ErrorKind::Throttled, "signin.throttled", {QString::number(wait.count())}));
    return most;
}

/** Whose password would be the right one; without a hash: nobody's would. */
struct Candidate
{
    User user;
    QByteArray hash;
};

Result<Candidate> candidateOf(UnitOfWork &unit, const SignInTry &attempt)
{
    HELIOGRAPH_ASSIGN(const std::optional<User> user, unit.users.findByEmail(attempt.email));
    if (!user || !user->active)
        return Candidate();
    HELIOGRAPH_ASSIGN(const QByteArray hash, unit.users.passwordHash(user->id));
    return Candidate{*user, hash};
}

/** Takes as long where there is nothing to compare with. */
bool fits(const interfaces::PasswordHasher &hasher, const QString &password, const Candidate &candidate)
{
    if (!candidate.hash.isEmpty())
        return hasher.verify(password, candidate.hash);
    std::ignore = hasher.hash(password);
    return false;
}

/** What became of a try. */
struct Verdict
{
    std::optional<SignedIn> signedIn; ///< nothing: it was wrong
    int failuresBefore = 0;
};

Result<SignedIn> newSession(UnitOfWork &unit, const interfaces::TokenMaker &tokens, const User &user,
                            const SignInTry &attempt, Instant now)
{
    domain::ApiToken session;
    session.user = user.id;
    session.kind = domain::TokenKind::Session;
    session.createdAt = now;
    session.expiresAt = now + sessionTime;
    HELIOGRAPH_ASSIGN(const QString text, tokens.make());
    HELIOGRAPH_TRY(unit.users.insertToken(session, tokens.hash(text)));
    HELIOGRAPH_TRY(unit.users.removeExpiredSessions(now));
    QJsonObject what{{QStringLiteral("id"), user.id.value}, {QStringLiteral("email"), user.email}};
    if (!attempt.address.isEmpty())
        what.insert(QStringLiteral("address"), attempt.address);
    HELIOGRAPH_TRY(record(unit, {user.id, user.email, user.role}, now, "user.sign_in", {}, difference({}, what)));
    return SignedIn{text, *session.expiresAt, user};
}

Status noteFailure(UnitOfWork &unit, const SignInTry &attempt, const Candidate &candidate, Instant now)
{
    HELIOGRAPH_TRY(unit.users.forgetFailedSignIns(now - signInWindow));
    for (const QByteArray &key : attempt.keys)
        HELIOGRAPH_TRY(unit.users.noteFailedSignIn(key, now));
    qCWarning(logApp).noquote() << QLatin1String("event=sign_in_failed user=") + candidate.user.id.text() +
                                       QLatin1String(" address=") + logValue(attempt.address);
    return {};
}

/**
 * The counts are asked again within the transaction that changes them: however many try at once, ten are answered.
 * Errors: as of failuresBefore.
 */
Result<Verdict> settled(UnitOfWork &unit, const interfaces::TokenMaker &tokens, const SignInTry &attempt,
                        const Candidate &tried, bool isRight, Instant now)
{
    Verdict verdict;
    HELIOGRAPH_ASSIGN(verdict.failuresBefore, failuresBefore(unit, attempt, now));
    HELIOGRAPH_ASSIGN(const Candidate candidate, candidateOf(unit, attempt));
    // Whoever was deactivated or got another password meanwhile stays outside.
    if (isRight && candidate.hash == tried.hash) {
        HELIOGRAPH_ASSIGN(verdict.signedIn, newSession(unit, tokens, candidate.user, attempt, now));
        return verdict;
    }
    HELIOGRAPH_TRY(noteFailure(unit, attempt, candidate, now));
    return verdict;
}

QFuture<Result<SignedIn>> answered(interfaces::Delay &delay, const Result<Verdict> &verdict)
{
    if (!verdict)
        return failed<SignedIn>(verdict.error());
    if (verdict->signedIn)
        return QtFuture::makeReadyFuture(Result<SignedIn>(*verdict->signedIn));
    const Error wrong = Error::make(ErrorKind::PermissionDenied, "signin.wrong");
    const Milliseconds pause = answerDelay(verdict->failuresBefore);
    if (pause == Milliseconds::zero())
        return failed<SignedIn>(wrong);
    return delay.after(pause).then([wrong] { return Result<SignedIn>(tl::unexpect, wrong); });
}

} // namespace

QFuture<Result<SignedIn>> AccountService::signIn(const QString &email, const QString &password, const QString &address)
{
    const SignInTry attempt = signInTry(email, address);
    struct Tried
    {
        Candidate candidate;
        bool isRight = false;
    };
    return m_executor
        .read([&clock = m_clock, attempt](UnitOfWork &unit) -> Result<Candidate> {
            HELIOGRAPH_TRY(failuresBefore(unit, attempt, clock.now()));
            return candidateOf(unit, attempt);
        })
        .then([parts = m_parts, password](const Result<Candidate> &candidate) {
            if (!candidate)
                return failed<Tried>(candidate.error());
            return onPool(parts.pool, [&hasher = parts.passwords, password, candidate = *candidate]() -> Result<Tried> {
                return Tried{candidate, fits(hasher, password, candidate)};
            });
        })
        .unwrap()
        .then([&executor = m_executor, &clock = m_clock, &tokens = m_parts.tokens, attempt](const Result<Tried> &tried) {
            if (!tried)
                return failed<Verdict>(tried.error());
            return executor.write(interfaces::Lane::Interactive,
                                  [&clock, &tokens, attempt, tried = *tried](UnitOfWork &unit) {
                                      return settled(unit, tokens, attempt, tried.candidate, tried.isRight, clock.now());
                                  });
        })
        .unwrap()
        .then([&delay = m_parts.delay](const Result<Verdict> &verdict) { return answered(delay, verdict); })
        .unwrap();
}

} // namespace core::services
