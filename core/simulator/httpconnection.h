// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One HTTP/1.1 connection of the simulator, read and answered by hand.
 *
 * Qt 6.4's HTTP server is not used here: it ties an answer to the socket instead of the request, so an answer that
 * comes late meets whatever the socket is doing by then, and a gateway that hangs, lies and resets needs the socket to
 * itself. Only what gateways' clients send is understood: no chunked bodies, no upgrades.
 */
#pragma once

#include <QByteArray>
#include <QObject>
#include <functional>

class QTcpSocket;

namespace core::simulator {

struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray body;
};

/**
 * Reads requests one at a time; the next one is read when the last is answered.
 *
 * Owns the socket and deletes itself once that is closed. Thread: the socket's.
 */
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);

    /** @param headers  further lines, each with its line end. Does nothing on a connection that has closed meanwhile. */
    void answer(int status, const QByteArray &body, const QByteArray &headers = {});
    /**
     * 200 with a body that is made while it is sent: `nextPiece` is asked for more when the client has taken most of what it
     * was given, in turns with everything else that the thread does; a blank piece is the end. Never asked again after
     * closed().
     */
    void answerInPieces(std::function<QByteArray()> nextPiece);
    /** RST instead of an answer. */
    void reset();
    /** True once nobody waits for an answer here, even if the event loop has not heard of it. */
    [[nodiscard]] bool isAbandoned() const;

Q_SIGNALS:
    void requestRead(core::simulator::HttpConnection *connection, const core::simulator::HttpRequest &request);
    void closed(core::simulator::HttpConnection *connection);

private:
    void read();
    bool readRequest(); ///< false: not all of it is here yet, or it was refused
    bool readHead(QByteArrayView head);
    void refuse(int status);
    void writePiece();
    void answered(); ///< reads what came meanwhile, or closes

    QTcpSocket *m_socket;
    QByteArray m_buffer;
    HttpRequest m_request;
    std::function<QByteArray()> m_nextPiece; ///< of an answer in pieces that is not all written yet
    qsizetype m_bodySize = 0;
    bool m_keepAlive = true;
    bool m_knowsChunks = true; ///< HTTP/1.1
    bool m_headRead = false;
    bool m_waiting = false; ///< a request was read and not answered
    bool m_reading = false;
};

} // namespace core::simulator
