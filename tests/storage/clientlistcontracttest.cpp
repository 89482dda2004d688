// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of ClientRepository: paging in every order, conditions, and search. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class ClientListContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

    /** Many equal sort values, so that the id has to decide. */
    void addSevenClients()
    {
        const QStringList zones{u"Europe/Moscow"_qs, u"Asia/Omsk"_qs, u"UTC"_qs};
        const QList<int> phones{5, 3, 7, 1, 6, 2, 4};
        for (int i = 0; i < phones.size(); ++i) {
            COMMIT(unit.clients.insert(aClient()
                                           .phone(phones[i])
                                           .operatorCode(QString::number(900 + i % 2))
                                           .timezone(zones[i % 3])
                                           .updatedAt(at("2024-01-01T00:00:00Z") + std::chrono::hours{i / 3})));
        }
    }

    QList<Client> wholeList(const ClientQuery &query, PageRequest request)
    {
        QList<Client> rows;
        do {
            const Page<Client> page = LOOK(unit.clients.page(query, request));
            if (page.rows.size() > request.limit)
                QTest::qFail("a page is longer than asked for", __FILE__, __LINE__);
            rows += page.rows;
            request.after = page.next;
        } while (!request.after.isEmpty() && rows.size() < 100);
        return rows;
    }

    QList<int> found(const ClientQuery &query)
    {
        QList<int> numbers;
        for (const Client &client : wholeList(query, {{}, 3, u"phone"_qs, false}))
            numbers += int(client.phone.number() - phoneNumber(0).number());
        [&] { QCOMPARE(LOOK(unit.clients.count(query)), numbers.size()); }();
        return numbers;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void pagesInEveryOrderWithoutGapsAndDoubles_data()
    {
        QTest::addColumn<QString>("sortBy");
        QTest::addColumn<bool>("descending");
        for (const char *column : {"", "phone", "operator_code", "timezone", "updated_at"}) {
            QTest::addRow("%s ascending", *column ? column : "id") << QString::fromLatin1(column) << false;
            QTest::addRow("%s descending", *column ? column : "id") << QString::fromLatin1(column) << true;
        }
    }

    void pagesInEveryOrderWithoutGapsAndDoubles()
    {
        QFETCH(QString, sortBy);
        QFETCH(bool, descending);
        addSevenClients();
        const auto key = [&](const Client &client) {
            QString value;
            if (sortBy == u"phone")
                value = client.phone.text();
            else if (sortBy == u"operator_code")
                value = client.operatorCode;
            else if (sortBy == u"timezone")
                value = client.timezone;
            else if (sortBy == u"updated_at")
                value = core::toIso(client.updatedAt);
            return std::pair(value, client.id);
        };
        for (const int limit : {1, 2, 3, 7, 100}) {
            const QList<Client> rows = wholeList({}, {{}, limit, sortBy, descending});
            QCOMPARE(rows.size(), 7);
            for (qsizetype i = 1; i < rows.size(); ++i)
                QVERIFY(descending ? key(rows[i]) < key(rows[i - 1]) : key(rows[i - 1]) < key(rows[i]));
        }
    }

    void endsTheListWithoutACursor()
    {
        addSevenClients();
        QVERIFY(LOOK(unit.clients.page({}, {{}, 7, {}, true})).next.isEmpty());
        QVERIFY(!LOOK(unit.clients.page({}, {{}, 6, {}, true})).next.isEmpty());
        QVERIFY(LOOK(unit.clients.page({u"nobody"_qs, {}, {}, {}, {}, {}}, {})).rows.isEmpty());
    }

    void goesOnWhereItWasWhenRowsComeAndGo()
    {
        addSevenClients();
        const PageRequest first{{}, 3, u"phone"_qs, false};
        const Page<Client> page = LOOK(unit.clients.page({}, first));
        QCOMPARE(page.rows.last().phone, phoneNumber(3));

        COMMIT(unit.clients.remove(page.rows.last().id)); // the row that the cursor stands on
        COMMIT(unit.clients.insert(aClient().phone(0)));  // before the cursor: not seen
        COMMIT(unit.clients.insert(aClient().phone(8)));  // behind it: seen
        QList<int> rest;
        for (const Client &client : wholeList({}, {page.next, 2, u"phone"_qs, false}))
            rest += int(client.phone.number() - phoneNumber(0).number());
        QCOMPARE(rest, (QList<int>{4, 5, 6, 7, 8}));
    }

    void refusesACursorThatWasMadeUp()
    {
        const auto page = ATTEMPT(unit.clients.page({}, {u"made up"_qs, 10, {}, true}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(page.error().fields.size(), 1);
        QCOMPARE(page.error().fields[0].field, u"cursor"_qs);
        QCOMPARE(page.error().fields[0].code, u"page:cursor"_qs);
    }

    void findsByPrefixesOfWords_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QList<int>>("numbers");
        const QList<int> all{1, 2, 3};
        QTest::newRow("blank") << u"  "_qs << all;
        QTest::newRow("start of an attribute") << u"Анн"_qs << QList<int>{1};
        QTest::newRow("any case") << u"аННА"_qs << QList<int>{1};
        QTest::newRow("second word") << u"Каренина"_qs << QList<int>{1};
        QTest::newRow("middle of a word") << u"ренина"_qs << QList<int>{};
        QTest::newRow("start of a tag") << u"prem"_qs << QList<int>{1, 2};
        QTest::newRow("tag in another case") << u"PREMIUM"_qs << QList<int>{1, 2};
        QTest::newRow("second word of a tag") << u"club"_qs << QList<int>{2};
        QTest::newRow("all words hold together") << u"premium omsk"_qs << QList<int>{2};
        QTest::newRow("words in any order") << u"omsk premium"_qs << QList<int>{2};
        QTest::newRow("one word holds, one does not") << u"premium paris"_qs << QList<int>{};
        QTest::newRow("start of a phone") << u"7999000000"_qs << all;
        QTest::newRow("whole phone") << u"79990000002"_qs << QList<int>{2};
        QTest::newRow("phone with 8 and signs") << u"8 (999) 000-00-03"_qs << QList<int>{3};
        QTest::newRow("phone with +7") << u"+7 999 000 00 01"_qs << QList<int>{1};
        QTest::newRow("ten digits") << u"9990000001"_qs << QList<int>{1};
        QTest::newRow("key of an attribute") << u"имя"_qs << QList<int>{};
        QTest::newRow("percent sign") << u"100%"_qs << QList<int>{3};
        QTest::newRow("underscore is no joker") << u"pre_ium"_qs << QList<int>{};
        QTest::newRow("quotes") << u"\"o'\" OR 1"_qs << QList<int>{};
    }

    void findsByPrefixesOfWords()
    {
        QFETCH(QString, search);
        QFETCH(QList<int>, numbers);
        COMMIT(unit.clients.insert(aClient()
                                       .phone(1)
                                       .tags({u"Premium"_qs})
                                       .attribute(u"имя"_qs, u"Анна Каренина"_qs)
                                       .attribute(u"city"_qs, u"Tver"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2).tags({u"premium club"_qs}).attribute(u"city"_qs, u"Omsk"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(3).attribute(u"note"_qs, u"100% sure"_qs)));
        QCOMPARE(found({search, {}, {}, {}, {}, {}}), numbers);
    }

    void forgetsWordsThatWereEditedAway()
    {
        Client client = aClient().phone(1).tags({u"gold"_qs}).attribute(u"name"_qs, u"Anna"_qs);
        client.id = COMMIT(unit.clients.insert(client));
        client.tags = QStringList{u"silver"_qs};
        client.attributes = Attributes{{u"name"_qs, u"Olga"_qs}};
        client.phone = phoneNumber(2);
        COMMIT(unit.clients.update(client));
        for (const QString &gone : {u"gold"_qs, u"anna"_qs, u"79990000001"_qs})
            QCOMPARE(found({gone, {}, {}, {}, {}, {}}), QList<int>{});
        for (const QString &there : {u"silver"_qs, u"olga"_qs, u"79990000002"_qs})
            QCOMPARE(found({there, {}, {}, {}, {}, {}}), QList<int>{2});
    }

    void listsOnlyWhatMeetsAllConditions()
    {
        const auto tags = [](const char *list) { return QString::fromLatin1(list).split(u' '); };
        const core::Instant out = at("2024-02-01T00:00:00Z");
        COMMIT(unit.clients.insert(aClient().phone(1).tags(tags("a b")).operatorCode(u"111"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2).tags(tags("b")).operatorCode(u"222"_qs).optedOut(out)));
        COMMIT(unit.clients.insert(aClient().phone(3).tags(tags("c")).operatorCode(u"333"_qs).timezone(u"UTC"_qs)));

        QCOMPARE(found({{}, {u"111"_qs, u"333"_qs}, {}, {}, {}, {}}), (QList<int>{1, 3}));
        QCOMPARE(found({{}, {}, {u"B"_qs}, {}, {}, {}}), (QList<int>{1, 2}));
        QCOMPARE(found({{}, {}, {u"a"_qs, u"c"_qs}, {}, {}, {}}), (QList<int>{1, 3}));
        QCOMPARE(found({{}, {}, {u"nothing"_qs}, {}, {}, {}}), QList<int>{});
        QCOMPARE(found({{}, {}, {}, u"UTC"_qs, {}, {}}), QList<int>{3});
        QCOMPARE(found({{}, {}, {}, {}, true, {}}), QList<int>{2});
        QCOMPARE(found({{}, {}, {}, {}, false, {}}), (QList<int>{1, 3}));
        QCOMPARE(found({{}, {}, {}, {}, {}, phoneNumber(3)}), QList<int>{3});
        QCOMPARE(found({{}, {u"111"_qs, u"222"_qs}, {u"b"_qs}, u"Europe/Moscow"_qs, false, {}}), QList<int>{1});
        QCOMPARE(found({u"7999"_qs, {}, {u"b"_qs}, {}, true, phoneNumber(2)}), QList<int>{2});
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientListContractTest)
#include "clientlistcontracttest.moc"
