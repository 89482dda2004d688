// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/gatewayjson.h"

#include "core/json/objectreader.h"
#include "core/json/values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::json {

namespace {

double inSeconds(Milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

Milliseconds fromSeconds(double seconds)
{
    constexpr double most = 1e12; // far above every rule of the domain, far below what overflows
    return Milliseconds{std::llround(std::clamp(seconds, -most, most) * 1000)};
}

/** A number that does not fit is refused by the domain's rule for its range. */
int narrowed(qint64 number)
{
    return static_cast<int>(std::clamp<qint64>(number, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

QJsonObject toJson(const domain::RetryLimits &retry)
{
    return {
        {QStringLiteral("max_attempts"), retry.maxAttempts},
        {QStringLiteral("first_delay"), inSeconds(retry.firstDelay)},
        {QStringLiteral("max_delay"), inSeconds(retry.maxDelay)},
        {QStringLiteral("factor"), retry.factor},
        {QStringLiteral("jitter"), retry.jitter},
    };
}

void readRetry(ObjectReader &reader, const domain::GatewayProfile &base, domain::GatewayEdit &edit)
{
    const auto object = reader.object(QStringLiteral("retry"));
    if (!object)
        return;
    ObjectReader inner(*object, QStringLiteral("retry."));
    domain::RetryLimits retry = base.retry;
    if (const auto attempts = inner.integer(QStringLiteral("max_attempts")))
        retry.maxAttempts = narrowed(*attempts);
    if (const auto delay = inner.number(QStringLiteral("first_delay")))
        retry.firstDelay = fromSeconds(*delay);
    if (const auto delay = inner.number(QStringLiteral("max_delay")))
        retry.maxDelay = fromSeconds(*delay);
    if (const auto factor = inner.number(QStringLiteral("factor")))
        retry.factor = *factor;
    if (const auto jitter = inner.number(QStringLiteral("jitter")))
        retry.jitter = *jitter;
    reader.add(inner.errors());
    edit.retry = retry;
}

/** One that breaks no rule. */
domain::GatewayProfile anyGateway()
{
    domain::GatewayProfile profile;
    profile.name = QStringLiteral("gateway");
    profile.kind = QStringLiteral("simulator");
    return profile;
}

} // namespace

QJsonObject toJson(const domain::GatewayWithState &gateway)
{
    const domain::GatewayProfile &profile = gateway.profile;
    QJsonObject options;
    for (auto option = profile.options.begin(); option != profile.options.end(); ++option)
        options.insert(option.key(), option.value());
    return {
        {QStringLiteral("id"), profile.id.value},
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("kind"), profile.kind},
        {QStringLiteral("url"), profile.url},
        {QStringLiteral("sender"), textOrNull(profile.sender)},
        {QStringLiteral("enabled"), profile.enabled},
        {QStringLiteral("is_default"), profile.isDefault},
        {QStringLiteral("connections"), profile.connections},
        {QStringLiteral("rate"), value(profile.rate)},
        {QStringLiteral("rate_unit"), domain::toText(profile.rateUnit)},
        {QStringLiteral("timeout"), static_cast<qint64>(profile.timeout.count())},
        {QStringLiteral("retry"), toJson(profile.retry)},
        {QStringLiteral("options"), options},
        {QStringLiteral("state"), domain::toText(gateway.state.breaker)},
        {QStringLiteral("state_since"), value(gateway.state.since)},
        {QStringLiteral("reason"), textOrNull(gateway.state.reason)},
        {QStringLiteral("next_probe_at"), value(gateway.state.nextProbeAt)},
        {QStringLiteral("has_secret"), !profile.sealedSecret.isEmpty()},
    };
}

Result<domain::GatewayEdit> gatewayEditFromJson(const QJsonObject &object, const domain::GatewayProfile &base)
{
    ObjectReader reader(object);
    domain::GatewayEdit edit;
    edit.name = reader.text(QStringLiteral("name"));
    edit.kind = reader.text(QStringLiteral("kind"));
    edit.url = reader.text(QStringLiteral("url"));
    edit.secret = reader.text(QStringLiteral("secret"));
    if (const auto sender = reader.orNull(QStringLiteral("sender"), &ObjectReader::text))
        edit.sender = sender->value_or(QString());
    if (const auto connections = reader.integer(QStringLiteral("connections")))
        edit.connections = narrowed(*connections);
    edit.rate = reader.orNull(QStringLiteral("rate"), &ObjectReader::number);
    edit.rateUnit = reader.choice(QStringLiteral("rate_unit"), domain::rateUnitFromText);
    if (const auto timeout = reader.integer(QStringLiteral("timeout")))
        edit.timeout = std::chrono::seconds{*timeout};
    readRetry(reader, base, edit);
    edit.options = reader.textMap(QStringLiteral("options"));
    edit.enabled = reader.boolean(QStringLiteral("enabled"));
    edit.isDefault = reader.boolean(QStringLiteral("is_default"));
    reader.skip({QStringLiteral("id"), QStringLiteral("state"), QStringLiteral("state_since"), QStringLiteral("reason"),
                 QStringLiteral("next_probe_at"), QStringLiteral("has_secret")});
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(allErrors(errors, domain::edited(base.id.isValid() ? base : anyGateway(), edit)));
    return edit;
}

} // namespace core::json
