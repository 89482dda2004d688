// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Requests to one HTTP gateway over as many connections as it allows.
 *
 * Knows HTTP and nothing of messages: what an answer means decides replyclassifier, when to repeat core/dispatch.
 */
#pragma once

#include "core/base/result.h"
#include "core/gateways/httpexchange.h"

#include <QMultiHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <deque>
#include <memory>
#include <vector>

namespace core::gateways {

/**
 * A pool of access managers: each opens at most six connections to a host, so there is one for every six.
 *
 * Promises:
 *  - At most `connections` requests open; what is above waits in order, its deadline running.
 *  - A POST leaves at most once. Certificates are verified, redirects not followed, HTTP/2 and cookies not used.
 *  - Every request that is not withdrawn ends with exactly one call of its `done`: at its answer, its deadline (of the
 *    whole request, not of silence) or by cut(). `done` may call anything here, and may destroy the transport.
 *
 * Destroying it cuts everything without a call. Thread: one, with an event loop; each access manager runs one more.
 */
class HttpTransport final : public QObject
{
public:
    static constexpr qint64 maxAnswer = 64 * 1024; ///< bytes of an answer that are read

    /** @param connections  1 … 512 */
    HttpTransport(int connections, const QSslConfiguration &tls);
    ~HttpTransport() override;

    /** The system's certificates and those of a PEM file. Errors: InvalidInput options.ca_file (gateway:ca_file). */
    static Result<QSslConfiguration> verifyingTls(const QString &caFile);

    /** @param timeout  of the whole request, waiting included. @param key  for cut() */
    void post(qint64 key, HttpRequest request, Milliseconds timeout, HttpExchange::Done done);
    /** Takes back the last request with this key unless it may have left; then its `done` is never called. */
    bool withdraw(qint64 key);
    /** Ends the last request with this key, if it is still there; its `done` is called before this returns. */
    void cut(qint64 key);
    [[nodiscard]] int openRequests() const { return int(m_begun.size()); } ///< begun and not ended

private:
    /** One access manager and how much of it is in use. */
    struct Lane
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int capacity = 0;
        int open = 0;
    };

    void beginWaiting();
    [[nodiscard]] Lane *freeLane();
    void end(HttpExchange *exchange, HttpOutcome outcome);
    void forget(HttpExchange *exchange);

    const int m_connections;
    const QSslConfiguration m_tls;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::deque<HttpExchange *> m_waiting;
    QMultiHash<qint64, HttpExchange *> m_byKey;
    QHash<HttpExchange *, Lane *> m_begun;
};

} // namespace core::gateways
