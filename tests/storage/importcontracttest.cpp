// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of ClientRepository::import and of ImportRepository. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class ImportContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    const core::Instant m_now = at("2024-03-01T10:00:00Z");
    const core::Instant m_undoneAt = at("2024-03-01T12:00:00Z");

    ImportBatch batch(const QList<ImportRow> &rows, ImportMode mode = ImportMode::Update) const
    {
        return {{}, mode, u"Asia/Omsk"_qs, {}, core::UserId{1}, m_now, rows};
    }

    static ImportRow row(int phone)
    {
        ImportRow row;
        row.phone = phoneNumber(phone);
        return row;
    }

    static ImportRow fullRow(int phone)
    {
        ImportRow full = row(phone);
        full.operatorCode = u"222"_qs;
        full.tags = QStringList{u"new"_qs, u"VIP"_qs};
        full.timezone = u"UTC"_qs;
        full.attributes = Attributes{{u"name"_qs, u"Olga"_qs}};
        return full;
    }

    static ImportRow clearingRow(int phone)
    {
        ImportRow clearing = row(phone);
        clearing.clearOperatorCode = true;
        clearing.clearTags = true;
        clearing.clearTimezone = true;
        clearing.clearAttributes = QStringList{u"name"_qs, u"unknown"_qs};
        return clearing;
    }

    Client existing() const
    {
        return aClient()
            .phone(1)
            .operatorCode(u"111"_qs)
            .tags({u"vip"_qs})
            .attribute(u"name"_qs, u"Anna"_qs)
            .attribute(u"city"_qs, u"Tver"_qs);
    }

    Client clientWith(int phone)
    {
        const std::optional<Client> client = LOOK(unit.clients.findByPhone(phoneNumber(phone)));
        return client.value_or(Client{});
    }

    /** The numbers of a dry run must be those of the import; the import's are given back. */
    ImportBatchResult imported(const ImportBatch &batch)
    {
        const qint64 before = LOOK(unit.clients.count({}));
        const ImportBatchResult promised = COMMIT(unit.clients.dryRun(batch));
        [&] { QCOMPARE(LOOK(unit.clients.count({})), before); }();
        const ImportBatchResult result = COMMIT(unit.clients.import(batch));
        [&] {
            QCOMPARE(promised.added, result.added);
            QCOMPARE(promised.changed, result.changed);
            QCOMPARE(promised.unchanged, result.unchanged);
            QCOMPARE(LOOK(unit.clients.count({})), before + result.added);
        }();
        return result;
    }

    core::ImportId begun() { return COMMIT(unit.imports.begin({{}, u"clients.csv"_qs, m_now, core::UserId{1}})); }

    qint64 undone(core::ImportId id, int limit)
    {
        qint64 all = -1;
        for (int calls = 0; calls < 100; ++calls) {
            const qint64 left = COMMIT(unit.imports.undoSome(id, limit, m_undoneAt));
            all = std::max(all, left);
            if (left == 0)
                return all;
        }
        QTest::qFail("undoSome never comes to an end", __FILE__, __LINE__);
        return all;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void fillsTheDefaultsOfNewClients()
    {
        const ImportBatchResult result = imported(batch({row(1)}));
        QCOMPARE(result.added, 1);
        const Client client = clientWith(1);
        QCOMPARE(client.operatorCode, u"999"_qs);
        QCOMPARE(client.timezone, u"Asia/Omsk"_qs);
        QVERIFY(client.tags.isEmpty() && client.attributes.isEmpty() && !client.optedOutAt && !client.consent);
        QCOMPARE(client.owner, core::UserId{1});
        QCOMPARE(client.createdAt, m_now);
        QCOMPARE(client.updatedAt, m_now);
    }

    void takesEveryFieldOfNewClients()
    {
        ImportRow full = fullRow(1);
        full.optedOutAt = at("2024-01-02T00:00:00Z");
        full.consent = u"shop"_qs;
        QCOMPARE(imported(batch({full})).added, 1);
        const Client client = clientWith(1);
        QCOMPARE(client.operatorCode, u"222"_qs);
        QCOMPARE(client.tags, full.tags);
        QCOMPARE(client.timezone, u"UTC"_qs);
        QCOMPARE(client.attributes, full.attributes);
        QCOMPARE(client.optedOutAt, full.optedOutAt);
        QCOMPARE(client.consent, std::optional(u"shop"_qs));
    }

    void treatsExistingClientsByItsMode_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::addColumn<ImportRow>("given");
        QTest::addColumn<Client>("expected");
        const Client before = existing();

        QTest::newRow("update: blank keeps") << ImportMode::Update << row(1) << before;
        Client updated = before;
        updated.operatorCode = u"222"_qs;
        updated.tags = QStringList{u"new"_qs, u"vip"_qs}; // the label stays as first written
        updated.timezone = u"UTC"_qs;
        updated.attributes.insert(u"name"_qs, u"Olga"_qs);
        QTest::newRow("update: a value replaces") << ImportMode::Update << fullRow(1) << updated;
        Client cleared = before;
        cleared.operatorCode = u"999"_qs;
        cleared.tags.clear();
        cleared.timezone = u"Asia/Omsk"_qs;
        cleared.attributes.remove(u"name"_qs);
        QTest::newRow("update: -- clears") << ImportMode::Update << clearingRow(1) << cleared;

        QTest::newRow("skip: a value") << ImportMode::Skip << fullRow(1) << before;
        QTest::newRow("skip: --") << ImportMode::Skip << clearingRow(1) << before;

        Client bare = cleared;
        bare.attributes.clear();
        QTest::newRow("replace: blank is the default") << ImportMode::Replace << row(1) << bare;
        Client replaced = updated;
        replaced.attributes.remove(u"city"_qs);
        QTest::newRow("replace: a value") << ImportMode::Replace << fullRow(1) << replaced;
    }

    void treatsExistingClientsByItsMode()
    {
        QFETCH(ImportMode, mode);
        QFETCH(ImportRow, given);
        QFETCH(Client, expected);
        const Client before = existing();
        expected.id = COMMIT(unit.clients.insert(before));
        const ImportBatchResult result = imported(batch({given}, mode));
        const Client after = clientWith(1);
        const bool changes = expected.operatorCode != before.operatorCode;
        expected.updatedAt = changes ? m_now : before.updatedAt;
        QCOMPARE(after, expected);
        QCOMPARE(result.added, 0);
        QCOMPARE(result.changed, changes ? 1 : 0);
        QCOMPARE(result.unchanged, changes ? 0 : 1);
    }

    void neverWeakensConsentAndOptOut_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::newRow("update") << ImportMode::Update;
        QTest::newRow("replace") << ImportMode::Replace;
    }

    void neverWeakensConsentAndOptOut()
    {
        QFETCH(ImportMode, mode);
        const core::Instant out = at("2023-05-05T00:00:00Z");
        COMMIT(unit.clients.insert(aClient().phone(1).optedOut(out).consent(u"shop"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2)));
        ImportRow consenting = row(2);
        consenting.consent = u"fair"_qs;
        consenting.optedOutAt = m_now;
        imported(batch({row(1), consenting}, mode));
        QCOMPARE(clientWith(1).optedOutAt, std::optional(out));
        QCOMPARE(clientWith(1).consent, std::optional(u"shop"_qs));
        QCOMPARE(clientWith(2).optedOutAt, std::optional(m_now));
        QCOMPARE(clientWith(2).consent, std::optional(u"fair"_qs));
    }

    void addsTheExtraTagsToAllButTheSkipped()
    {
        COMMIT(unit.clients.insert(aClient().phone(1).tags({u"a"_qs})));
        COMMIT(unit.clients.insert(aClient().phone(2).tags({u"spring"_qs})));
        ImportBatch tagged = batch({row(1), row(2), row(3)}, ImportMode::Skip);
        tagged.extraTags = QStringList{u"Spring"_qs};
        QCOMPARE(imported(tagged).unchanged, 2);
        QCOMPARE(clientWith(1).tags, QStringList{u"a"_qs});
        QCOMPARE(clientWith(3).tags, QStringList{u"spring"_qs});

        tagged.mode = ImportMode::Update;
        const ImportBatchResult result = imported(tagged);
        QCOMPARE(result.changed, 1);
        QCOMPARE(result.unchanged, 2);
        QCOMPARE(clientWith(1).tags, (QStringList{u"a"_qs, u"spring"_qs}));
        QCOMPARE(clientWith(2).tags, QStringList{u"spring"_qs});
    }

    void changesNothingTheSecondTime()
    {
        const ImportBatch same = batch({fullRow(1), row(2), row(3)});
        QCOMPARE(imported(same).added, 3);
        const ImportBatchResult again = imported(same);
        QCOMPARE(again.unchanged, 3);
        QCOMPARE(again.added + again.changed, 0);
    }

    void countsOneBatchWithEverythingInIt()
    {
        COMMIT(unit.clients.insert(aClient().phone(1)));
        COMMIT(unit.clients.insert(aClient().phone(2)));
        const ImportBatchResult result = imported(batch({fullRow(1), row(2), fullRow(3), row(4), row(5)}));
        QCOMPARE(result.added, 3);
        QCOMPARE(result.changed, 1);
        QCOMPARE(result.unchanged, 1);
        QCOMPARE(LOOK(unit.clients.audience({{}, {u"new"_qs}, {}, {}})).count, 2);
        QCOMPARE(LOOK(unit.clients.count({u"olga"_qs, {}, {}, {}, {}, {}})), 2);
        QCOMPARE(LOOK(unit.clients.attributeKeys()), QStringList{u"name"_qs});
    }

    void takesAnImportBackInSteps_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("one at a time") << 1;
        QTest::newRow("two at a time") << 2;
        QTest::newRow("at once") << 100;
    }

    void takesAnImportBackInSteps()
    {
        QFETCH(int, limit);
        Client before = existing();
        before.id = COMMIT(unit.clients.insert(before));
        Client untouched = aClient().phone(9);
        untouched.id = COMMIT(unit.clients.insert(untouched));

        const core::ImportId id = begun();
        ImportBatch first = batch({fullRow(1), row(2)});
        first.import = id;
        COMMIT(unit.clients.import(first));
        ImportBatch second = batch({row(3), fullRow(4), row(9)});
        second.import = id;
        COMMIT(unit.clients.import(second));
        QCOMPARE(LOOK(unit.imports.countEditedSince(id)), 0);

        QCOMPARE(undone(id, limit), 4);
        QCOMPARE(LOOK(unit.clients.count({})), 2);
        Client restored = clientWith(1);
        QCOMPARE(restored.updatedAt, m_undoneAt); // a message claimed before holds what the import had made of it
        restored.updatedAt = before.updatedAt;
        QCOMPARE(restored, before);
        QCOMPARE(clientWith(9), untouched);
        QCOMPARE(LOOK(unit.clients.count({u"olga"_qs, {}, {}, {}, {}, {}})), 0);
        QCOMPARE(LOOK(unit.clients.count({u"anna"_qs, {}, {}, {}, {}, {}})), 1);
    }

    void whoOptsOutWhileItIsTakenBackStaysSo()
    {
        COMMIT(unit.clients.insert(existing()));
        const core::ImportId id = begun();
        ImportBatch journalled = batch({fullRow(1), row(2), row(3)});
        journalled.import = id;
        COMMIT(unit.clients.import(journalled));
        for (const int phone : {1, 3}) {
            Client leaving = clientWith(phone);
            leaving.optedOutAt = m_now;
            COMMIT(unit.clients.update(leaving));
        }

        undone(id, 1);

        QCOMPARE(clientWith(1).optedOutAt, std::optional(m_now));
        QCOMPARE(clientWith(3).optedOutAt, std::optional(m_now));
        QCOMPARE(LOOK(unit.clients.count({})), 2);
    }

    void countsTheClientsEditedSince()
    {
        const core::ImportId id = begun();
        ImportBatch journalled = batch({row(1), row(2), row(3)});
        journalled.import = id;
        COMMIT(unit.clients.import(journalled));
        Client edited = clientWith(2);
        edited.tags = QStringList{u"edited"_qs};
        edited.updatedAt = m_now + std::chrono::hours{1};
        COMMIT(unit.clients.update(edited));
        QCOMPARE(LOOK(unit.imports.countEditedSince(id)), 1);
        ImportBatch later = batch({fullRow(3)});
        later.import = begun();
        later.now = m_now + std::chrono::hours{2};
        COMMIT(unit.clients.import(later));
        QCOMPARE(LOOK(unit.imports.countEditedSince(id)), 2);
        QCOMPARE(LOOK(unit.imports.countEditedSince(later.import)), 0);
    }

    void remembersWhoBeganIt()
    {
        const core::ImportId id = COMMIT(unit.imports.begin({{}, u"клиенты.csv"_qs, m_now, core::UserId{7}}));
        const ImportRecord found = LOOK(unit.imports.find(id));
        QCOMPARE(found.id, id);
        QCOMPARE(found.fileName, u"клиенты.csv"_qs);
        QCOMPARE(found.startedAt, m_now);
        QCOMPARE(found.owner, core::UserId{7});
        const auto unknown = ATTEMPT(unit.imports.find(core::ImportId{987}));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(unknown.error().code, u"import.unknown"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ImportContractTest)
#include "importcontracttest.moc"
