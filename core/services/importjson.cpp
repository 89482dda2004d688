// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importjson.h"

namespace core::services {

QJsonObject countsObject(const csv::ImportCounts &counts)
{
    return {{QStringLiteral("rows"), counts.rows()},     {QStringLiteral("new"), counts.added},
            {QStringLiteral("changed"), counts.changed}, {QStringLiteral("unchanged"), counts.unchanged},
            {QStringLiteral("double"), counts.doubles},  {QStringLiteral("rejected"), counts.totalRejected()}};
}

QJsonObject reasonsObject(const csv::ImportCounts &counts)
{
    QJsonObject object;
    for (const csv::RejectReason reason : csv::allRejectReasons) {
        if (const qint64 rows = counts.rejected[static_cast<std::size_t>(reason)]; rows > 0)
            object.insert(csv::toText(reason), rows);
    }
    return object;
}

} // namespace core::services
