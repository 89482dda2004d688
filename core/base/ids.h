// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Strong types for row ids, so that a client's id is never passed for a message's.
 */
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <compare>

namespace core {

/** A positive 64-bit id; 0 means "none yet". */
template <typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    [[nodiscard]] QString text() const { return QString::number(value); }
    constexpr auto operator<=>(const Id &) const = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

using ClientId = Id<struct ClientTag>;
using MailingId = Id<struct MailingTag>;
using MessageId = Id<struct MessageTag>;
using GatewayId = Id<struct GatewayTag>;
using UserId = Id<struct UserTag>;
using TokenId = Id<struct TokenTag>;
using ImportId = Id<struct ImportTag>;
using EventId = Id<struct EventTag>;
using InstanceId = Id<struct InstanceTag>; ///< a process that dispatches

} // namespace core
