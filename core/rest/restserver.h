// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The REST interface on its address: connections in, answers out.
 *
 * The only file that knows Qt's HTTP server, which is a preview in 6.4: it gets its requests from GuardedSocket, and its
 * answers are written only while the connection lives.
 */
#pragma once

#include "core/rest/guardedsocket.h"
#include "core/rest/requestguard.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <memory>

class QTcpServer;

namespace core::rest {

struct ListenAddress
{
    QHostAddress host;
    quint16 port = 0; ///< 0: any that is free
};

/** `127.0.0.1:8080`, `[::1]:8080`, `:8080` (loopback). Errors: InvalidInput listen (rest:address). */
[[nodiscard]] Result<ListenAddress> listenAddressFrom(const QString &text);

/** How it may be reached. */
struct ListenOptions
{
    ListenAddress address;
    QString certificateFile; ///< PEM; blank: no TLS
    QString keyFile;
    bool insecureHttp = false; ///< plain HTTP beyond this machine is wanted
};

/** Thread: rest. */
class RestServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxConnections = 512;
    static constexpr qint64 maxBody = 1024 * 1024;         ///< bytes
    static constexpr qint64 maxUpload = 512 * maxBody;     ///< of a route that takes a file
    static constexpr qint64 bodiesInMemory = 64 * maxBody; ///< of all connections together

    RestServer(RequestGuard &guard, SocketLimits limits = {});
    ~RestServer() override;

    /**
     * Errors: InvalidInput listen (rest:needs_tls) for an address beyond this machine without TLS; Unavailable rest.listen
     * (address, reason), rest.certificate (file).
     */
    [[nodiscard]] Result<ListenAddress> listen(const ListenOptions &options);
    /** Takes nothing new; finished() comes when what is being answered has been, at most a few seconds later. */
    void stop();
    [[nodiscard]] int connections() const;

Q_SIGNALS:
    void finished();

private:
    class Server;
    class Listener;

    void accept(QTcpSocket *peer);
    void admit(const RequestHead &head, QObject *context, std::function<void(const Admission &)> then);
    void finishIfDone();

    RequestGuard &m_guard;
    BodyBudget m_budget{bodiesInMemory};
    const SocketRules m_rules;
    std::unique_ptr<Server> m_server;
    Listener *m_listener = nullptr;
    QSet<GuardedSocket *> m_sockets;
    bool m_stopping = false;
};

} // namespace core::rest
