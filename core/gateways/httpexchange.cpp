// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/httpexchange.h"

#include "core/gateways/httptransport.h"
#include "core/gateways/onewaybody.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace core::gateways {

namespace {

constexpr int mostConnections = 4; ///< tried for one request

QNetworkRequest toNetworkRequest(const HttpRequest &request)
{
    QNetworkRequest network(request.url);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    network.setRawHeader("Content-Length", QByteArray::number(request.body.size()));
    network.setRawHeader("Accept-Encoding", "identity"); // a small answer that unpacks to gigabytes is no answer
    network.setRawHeader("User-Agent", "Heliograph");
    network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return network;
}

} // namespace

HttpExchange::HttpExchange(qint64 key, HttpRequest request, Milliseconds timeout, Done done, QObject *parent)
    : QObject(parent), m_key(key), m_request(std::move(request)), m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        cut(m_reply ? QStringLiteral("No answer in time") : QStringLiteral("No connection became free in time"));
    });
    m_deadline.start(timeout);
}

HttpExchange::~HttpExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpExchange::begin(QNetworkAccessManager &manager, const QSslConfiguration &tls)
{
    m_manager = &manager;
    m_network = toNetworkRequest(m_request);
    if (m_request.url.scheme() == QLatin1String("https"))
        m_network.setSslConfiguration(tls);
    post();
}

void HttpExchange::post()
{
    ++m_connectionsTried;
    m_body = new OneWayBody(m_request.body);
    m_reply = m_manager->post(m_network, m_body);
    m_body->setParent(m_reply);
    m_reply->setReadBufferSize(HttpTransport::maxAnswer + 1);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_outcome.written = true; });
    // Queued: what listens to `finished` may destroy us, and a reply must not be deleted inside its own signal.
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readMore, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::endAtAnswer, Qt::QueuedConnection);
}

bool HttpExchange::mayHaveLeft() const
{
    // The body is read on this thread when the connection is there. requestSent is told through the event loop, so a request
    // may have left without it.
    return m_reply && (m_outcome.written || m_body->wasRead() ||
                       m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
}

bool HttpExchange::neverBegan() const
{
    return m_reply->error() == QNetworkReply::RemoteHostClosedError && !mayHaveLeft();
}

bool HttpExchange::endsWithItsConnection() const
{
    // The second one: Qt wanted to send it once more, which our body does not let it do.
    const bool hungUp =
        m_reply->error() == QNetworkReply::RemoteHostClosedError || m_reply->error() == QNetworkReply::ContentReSendError;
    return hungUp && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0 &&
           !m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Transfer-Encoding");
}

bool HttpExchange::readAnswer()
{
    m_outcome.body += m_reply->read(HttpTransport::maxAnswer + 1 - m_outcome.body.size());
    m_outcome.tooLong = m_outcome.body.size() > HttpTransport::maxAnswer;
    return !m_outcome.tooLong;
}

void HttpExchange::readMore()
{
    if (m_reply && !readAnswer())
        end();
}

void HttpExchange::endAtAnswer()
{
    if (!m_reply)
        return;
    if (neverBegan() && m_connectionsTried < mostConnections) {
        std::exchange(m_reply, nullptr)->deleteLater();
        post();
        return;
    }
    if (readAnswer()) {
        m_outcome.error = endsWithItsConnection() ? QNetworkReply::NoError : m_reply->error();
        if (m_outcome.error != QNetworkReply::NoError)
            m_outcome.errorText = m_reply->errorString();
    }
    end();
}

void HttpExchange::cut(const QString &why)
{
    m_outcome.error = QNetworkReply::OperationCanceledError;
    m_outcome.errorText = why;
    end();
}

void HttpExchange::end()
{
    m_deadline.stop();
    if (m_reply) {
        m_outcome.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_outcome.retryAfter = m_reply->rawHeader("Retry-After");
        m_outcome.written = mayHaveLeft();
        m_outcome.body.truncate(HttpTransport::maxAnswer);
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr; // the body goes with it
    }
    Q_EMIT finished(this, m_outcome); // and nothing after this: we may be gone
}

} // namespace core::gateways
