// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/copyplaces.h"

#include "core/storage/tablerows.h"
#include "core/storage/transaction.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <algorithm>

namespace tests {

using core::Result;
using core::Status;
using core::storage::ColumnSchema;
using core::storage::Connection;
using core::storage::CopyProgress;
using core::storage::CopyReport;
using core::storage::DatabaseUrl;
using core::storage::StoredValues;
using core::storage::TableRows;
using core::storage::TableSchema;
using core::storage::Transaction;
using core::storage::ValueKind;

namespace {

/** Something of its kind that no other row of the table has. Ids are such as other tables refer to. */
QVariant valueFor(const ColumnSchema &column, int row, qsizetype place)
{
    switch (column.kind) {
    case ValueKind::Integer:
        return qlonglong(column.name == u"id" || column.name.endsWith(u"_id") ? row : row * 100 + place);
    case ValueKind::Real:
        return row + 0.1; // no end in binary
    case ValueKind::Bytes:
        return QByteArray("\x00\xff'\\", 4) + char(row);
    case ValueKind::Text:
        break;
    }
    return u"%1-%2 O'Neill \\ \"ы\" 😀 ? :name"_qs.arg(row).arg(place);
}

/** What a table holds, read in another way than the copy reads it. */
QStringList rowsOf(Connection &connection, const QString &table)
{
    const auto query = connection.prepared(u"SELECT * FROM \"%1\""_qs.arg(table), u"test"_qs);
    if (!query || !(*query)->exec())
        qFatal("%s cannot be read", qPrintable(table));
    QStringList rows;
    while ((*query)->next()) {
        const QSqlRecord record = (*query)->record();
        QStringList values;
        for (int i = 0; i < record.count(); ++i) {
            const QVariant value = record.value(i);
            const bool isBytes = value.typeId() == QMetaType::QByteArray;
            const QString text = isBytes ? QString::fromLatin1(value.toByteArray().toHex()) : value.toString();
            values << record.fieldName(i) + u'=' + (value.isNull() ? u"NULL"_qs : text);
        }
        values.sort();
        rows << values.join(u'|');
    }
    rows.sort();
    return rows;
}

} // namespace

QString told(const Status &status)
{
    return status ? u"done"_qs : status.error().code + u": "_qs + status.error().args.join(u' ') + status.error().detail;
}

QString told(const Result<CopyReport> &result)
{
    return told(result.map([](const CopyReport &) {}));
}

std::unique_ptr<Connection> opened(const DatabaseUrl &url)
{
    auto connection = Connection::open(url, Connection::Access::ReadWrite);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

void run(const DatabaseUrl &url, const QString &sql)
{
    if (const Status done = opened(url)->runText(sql, u"test"_qs); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

QList<TableSchema> tablesOf(Connection &connection)
{
    return *core::storage::parentsFirst(connection, *core::storage::readTables(connection));
}

void fill(const DatabaseUrl &url)
{
    const auto connection = opened(url);
    for (const TableSchema &table : tablesOf(*connection)) {
        if (table.name == u"workspace")
            continue;
        QList<StoredValues> rows;
        for (int row = 5; row < 8; ++row) {
            StoredValues values;
            for (qsizetype i = 0; i < table.columns.size(); ++i)
                values << valueFor(table.columns[i], row, i);
            rows << values;
        }
        if (const Status done = TableRows(*connection, table).insert(rows); !done)
            qFatal("%s: %s", qPrintable(table.name), qPrintable(done.error().detail));
    }
    const auto tables = tablesOf(*connection);
    const auto isInstances = [](const TableSchema &table) { return table.name == u"instances"; };
    if (std::any_of(tables.cbegin(), tables.cend(), isInstances)) // an earlier schema has none
        run(url, u"UPDATE instances SET seen_at = 0"_qs);
    run(url, u"INSERT INTO clients (id, phone, operator_code, timezone_id, attributes, opted_out_at, consent, created_at, "
             "updated_at) VALUES (20, 79990000001, '', 5, '{}', NULL, NULL, -1, 9007199254740993)"_qs);
}

void addTags(const DatabaseUrl &url, int count)
{
    const auto connection = opened(url);
    auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
    for (int i = 1000; i < 1000 + count; ++i) {
        const QString sql = u"INSERT INTO tags (id, label, folded) VALUES (%1, 'tag %1', 'tag %1')"_qs.arg(i);
        if (!transaction || !connection->runText(sql, u"test"_qs))
            qFatal("no tag %d", i);
    }
    if (!transaction->commit())
        qFatal("no tags");
}

QMap<QString, QStringList> contentsOf(const DatabaseUrl &url)
{
    const auto connection = opened(url);
    QMap<QString, QStringList> contents;
    for (const TableSchema &table : tablesOf(*connection)) {
        if (table.name != u"workspace" && table.name != u"instances")
            contents.insert(table.name, rowsOf(*connection, table.name));
    }
    return contents;
}

bool always(const CopyProgress &)
{
    return true;
}

} // namespace tests
