// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dialect.h"
#include "core/storage/workspace.h"
#include "tests/bench/large/largeworkspace.h"
#include "tests/storage/planexceptions.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QtTest>

namespace tests {

using core::storage::Connection;
using core::storage::StatementCatalog;

/**
 * No statement of the program reads a large table in full or sorts a large set, but for those that planexceptions names.
 *
 * On a small workspace of the large shape; the plans are those of the large one. `tests/bench/run.sh --plans` takes that.
 */
class StatementPlanTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
    QList<ComposedStatement> m_statements;
    QSet<const PlanException *> m_used;

    [[nodiscard]] const StatementCatalog &catalog() const
    {
        return StatementCatalog::forDialect(m_connection->dialect().name());
    }

    /** What is costly and no exception allows; notes the exceptions that were needed. */
    QStringList unforeseen()
    {
        QStringList found;
        for (const ComposedStatement &statement : m_statements) {
            const bool walksFreely = statement.fragments.isEmpty() && statement.name.contains(QLatin1String("_page_"));
            for (const CostlyStep &step : costlySteps(*m_connection, statement.sql, !walksFreely)) {
                const auto &exceptions = planExceptions();
                const auto exception = std::find_if(exceptions.begin(), exceptions.end(),
                                                    [&](const PlanException &one) { return one.covers(statement, step); });
                if (exception == exceptions.end())
                    found << statement.label() + QLatin1String(": ") + step.text;
                else
                    m_used << &*exception;
            }
        }
        return found;
    }

    /** Steps of one statement that no repository makes. */
    QList<CostlyStep> stepsOf(const char *sql, bool skipsRows = true)
    {
        return costlySteps(*m_connection, QString::fromLatin1(sql), skipsRows);
    }

private Q_SLOTS:
    void initTestCase()
    {
        bench::LargeShape shape;
        if (!bench::isLargeWorkspaceKept())
            shape = {20'000, 200'000, 200, 4, at("2026-01-01T00:00:00Z")};
        const auto url = bench::largeWorkspace(m_folder.path(), shape);
        QVERIFY2(url, url ? "" : qPrintable(url.error().code + u' ' + url.error().detail));
        auto connection = Connection::open(*url, Connection::Access::ReadWrite);
        QVERIFY(connection);
        m_connection = std::move(*connection);
        QVERIFY(m_connection->run("unfinished_copy_create")); // a table that only copies have
        m_statements = composedStatements(*m_connection, catalog());
    }

    void knowsEveryStatementAndFragment()
    {
        QCOMPARE(forgottenBlocks(catalog()), QStringList());
        QSet<QString> seen;
        for (const ComposedStatement &statement : m_statements) {
            seen << statement.name;
            QVERIFY2(!statement.sql.contains(u'{'), qPrintable(statement.label()));
        }
        QVERIFY2(seen.size() > 100, qPrintable(QString::number(seen.size())));
    }

    void seesWhatIsCostly()
    {
        using enum CostlyStep::Kind;
        const auto kinds = [](const QList<CostlyStep> &steps) {
            QList<CostlyStep::Kind> list;
            for (const CostlyStep &step : steps)
                list << step.kind;
            return list;
        };
        QCOMPARE(kinds(stepsOf("SELECT count(*) FROM messages WHERE segments = 3")), QList{Scan});
        QCOMPARE(kinds(stepsOf("SELECT m.id FROM messages m WHERE m.mailing_id = 1 ORDER BY m.sent_at")), QList{Sort});
        QCOMPARE(kinds(stepsOf("SELECT c.id FROM clients c ORDER BY c.attributes LIMIT 50", false)), (QList{Scan, Sort}));
        QCOMPARE(kinds(stepsOf("SELECT c.id FROM clients c WHERE c.consent = 'x' ORDER BY c.id LIMIT 50")), QList{Scan});
    }

    void leavesInPeaceWhatIsNot()
    {
        QVERIFY(stepsOf("SELECT c.id FROM clients c ORDER BY c.id LIMIT 50", false).isEmpty());
        QVERIFY(stepsOf("SELECT m.id FROM messages m WHERE m.client_id = 1").isEmpty());
        QVERIFY(stepsOf("SELECT g.id FROM gateways g ORDER BY g.url").isEmpty());
        QVERIFY(stepsOf("SELECT ml.id FROM mailings ml WHERE ml.id = 1 OR ml.state = 2 ORDER BY ml.name").isEmpty());
    }

    void readsNoLargeTableInFull() { QCOMPARE(unforeseen().join(u'\n'), QString()); }

    void readsNoneWithStatisticsEither()
    {
        // The program has the database gather none, but whoever keeps it may.
        const auto run = [this](const char *sql) {
            return m_connection->runText(QLatin1String(sql), QStringLiteral("test"));
        };
        QVERIFY(run("BEGIN"));
        QVERIFY(run("ANALYZE"));
        const QString found = unforeseen().join(u'\n');
        QVERIFY(run("ROLLBACK"));
        QCOMPARE(found, QString());
    }

    /** After the two above: what has become an ordinary plan is an exception no longer. */
    void needsEveryException()
    {
        for (const PlanException &exception : planExceptions())
            QVERIFY2(m_used.contains(&exception),
                     qPrintable(QLatin1String(exception.statement) + u' ' + QLatin1String(exception.reason)));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatementPlanTest)
#include "statementplantest.moc"
