// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How one gateway is reached, and the state its circuit breaker is in.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <optional>

namespace core::domain {

/** Bounds of the retry schedule. The defaults suit a gateway that recovers within minutes. */
struct RetryLimits
{
    int maxAttempts = 8; ///< the first try counts
    Milliseconds firstDelay = std::chrono::seconds{2};
    Milliseconds maxDelay = std::chrono::minutes{15};
    double jitter = 0.2; ///< share of the delay, to either side; 0 … 0.9
    double factor = 2;   ///< each delay is so many times the one before; 1 … 10

    bool operator==(const RetryLimits &) const = default;
};

enum class RateUnit : quint8 { Messages, Parts };

struct GatewayProfile
{
    GatewayId id;
    QString name; ///< unique, 1–64 characters
    QString kind; ///< one of gatewayKinds()
    QString url;
    QByteArray sealedSecret; ///< encrypted; empty: none
    QString sender;
    int connections = 64;       ///< 1 … 512
    std::optional<double> rate; ///< per second
    RateUnit rateUnit = RateUnit::Messages;
    std::chrono::seconds timeout{10}; ///< 1 … 300, of the whole request
    RetryLimits retry;
    QMap<QString, QString> options; ///< of the kind
    bool enabled = true;
    bool isDefault = false;

    bool operator==(const GatewayProfile &) const = default;
};

/** "http-json", "simulator"; more kinds come with their own work. What they are made of: core/gateways/gatewayfactory. */
[[nodiscard]] const QStringList &gatewayKinds();

/** What somebody wants to set; a field that is not set stays as it is. The secret is sealed by the service. */
struct GatewayEdit
{
    std::optional<QString> name;
    std::optional<QString> kind;
    std::optional<QString> url;
    std::optional<QString> secret; ///< plain; blank removes it
    std::optional<QString> sender;
    std::optional<int> connections;
    std::optional<std::optional<double>> rate;
    std::optional<RateUnit> rateUnit;
    std::optional<std::chrono::seconds> timeout;
    std::optional<RetryLimits> retry;
    std::optional<QMap<QString, QString>> options; ///< all of them; not set and another kind: none
    std::optional<bool> enabled;
    std::optional<bool> isDefault;
};

/** `base` with everything but the secret applied, right or wrong. */
[[nodiscard]] GatewayProfile applied(const GatewayProfile &base, const GatewayEdit &edit);

/**
 * The same, checked but for the options, whose rules stand with their kind (interfaces::GatewayFactory::check).
 * Errors: InvalidInput with all field errors at once: name, kind, url, secret, connections, rate, timeout,
 * retry.max_attempts, retry.first_delay, retry.max_delay, retry.factor, retry.jitter.
 */
[[nodiscard]] Result<GatewayProfile> edited(const GatewayProfile &base, const GatewayEdit &edit);

enum class BreakerState : quint8 { Closed, Open, HalfOpen, Attention, KeyMissing };

/** Visible in the window and in `gateway list`; survives a restart. */
struct GatewayState
{
    BreakerState breaker = BreakerState::Closed;
    Instant since{};
    QString reason;                     ///< errorLabel of the last failure; while closed: of its wish that we wait
    std::optional<Instant> nextProbeAt; ///< while closed: it asked us to wait until then
    int probes = 0;                     ///< failed probes since it opened

    bool operator==(const GatewayState &) const = default;
};

struct GatewayWithState
{
    GatewayProfile profile;
    GatewayState state;
};

[[nodiscard]] QString toText(BreakerState state); ///< "closed", "half_open", "key_missing"
[[nodiscard]] QString toText(RateUnit unit);
[[nodiscard]] std::optional<RateUnit> rateUnitFromText(const QString &text);

} // namespace core::domain
