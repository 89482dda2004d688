// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The two things Qt's sockets cannot do: reset a connection, and see a close before the event loop does.
 */
#pragma once

#include <QAbstractSocket>

namespace core::simulator {

/** Closes at once; the peer gets RST instead of an orderly end where the system allows to ask for it. */
void resetConnection(QAbstractSocket &socket);

/** The peer has closed and nothing it sent is left to read; false where the system cannot tell. */
[[nodiscard]] bool peerHasClosed(const QAbstractSocket &socket);

} // namespace core::simulator
