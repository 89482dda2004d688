// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/large/largeworkspace.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/storage/integritycheck.h"
#include "tests/storage/postgresserver.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtTest>

namespace tests {

using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::StatusCounts;
using core::interfaces::UnitOfWork;

/** What measures and plans are taken on is a workspace as the program itself would have left it. */
class LargeWorkspaceTest : public QObject
{
    Q_OBJECT

    const bench::LargeShape m_shape{2500, 20'000, 40, 3, at("2026-01-01T00:00:00Z")};
    std::map<QString, std::unique_ptr<TestDatabase>> m_databases;
    TestDatabase *m_database = nullptr; ///< the one whose turn it is

    [[nodiscard]] static std::unique_ptr<TestDatabase> fresh(const QString &name)
    {
        if (name == u"postgresql")
            return std::make_unique<TestDatabase>(PostgresServer::shared().createWorkspace());
        return std::make_unique<TestDatabase>();
    }

    QList<core::domain::MailingSummary> mailings()
    {
        return m_database->read([](UnitOfWork &unit) { return unit.mailings.page({{}, {}, true}, {{}, 1000}, {}); }).rows;
    }

    qint64 number(const QString &sql) { return numberOf(*m_database->connect(), sql); }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("sqlite") << u"sqlite"_qs;
        QTest::newRow("postgresql") << u"postgresql"_qs;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, database);
        std::unique_ptr<TestDatabase> &place = m_databases[database];
        if (!place) {
            place = fresh(database);
            const core::Status filled = bench::fillLargeWorkspace(place->url(), m_shape);
            QVERIFY2(filled, filled ? "" : qPrintable(filled.error().code + u' ' + filled.error().detail));
        }
        m_database = place.get();
    }

    void hasTheShapeAskedFor()
    {
        StatusCounts all;
        QMap<MailingState, int> states;
        const auto listed = mailings();
        for (const core::domain::MailingSummary &summary : listed) {
            all += summary.counts;
            ++states[summary.mailing.state];
        }
        QCOMPARE(listed.size(), m_shape.mailings);
        QCOMPARE(states.value(MailingState::Running), 2);
        QCOMPARE(all.total(), m_shape.messages);
        QCOMPARE(m_database->read([](UnitOfWork &unit) { return unit.clients.count({}); }), m_shape.clients);
        for (const MessageStatus status : core::domain::allMessageStatuses)
            QVERIFY2(all[status] > 0, qPrintable(core::domain::toText(status)));
    }

    void countsWhatIsThere()
    {
        for (const core::domain::MailingSummary &summary : mailings()) {
            const auto recount =
                m_database->read([&summary](UnitOfWork &unit) { return unit.messages.recount(summary.mailing.id); });
            QCOMPARE(summary.counts.counts, recount.counts);
        }
        const QStringList ok;
        QCOMPARE(core::storage::integrityProblems(m_database->url()).value_or(QStringList{u"?"_qs}), ok);
    }

    void countsErrorsAndThroughput()
    {
        const auto connection = m_database->connect();
        const QString errors =
            u"SELECT mailing_id || ' ' || kind || ' ' || http_status || ' ' || messages || ' ' || waiting "
            "FROM mailing_errors ORDER BY 1"_qs;
        const QStringList before = textsOf(*connection, errors);
        QVERIFY(before.size() > 10);
        for (const core::domain::MailingSummary &summary : mailings())
            m_database->write([&summary](UnitOfWork &unit) { return unit.messages.repairCounters(summary.mailing.id); });
        QCOMPARE(textsOf(*connection, errors), before);
        QCOMPARE(number(u"SELECT sum(sent) FROM throughput"_qs),
                 number(u"SELECT count(*) FROM messages WHERE sent_at IS NOT NULL"_qs));
        QCOMPARE(number(u"SELECT sum(messages) FROM activity WHERE status = 5"_qs),
                 number(u"SELECT count(*) FROM messages WHERE status = 5"_qs));
    }

    void findsClientsByTheirTagsAndWords()
    {
        core::interfaces::ClientQuery tagged;
        tagged.tags = {u"Tag1"_qs};
        core::interfaces::ClientQuery searched;
        searched.search = u"d1999"_qs;
        const qint64 byTag = m_database->read([&](UnitOfWork &unit) { return unit.clients.count(tagged); });
        QVERIFY2(byTag > m_shape.clients / 4 && byTag < m_shape.clients / 2, qPrintable(QString::number(byTag)));
        const auto found = m_database->read([&](UnitOfWork &unit) { return unit.clients.page(searched, {}); });
        QCOMPARE(found.rows.size(), 1);
        QCOMPARE(found.rows.first().attributes.value(u"contract"_qs), u"D1999"_qs);
        QCOMPARE(found.rows.first().operatorCode, found.rows.first().phone.text().mid(1, 3));
    }

    void leavesTheIndexesAsTheyWere()
    {
        QFETCH_GLOBAL(QString, database);
        const QString indexes =
            database == u"postgresql"
                ? u"SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname"_qs
                : u"SELECT name || coalesce(sql, '') FROM sqlite_master WHERE type = 'index' ORDER BY 1"_qs;
        QCOMPARE(textsOf(*m_database->connect(), indexes), textsOf(*fresh(database)->connect(), indexes));
    }

    void tellsThePlannerOfAServer()
    {
        QFETCH_GLOBAL(QString, database);
        if (database != u"postgresql")
            return; // the program has SQLite gather no statistics
        QCOMPARE(number(u"SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = 'messages'"_qs), m_shape.messages);
        QVERIFY(number(u"SELECT count(*) FROM pg_stats WHERE tablename = 'messages'"_qs) > 10);
    }

    void refusesAWorkspaceInUse()
    {
        const core::Status again = bench::fillLargeWorkspace(m_database->url(), m_shape);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"bench.not_fresh"_qs);
    }

    /** The last one: it adds a client. */
    void goesOnWithTheNextIds()
    {
        const core::ClientId id = m_database->write([](UnitOfWork &unit) { return unit.clients.insert(aClient()); });
        QCOMPARE(id.value, m_shape.clients + 1);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LargeWorkspaceTest)
#include "largeworkspacetest.moc"
