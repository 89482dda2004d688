// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Clients, mailings and gateways with sensible defaults, so that a test names only what matters to it.
 *
 * `aClient().tags({u"vip"_qs}).build()`; a builder also turns into its value by itself.
 */
#pragma once

#include "core/domain/client.h"
#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"

namespace tests {

/** 79990000000 + number. */
[[nodiscard]] core::domain::PhoneNumber phoneNumber(int number);

/** A client in Europe/Moscow; the phone is 79990000001, operator code 999, unless said otherwise. */
class ClientBuilder
{
public:
    ClientBuilder();

    ClientBuilder &phone(int number); ///< phoneNumber(number), and its operator code
    ClientBuilder &phone(core::domain::PhoneNumber phone);
    ClientBuilder &operatorCode(const QString &code);
    ClientBuilder &tags(const QStringList &tags);
    ClientBuilder &timezone(const QString &name);
    ClientBuilder &attribute(const QString &key, const QString &value);
    ClientBuilder &optedOut(core::Instant at);
    ClientBuilder &consent(const QString &note);
    ClientBuilder &updatedAt(core::Instant at);

    [[nodiscard]] core::domain::Client build() const { return m_client; }
    operator core::domain::Client() const { return m_client; }

private:
    core::domain::Client m_client;
};

/** A running mailing to everybody with the text "Hello", from 2024-03-01T08:00:00Z for four hours, without window. */
class MailingBuilder
{
public:
    MailingBuilder();

    MailingBuilder &name(const QString &name);
    MailingBuilder &text(const QString &text);
    MailingBuilder &filter(const core::domain::AudienceFilter &filter);
    MailingBuilder &state(core::domain::MailingState state);
    MailingBuilder &times(core::Instant start, core::Instant end);
    MailingBuilder &window(const core::domain::SendWindow &window);
    MailingBuilder &gateway(core::GatewayId gateway);
    MailingBuilder &rateLimit(double perSecond);
    MailingBuilder &priority(core::domain::Priority priority);
    MailingBuilder &live();
    MailingBuilder &repeats(core::domain::Repeat repeat);
    MailingBuilder &series(core::MailingId series);
    MailingBuilder &archived(core::Instant at);

    [[nodiscard]] core::domain::Mailing build() const { return m_mailing; }
    operator core::domain::Mailing() const { return m_mailing; }

private:
    core::domain::Mailing m_mailing;
};

/** A gateway named "main" of kind http-json on a loopback address, without limits but four connections. */
class GatewayBuilder
{
public:
    GatewayBuilder();

    GatewayBuilder &name(const QString &name);
    GatewayBuilder &kind(const QString &kind);
    GatewayBuilder &connections(int connections);
    GatewayBuilder &rate(double perSecond, core::domain::RateUnit unit = core::domain::RateUnit::Messages);
    GatewayBuilder &timeout(std::chrono::seconds timeout);
    GatewayBuilder &retry(const core::domain::RetryLimits &limits);
    GatewayBuilder &isDefault(bool isDefault);
    GatewayBuilder &enabled(bool enabled);

    [[nodiscard]] core::domain::GatewayProfile build() const { return m_profile; }
    operator core::domain::GatewayProfile() const { return m_profile; }

private:
    core::domain::GatewayProfile m_profile;
};

[[nodiscard]] inline ClientBuilder aClient()
{
    return {};
}
[[nodiscard]] inline MailingBuilder aMailing()
{
    return {};
}
[[nodiscard]] inline GatewayBuilder aGateway()
{
    return {};
}

} // namespace tests
