// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/conditions.h"
#include "core/storage/dialect.h"
#include "core/storage/workspace.h"
#include "tests/bench/large/largeworkspace.h"
#include "tests/storage/planexceptions.h"
#include "tests/storage/postgresplan.h"
#include "tests/storage/postgresserver.h"
#include "tests/support/manualclock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <map>

namespace tests {

using core::storage::Connection;
using core::storage::DatabaseUrl;
using core::storage::StatementCatalog;

namespace {

/** The small workspace is so many times shorter than the large one. */
constexpr int fraction = 50;

bench::LargeShape smallShape()
{
    const bench::LargeShape large;
    return {large.clients / fraction, large.messages / fraction, large.mailings, large.gateways, at("2026-01-01T00:00:00Z")};
}

template <typename T>
T valueOf(core::Result<T> result)
{
    if (!result)
        qFatal("%s %s", qUtf8Printable(result.error().code), qUtf8Printable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

/**
 * No statement of the program reads a large table in full or sorts a large set, but for those that planexceptions names.
 *
 * On a small workspace of the large shape; the plans are those of the large one. `tests/bench/run.sh --plans` takes that.
 */
class StatementPlanTest : public QObject
{
    Q_OBJECT

    /** One database and what is to be explained in it. */
    struct Explained
    {
        std::unique_ptr<Connection> connection;
        QList<ComposedStatement> statements;
        QSet<const PlanException *> used;
    };

    QTemporaryDir m_folder;
    std::map<QString, Explained> m_databases;
    Explained *m_explained = nullptr; ///< that of the database whose turn it is

    [[nodiscard]] Connection &connection() const { return *m_explained->connection; }
    [[nodiscard]] QString dialect() const { return connection().dialect().name(); }
    [[nodiscard]] const StatementCatalog &catalog() const { return StatementCatalog::forDialect(dialect()); }

    [[nodiscard]] std::unique_ptr<Connection> open(const QString &database) const
    {
        if (database != u"postgresql") {
            const bool isKept = bench::isLargeWorkspaceKept();
            const auto url = bench::largeWorkspace(m_folder.path(), isKept ? bench::LargeShape() : smallShape());
            return valueOf(Connection::open(valueOf(url), Connection::Access::ReadWrite));
        }
        const DatabaseUrl url = PostgresServer::shared().createWorkspace();
        valueOf(bench::fillLargeWorkspace(url, smallShape()));
        auto connection = valueOf(Connection::open(url, Connection::Access::ReadWrite));
        valueOf(pretendLonger(*connection, fraction));
        return connection;
    }

    /** What is costly and no exception allows; notes the exceptions that were needed. */
    QStringList unforeseen()
    {
        QStringList found;
        const auto exceptions = planExceptions(dialect());
        for (const ComposedStatement &statement : m_explained->statements) {
            const bool walksFreely = statement.fragments.isEmpty() && statement.name.contains(QLatin1String("_page_"));
            for (const CostlyStep &step : costlySteps(connection(), statement.sql, !walksFreely)) {
                const auto exception = std::find_if(exceptions.begin(), exceptions.end(),
                                                    [&](const PlanException *one) { return one->covers(statement, step); });
                if (exception == exceptions.end())
                    found << statement.label() + QLatin1String(": ") + step.text;
                else
                    m_explained->used << *exception;
            }
        }
        return found;
    }

    /** Steps of one statement that no repository makes. */
    QList<CostlyStep> stepsOf(const char *sql, bool skipsRows = true)
    {
        return costlySteps(connection(), QString::fromLatin1(sql), skipsRows);
    }

    static QList<CostlyStep::Kind> kinds(const QList<CostlyStep> &steps)
    {
        QList<CostlyStep::Kind> list;
        for (const CostlyStep &step : steps)
            list << step.kind;
        return list;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("database");
        if (bench::isLargeWorkspaceKept()) {
            QTest::newRow("the one that is kept") << u"kept"_qs;
            return;
        }
        QTest::newRow("sqlite") << u"sqlite"_qs;
        QTest::newRow("postgresql") << u"postgresql"_qs;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, database);
        const auto [place, isNew] = m_databases.try_emplace(database);
        m_explained = &place->second;
        if (!isNew)
            return;
        m_explained->connection = open(database);
        m_explained->statements = composedStatements(connection(), catalog());
    }

    void knowsEveryStatementAndFragment()
    {
        QCOMPARE(forgottenBlocks(catalog()), QStringList());
        QSet<QString> seen;
        static const QRegularExpression place(u"\\{\\w"_qs);
        for (const ComposedStatement &statement : m_explained->statements) {
            seen << statement.name;
            QVERIFY2(!statement.sql.contains(place), qPrintable(statement.label()));
        }
        QVERIFY2(seen.size() > 100, qPrintable(QString::number(seen.size())));
    }

    void seesWhatIsCostly()
    {
        using enum CostlyStep::Kind;
        QCOMPARE(kinds(stepsOf("SELECT count(*) FROM messages WHERE segments = 3")), QList{Scan});
        QCOMPARE(kinds(stepsOf("SELECT m.id FROM messages m WHERE m.mailing_id = 1 AND m.status <> 1 ORDER BY m.sent_at")),
                 QList{Sort});
        QCOMPARE(kinds(stepsOf("SELECT c.id FROM clients c ORDER BY c.attributes LIMIT 50", false)), (QList{Scan, Sort}));
        // Perhaps it sorts what it finds.
        QVERIFY(kinds(stepsOf("SELECT c.id FROM clients c WHERE c.consent = 'x' ORDER BY c.id LIMIT 50")).startsWith(Scan));
    }

    void leavesInPeaceWhatIsNot()
    {
        QVERIFY(stepsOf("SELECT c.id FROM clients c ORDER BY c.id LIMIT 50", false).isEmpty());
        QVERIFY(stepsOf("SELECT m.id FROM messages m WHERE m.client_id = 1").isEmpty());
        QVERIFY(stepsOf("SELECT g.id FROM gateways g ORDER BY g.url").isEmpty());
        QVERIFY(stepsOf("SELECT ml.id FROM mailings ml WHERE ml.id = 1 OR ml.state = 2 ORDER BY ml.name").isEmpty());
    }

    /** What a whole phone is looked for with: nobody knows whether it is a phone or a word of theirs. */
    void findsAPhoneOrAWordByTheirIndexes()
    {
        core::storage::Conditions conditions(connection());
        conditions.requireAny({"client_has_phone_between", "client_has_word_too"}, {});
        QString sql = connection().text("client_page_descending", {{u"filter"_qs, conditions.text()},
                                                                   {u"sort"_qs, connection().text("client_sort_id")}});
        const QList<std::pair<QString, QString>> values{{u"from"_qs, u"79161230000"_qs},
                                                        {u"to"_qs, u"79161230009"_qs},
                                                        {u"word"_qs, u"'7916123000'"_qs},
                                                        {u"beyond"_qs, u"'7916123001'"_qs}};
        for (const auto &[name, value] : values)
            sql.replace(QRegularExpression(u':' + name + u"\\d*\\b"_qs), value);
        QCOMPARE(kinds(costlySteps(connection(), sql, true)), QList{CostlyStep::Kind::Sort}); // of what was found
    }

    void readsNoLargeTableInFull() { QCOMPARE(unforeseen().join(u'\n'), QString()); }

    void readsNoneWithStatisticsEither()
    {
        // The program has SQLite gather none, but whoever keeps the file may. A server gathers them by itself.
        if (dialect() != u"sqlite")
            return;
        const auto run = [this](const char *sql) {
            return connection().runText(QLatin1String(sql), QStringLiteral("test"));
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
        for (const PlanException *exception : planExceptions(dialect())) {
            if (exception->isOfTheLargeOnly && !bench::isLargeWorkspaceKept())
                continue;
            QVERIFY2(m_explained->used.contains(exception),
                     qPrintable(QLatin1String(exception->statement) + u' ' + QLatin1String(exception->reason)));
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatementPlanTest)
#include "statementplantest.moc"
