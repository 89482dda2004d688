// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/tablerows.h"

#include "core/storage/dialect.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core::storage {

namespace {

/** Values in one statement: well below what either database takes. */
constexpr qsizetype maxValues = 8000;
constexpr qsizetype maxRows = 500;

/** As a name of the schema: some are words of SQL as well. */
QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString places(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

void bind(Statement &statement, const std::optional<StoredValues> &key)
{
    for (const QVariant &value : key.value_or(StoredValues()))
        statement.bindNext(value);
}

void bind(Statement &statement, const KeyRange &range)
{
    bind(statement, range.after);
    bind(statement, range.upTo);
}

} // namespace

TableRows::TableRows(Connection &connection, const TableSchema &table)
    : m_connection(connection), m_table(table), m_name(quoted(table.name))
{
    QStringList columns;
    for (const ColumnSchema &column : table.columns)
        columns << quoted(column.name);
    m_columns = columns.join(u',');
    QStringList key;
    for (const qsizetype place : table.key) {
        const bool isText = table.columns[place].kind == ValueKind::Text;
        key << (isText ? connection.text("row_key_text", {{QStringLiteral("column"), columns[place]}}) : columns[place]);
    }
    m_key = key.join(u',');
}

qsizetype TableRows::batch() const
{
    return std::clamp<qsizetype>(maxValues / m_table.columns.size(), 1, maxRows);
}

Pieces TableRows::pieces(const KeyRange &range) const
{
    const QString anywhere = m_connection.text("row_is_anywhere");
    return {{QStringLiteral("after"), range.after ? m_connection.text("row_is_after") : anywhere},
            {QStringLiteral("up_to"), range.upTo ? m_connection.text("row_is_up_to") : anywhere},
            {QStringLiteral("table"), m_name},
            {QStringLiteral("columns"), m_columns},
            {QStringLiteral("key"), m_key},
            {QStringLiteral("places"), places(m_table.key.size())}};
}

Result<qint64> TableRows::count()
{
    return Statement(m_connection, "row_count", pieces({})).number();
}

Result<qint64> TableRows::greatestId()
{
    return Statement(m_connection, "row_greatest_id", pieces({})).number();
}

Result<QList<StoredValues>> TableRows::read(const KeyRange &range, qsizetype limit)
{
    Statement select(m_connection, "row_list", pieces(range));
    bind(select, range);
    HELIOGRAPH_ASSIGN(QList<StoredValues> rows, select.bindNext(limit).list([this](Row &row) {
        StoredValues values;
        values.reserve(m_table.columns.size());
        for (qsizetype i = 0; i < m_table.columns.size(); ++i)
            values << row.any();
        return values;
    }));
    for (StoredValues &row : rows) {
        HELIOGRAPH_ASSIGN(row, canonical(row));
    }
    return rows;
}

Result<StoredValues> TableRows::canonical(const StoredValues &stored) const
{
    StoredValues values;
    values.reserve(stored.size());
    for (qsizetype i = 0; i < stored.size(); ++i) {
        const auto value = canonicalValue(m_table.columns[i].kind, stored[i]);
        if (!value)
            return Failure(Error::make(ErrorKind::Corrupt, "copy.value",
                                       {m_table.name, m_table.keyText(stored), m_table.columns[i].name}));
        values << *value;
    }
    return values;
}

Status TableRows::erase(const KeyRange &range)
{
    Statement remove(m_connection, "row_delete", pieces(range));
    bind(remove, range);
    return remove.run();
}

Status TableRows::insert(const QList<StoredValues> &rows)
{
    const QString row = u'(' + places(m_table.columns.size()) + u')';
    Statement insert(m_connection, "row_insert",
                     pieces({}) << std::pair(QStringLiteral("rows"), QStringList(rows.size(), row).join(u',')));
    for (const StoredValues &values : rows) {
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (m_table.columns[i].kind == ValueKind::Text && !m_connection.dialect().canStore(values[i].toString()))
                return Failure(Error::make(ErrorKind::Conflict, "copy.unstorable",
                                           {m_table.name, m_table.keyText(values), m_table.columns[i].name}));
            insert.bindNext(values[i]);
        }
    }
    return insert.run();
}

} // namespace core::storage
