// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/tableschema.h"

#include "core/storage/statement.h"

#include <algorithm>

namespace core::storage {

namespace {

/** The words of table_columns. */
std::optional<ValueKind> kindFrom(const QString &text)
{
    static const QStringList names{QStringLiteral("integer"), QStringLiteral("real"), QStringLiteral("text"),
                                   QStringLiteral("bytes")};
    const qsizetype place = names.indexOf(text);
    return place < 0 ? std::nullopt : std::optional(static_cast<ValueKind>(place));
}

Failure strange(const QString &table)
{
    return Failure(Error::make(ErrorKind::Internal, "copy.schema", {table}));
}

Result<TableSchema> readTable(Connection &connection, const QString &name)
{
    TableSchema table{name, {}, {}};
    bool isKnown = true;
    Statement select(connection, "table_columns");
    HELIOGRAPH_TRY(select.bind(":table", name).forEach([&](Row &row) {
        ColumnSchema column{row.text(), {}, 0};
        const auto kind = kindFrom(row.text());
        isKnown = isKnown && kind;
        column.kind = kind.value_or(ValueKind::Integer);
        column.placeInKey = row.small();
        table.columns << column;
    }));
    for (int place = 1; place <= table.columns.size(); ++place) {
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].placeInKey == place)
                table.key << i;
        }
    }
    if (!isKnown || table.key.isEmpty())
        return strange(name);
    return table;
}

} // namespace

bool TableSchema::hasId() const
{
    return key.size() == 1 && columns[key.first()].kind == ValueKind::Integer;
}

StoredValues TableSchema::keyOf(const StoredValues &row) const
{
    StoredValues values;
    for (const qsizetype place : key)
        values << row[place];
    return values;
}

QString TableSchema::keyText(const StoredValues &row) const
{
    QStringList texts;
    for (const QVariant &value : keyOf(row))
        texts << value.toString();
    return texts.join(QLatin1String(", "));
}

Result<QList<TableSchema>> readTables(Connection &connection)
{
    Statement select(connection, "database_tables");
    HELIOGRAPH_ASSIGN(QStringList names, select.list([](Row &row) { return row.text(); }));
    names.removeAll(QStringLiteral("schema_migrations"));
    names.removeAll(QStringLiteral("unfinished_copy"));
    names.sort();
    QList<TableSchema> tables;
    for (const QString &name : std::as_const(names)) {
        HELIOGRAPH_ASSIGN(tables.emplace_back(), readTable(connection, name));
    }
    return tables;
}

Result<QList<TableSchema>> parentsFirst(Connection &connection, QList<TableSchema> tables)
{
    QHash<QString, QStringList> parents;
    for (const TableSchema &table : std::as_const(tables)) {
        Statement select(connection, "table_parents");
        HELIOGRAPH_ASSIGN(parents[table.name], select.bind(":table", table.name).list([](Row &row) { return row.text(); }));
    }
    QStringList placed;
    QList<TableSchema> ordered;
    while (!tables.isEmpty()) {
        const auto isReady = [&](const TableSchema &table) {
            const QStringList &wanted = parents[table.name];
            return std::all_of(wanted.begin(), wanted.end(),
                               [&](const QString &parent) { return parent == table.name || placed.contains(parent); });
        };
        const auto next = std::find_if(tables.cbegin(), tables.cend(), isReady);
        if (next == tables.cend()) // a circle
            return strange(tables.first().name);
        placed << next->name;
        ordered << *next;
        tables.erase(next);
    }
    return ordered;
}

} // namespace core::storage
