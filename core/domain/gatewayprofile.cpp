// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/gatewayprofile.h"

#include "core/domain/textrules.h"

#include <QUrl>
#include <array>
#include <cmath>

namespace core::domain {

namespace {

constexpr int maxName = 64;
constexpr int maxConnections = 512;
constexpr std::chrono::seconds maxTimeout{300};
constexpr int mostAttempts = 100;
constexpr std::chrono::hours longestDelay{24};
constexpr double largestFactor = 10;
constexpr double largestJitter = 0.9;

constexpr std::array breakerNames{"closed", "open", "half_open", "attention", "key_missing"};
constexpr std::array rateUnitNames{"messages", "parts"};

template <typename T>
void apply(const std::optional<T> &change, T &target)
{
    if (change)
        target = *change;
}

} // namespace

GatewayProfile applied(const GatewayProfile &base, const GatewayEdit &edit)
{
    GatewayProfile profile = base;
    apply(edit.name, profile.name);
    apply(edit.kind, profile.kind);
    profile.kind = profile.kind.trimmed();
    apply(edit.url, profile.url);
    apply(edit.sender, profile.sender);
    apply(edit.connections, profile.connections);
    apply(edit.rate, profile.rate);
    apply(edit.rateUnit, profile.rateUnit);
    apply(edit.timeout, profile.timeout);
    apply(edit.retry, profile.retry);
    if (edit.options)
        profile.options = *edit.options;
    else if (profile.kind != base.kind) // they were of the other kind
        profile.options.clear();
    apply(edit.enabled, profile.enabled);
    apply(edit.isDefault, profile.isDefault);
    profile.name = profile.name.simplified();
    profile.url = profile.url.trimmed();
    profile.sender = profile.sender.trimmed();
    return profile;
}

namespace {

/** What is wrong with the address; nullptr: nothing. The simulator lives in the program and has none. */
const char *urlProblem(const GatewayProfile &profile)
{
    if (profile.kind == QLatin1String("simulator"))
        return nullptr;
    const QUrl url(profile.url, QUrl::StrictMode);
    // Addresses are shown, logged and exported; secrets are sealed.
    if (!url.userInfo().isEmpty())
        return "gateway:url_secret";
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    // The request id is appended to the text of the address; without a path it would become part of the host or its port.
    if (!url.isValid() || !web || url.host().isEmpty() || url.path().isEmpty())
        return "gateway:url";
    return url.hasQuery() || url.hasFragment() ? "gateway:url_query" : nullptr;
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

FieldError outside(const char *field, double least, double most)
{
    return {QString::fromLatin1(field), QStringLiteral("number:range"), {QString::number(least), QString::number(most)}};
}

/** In seconds, as they are told. */
double inSeconds(Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

QList<FieldError> problemsOf(const RetryLimits &retry)
{
    QList<FieldError> errors;
    if (retry.maxAttempts < 1 || retry.maxAttempts > mostAttempts)
        errors << outside("retry.max_attempts", 1, mostAttempts);
    const bool hasFirst = retry.firstDelay > Milliseconds::zero() && retry.firstDelay <= longestDelay;
    if (!hasFirst)
        errors << outside("retry.first_delay", 0.001, inSeconds(longestDelay));
    const Milliseconds least = hasFirst ? retry.firstDelay : Milliseconds{1};
    if (retry.maxDelay < least || retry.maxDelay > longestDelay)
        errors << outside("retry.max_delay", inSeconds(least), inSeconds(longestDelay));
    // Written so that what is no number is refused too.
    if (!(retry.factor >= 1 && retry.factor <= largestFactor))
        errors << outside("retry.factor", 1, largestFactor);
    if (!(retry.jitter >= 0 && retry.jitter <= largestJitter))
        errors << outside("retry.jitter", 0, largestJitter);
    return errors;
}

} // namespace

const QStringList &gatewayKinds()
{
    static const QStringList kinds{QStringLiteral("http-json"), QStringLiteral("simulator")};
    return kinds;
}

Result<GatewayProfile> edited(const GatewayProfile &base, const GatewayEdit &edit)
{
    GatewayProfile profile = applied(base, edit);
    QList<FieldError> errors;
    const auto require = [&errors](bool holds, const char *field, const char *code, const QStringList &args = {}) {
        if (!holds)
            errors.append({QString::fromLatin1(field), QString::fromLatin1(code), args});
    };
    require(!profile.name.isEmpty(), "name", "name:empty");
    require(characterCount(profile.name) <= maxName, "name", "name:too_long", {QString::number(maxName)});
    require(gatewayKinds().contains(profile.kind), "kind", "gateway:kind",
            {profile.kind, gatewayKinds().join(QLatin1String(", "))});
    if (const char *problem = urlProblem(profile)) {
        const bool tellsAddress = qstrcmp(problem, "gateway:url") == 0; // the others may hold a secret
        require(false, "url", problem, tellsAddress ? QStringList{profile.url} : QStringList());
    }
    require(!edit.secret || isOneLine(*edit.secret), "secret", "gateway:secret"); // it goes into a header
    require(profile.connections >= 1 && profile.connections <= maxConnections, "connections", "number:range",
            {QStringLiteral("1"), QString::number(maxConnections)});
    require(!profile.rate || (std::isfinite(*profile.rate) && *profile.rate > 0), "rate", "rate:range");
    require(profile.timeout.count() >= 1 && profile.timeout <= maxTimeout, "timeout", "number:range",
            {QStringLiteral("1"), QString::number(maxTimeout.count())});
    errors << problemsOf(profile.retry);
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return profile;
}

QString toText(BreakerState state)
{
    return QString::fromLatin1(breakerNames.at(static_cast<std::size_t>(state)));
}

QString toText(RateUnit unit)
{
    return QString::fromLatin1(rateUnitNames.at(static_cast<std::size_t>(unit)));
}

std::optional<RateUnit> rateUnitFromText(const QString &text)
{
    for (const RateUnit unit : {RateUnit::Messages, RateUnit::Parts}) {
        if (toText(unit) == text)
            return unit;
    }
    return std::nullopt;
}

} // namespace core::domain
