// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/builders.h"

#include "tests/support/manualclock.h"

namespace tests {

core::domain::PhoneNumber phoneNumber(int number)
{
    return core::domain::PhoneNumber::fromNumber(79'990'000'000 + number);
}

ClientBuilder::ClientBuilder()
{
    phone(1);
    m_client.timezone = QStringLiteral("Europe/Moscow");
    m_client.owner = core::UserId{1};
    m_client.createdAt = at("2024-01-01T00:00:00Z");
    m_client.updatedAt = m_client.createdAt;
}

ClientBuilder &ClientBuilder::phone(int number)
{
    return phone(phoneNumber(number));
}

ClientBuilder &ClientBuilder::phone(core::domain::PhoneNumber phone)
{
    m_client.phone = phone;
    m_client.operatorCode = phone.operatorCode();
    return *this;
}

ClientBuilder &ClientBuilder::operatorCode(const QString &code)
{
    m_client.operatorCode = code;
    return *this;
}

ClientBuilder &ClientBuilder::tags(const QStringList &tags)
{
    m_client.tags = tags;
    return *this;
}

ClientBuilder &ClientBuilder::timezone(const QString &name)
{
    m_client.timezone = name;
    return *this;
}

ClientBuilder &ClientBuilder::attribute(const QString &key, const QString &value)
{
    m_client.attributes.insert(key, value);
    return *this;
}

ClientBuilder &ClientBuilder::optedOut(core::Instant at)
{
    m_client.optedOutAt = at;
    return *this;
}

ClientBuilder &ClientBuilder::consent(const QString &note)
{
    m_client.consent = note;
    return *this;
}

ClientBuilder &ClientBuilder::updatedAt(core::Instant at)
{
    m_client.updatedAt = at;
    return *this;
}

MailingBuilder::MailingBuilder()
{
    m_mailing.name = QStringLiteral("Hello");
    m_mailing.text = QStringLiteral("Hello");
    m_mailing.startAt = at("2024-03-01T08:00:00Z");
    m_mailing.endAt = at("2024-03-01T12:00:00Z");
    m_mailing.state = core::domain::MailingState::Running;
    m_mailing.owner = core::UserId{1};
    m_mailing.createdAt = at("2024-03-01T07:00:00Z");
    m_mailing.updatedAt = m_mailing.createdAt;
}

MailingBuilder &MailingBuilder::name(const QString &name)
{
    m_mailing.name = name;
    return *this;
}

MailingBuilder &MailingBuilder::text(const QString &text)
{
    m_mailing.text = text;
    return *this;
}

MailingBuilder &MailingBuilder::filter(const core::domain::AudienceFilter &filter)
{
    m_mailing.filter = filter;
    return *this;
}

MailingBuilder &MailingBuilder::state(core::domain::MailingState state)
{
    m_mailing.state = state;
    return *this;
}

MailingBuilder &MailingBuilder::times(core::Instant start, core::Instant end)
{
    m_mailing.startAt = start;
    m_mailing.endAt = end;
    return *this;
}

MailingBuilder &MailingBuilder::window(const core::domain::SendWindow &window)
{
    m_mailing.window = window;
    return *this;
}

MailingBuilder &MailingBuilder::gateway(core::GatewayId gateway)
{
    m_mailing.gateway = gateway;
    return *this;
}

MailingBuilder &MailingBuilder::rateLimit(double perSecond)
{
    m_mailing.rateLimit = perSecond;
    return *this;
}

MailingBuilder &MailingBuilder::priority(core::domain::Priority priority)
{
    m_mailing.priority = priority;
    return *this;
}

MailingBuilder &MailingBuilder::live()
{
    m_mailing.audienceMode = core::domain::AudienceMode::Live;
    return *this;
}

MailingBuilder &MailingBuilder::repeats(core::domain::Repeat repeat)
{
    m_mailing.repeat = repeat;
    return *this;
}

MailingBuilder &MailingBuilder::series(core::MailingId series)
{
    m_mailing.seriesId = series;
    return *this;
}

MailingBuilder &MailingBuilder::archived(core::Instant at)
{
    m_mailing.archivedAt = at;
    return *this;
}

GatewayBuilder::GatewayBuilder()
{
    m_profile.name = QStringLiteral("main");
    m_profile.kind = QStringLiteral("http-json");
    m_profile.url = QStringLiteral("http://127.0.0.1:8099/v1/send/");
    m_profile.connections = 4;
    m_profile.retry.jitter = 0; // a test can tell the moment of the next attempt
}

GatewayBuilder &GatewayBuilder::name(const QString &name)
{
    m_profile.name = name;
    return *this;
}

GatewayBuilder &GatewayBuilder::kind(const QString &kind)
{
    m_profile.kind = kind;
    return *this;
}

GatewayBuilder &GatewayBuilder::connections(int connections)
{
    m_profile.connections = connections;
    return *this;
}

GatewayBuilder &GatewayBuilder::rate(double perSecond, core::domain::RateUnit unit)
{
    m_profile.rate = perSecond;
    m_profile.rateUnit = unit;
    return *this;
}

GatewayBuilder &GatewayBuilder::timeout(std::chrono::seconds timeout)
{
    m_profile.timeout = timeout;
    return *this;
}

GatewayBuilder &GatewayBuilder::retry(const core::domain::RetryLimits &limits)
{
    m_profile.retry = limits;
    return *this;
}

GatewayBuilder &GatewayBuilder::isDefault(bool isDefault)
{
    m_profile.isDefault = isDefault;
    return *this;
}

GatewayBuilder &GatewayBuilder::enabled(bool enabled)
{
    m_profile.enabled = enabled;
    return *this;
}

} // namespace tests
