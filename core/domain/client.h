// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A recipient in the directory, and the one place where its fields are checked.
 *
 * Window, command line, REST and import all build a ClientEdit and apply it: the rules stand here only.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/phonenumber.h"

#include <QMap>
#include <QStringList>
#include <optional>

namespace core::domain {

/** Merge fields of a client: key (lower-cased) → value. */
using Attributes = QMap<QString, QString>;

inline constexpr int maxAttributes = 32;
inline constexpr int maxAttributeLength = 255;

struct Client
{
    ClientId id;
    PhoneNumber phone;
    QString operatorCode; ///< three digits
    QStringList tags;
    QString timezone; ///< name of the tz database
    Attributes attributes;
    std::optional<Instant> optedOutAt; ///< set: is never sent anything
    std::optional<QString> consent;    ///< free note: source and date of consent
    UserId owner;
    Instant createdAt{};
    Instant updatedAt{};

    bool operator==(const Client &) const = default;
};

/** What somebody wants to set, as typed; a field that is not set stays as it is. */
struct ClientEdit
{
    std::optional<QString> phone;
    std::optional<QString> operatorCode; ///< blank: from the phone
    std::optional<QStringList> tags;
    std::optional<QString> timezone; ///< blank: `defaultTimezone`
    std::optional<Attributes> attributes;
    std::optional<std::optional<Instant>> optedOutAt;
    std::optional<std::optional<QString>> consent;
};

/** `\p{L}[\p{L}\p{N}_]{0,31}`, lower-cased. */
[[nodiscard]] bool isAttributeKey(const QString &key);

/**
 * `base` with the edit applied and every default filled in.
 * Errors: InvalidInput with all field errors at once, in the order phone, operator_code, timezone, tags, attributes.
 */
[[nodiscard]] Result<Client> edited(const Client &base, const ClientEdit &edit, const QString &defaultTimezone);

} // namespace core::domain
