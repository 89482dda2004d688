// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace app {

namespace {

constexpr int connectTimeoutMs = 300; ///< before there is a window that could freeze

} // namespace

SingleInstance::SingleInstance(const QString &workspace, QObject *parent) : QObject(parent), m_server(this)
{
    const QByteArray user = qgetenv("USER") + qgetenv("DISPLAY");
    const QByteArray digest =
        QCryptographicHash::hash(workspace.toUtf8() + user, QCryptographicHash::Sha256).toHex().left(24);
    m_name = QStringLiteral("heliograph-") + QString::fromLatin1(digest);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            socket->deleteLater();
        Q_EMIT raiseRequested();
    });
}

bool SingleInstance::handOver() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name, QIODevice::WriteOnly);
    return socket.waitForConnected(connectTimeoutMs);
}

bool SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (m_server.listen(m_name))
        return true;
    // What a crashed process left behind is in the way.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace app
