// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientimporter.h"
#include "core/domain/searchwords.h"
#include "core/domain/tags.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/storage/clientrow.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtTest>

namespace tests {

using core::domain::Client;
using core::interfaces::ImportBatch;
using core::interfaces::ImportMode;
using core::interfaces::ImportRow;
using core::interfaces::UnitOfWork;

/** What the contract suite cannot see: limits of a merge, the journal, and how fast it goes. */
class ClientImporterTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T09:00:00Z");

    ImportBatch batch(int first, int number, core::ImportId import = {}) const
    {
        ImportBatch rows;
        rows.import = import;
        rows.defaultTimezone = u"Europe/Moscow"_qs;
        rows.now = m_now;
        for (int i = first; i < first + number; ++i) {
            ImportRow row;
            row.phone = phoneNumber(int((qint64{i} * 7919) % 9999991));
            row.attributes = {{u"name"_qs, u"Имя%1"_qs.arg(i % 500)}, {u"city"_qs, u"Город%1"_qs.arg(i % 50)}};
            row.tags = {u"tag%1"_qs.arg(i % 5)};
            rows.rows << row;
        }
        return rows;
    }

private Q_SLOTS:
    void keepsWithinTheLimitsOfAClient()
    {
        Client client = aClient();
        for (int i = 0; i < core::domain::maxAttributes; ++i)
            client.attributes.insert(u"k%1"_qs.arg(i), u"v"_qs);
        ImportBatch rows = batch(1, 1);
        rows.rows[0].attributes = {{u"new"_qs, u"v"_qs}, {u"k1"_qs, u"changed"_qs}};
        for (int i = 0; i < 40; ++i)
            rows.extraTags << u"t%1"_qs.arg(i);
        const Client merged = core::storage::merged(client, rows.rows[0], rows);
        QCOMPARE(merged.attributes.size(), core::domain::maxAttributes);
        QCOMPARE(merged.attributes.value(u"k1"_qs), u"changed"_qs);
        QVERIFY(!merged.attributes.contains(u"new"_qs));
        QCOMPARE(merged.tags.size(), core::domain::maxTags);
    }

    void clearsBeforeItSets()
    {
        const Client client = aClient().attribute(u"city"_qs, u"Москва"_qs).attribute(u"name"_qs, u"Анна"_qs);
        ImportBatch rows = batch(1, 1);
        rows.rows[0].attributes = {{u"name"_qs, u"Вера"_qs}};
        rows.rows[0].clearAttributes = {u"city"_qs};
        const Client merged = core::storage::merged(client, rows.rows[0], rows);
        QCOMPARE(merged.attributes, (core::domain::Attributes{{u"name"_qs, u"Вера"_qs}}));
    }

    void keepsEverythingOfAClientInTheJournal()
    {
        Client client = aClient()
                            .phone(5)
                            .operatorCode(u"495"_qs)
                            .tags({u"a \"b\""_qs, u"Весна"_qs})
                            .timezone(u"Asia/Omsk"_qs)
                            .attribute(u"имя"_qs, u"Строка\n\"два\" \\"_qs)
                            .optedOut(m_now)
                            .consent(u"form 5"_qs)
                            .updatedAt(m_now);
        client.id = core::ClientId{7};
        client.owner = core::UserId{3};
        Client read = core::storage::clientFromJournal(core::storage::journalText(client));
        read.createdAt = client.createdAt; // an update never touches it
        QCOMPARE(read, client);
    }

    void storesOfEachClientWhatItsOwnRowSays()
    {
        TestDatabase database;
        ImportBatch rows = batch(1, 5);
        rows.rows[1].timezone = u"Asia/Omsk"_qs;
        rows.rows[1].consent = u"form 5"_qs;
        rows.rows[2].optedOutAt = m_now - std::chrono::hours{1};
        rows.rows[3].consent = u"form 6"_qs;
        database.write([&](UnitOfWork &unit) { return unit.clients.import(rows); });
        for (const core::domain::ImportRow &row : std::as_const(rows.rows)) {
            const auto stored = database.read([&](UnitOfWork &unit) { return unit.clients.findByPhone(row.phone); });
            QVERIFY(stored.has_value());
            QCOMPARE(stored->timezone, row.timezone.isEmpty() ? rows.defaultTimezone : row.timezone);
            QCOMPARE(stored->consent.value_or(QString()), row.consent);
            QCOMPARE(stored->optedOutAt, row.optedOutAt);
        }
    }

    void takesAnAddedClientBackWithItsUnsentMessages()
    {
        TestDatabase database;
        const auto import = database.write([&](UnitOfWork &unit) {
            return unit.imports.begin({{}, u"a.csv"_qs, m_now, {}});
        });
        database.write([&](UnitOfWork &unit) { return unit.clients.import(batch(1, 3, import)); });
        core::domain::Mailing mailing = aMailing();
        mailing.id = database.write([&](UnitOfWork &unit) { return unit.mailings.insert(mailing); });
        database.write([&](UnitOfWork &unit) { return unit.messages.chooseAudience(mailing, {}, 10, m_now); });

        QCOMPARE(database.write([&](UnitOfWork &unit) { return unit.imports.undoSome(import, 2, m_now); }), 3);
        QCOMPARE(database.write([&](UnitOfWork &unit) { return unit.imports.undoSome(import, 2, m_now); }), 1);
        QCOMPARE(database.write([&](UnitOfWork &unit) { return unit.imports.undoSome(import, 2, m_now); }), 0);
        QCOMPARE(database.read([](UnitOfWork &unit) { return unit.clients.count({}); }), 0);
        const auto counts = database.read([&](UnitOfWork &unit) { return unit.mailings.counts(mailing.id); });
        QCOMPARE(counts[core::domain::MessageStatus::Cancelled], 3);
        QCOMPARE(numberOf(*database.connect(), u"SELECT count(*) FROM import_changes"_qs), 0);
    }

    void findsNewClientsByTheirOwnWordsAndByTagsOfAll()
    {
        TestDatabase database;
        ImportBatch rows = batch(1, 2);
        rows.rows[0].words = core::domain::searchWords(rows.rows[0].tags, rows.rows[0].attributes);
        rows.extraTags = {u"Весна"_qs};
        database.write([&](UnitOfWork &unit) { return unit.clients.import(rows); });
        const auto found = [&](const QString &search) {
            return database.read([&](UnitOfWork &unit) { return unit.clients.count({.search = search}); });
        };
        QCOMPARE(found(u"весна"_qs), 2);
        QCOMPARE(found(u"tag1"_qs), 1);
        QCOMPARE(found(u"tag2"_qs), 1);
    }

    void importsTensOfThousandsInBatches()
    {
        TestDatabase database;
        const auto import = database.write([&](UnitOfWork &unit) {
            return unit.imports.begin({{}, u"a.csv"_qs, m_now, {}});
        });
        constexpr int rows = 40000;
        QList<ImportBatch> batches;
        for (int first = 0; first < rows; first += 1000)
            batches << batch(first, 1000, import);
        QElapsedTimer timer;
        timer.start();
        for (const ImportBatch &rowsOfOne : std::as_const(batches)) {
            const auto work = [&](UnitOfWork &unit) { return unit.clients.import(rowsOfOne); };
            QCOMPARE(database.executor().write(core::interfaces::Lane::Bulk, work).result().value().added, 1000);
        }
        qInfo("import: %lld rows/s", rows * 1000LL / std::max<qint64>(1, timer.elapsed()));
        const auto again = database.write([&](UnitOfWork &unit) { return unit.clients.dryRun(batch(0, 1000)); });
        QCOMPARE(again.unchanged, 1000);
        const auto tags = database.read([](UnitOfWork &unit) { return unit.clients.tags(); });
        QCOMPARE(tags.size(), 5);
        QCOMPARE(tags.first().count, rows / 5);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientImporterTest)
#include "clientimportertest.moc"
