// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which column of a file holds which field of a client: guessed, chosen by the operator, remembered.
 *
 * Knows names of columns only, except that a file without a telling header gets its phone column from the cells.
 */
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace core::csv {

enum class ImportField : quint8 { Ignore, Phone, OperatorCode, Tags, Timezone, OptedOut, Consent, Attribute };

/** What one column is read as. */
struct MappedColumn
{
    ImportField field = ImportField::Ignore;
    QString attribute; ///< key, for Attribute

    bool operator==(const MappedColumn &) const = default;
};

/** "phone", "operator_code", "tags", "timezone", "opted_out", "consent", "ignore" or "attribute:key". */
[[nodiscard]] QString toText(const MappedColumn &column);
/** Reads toText, and a bare attribute key. Nothing for anything else. */
[[nodiscard]] std::optional<MappedColumn> mappedColumnFromText(const QString &text);

/** What a well-known header (Russian or English) or one made by headerOf stands for; nothing for any other. */
[[nodiscard]] std::optional<MappedColumn> knownColumn(const QString &header);
/** The header that an export writes: an import guesses `column` from it again. */
[[nodiscard]] QString headerOf(const MappedColumn &column);

/** Thread: any (value). */
class ColumnMapping
{
public:
    ColumnMapping() = default;
    explicit ColumnMapping(QList<MappedColumn> columns);

    /**
     * A guess for every column. `rows` are the first rows below the header: without a column named like a phone, the one
     * whose cells are mostly phones is taken. The columns `line` and `reason` at the end of a file of rejected rows are
     * ignored.
     */
    static ColumnMapping guessed(const QStringList &headers, const QList<QStringList> &rows);

    [[nodiscard]] const QList<MappedColumn> &columns() const { return m_columns; }
    /** The first column with this field; -1: none. */
    [[nodiscard]] qsizetype columnOf(ImportField field) const;
    /** Errors: InvalidInput map (map:phone) if no column holds phones. */
    [[nodiscard]] Status checked() const;

    /** @param column  from 0. A field that only one column can have is taken from the column that had it. */
    void set(qsizetype column, const MappedColumn &mapped);
    /**
     * `FIELD=COLUMN` of the command line; COLUMN is a header or a number from 1.
     * Errors: InvalidInput map (map:form, map:field, map:column).
     */
    Status assign(const QString &assignment, const QStringList &headers);

    /** Where the mapping for this set of headers is remembered, whatever their order; empty: they tell nothing. */
    [[nodiscard]] static QString memoryKey(const QStringList &headers);
    [[nodiscard]] QString remembered(const QStringList &headers) const;
    /** Nothing if the text does not name exactly these headers. */
    [[nodiscard]] static std::optional<ColumnMapping> recalled(const QString &text, const QStringList &headers);

    bool operator==(const ColumnMapping &) const = default;

private:
    QList<MappedColumn> m_columns;
};

} // namespace core::csv
