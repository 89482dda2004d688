// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/clientrepository.h"
#include "core/storage/clientconditions.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"

#include <QtTest>

namespace tests {

using core::interfaces::ClientQuery;
using core::interfaces::UnitOfWork;
using core::storage::PhoneRange;

/** What the search box finds: words by prefix, phones in any notation. */
class ClientSearchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;

    QStringList found(const QString &search)
    {
        ClientQuery query;
        query.search = search;
        const auto page = m_database->read([&](UnitOfWork &unit) {
            return unit.clients.page(query, {{}, 50, u"phone"_qs, false});
        });
        QStringList names;
        for (const core::domain::Client &client : page.rows)
            names << client.attributes.value(u"name"_qs);
        const qint64 count = m_database->read([&](UnitOfWork &unit) { return unit.clients.count(query); });
        if (count != names.size())
            QTest::qFail("the count differs from the list", __FILE__, __LINE__);
        return names;
    }

    qint64 rows(const QString &table) { return numberOf(*m_database->connect(), u"SELECT count(*) FROM "_qs + table); }

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        const auto add = [this](qint64 phone, const QString &name, const QString &city, const QStringList &tags) {
            m_database->write([&](UnitOfWork &unit) {
                return unit.clients.insert(aClient()
                                               .phone(core::domain::PhoneNumber::fromNumber(phone))
                                               .attribute(u"name"_qs, name)
                                               .attribute(u"city"_qs, city)
                                               .tags(tags));
            });
        };
        add(79123456789, u"Анна"_qs, u"Нижний Новгород"_qs, {u"VIP"_qs, u"весна 2024"_qs});
        add(79124444444, u"Борис"_qs, u"Москва"_qs, {u"vip-old"_qs});
        add(79990000001, u"Straße"_qs, u"Köln"_qs, {});
        add(77012345678, u"Ёлкин"_qs, u"Нижний Тагил"_qs, {});
    }

    void findsByWordsAndPhones_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("names");
        const QStringList everybody{u"Ёлкин"_qs, u"Анна"_qs, u"Борис"_qs, u"Straße"_qs};
        QTest::newRow("nothing asked") << u"  "_qs << everybody;
        QTest::newRow("a beginning, any case") << u"аНН"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("a second word of a value") << u"новг"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("two words, both must be there") << u"нижний та"_qs << QStringList{u"Ёлкин"_qs};
        QTest::newRow("words of different fields") << u"москва борис"_qs << QStringList{u"Борис"_qs};
        QTest::newRow("one word that is nowhere") << u"анна париж"_qs << QStringList{};
        QTest::newRow("a tag") << u"vip"_qs << QStringList{u"Анна"_qs, u"Борис"_qs};
        QTest::newRow("a part of a tag") << u"old"_qs << QStringList{u"Борис"_qs};
        QTest::newRow("folded as Unicode says") << u"STRASSE"_qs << QStringList{u"Straße"_qs};
        QTest::newRow("not the middle of a word") << u"нна"_qs << QStringList{};
        QTest::newRow("digits of a tag") << u"2024"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("the whole phone") << u"79123456789"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("as people write it") << u"8 (912) 345-67-89"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("with a plus") << u"+7 912 345"_qs << QStringList{u"Анна"_qs};
        QTest::newRow("without the country") << u"912"_qs << QStringList{u"Анна"_qs, u"Борис"_qs};
        QTest::newRow("with an eight") << u"8912"_qs << QStringList{u"Анна"_qs, u"Борис"_qs};
        QTest::newRow("a seven may be the country or not") << u"701"_qs << QStringList{u"Ёлкин"_qs};
        QTest::newRow("a name and a phone") << u"912 борис"_qs << QStringList{u"Борис"_qs};
        QTest::newRow("wildcards are no letters") << u"%"_qs << everybody;
    }

    void findsByWordsAndPhones()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, names);
        QCOMPARE(found(search), names);
    }

    void readsPhoneBeginnings()
    {
        QCOMPARE(core::storage::phoneRanges(u"912"_qs), QList<PhoneRange>({{79120000000, 79129999999}}));
        QCOMPARE(core::storage::phoneRanges(u"+7912"_qs), QList<PhoneRange>({{79120000000, 79129999999}}));
        QCOMPARE(core::storage::phoneRanges(u"7912"_qs),
                 QList<PhoneRange>({{79120000000, 79129999999}, {77912000000, 77912999999}}));
        QCOMPARE(core::storage::phoneRanges(u"89123456789"_qs), QList<PhoneRange>({{79123456789, 79123456789}}));
        QVERIFY(core::storage::phoneRanges(u"891234567890"_qs).isEmpty());
        QVERIFY(core::storage::phoneRanges(u"9a"_qs).isEmpty());
        QVERIFY(core::storage::phoneRanges(QString()).isEmpty());
    }

    void followsEditsAndDeletions()
    {
        auto client = m_database->read([](UnitOfWork &unit) { return unit.clients.find(core::ClientId{1}); });
        client.attributes = {{u"name"_qs, u"Вера"_qs}};
        client.tags = {u"зима"_qs};
        m_database->write([&](UnitOfWork &unit) { return unit.clients.update(client); });
        QCOMPARE(found(u"анна"_qs), QStringList{});
        QCOMPARE(found(u"новгород"_qs), QStringList{});
        QCOMPARE(found(u"вера зима"_qs), QStringList{u"Вера"_qs});

        for (qint64 id = 1; id <= 4; ++id)
            m_database->write([id](UnitOfWork &unit) { return unit.clients.remove(core::ClientId{id}); });
        QCOMPARE(rows(u"client_words"_qs), 0);
        QCOMPARE(rows(u"client_tags"_qs), 0);
        QCOMPARE(m_database->read([](UnitOfWork &unit) { return unit.clients.attributeKeys(); }), QStringList());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientSearchTest)
#include "clientsearchtest.moc"
