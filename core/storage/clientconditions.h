// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a list of clients or an audience asks for, as conditions on the table alias `c`.
 */
#pragma once

#include "core/interfaces/clientrepository.h"
#include "core/storage/conditions.h"

namespace core::storage {

[[nodiscard]] Conditions clientConditions(const Connection &connection, const interfaces::ClientQuery &query);

/** The rule of domain::AudienceFilter::matches; opting out is not part of it. */
[[nodiscard]] Conditions audienceConditions(const Connection &connection, const domain::AudienceFilter &filter);

/** Numbers that a phone beginning with these digits can have: `912` and `8912` find 7912…; nothing for other texts. */
struct PhoneRange
{
    qint64 from = 0;
    qint64 to = 0;

    bool operator==(const PhoneRange &) const = default;
};
[[nodiscard]] QList<PhoneRange> phoneRanges(const QString &text);

} // namespace core::storage
