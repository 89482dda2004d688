// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The gateway kind `http-json`: one POST of a small JSON object a message.
 */
#pragma once

#include "core/gateways/httptransport.h"
#include "core/gateways/replyclassifier.h"
#include "core/interfaces/gateway.h"

namespace core::gateways {

/**
 * `POST {url}{request id}` with `{"id": 42, "phone": 79990000001, "text": "…"}` and `Authorization: Bearer <secret>`.
 *
 * Accepted is HTTP 200 with a JSON object whose `code` is 0; another number refuses; everything else of 2xx is a bad
 * answer. The gateway recognises a repeated id. Options: `ca_file`, a PEM file of certificates trusted beside the system's.
 * Thread: one (interfaces::Gateway). `done` may destroy the gateway.
 */
class HttpJsonGateway final : public interfaces::Gateway
{
public:
    /** ca_file. */
    [[nodiscard]] static QStringList optionNames();
    /** What the profile's options make of TLS. Errors: InvalidInput options.ca_file (gateway:ca_file). */
    [[nodiscard]] static Result<QSslConfiguration> tlsOf(const domain::GatewayProfile &profile);
    /** @param clock  outlives the gateway. Errors: InvalidInput options.ca_file (gateway:ca_file). */
    static Result<std::unique_ptr<interfaces::Gateway>> create(const domain::GatewayProfile &profile,
                                                               const QByteArray &secret, const Clock &clock);

    [[nodiscard]] bool recognisesRepeats() const override { return true; }
    void send(const interfaces::OutgoingMessage &message, Milliseconds timeout, Done done) override;
    bool withdraw(qint64 requestId) override { return m_transport.withdraw(requestId); }
    void cut(qint64 requestId) override { m_transport.cut(requestId); }
    [[nodiscard]] int openRequests() const override { return m_transport.openRequests(); }

    [[nodiscard]] static Verdict readVerdict(int status, const QByteArray &body);

private:
    HttpJsonGateway(const domain::GatewayProfile &profile, const QByteArray &secret, const QSslConfiguration &tls,
                    const Clock &clock);

    const QString m_url;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    HttpTransport m_transport;
    const Clock &m_clock;
};

} // namespace core::gateways
