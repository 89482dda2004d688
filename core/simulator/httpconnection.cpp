// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/httpconnection.h"

#include "core/simulator/rawsocket.h"

#include <QTcpSocket>

namespace core::simulator {

namespace {

constexpr qsizetype maxHead = 64 * 1024;
constexpr qsizetype maxBody = 1024 * 1024;
constexpr qint64 mostUnsent = 256 * 1024; ///< with more than this on its way, no further piece is made

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return QByteArrayLiteral("OK");
    case 401:
        return QByteArrayLiteral("Unauthorized");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 429:
        return QByteArrayLiteral("Too Many Requests");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    default:
        return QByteArrayLiteral("Status"); // clients go by the number
    }
}

bool isHeader(QByteArrayView line, QByteArrayView name)
{
    return line.size() > name.size() && line[name.size()] == ':' &&
           line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(maxHead + maxBody);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &HttpConnection::writePiece);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        Q_EMIT closed(this);
        deleteLater();
    });
}

void HttpConnection::read()
{
    if (m_reading)
        return; // called from answer() inside requestRead: the loop below goes on
    m_reading = true;
    while (!m_waiting && m_socket->state() == QAbstractSocket::ConnectedState && readRequest()) {
        m_waiting = true;
        Q_EMIT requestRead(this, m_request);
    }
    m_reading = false;
}

bool HttpConnection::readRequest()
{
    m_buffer += m_socket->readAll();
    if (!m_headRead) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            if (m_buffer.size() > maxHead)
                refuse(431);
            return false;
        }
        if (!readHead(QByteArrayView(m_buffer).first(end)))
            return false;
        m_buffer.remove(0, end + 4);
        m_headRead = true;
    }
    if (m_buffer.size() < m_bodySize)
        return false;
    m_request.body = m_buffer.first(m_bodySize);
    m_buffer.remove(0, m_bodySize);
    m_headRead = false;
    return true;
}

bool HttpConnection::readHead(QByteArrayView head)
{
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QByteArray requestLine = (lineEnd < 0 ? head : head.first(lineEnd)).toByteArray();
    const QList<QByteArray> words = requestLine.split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.")) {
        refuse(400);
        return false;
    }
    m_request.method = words[0];
    const qsizetype query = words[1].indexOf('?');
    m_request.path = query < 0 ? words[1] : words[1].first(query);
    m_knowsChunks = words[2] != "HTTP/1.0";
    m_keepAlive = m_knowsChunks;
    m_bodySize = 0;

    qsizetype begin = lineEnd < 0 ? head.size() : lineEnd + 2;
    while (begin < head.size()) {
        const qsizetype found = head.indexOf("\r\n", begin);
        const qsizetype end = found < 0 ? head.size() : found;
        const QByteArrayView line = head.sliced(begin, end - begin);
        begin = end + 2;
        if (isHeader(line, "Content-Length")) {
            bool number = false;
            m_bodySize = line.sliced(15).trimmed().toByteArray().toLongLong(&number);
            if (!number || m_bodySize < 0 || m_bodySize > maxBody) {
                refuse(number && m_bodySize > maxBody ? 413 : 400);
                return false;
            }
        } else if (isHeader(line, "Transfer-Encoding")) {
            refuse(411);
            return false;
        } else if (isHeader(line, "Connection")) {
            const QByteArray value = line.sliced(11).trimmed().toByteArray().toLower();
            m_keepAlive = m_keepAlive ? value != "close" : value == "keep-alive";
        }
    }
    return true;
}

void HttpConnection::refuse(int status)
{
    m_keepAlive = false;
    m_waiting = true;
    answer(status, {});
}

void HttpConnection::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    if (!m_waiting || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_waiting = false;

    QByteArray bytes;
    bytes.reserve(160 + headers.size() + body.size());
    bytes += "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) +
             "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
             (m_keepAlive ? QByteArrayView() : QByteArrayView("Connection: close\r\n")).toByteArray() + "\r\n" + body;
    m_socket->write(bytes);
    m_socket->flush(); // now, not in the next turn of the event loop: twice the answers a second
    answered();
}

void HttpConnection::answerInPieces(std::function<QByteArray()> nextPiece)
{
    if (!m_waiting || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_keepAlive = m_keepAlive && m_knowsChunks; // without chunks the end of the body is the end of the connection
    m_nextPiece = std::move(nextPiece);
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
    m_socket->write(m_knowsChunks ? "Transfer-Encoding: chunked\r\n" : "");
    m_socket->write(m_keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
}

void HttpConnection::writePiece()
{
    if (!m_nextPiece || m_socket->bytesToWrite() > mostUnsent)
        return;
    const QByteArray piece = m_nextPiece();
    if (m_knowsChunks)
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
    else
        m_socket->write(piece);
    if (!piece.isEmpty())
        return;
    m_nextPiece = nullptr;
    m_waiting = false;
    answered();
}

void HttpConnection::answered()
{
    if (!m_keepAlive)
        m_socket->disconnectFromHost();
    else if (!m_buffer.isEmpty() || m_socket->bytesAvailable() > 0)
        read();
}

void HttpConnection::reset()
{
    m_waiting = false;
    m_nextPiece = nullptr;
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        resetConnection(*m_socket);
}

bool HttpConnection::isAbandoned() const
{
    return m_socket->state() != QAbstractSocket::ConnectedState ||
           (m_socket->bytesAvailable() == 0 && peerHasClosed(*m_socket));
}

} // namespace core::simulator
