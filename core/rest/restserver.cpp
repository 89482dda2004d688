// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/restserver.h"

#include "core/base/logging.h"
#include "core/rest/answers.h"

#include <QAbstractHttpServer>
#include <QFile>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace core::rest {

namespace {

constexpr std::chrono::seconds longestStop{5};
constexpr std::chrono::seconds longestHandshake{10};

QByteArray mediaType(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.left(end)).trimmed().toLower();
}

QString tokenFrom(const QByteArray &authorization)
{
    return authorization.left(7).toLower() == "bearer " ? QString::fromLatin1(authorization.mid(7).trimmed()) : QString();
}

/** Everything but the body. Without a path where it holds what no path of ours can. */
ApiRequest requestFrom(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
                       const QByteArray &authorization)
{
    const qsizetype mark = target.indexOf('?');
    ApiRequest request;
    request.method = method;
    request.path = segmentsOf(mark < 0 ? target : target.left(mark)).value_or(QStringList());
    request.query = QUrlQuery(mark < 0 ? QString() : QString::fromLatin1(target.mid(mark + 1)));
    request.contentType = mediaType(contentType);
    request.token = tokenFrom(authorization);
    return request;
}

ApiResponse toResponse(const Refusal &refusal)
{
    qCInfo(logRest).noquote().nospace() << "refused=" << refusal.code << " status=" << refusal.status << ' ';
    const ErrorKind kind = refusal.status == 503 || refusal.status == 507 ? ErrorKind::Unavailable : ErrorKind::InvalidInput;
    return problemResponse(refusal.status, Error::make(kind, refusal.code, {QString::fromLatin1(refusal.what)}));
}

QByteArray methodName(QHttpServerRequest::Method method)
{
    return QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(method));
}

} // namespace

/** Takes requests out of Qt's server, and puts answers into it. */
class RestServer::Server final : public QAbstractHttpServer
{
public:
    explicit Server(RequestGuard &guard) : m_guard(guard) {}

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        auto *guarded = static_cast<GuardedSocket *>(socket); // accept() makes no others
        ApiRequest call = requestFrom(methodName(request.method()).toUpper(), guarded->target(),
                                      request.value("Content-Type"), request.value("Authorization"));
        call.body = request.body();
        call.bodyFile = guarded->takeBodyFile();
        call.address = socket->peerAddress().toString();
        const bool isHead = request.method() == QHttpServerRequest::Method::Head;
        // The request lives as long as its socket does.
        m_guard.handle(std::move(call),
                       [socket = QPointer(guarded), request = &request, isHead](const ApiResponse &response) {
                           if (socket)
                               write(*request, *socket, response, isHead);
                       });
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}

private:
    static void write(const QHttpServerRequest &request, GuardedSocket &socket, const ApiResponse &response, bool isHead)
    {
        auto file = response.file.isEmpty() ? nullptr : std::make_unique<QFile>(response.file);
        if (file && !file->open(QIODevice::ReadOnly)) {
            const Error gone = Error::make(ErrorKind::Unavailable, "file.unreadable", {response.file, file->errorString()});
            write(request, socket, problemResponse(gone), isHead);
            return;
        }
        {
            QHttpServerResponder responder = makeResponder(request, &socket);
            responder.writeStatusLine(QHttpServerResponder::StatusCode(response.status));
            if (!response.contentType.isEmpty())
                responder.writeHeader("Content-Type", response.contentType);
            for (const auto &[name, value] : response.headers)
                responder.writeHeader(name, value);
            responder.writeHeader("Cache-Control", "no-store");
            responder.writeHeader("X-Content-Type-Options", "nosniff");
            if (response.status != 204)
                responder.writeHeader("Content-Length", QByteArray::number(file ? file->size() : response.body.size()));
            responder.writeBody(isHead ? QByteArray() : response.body);
        }
        socket.answered(isHead ? nullptr : std::move(file));
    }

    RequestGuard &m_guard;
};

/** Accepts connections, and shakes hands where TLS is wanted. */
class RestServer::Listener final : public QTcpServer
{
public:
    Listener(RestServer &owner, std::optional<QSslConfiguration> tls) : m_owner(owner), m_tls(std::move(tls)) {}

    /** For Qt's server to take. */
    void add(GuardedSocket *socket) { addPendingConnection(socket); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *peer = m_tls ? new QSslSocket : new QTcpSocket;
        if (!peer->setSocketDescriptor(descriptor) || m_owner.connections() + m_shaking >= maxConnections) {
            delete peer; // closes it
            return;
        }
        peer->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (!m_tls) {
            m_owner.accept(peer);
            return;
        }
        shakeHands(static_cast<QSslSocket *>(peer));
    }

private:
    void shakeHands(QSslSocket *peer)
    {
        ++m_shaking;
        peer->setParent(this);
        peer->setSslConfiguration(*m_tls);
        auto *tooLong = new QTimer(peer);
        connect(tooLong, &QTimer::timeout, peer, [peer] { peer->abort(); });
        connect(peer, &QSslSocket::encrypted, this, [this, peer, tooLong] {
            --m_shaking;
            delete tooLong;
            peer->disconnect(this);
            m_owner.accept(peer);
        });
        connect(peer, &QSslSocket::disconnected, this, [this, peer] {
            --m_shaking;
            peer->deleteLater();
        });
        tooLong->start(longestHandshake);
        peer->startServerEncryption();
    }

    RestServer &m_owner;
    const std::optional<QSslConfiguration> m_tls;
    int m_shaking = 0; ///< connections whose handshake has not ended
};

Result<ListenAddress> listenAddressFrom(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isPort = false;
    const ushort port = text.mid(colon + 1).toUShort(&isPort);
    const QHostAddress address =
        host.isEmpty() || host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (colon < 0 || !isPort || address.isNull())
        return Failure(Error::invalidField("listen", "rest:address", {text}));
    return ListenAddress{address, port};
}

RestServer::RestServer(RequestGuard &guard, SocketLimits limits)
    : m_guard(guard), m_rules{limits, m_budget,
                              [this](const auto &head, QObject *context, auto then) {
                                  admit(head, context, std::move(then));
                              },
                              toResponse},
      m_server(std::make_unique<Server>(guard))
{}

RestServer::~RestServer()
{
    qDeleteAll(std::exchange(m_sockets, {}));
}

Result<ListenAddress> RestServer::listen(const ListenOptions &options)
{
    std::optional<QSslConfiguration> tls;
    if (!options.certificateFile.isEmpty()) {
        const QList<QSslCertificate> chain = QSslCertificate::fromPath(options.certificateFile);
        if (chain.isEmpty())
            return Failure(Error::make(ErrorKind::Unavailable, "rest.certificate", {options.certificateFile}));
        QFile file(options.keyFile);
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        QSslKey key(pem, QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(pem, QSsl::Ec);
        if (key.isNull())
            return Failure(Error::make(ErrorKind::Unavailable, "rest.certificate", {options.keyFile}));
        tls = QSslConfiguration::defaultConfiguration();
        tls->setLocalCertificateChain(chain);
        tls->setPrivateKey(key);
        tls->setPeerVerifyMode(QSslSocket::VerifyNone); // clients have tokens, not certificates
        tls->setProtocol(QSsl::TlsV1_2OrLater);
    }
    if (!tls && !options.insecureHttp && !options.address.host.isLoopback())
        return Failure(Error::invalidField("listen", "rest:needs_tls", {options.address.host.toString()}));
    auto listener = std::make_unique<Listener>(*this, std::move(tls));
    if (!listener->listen(options.address.host, options.address.port)) {
        const QString where = QStringLiteral("%1:%2").arg(options.address.host.toString()).arg(options.address.port);
        return Failure(Error::make(ErrorKind::Unavailable, "rest.listen", {where, listener->errorString()}));
    }
    m_listener = listener.release();
    m_server->bind(m_listener); // becomes its parent
    return ListenAddress{m_listener->serverAddress(), m_listener->serverPort()};
}

int RestServer::connections() const
{
    return int(m_sockets.size());
}

void RestServer::accept(QTcpSocket *peer)
{
    auto *socket = new GuardedSocket(peer, m_rules, m_listener);
    m_sockets.insert(socket);
    connect(socket, &QObject::destroyed, this, [this, socket] {
        m_sockets.remove(socket);
        finishIfDone();
    });
    m_listener->add(socket);
}

void RestServer::admit(const RequestHead &head, QObject *context, std::function<void(const Admission &)> then)
{
    ApiRequest request = requestFrom(head.method, head.target, head.field("content-type"), head.field("authorization"));
    const auto found = m_guard.router().find(request.method, request.path);
    const bool toFile = found && found->route && found->route->body == BodyKind::File;
    const Admission admission{toFile ? maxUpload : maxBody, toFile};
    if (!head.hasBody()) {
        then(admission);
        return;
    }
    m_guard.checkHead(request, context, [admission, then = std::move(then)](const std::optional<ApiResponse> &problem) {
        Admission decided = admission;
        decided.refused = problem;
        then(decided);
    });
}

void RestServer::stop()
{
    m_stopping = true;
    if (m_listener)
        m_listener->close();
    const QSet<GuardedSocket *> sockets = m_sockets;
    for (GuardedSocket *socket : sockets)
        socket->closeWhenIdle();
    QTimer::singleShot(longestStop, this, [this] {
        if (std::exchange(m_stopping, false))
            Q_EMIT finished();
    });
    QMetaObject::invokeMethod(this, &RestServer::finishIfDone, Qt::QueuedConnection);
}

void RestServer::finishIfDone()
{
    if (m_stopping && m_sockets.isEmpty()) {
        m_stopping = false;
        Q_EMIT finished();
    }
}

} // namespace core::rest
