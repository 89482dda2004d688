// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Settings that belong to the workspace (in its database), each with its rule and default.
 *
 * `default_gateway` is read and written like the others but stored nowhere: it is the mark on a gateway profile, which
 * SettingsService reads and moves.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/sendwindow.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace core::domain {

/** Known keys with their values as text; what is not stored has its default. Thread: any (value). */
class WorkspaceSettings
{
public:
    static constexpr int maxKeptDays = 36'500; ///< of whatever is kept for a time

    WorkspaceSettings() = default;
    explicit WorkspaceSettings(QMap<QString, QString> stored);

    /** zone, quiet_hours_from, quiet_hours_to, default_gateway, texts_kept_days, events_kept_days, messages_kept_days,
     * clients_editable_by, open_registration, public_url, hidden_columns … */
    [[nodiscard]] static QStringList keys();
    [[nodiscard]] static bool isKnown(const QString &key);
    /** What the text of a value stands for, for whoever has types. Text for a key that is not known. */
    enum class Type : quint8 {
        Text,
        TextOrNothing, ///< blank: nothing
        Number,
        Truth, ///< "true" or "false"
        List,  ///< parted by commas
    };
    [[nodiscard]] static Type typeOf(const QString &key);
    /** The value in its stored form. Errors: NotFound setting.unknown (key), InvalidInput on the key. */
    [[nodiscard]] static Result<QString> checked(const QString &key, const QString &value);

    [[nodiscard]] static QString defaultGatewayKey();
    /** @param name  of the gateway with the mark; blank: there is no gateway */
    [[nodiscard]] WorkspaceSettings withDefaultGateway(const QString &name) const;

    [[nodiscard]] QString value(const QString &key) const; ///< stored, else the default
    [[nodiscard]] QString zone() const;                    ///< tz database name; default: the system's
    [[nodiscard]] int quietHoursFrom() const;              ///< minutes; default 09:00: when sending may begin
    [[nodiscard]] int quietHoursTo() const;                ///< minutes; default 21:00
    [[nodiscard]] int textsKeptDays() const;               ///< default 30; 0: for ever
    [[nodiscard]] int eventsKeptDays() const;              ///< default 365; 0: for ever
    [[nodiscard]] int messagesKeptDays() const;            ///< of mailings that ended; default 0: for ever
    [[nodiscard]] bool keepsClientsToOwners() const;       ///< clients_editable_by = owner; default: everyone
    [[nodiscard]] bool isRegistrationOpen() const;         ///< anybody may become a viewer; default: no

private:
    QMap<QString, QString> m_stored;
};

} // namespace core::domain
