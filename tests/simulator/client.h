// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A client of the simulator that writes requests byte for byte and keeps all it was answered.
 */
#pragma once

#include "core/simulator/faultplan.h"

#include <QTcpSocket>

namespace tests {

inline QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

inline QByteArray message(qint64 id, qint64 phone = 79990000001)
{
    return post("/v1/send/" + QByteArray::number(id), "{\"id\":" + QByteArray::number(id) + ",\"phone\":" +
                                                          QByteArray::number(phone) + ",\"text\":\"Привет \\\"!\"}");
}

inline QByteArray getOf(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

/** A client that keeps all it was answered. */
class Client final
{
public:
    explicit Client(quint16 port)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_received += m_socket.readAll(); });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    void abort() { m_socket.abort(); }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_socket.error(); }
    [[nodiscard]] qsizetype answers() const { return m_received.count("HTTP/1.1 "); }
    [[nodiscard]] QByteArray body() const { return m_received.mid(m_received.lastIndexOf("\r\n\r\n") + 4); }
    /** The chunks of the last answer that have arrived, without the blank one that ends it. */
    [[nodiscard]] QList<QByteArray> chunks() const
    {
        QList<QByteArray> found;
        qsizetype at = m_received.indexOf("\r\n\r\n", m_received.lastIndexOf("HTTP/1.1 ")) + 4;
        while (const qsizetype size = m_received.mid(at, 16).split('\r').first().toLongLong(nullptr, 16)) {
            at = m_received.indexOf("\r\n", at) + 2;
            if (at + size > m_received.size())
                break;
            found += m_received.mid(at, size);
            at += size + 2;
        }
        return found;
    }
    [[nodiscard]] bool hasLastChunk() const { return m_received.endsWith("\r\n0\r\n\r\n"); }
    [[nodiscard]] bool hasAnswer(const QByteArray &status) const
    {
        return m_received.startsWith("HTTP/1.1 " + status + ' ') && m_received.contains("\r\n\r\n");
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

inline core::simulator::FaultPlan planOf(const char *option, const QStringList &values)
{
    core::simulator::FaultPlan plan;
    const core::Status set = plan.set(QString::fromLatin1(option), values);
    return set ? plan : core::simulator::FaultPlan();
}

} // namespace tests
