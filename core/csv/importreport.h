// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What came of an import, or would come of it (dry run).
 */
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/csv/rejectreason.h"

#include <QList>
#include <array>
#include <optional>

namespace core::csv {

/** Small, since a file may have a million of them. */
struct RejectedRow
{
    qint64 line = 0; ///< physical line on which the row begins
    RejectReason reason = RejectReason::PhoneEmpty;

    bool operator==(const RejectedRow &) const = default;
};

struct ImportCounts
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 doubles = 0;                                     ///< phones that an earlier accepted row of the file has
    std::array<qint64, allRejectReasons.size()> rejected{}; ///< indexed by RejectReason

    [[nodiscard]] qint64 totalRejected() const
    {
        qint64 total = 0;
        for (const qint64 count : rejected)
            total += count;
        return total;
    }
    [[nodiscard]] qint64 rows() const { return added + changed + unchanged + doubles + totalRejected(); }

    bool operator==(const ImportCounts &) const = default;
};

struct ImportReport
{
    ImportId import; ///< invalid: a dry run, or nothing was written
    ImportCounts counts;
    QList<RejectedRow> rejected;    ///< in the order of the file
    bool mappingRecalled = false;   ///< its columns were read as in the last import of such a file
    bool cancelled = false;         ///< stopped on request; what was written is in
    std::optional<Error> stoppedBy; ///< the file or the database ended it early; what was written before is in
};

} // namespace core::csv
