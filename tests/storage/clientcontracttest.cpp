// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of ClientRepository: single clients, labels and lists of labels. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class ClientContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

    Client stored(const Client &client)
    {
        const core::ClientId id = COMMIT(unit.clients.insert(client));
        return LOOK(unit.clients.find(id));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void givesBackEveryFieldThatWasStored()
    {
        Client client = aClient()
                            .phone(7)
                            .operatorCode(u"123"_qs)
                            .tags({u"vip"_qs, u"Москва"_qs, u"a b"_qs})
                            .timezone(u"Asia/Vladivostok"_qs)
                            .attribute(u"имя"_qs, u"Анна \"Ё\" 😀\n"_qs)
                            .attribute(u"city"_qs, QString())
                            .optedOut(at("2024-02-03T04:05:06.789Z"))
                            .consent(u"shop, 2023"_qs);
        client.id = COMMIT(unit.clients.insert(client));
        QVERIFY(client.id.isValid());
        QCOMPARE(LOOK(unit.clients.find(client.id)), client);
        QCOMPARE(LOOK(unit.clients.findByPhone(client.phone)), std::optional(client));
    }

    void givesBackWhatWasNotSetAsNotSet()
    {
        const Client client = stored(aClient());
        QVERIFY(!client.optedOutAt);
        QVERIFY(!client.consent);
        QVERIFY(client.tags.isEmpty());
        QVERIFY(client.attributes.isEmpty());
    }

    void refusesASecondClientWithOnePhone()
    {
        COMMIT(unit.clients.insert(aClient().phone(1)));
        const auto second = ATTEMPT(unit.clients.insert(aClient().phone(1)));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, core::ErrorKind::Conflict);
        QCOMPARE(second.error().code, u"client.phone_exists"_qs);
        QCOMPARE(second.error().args, QStringList{phoneNumber(1).text()});
        QCOMPARE(LOOK(unit.clients.count({})), 1);
    }

    void refusesAnEditToAPhoneThatIsTaken()
    {
        COMMIT(unit.clients.insert(aClient().phone(1)));
        Client other = stored(aClient().phone(2));
        other.phone = phoneNumber(1);
        const core::Status status = ATTEMPT(unit.clients.update(other));
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"client.phone_exists"_qs);
        QCOMPARE(LOOK(unit.clients.find(other.id)).phone, phoneNumber(2));
    }

    void storesEveryEditedField()
    {
        const Client before =
            stored(aClient().phone(1).tags({u"old"_qs}).attribute(u"name"_qs, u"Anna"_qs).consent(u"x"_qs));
        Client edited = aClient()
                            .phone(2)
                            .operatorCode(u"555"_qs)
                            .tags({u"new"_qs})
                            .timezone(u"UTC"_qs)
                            .attribute(u"city"_qs, u"Omsk"_qs)
                            .optedOut(at("2024-02-01T00:00:00Z"))
                            .updatedAt(at("2024-02-02T00:00:00Z"));
        edited.id = before.id;
        COMMIT(unit.clients.update(edited));
        QCOMPARE(LOOK(unit.clients.find(edited.id)), edited);
        QVERIFY(!LOOK(unit.clients.findByPhone(phoneNumber(1))));
        QCOMPARE(LOOK(unit.clients.attributeKeys()), QStringList{u"city"_qs});
    }

    void listsTheZonesInWhichAnybodyIs()
    {
        QCOMPARE(LOOK(unit.clients.timezones()), QStringList());
        const Client moscow = stored(aClient().phone(1).timezone(u"Europe/Moscow"_qs));
        stored(aClient().phone(2).timezone(u"Asia/Omsk"_qs));
        Client third = stored(aClient().phone(3).timezone(u"Asia/Omsk"_qs));
        QCOMPARE(LOOK(unit.clients.timezones()), (QStringList{u"Asia/Omsk"_qs, u"Europe/Moscow"_qs}));
        COMMIT(unit.clients.remove(moscow.id));
        third.timezone = u"UTC"_qs;
        COMMIT(unit.clients.update(third));
        QCOMPARE(LOOK(unit.clients.timezones()), (QStringList{u"Asia/Omsk"_qs, u"UTC"_qs}));
    }

    void knowsNoClientThatWasNeverThere()
    {
        const auto found = ATTEMPT(unit.clients.find(core::ClientId{987654}));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(found.error().code, u"client.unknown"_qs);
        Client stranger = aClient();
        stranger.id = core::ClientId{987654};
        const core::Status updated = ATTEMPT(unit.clients.update(stranger));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"client.unknown"_qs);
        QVERIFY(!LOOK(unit.clients.findByPhone(phoneNumber(1))));
    }

    void addsADeletedPhoneAgainUnderANewId()
    {
        const Client first = stored(aClient().phone(1).tags({u"vip"_qs}).attribute(u"name"_qs, u"Anna"_qs));
        COMMIT(unit.clients.remove(first.id));
        QVERIFY(!LOOK(unit.clients.findByPhone(phoneNumber(1))));
        QCOMPARE(LOOK(unit.clients.count({})), 0);
        QVERIFY(LOOK(unit.clients.attributeKeys()).isEmpty());
        const Client second = stored(aClient().phone(1));
        QVERIFY(second.id != first.id);
        QVERIFY(second.tags.isEmpty());
    }

    void showsALabelAsItWasFirstWritten()
    {
        COMMIT(unit.clients.insert(aClient().phone(1).tags({u"Ёлка"_qs})));
        const Client second = stored(aClient().phone(2).tags({u"ЁЛКА"_qs, u"straße"_qs}));
        QCOMPARE(second.tags, (QStringList{u"Ёлка"_qs, u"straße"_qs}));
        const Client third = stored(aClient().phone(3).tags({u"STRASSE"_qs}));
        QCOMPARE(third.tags, QStringList{u"straße"_qs});
    }

    void listsLabelsWithTheMostUsedFirst()
    {
        COMMIT(unit.clients.insert(aClient().phone(1).tags({u"a"_qs, u"b"_qs, u"c"_qs}).operatorCode(u"111"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2).tags({u"B"_qs, u"c"_qs}).operatorCode(u"222"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(3).tags({u"b"_qs}).operatorCode(u"222"_qs)));
        QCOMPARE(LOOK(unit.clients.tags()), (QList<LabelCount>{{u"b"_qs, 3}, {u"c"_qs, 2}, {u"a"_qs, 1}}));
        QCOMPARE(LOOK(unit.clients.operatorCodes()), (QList<LabelCount>{{u"222"_qs, 2}, {u"111"_qs, 1}}));
    }

    void listsAttributeKeysSorted()
    {
        COMMIT(unit.clients.insert(aClient().phone(1).attribute(u"name"_qs, u"A"_qs).attribute(u"city"_qs, u"B"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2).attribute(u"name"_qs, u"C"_qs).attribute(u"age"_qs, u"9"_qs)));
        QCOMPARE(LOOK(unit.clients.attributeKeys()), (QStringList{u"age"_qs, u"city"_qs, u"name"_qs}));
    }

    void rollsBackEverythingWhenAWriteFails()
    {
        const auto failed = m_workspace->attempted([](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_TRY(unit.clients.insert(aClient().phone(1).tags({u"vip"_qs})));
            HELIOGRAPH_TRY(unit.clients.insert(aClient().phone(1)));
            return {};
        });
        QVERIFY(!failed);
        QCOMPARE(LOOK(unit.clients.count({})), 0);
        QVERIFY(LOOK(unit.clients.tags()).isEmpty());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientContractTest)
#include "clientcontracttest.moc"
