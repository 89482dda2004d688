// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/integritycheck.h"

#include "core/storage/connection.h"
#include "core/storage/statement.h"

namespace core::storage {

Result<QStringList> integrityProblems(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadOnly));
    HELIOGRAPH_ASSIGN(const auto pages,
                      Statement(*connection, "database_integrity").list([](Row &row) { return row.text(); }));
    HELIOGRAPH_ASSIGN(const auto references, Statement(*connection, "database_references").list([](Row &row) {
        const QString table = row.text();
        const QString id = row.text();
        return QStringLiteral("%1 %2 refers to a row of %3 that is not there").arg(table, id, row.text());
    }));
    QStringList problems = pages + references;
    problems.removeAll(QStringLiteral("ok"));
    return problems;
}

Result<QString> firstProblem(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadOnly));
    HELIOGRAPH_ASSIGN(const auto found,
                      Statement(*connection, "database_first_problem").first([](Row &row) { return row.text(); }));
    const QString answer = found.value_or(QStringLiteral("nothing was checked"));
    return answer == QLatin1String("ok") ? QString() : answer;
}

} // namespace core::storage
