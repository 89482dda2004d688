// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/postgresplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <memory>

namespace tests {

using core::storage::Connection;

namespace {

/** Rows of a page, and the one that tells whether there is another. */
constexpr QLatin1String pageLimit("51");

/** Runs one that PREPARE does not take, which is what a prepared query is; the first value of its first row. */
QString answerTo(const Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.driver()->createResult());
    if (!query.exec(sql))
        qFatal("%s: %s", qUtf8Printable(query.lastError().text()), qUtf8Printable(sql));
    return query.next() ? query.value(0).toString() : QString();
}

/** `:name` as `$1` and so on; how many there are. */
QString withNumbers(const QString &sql, int &number)
{
    static const QRegularExpression value(QStringLiteral(":(\\w+)"));
    QString numbered;
    qsizetype end = 0;
    for (auto match = value.globalMatch(sql); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        numbered += sql.mid(end, found.capturedStart() - end);
        numbered += found.captured(1) == QLatin1String("limit") ? QString(pageLimit) : u'$' + QString::number(++number);
        end = found.capturedEnd();
    }
    return numbered + sql.mid(end);
}

QJsonObject planFor(const Connection &connection, const QString &sql)
{
    int number = 0;
    const QString numbered = withNumbers(sql, number);
    QStringList values;
    values.fill(QStringLiteral("NULL"), number);
    const QString list = number == 0 ? QString() : u'(' + values.join(QLatin1String(", ")) + u')';

    answerTo(connection, QStringLiteral("SET plan_cache_mode = force_generic_plan"));
    answerTo(connection, QLatin1String("PREPARE explained AS ") + numbered);
    const QString answer = answerTo(connection, QLatin1String("EXPLAIN (FORMAT JSON) EXECUTE explained") + list);
    answerTo(connection, QStringLiteral("DEALLOCATE explained"));
    answerTo(connection, QStringLiteral("SET plan_cache_mode = force_custom_plan"));
    return QJsonDocument::fromJson(answer.toUtf8()).array().at(0)[QLatin1String("Plan")].toObject();
}

QString field(const QJsonObject &node, const char *name)
{
    return node[QLatin1String(name)].toString();
}

QList<QJsonObject> childrenOf(const QJsonObject &node)
{
    QList<QJsonObject> children;
    const QJsonArray plans = node[QLatin1String("Plans")].toArray();
    for (const QJsonValue &child : plans)
        children << child.toObject();
    return children;
}

/** "InitPlan" runs once, "SubPlan" for each row or once into a hash: none of them hands its rows on. */
bool isAside(const QJsonObject &node)
{
    const QString relationship = field(node, "Parent Relationship");
    return relationship == QLatin1String("InitPlan") || relationship == QLatin1String("SubPlan");
}

/** Sorts group by group what comes in the order of its first columns, and the groups are short. */
bool isSortAlongTheWay(const QJsonObject &node)
{
    constexpr double fewRows = 1000; // in units of the planner: some milliseconds until the first group is there
    return field(node, "Node Type") == QLatin1String("Incremental Sort") &&
           node[QLatin1String("Startup Cost")].toDouble() < fewRows;
}

bool isSort(const QJsonObject &node)
{
    return field(node, "Node Type").endsWith(QLatin1String("Sort")) && !isSortAlongTheWay(node);
}

/** What is sorted begins with a large table. */
bool readsLargeTable(const QJsonObject &node)
{
    if (const QString table = field(node, "Relation Name"); !table.isEmpty())
        return largeTables().contains(table);
    const QString type = field(node, "Node Type");
    if (type == QLatin1String("Limit"))
        return false;
    const bool readsBoth = type == QLatin1String("Hash Join") || type == QLatin1String("Merge Join") ||
                           type == QLatin1String("Append") || type == QLatin1String("Hash");
    for (const QJsonObject &child : childrenOf(node)) {
        if (isAside(child))
            continue;
        if (readsLargeTable(child))
            return true;
        if (!readsBoth)
            return false;
    }
    return false;
}

/** Collects what is costly. Thread: that of the test. */
class Reader
{
public:
    explicit Reader(bool skipsRows) : m_skipsRows(skipsRows) {}

    [[nodiscard]] QList<CostlyStep> costly() const { return m_costly; }

    /** @param stops  a limit above ends the reading, and nothing between wants all rows first */
    void read(const QJsonObject &node, const QString &tableAbove = {}, bool stops = false, bool isOfOneRow = false)
    {
        const QString type = field(node, "Node Type");
        const QString table = field(node, "Relation Name").isEmpty() ? tableAbove : field(node, "Relation Name");
        if (isFullScan(node, table) && !(stops && !m_skipsRows))
            m_costly << CostlyStep{CostlyStep::Kind::Scan,
                                   type + QLatin1String(" on ") + table + u' ' + field(node, "Index Name")};

        static const QStringList handingOn{QStringLiteral("Nested Loop"), QStringLiteral("Subquery Scan"),
                                           QStringLiteral("LockRows"), QStringLiteral("Result"), QStringLiteral("Limit")};
        bool isFirst = true;
        for (const QJsonObject &child : childrenOf(node)) {
            const bool continues =
                type == QLatin1String("Limit") || (stops && (handingOn.contains(type) || isSortAlongTheWay(node)));
            read(child, type == QLatin1String("Bitmap Heap Scan") ? table : QString(),
                 continues && isFirst && !isAside(child),
                 isOfOneRow || field(child, "Parent Relationship") == QLatin1String("SubPlan"));
            isFirst = isFirst && isAside(child);
        }
        if (isSort(node) && readsLargeTable(node) && !isOfOneRow)
            m_costly << CostlyStep{CostlyStep::Kind::Sort, sortText(node)};
    }

private:
    static bool isFullScan(const QJsonObject &node, const QString &table)
    {
        static const QStringList byIndex{QStringLiteral("Index Scan"), QStringLiteral("Index Only Scan"),
                                         QStringLiteral("Bitmap Index Scan")};
        const QString type = field(node, "Node Type");
        const bool isFull =
            type == QLatin1String("Seq Scan") || (byIndex.contains(type) && field(node, "Index Cond").isEmpty());
        return isFull && largeTables().contains(table);
    }

    static QString sortText(const QJsonObject &node)
    {
        QStringList keys;
        const QJsonArray array = node[QLatin1String("Sort Key")].toArray();
        for (const QJsonValue &key : array)
            keys << key.toString();
        return field(node, "Node Type") + QLatin1String(" by ") + keys.join(QLatin1String(", "));
    }

    bool m_skipsRows;
    QList<CostlyStep> m_costly;
};

} // namespace

QList<CostlyStep> costlyStepsOfPostgres(Connection &connection, const QString &sql, bool skipsRows)
{
    Reader reader(skipsRows);
    reader.read(planFor(connection, sql));
    return reader.costly();
}

core::Status pretendLonger(Connection &connection, int times)
{
    const QString tables = u'\'' + largeTables().join(QLatin1String("', '")) + u'\'';
    return connection.runText(
        QStringLiteral("UPDATE pg_class SET reltuples = reltuples * %1 WHERE relnamespace = "
                       "CAST(current_schema() AS REGNAMESPACE) AND (relname IN (%2) OR oid IN (SELECT i.indexrelid "
                       "FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname IN (%2)))")
            .arg(times)
            .arg(tables),
        QStringLiteral("test"));
}

} // namespace tests
