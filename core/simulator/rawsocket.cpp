// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/rawsocket.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/socket.h>
#endif

namespace core::simulator {

void resetConnection(QAbstractSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger atOnce{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
    socket.abort();
}

bool peerHasClosed(const QAbstractSocket &socket)
{
#ifdef Q_OS_UNIX
    char byte = 0;
    const ssize_t received = ::recv(int(socket.socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return received == 0 || (received < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
#else
    Q_UNUSED(socket)
    return false;
#endif
}

} // namespace core::simulator
