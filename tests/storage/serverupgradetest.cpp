// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrator.h"
#include "core/storage/workspace.h"
#include "tests/storage/copyplaces.h"

#include <QtTest>

namespace tests {

using core::storage::DatabaseUrl;
using core::storage::Migration;
using core::storage::Migrator;
using core::storage::StatementCatalog;

namespace {

QList<Migration> known()
{
    return StatementCatalog::migrations(u"postgresql"_qs);
}

QStringList columnsOf(const QString &row)
{
    QStringList columns;
    for (const QString &field : row.split(u'|'))
        columns << field.section(u'=', 0, 0);
    return columns;
}

/** What rows hold in these columns, whatever else they have got since. */
QStringList within(const QStringList &rows, const QStringList &columns)
{
    QStringList kept;
    for (const QString &row : rows) {
        QStringList fields = row.split(u'|');
        fields.removeIf([&columns](const QString &field) { return !columns.contains(field.section(u'=', 0, 0)); });
        kept << fields.join(u'|');
    }
    kept.sort();
    return kept;
}

/** Columns with their types, defaults and rules, indexes, and what else the server knows of the tables. */
QStringList shapeOf(const DatabaseUrl &url)
{
    const auto connection = opened(url);
    QStringList shape;
    for (const QString &sql :
         {u"SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || "
          "coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"_qs,
          u"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"_qs,
          u"SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint "
          "WHERE connamespace = 'public'::regnamespace ORDER BY 1"_qs,
          u"SELECT proname || ' ' || prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"_qs,
          u"SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"_qs})
        shape << textsOf(*connection, sql);
    return shape;
}

} // namespace

/** A server that an earlier program has used. The same for files: tests/storage/migratortest. */
class ServerUpgradeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<CopyPlaces> m_places;

private Q_SLOTS:
    void init() { m_places = std::make_unique<CopyPlaces>(); }
    void cleanup() { m_places.reset(); }

    void keepsEveryRowOfAnEarlierSchema_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 1; number < known().size(); ++number)
            QTest::newRow(qPrintable(QString::number(number))) << number;
    }

    void keepsEveryRowOfAnEarlierSchema()
    {
        QFETCH(const int, number);
        const DatabaseUrl url = m_places->nothing(u"postgresql"_qs);
        QVERIFY(Migrator(*opened(url), url, known().mid(0, number)).run());
        fill(url);
        const auto before = contentsOf(url);
        QVERIFY(before.size() > 20);

        QCOMPARE(told(core::storage::prepareDatabase(url)), u"done"_qs);

        const auto after = contentsOf(url);
        for (auto table = before.cbegin(); table != before.cend(); ++table) {
            QVERIFY2(table->size() >= 3, qPrintable(table.key()));
            const QStringList columns = columnsOf(table->first());
            QCOMPARE(within(after.value(table.key()), columns), within(*table, columns));
        }
        const DatabaseUrl fresh = m_places->workspace(u"postgresql"_qs);
        QCOMPARE(shapeOf(url), shapeOf(fresh));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ServerUpgradeTest)
#include "serverupgradetest.moc"
