// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/httpjsongateway.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::gateways {

QStringList HttpJsonGateway::optionNames()
{
    return {QStringLiteral("ca_file")};
}

Result<QSslConfiguration> HttpJsonGateway::tlsOf(const domain::GatewayProfile &profile)
{
    return HttpTransport::verifyingTls(profile.options.value(QStringLiteral("ca_file")));
}

Result<std::unique_ptr<interfaces::Gateway>> HttpJsonGateway::create(const domain::GatewayProfile &profile,
                                                                     const QByteArray &secret, const Clock &clock)
{
    HELIOGRAPH_ASSIGN(const QSslConfiguration tls, tlsOf(profile));
    // One that was stored before this was asked for: the token would go to another host or port.
    if (QUrl(profile.url).path().isEmpty())
        return Failure(Error::invalidField("url", "gateway:url", {profile.url}));
    return std::unique_ptr<interfaces::Gateway>(new HttpJsonGateway(profile, secret, tls, clock));
}

HttpJsonGateway::HttpJsonGateway(const domain::GatewayProfile &profile, const QByteArray &secret,
                                 const QSslConfiguration &tls, const Clock &clock)
    : m_url(profile.url), m_headers{{"Content-Type", "application/json"}, {"Accept", "application/json"}},
      m_transport(profile.connections, tls), m_clock(clock)
{
    if (!secret.isEmpty())
        m_headers.emplaceBack("Authorization", "Bearer " + secret);
}

void HttpJsonGateway::send(const interfaces::OutgoingMessage &message, Milliseconds timeout, Done done)
{
    const QJsonObject body{{QStringLiteral("id"), message.requestId},
                           {QStringLiteral("phone"), message.phone.number()},
                           {QStringLiteral("text"), message.text}};
    HttpRequest request{QUrl(m_url + QString::number(message.requestId)), m_headers,
                        QJsonDocument(body).toJson(QJsonDocument::Compact)};
    m_transport.post(
        message.requestId, std::move(request), timeout,
        [this, done = std::move(done)](const HttpOutcome &outcome) { done(classify(outcome, readVerdict, m_clock.now())); });
}

Verdict HttpJsonGateway::readVerdict(int status, const QByteArray &body)
{
    const QJsonValue code = QJsonDocument::fromJson(body).object().value(QLatin1String("code"));
    if (!code.isDouble())
        return Verdict::Unreadable;
    if (code.toDouble() != 0)
        return Verdict::Refused;
    // The contract knows 200 alone; a 202 that says "code 0" may mean anything.
    return status == 200 ? Verdict::Accepted : Verdict::Unreadable;
}

} // namespace core::gateways
