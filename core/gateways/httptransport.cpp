// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/httptransport.h"

#include <QSslCertificate>
#include <algorithm>

namespace core::gateways {

namespace {

constexpr int connectionsPerManager = 6; ///< fixed in Qt: QHttpNetworkConnectionPrivate::defaultHttpChannelCount

} // namespace

HttpTransport::HttpTransport(int connections, const QSslConfiguration &tls) : m_connections(connections), m_tls(tls) {}

HttpTransport::~HttpTransport()
{
    // Before the access managers, which own the replies.
    qDeleteAll(m_byKey);
}

Result<QSslConfiguration> HttpTransport::verifyingTls(const QString &caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return tls;
    const QList<QSslCertificate> own =
        QSslCertificate::fromPath(caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (own.isEmpty())
        return Failure(Error::invalidField("options.ca_file", "gateway:ca_file", {caFile}));
    // The default configuration loads the system's certificates on demand, and no more once it is given any.
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    return tls;
}

void HttpTransport::post(qint64 key, HttpRequest request, Milliseconds timeout, HttpExchange::Done done)
{
    auto *exchange = new HttpExchange(key, std::move(request), timeout, std::move(done), this);
    connect(exchange, &HttpExchange::finished, this, &HttpTransport::end);
    m_byKey.insert(key, exchange);
    m_waiting.push_back(exchange);
    beginWaiting();
}

bool HttpTransport::withdraw(qint64 key)
{
    HttpExchange *exchange = m_byKey.value(key);
    if (!exchange || exchange->mayHaveLeft())
        return false;
    forget(exchange);
    delete exchange;
    beginWaiting();
    return true;
}

void HttpTransport::cut(qint64 key)
{
    if (HttpExchange *exchange = m_byKey.value(key))
        exchange->cut(QStringLiteral("Cut off"));
}

void HttpTransport::beginWaiting()
{
    while (!m_waiting.empty()) {
        Lane *lane = freeLane();
        if (!lane)
            return;
        HttpExchange *exchange = m_waiting.front();
        m_waiting.pop_front();
        ++lane->open;
        m_begun.insert(exchange, lane);
        exchange->begin(*lane->manager, m_tls);
    }
}

HttpTransport::Lane *HttpTransport::freeLane()
{
    // One after the other: a thread that is given several requests in a row is woken once for them.
    const auto free =
        std::find_if(m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane->open < lane->capacity; });
    if (free != m_lanes.end())
        return free->get();

    // A lane holds its own connections below its capacity, also while a cut one is still closing: so do all together.
    const int left = m_connections - int(m_lanes.size()) * connectionsPerManager;
    if (left <= 0)
        return nullptr;
    auto lane = std::make_unique<Lane>();
    lane->manager = std::make_unique<QNetworkAccessManager>();
    lane->capacity = std::min(left, connectionsPerManager);
    return m_lanes.emplace_back(std::move(lane)).get();
}

void HttpTransport::end(HttpExchange *exchange, HttpOutcome outcome)
{
    forget(exchange);
    const HttpExchange::Done done = exchange->takeDone();
    exchange->deleteLater();
    beginWaiting();
    done(outcome); // and nothing after this: we may be gone
}

void HttpTransport::forget(HttpExchange *exchange)
{
    m_byKey.remove(exchange->key(), exchange);
    if (Lane *lane = m_begun.take(exchange))
        --lane->open;
    else
        std::erase(m_waiting, exchange);
}

} // namespace core::gateways
