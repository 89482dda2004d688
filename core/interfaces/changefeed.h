// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Tells that something in the workspace changed, here or in another process.
 */
#pragma once

#include <QFlags>
#include <QMetaType>
#include <QObject>

namespace core::interfaces {

enum class Change : quint8 {
    Clients = 1,
    Mailings = 2,
    Messages = 4, ///< counters included
    Gateways = 8,
    Settings = 16,
    Events = 32,
    Users = 64, ///< tokens included
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

inline constexpr Changes everythingChanged{0x7f};

/** Thread: emitted on a storage thread; connect with a context object. */
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    ChangeFeed();
    ~ChangeFeed() override;

Q_SIGNALS:
    /**
     * After a commit. From another process: on a file within 200 ms, with everythingChanged; on a server as soon as that has
     * committed, and with everythingChanged once a lost server is back.
     */
    void changed(core::interfaces::Changes changes);
};

} // namespace core::interfaces

Q_DECLARE_METATYPE(core::interfaces::Changes)
