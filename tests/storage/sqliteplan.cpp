// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/sqliteplan.h"

#include <QRegularExpression>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <algorithm>

namespace tests {

using core::storage::Connection;

namespace {

struct Step
{
    int id = 0;
    int parent = 0; ///< 0: none
    QString text;
};

using Plan = QList<Step>;

/** SQLite makes the same of every value, as long as it gathered no statistics. */
QString withValues(QString sql)
{
    static const QRegularExpression value(QStringLiteral(":\\w+"));
    return sql.replace(value, QStringLiteral("1"));
}

Plan planFor(Connection &connection, const QString &statement)
{
    const QString sql = withValues(statement);
    const auto query = connection.prepared(QLatin1String("EXPLAIN QUERY PLAN ") + sql, QStringLiteral("test"));
    if (!query)
        qFatal("%s: %s", qUtf8Printable(query.error().detail), qUtf8Printable(sql));
    if (!(*query)->exec())
        qFatal("%s: %s", qUtf8Printable((*query)->lastError().text()), qUtf8Printable(sql));
    Plan plan;
    while ((*query)->next())
        plan << Step{(*query)->value(0).toInt(), (*query)->value(1).toInt(), (*query)->value(3).toString()};
    return plan;
}

/** The names by which the statement calls the large tables; ours are small letters, words of SQL are capitals. */
QSet<QString> largeNames(const QString &sql)
{
    static const QRegularExpression named(QLatin1String("\\b(") + largeTables().join(u'|') +
                                          QLatin1String(")\\b(?:\\s+(?:AS\\s+)?([a-z]\\w*))?"));
    QSet<QString> names;
    for (auto match = named.globalMatch(sql); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        names << (found.captured(2).isEmpty() ? found.captured(1) : found.captured(2));
    }
    return names;
}

bool isSort(const Step &step)
{
    return step.text.startsWith(QLatin1String("USE TEMP B-TREE"));
}

/** It is done anew for every row of what is around it. */
bool isOfOneRow(const Plan &plan, Step step)
{
    // Parents stand before their children.
    for (auto above = plan.rbegin(); above != plan.rend(); ++above) {
        if (above->id != step.parent)
            continue;
        step = *above;
        if (step.text.startsWith(QLatin1String("CORRELATED")))
            return true;
    }
    return false;
}

/** What the loops beside `step` begin with is a large table. */
bool readsLargeTable(const Plan &plan, const Step &step, const QSet<QString> &large)
{
    static const QRegularExpression access(QStringLiteral("^(?:SCAN|SEARCH) (\\S+)"));
    bool isByAlternatives = false; // their accesses stand below
    for (const Step &other : plan) {
        if (other.parent != step.parent && !isByAlternatives)
            continue;
        isByAlternatives = isByAlternatives || other.text == QLatin1String("MULTI-INDEX OR");
        if (const auto match = access.match(other.text); match.hasMatch())
            return large.contains(match.captured(1));
    }
    return false;
}

bool isSortedBeside(const Plan &plan, const Step &step)
{
    return std::any_of(plan.begin(), plan.end(),
                       [&step](const Step &other) { return other.parent == step.parent && isSort(other); });
}

} // namespace

QList<CostlyStep> costlyStepsOfSqlite(Connection &connection, const QString &sql, bool skipsRows)
{
    static const QRegularExpression scan(QStringLiteral("^SCAN (\\S+)"));
    const QSet<QString> large = largeNames(sql);
    const bool isLimited = sql.contains(QLatin1String("LIMIT")) && !skipsRows;
    const Plan plan = planFor(connection, sql);
    QList<CostlyStep> costly;
    for (const Step &step : plan) {
        const auto scanned = scan.match(step.text);
        if (scanned.hasMatch() && large.contains(scanned.captured(1)) && !(isLimited && !isSortedBeside(plan, step)))
            costly << CostlyStep{CostlyStep::Kind::Scan, step.text};
        if (isSort(step) && readsLargeTable(plan, step, large) && !isOfOneRow(plan, step))
            costly << CostlyStep{CostlyStep::Kind::Sort, step.text};
    }
    return costly;
}

} // namespace tests
