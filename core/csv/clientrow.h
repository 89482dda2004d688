// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Turns the cells of one row into what an import writes, or into the reason why it cannot.
 *
 * The rules of the fields themselves stand in core/domain. Doubles are not its business: it sees one row at a time.
 */
#pragma once

#include "core/base/clock.h"
#include "core/csv/columnmapping.h"
#include "core/csv/csvrow.h"
#include "core/csv/rejectreason.h"
#include "core/domain/importrow.h"

#include <QHash>
#include <QTimeZone>
#include <tl/expected.hpp>

namespace core::csv {

/** Why a row is refused, and which cell is to blame. */
struct Rejection
{
    RejectReason reason = RejectReason::PhoneEmpty;
    qsizetype column = -1; ///< from 0; -1: no single one

    bool operator==(const Rejection &) const = default;
};

/**
 * Promises:
 *  - Checks in the order phone, operator_code, timezone, tags, attribute, opted_out; the first that fails is told.
 *  - A blank cell sets nothing, `--` clears; consent and opt-out cannot be cleared.
 *  - A `'` that guards a formula is taken off. Cells that the row lacks are blank.
 *
 * Thread: one at a time (it remembers the zones and tags it has seen).
 */
class ClientRowParser
{
public:
    /** @param now   when a client opts out whose cell says only "yes"
     *  @param zone  of dates without an offset */
    ClientRowParser(const ColumnMapping &mapping, Instant now, const QTimeZone &zone);

    [[nodiscard]] tl::expected<domain::ImportRow, Rejection> parse(const CsvRow &row);

private:
    using Verdict = tl::expected<void, Rejection>;
    struct Column
    {
        qsizetype index = 0;
        MappedColumn mapped;
    };

    [[nodiscard]] Verdict read(const Column &column, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] static Verdict readPhone(qsizetype index, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] static Verdict readOperatorCode(qsizetype index, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] Verdict readTimezone(qsizetype index, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] Verdict readTags(qsizetype index, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] static Verdict readAttribute(const Column &column, QByteArrayView cell, domain::ImportRow &row);
    [[nodiscard]] Verdict readOptOut(qsizetype index, QByteArrayView cell, domain::ImportRow &row) const;

    std::vector<Column> m_columns; ///< in the order of the checks
    Instant m_now;
    QTimeZone m_zone;
    QHash<QByteArray, QString> m_zones;    ///< cell → name, accepted ones only
    QHash<QByteArray, QStringList> m_tags; ///< cell → tags, accepted ones only
};

} // namespace core::csv
