// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/queryplan.h"

#include "core/storage/dialect.h"
#include "tests/storage/postgresplan.h"
#include "tests/storage/sqliteplan.h"

namespace tests {

const QStringList &largeTables()
{
    static const QStringList tables{
        QStringLiteral("clients"),        QStringLiteral("client_tags"), QStringLiteral("client_words"),
        QStringLiteral("import_changes"), QStringLiteral("messages"),    QStringLiteral("message_attempts"),
        QStringLiteral("message_texts"),  QStringLiteral("throughput"),  QStringLiteral("activity"),
        QStringLiteral("events"),
    };
    return tables;
}

QList<CostlyStep> costlySteps(core::storage::Connection &connection, const QString &sql, bool skipsRows)
{
    if (connection.dialect().name() == QLatin1String("postgresql"))
        return costlyStepsOfPostgres(connection, sql, skipsRows);
    return costlyStepsOfSqlite(connection, sql, skipsRows);
}

} // namespace tests
