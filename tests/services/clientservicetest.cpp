// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/clientservice.h"

#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::ClientId;
using core::domain::Client;
using core::domain::ClientEdit;
using tests::aClient;
using tests::admin;
using tests::anOperator;
using tests::errorLine;

class ClientServiceTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        tests::ManualClock clock{"2024-03-01T08:00:00Z"};
        tests::FakeWorkspace workspace;
        core::services::ClientService service{workspace.executor, clock};

        ClientId stored(const Client &client) { return *workspace.clients.insert(client); }
        Client client(ClientId id) { return *workspace.clients.find(id); }
        core::domain::Event lastEvent() { return workspace.data.events.last(); }
    };

    static ClientEdit withPhone(const QString &phone)
    {
        ClientEdit edit;
        edit.phone = phone;
        return edit;
    }

private Q_SLOTS:
    void addsAClientWithDefaultsAndAnEvent()
    {
        Fixture f;
        QVERIFY(f.workspace.settings.set(u"zone"_qs, u"Asia/Omsk"_qs));

        const auto added = f.service.add(anOperator(2), withPhone(u"8 (999) 000-00-01"_qs)).result();

        QVERIFY(added);
        QVERIFY(added->id.isValid());
        QCOMPARE(added->phone.text(), u"79990000001"_qs);
        QCOMPARE(added->operatorCode, u"999"_qs);
        QCOMPARE(added->timezone, u"Asia/Omsk"_qs);
        QCOMPARE(added->owner, core::UserId{2});
        QCOMPARE(added->createdAt, f.clock.now());
        QCOMPARE(f.client(added->id), *added);
        QCOMPARE(f.lastEvent().action, u"client.add"_qs);
        QCOMPARE(f.lastEvent().actor, u"operator2@example.org"_qs);
        QCOMPARE(f.lastEvent().client, added->id);
        QVERIFY(f.lastEvent().after.contains(u"79990000001"_qs));
    }

    void refusesAPhoneThatIsThere()
    {
        Fixture f;
        f.stored(aClient().phone(1));

        const auto added = f.service.add(admin(), withPhone(u"79990000001"_qs)).result();

        QCOMPARE(errorLine(added.error()), u"Conflict client.phone_exists 79990000001"_qs);
        QVERIFY(f.workspace.data.events.isEmpty());
    }

    void namesAllFieldsThatBreakARule()
    {
        Fixture f;
        ClientEdit edit = withPhone(u"123"_qs);
        edit.timezone = u"Mars/Olympus"_qs;

        const auto added = f.service.add(admin(), edit).result();

        QCOMPARE(added.error().fields.size(), 2);
        QCOMPARE(added.error().fields[0].code, u"phone:too_short"_qs);
        QCOMPARE(added.error().fields[1].field, u"timezone"_qs);
    }

    void aViewerAddsNothing()
    {
        Fixture f;

        const auto added = f.service.add(tests::viewer(), withPhone(u"79990000001"_qs)).result();

        QCOMPARE(errorLine(added.error()), u"PermissionDenied access.role clients.edit"_qs);
        QVERIFY(f.workspace.data.clients.isEmpty());
    }

    void recordsOnlyWhatAnEditChanged()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1).attribute(u"name"_qs, u"Анна"_qs));
        ClientEdit edit;
        edit.consent = std::optional<QString>(u"form, 2024"_qs);

        const auto edited = f.service.edit(admin(), id, edit).result();

        QCOMPARE(edited->consent, u"form, 2024"_qs);
        QCOMPARE(edited->updatedAt, f.clock.now());
        QCOMPARE(f.lastEvent().before, uR"({"consent":null})"_qs);
        QCOMPARE(f.lastEvent().after, uR"({"consent":"form, 2024"})"_qs);
    }

    void anEditThatChangesNothingLeavesNoTrace()
    {
        Fixture f;
        const Client before = f.client(f.stored(aClient().phone(1)));

        QVERIFY(f.service.edit(admin(), before.id, withPhone(u"+7 999 000 00 01"_qs)).result());

        QCOMPARE(f.client(before.id), before);
        QVERIFY(f.workspace.data.events.isEmpty());
    }

    void operatorsEditOneAnothersClientsUnlessTheSettingSaysOtherwise()
    {
        Fixture f;
        const ClientId id = f.service.add(anOperator(2), withPhone(u"79990000001"_qs)).result()->id;
        ClientEdit edit;
        edit.operatorCode = u"900"_qs;

        QVERIFY(f.service.edit(anOperator(3), id, edit).result());
        QVERIFY(f.service.remove(anOperator(3), {id}).result());
    }

    void ownersOnlyLetsOthersOptOutButNotEdit()
    {
        Fixture f;
        const ClientId id = f.service.add(anOperator(2), withPhone(u"79990000001"_qs)).result()->id;
        QVERIFY(f.workspace.settings.set(u"clients_editable_by"_qs, u"owner"_qs));
        ClientEdit edit;
        edit.operatorCode = u"900"_qs;

        QCOMPARE(errorLine(f.service.edit(anOperator(3), id, edit).result().error()),
                 u"PermissionDenied access.role clients.edit_others"_qs);
        QVERIFY(!f.service.remove(anOperator(3), {id}).result());
        QVERIFY(f.service.optOut(anOperator(3), {id}).result());
        QVERIFY(f.service.edit(anOperator(2), id, edit).result());
        QVERIFY(f.service.edit(admin(), id, edit).result());
    }

    void ownersOnlyHoldsForEveryWayToChangeAClient()
    {
        Fixture f;
        const ClientId id = f.service.add(anOperator(2), withPhone(u"79990000001"_qs)).result()->id;
        const Client client = f.client(id);
        QVERIFY(f.workspace.settings.set(u"clients_editable_by"_qs, u"owner"_qs));

        QVERIFY(!f.service.addTag(anOperator(3), {id}, u"vip"_qs).result());
        QVERIFY(!f.service.removeTag(anOperator(3), {id}, u"vip"_qs).result());
        QVERIFY(f.service.addTag(anOperator(2), {id}, u"vip"_qs).result());
        QVERIFY(f.service.remove(anOperator(2), {id}).result());
        QCOMPARE(errorLine(f.service.restore(anOperator(3), {client}).result().error()),
                 u"PermissionDenied access.role clients.edit_others"_qs);
        QVERIFY(f.workspace.data.clients.isEmpty());
        QVERIFY(f.service.restore(anOperator(2), {client}).result());
    }

    void ownersOnlyLeavesNobodysClientsToAdministrators()
    {
        Fixture f;
        Client orphan = aClient().phone(1);
        orphan.owner = {};
        const ClientId id = f.stored(orphan);
        QVERIFY(f.workspace.settings.set(u"clients_editable_by"_qs, u"owner"_qs));

        QVERIFY(!f.service.addTag(anOperator(2), {id}, u"vip"_qs).result());
        QVERIFY(f.service.addTag(admin(), {id}, u"vip"_qs).result());
    }

    void theFirstOptOutCounts()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1));

        QVERIFY(f.service.optOut(admin(), {id}).result());
        const auto first = f.client(id).optedOutAt;
        f.clock.advance(std::chrono::hours{1});
        QVERIFY(f.service.optOut(admin(), {id}).result());

        QCOMPARE(first, tests::at("2024-03-01T08:00:00Z"));
        QCOMPARE(f.client(id).optedOutAt, first);
        QCOMPARE(f.workspace.data.events.size(), 1);
    }

    void onlyWhoWasNotOptedOutBeforeIsAmongTheChanged()
    {
        Fixture f;
        const ClientId before = f.stored(aClient().phone(1));
        const ClientId now = f.stored(aClient().phone(2));
        QVERIFY(f.service.optOut(admin(), {before}).result());

        QCOMPARE(*f.service.optOut(admin(), {before, now}).result(), QList<ClientId>{now});
        QCOMPARE(*f.service.optIn(admin(), {now}).result(), QList<ClientId>{now}); // as undone
        QVERIFY(f.client(before).optedOutAt);
        QVERIFY(f.service.optIn(admin(), {now}).result()->isEmpty());
    }

    void optInClearsTheMark()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1).optedOut(f.clock.now()));

        QVERIFY(f.service.optIn(admin(), {id}).result());

        QVERIFY(!f.client(id).optedOutAt);
        QCOMPARE(f.lastEvent().action, u"client.opt_in"_qs);
    }

    void tagsAreAddedOnceAndRemovedWhateverTheirCase()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1).tags({u"VIP"_qs}));

        QVERIFY(f.service.addTag(admin(), {id}, u"vip"_qs).result());
        QVERIFY(f.service.addTag(admin(), {id}, u"Юг"_qs).result());
        QCOMPARE(f.client(id).tags, (QStringList{u"VIP"_qs, u"Юг"_qs}));

        QVERIFY(f.service.removeTag(admin(), {id}, u"юг"_qs).result());
        QCOMPARE(f.client(id).tags, QStringList{u"VIP"_qs});
    }

    void deletingTakesAllOrNone()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1));

        const auto removed = f.service.remove(admin(), {id, ClientId{777}}).result();

        QCOMPARE(removed.error().kind, core::ErrorKind::NotFound);
        QVERIFY(f.workspace.data.clients.contains(id));
    }

    void restoreBringsDeletedClientsBack()
    {
        Fixture f;
        const ClientId id = f.stored(aClient().phone(1).tags({u"vip"_qs}));
        const auto removed = f.service.remove(admin(), {id}).result();
        QVERIFY(f.workspace.data.clients.isEmpty());

        QVERIFY(f.service.restore(admin(), *removed).result());

        const auto again = f.service.findByPhone(u"79990000001"_qs).result();
        QCOMPARE(again->tags, QStringList{u"vip"_qs});
        QCOMPARE(f.lastEvent().action, u"client.restore"_qs);
    }

    void aPhoneNobodyHasIsNamed()
    {
        Fixture f;

        QCOMPARE(errorLine(f.service.findByPhone(u"8 999 000-00-07"_qs).result().error()),
                 u"NotFound client.unknown_phone 79990000007"_qs);
        QCOMPARE(errorLine(f.service.findByPhone(u"12"_qs).result().error()), u"phone phone:too_short"_qs);
    }

    void aFullDiskIsToldAndChangesNothing()
    {
        Fixture f;
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        const auto added = f.service.add(admin(), withPhone(u"79990000001"_qs)).result();

        QCOMPARE(added.error().code, u"database.full"_qs);
        QVERIFY(f.workspace.data.clients.isEmpty());
    }

    void offersWhatClientsHave()
    {
        Fixture f;
        f.stored(aClient().phone(1).tags({u"vip"_qs}).attribute(u"city"_qs, u"Omsk"_qs));
        f.stored(aClient().phone(2).tags({u"vip"_qs}));

        const auto vocabulary = f.service.vocabulary().result();

        QCOMPARE(vocabulary->tags, (QList<core::interfaces::LabelCount>{{u"vip"_qs, 2}}));
        QCOMPARE(vocabulary->operatorCodes, (QList<core::interfaces::LabelCount>{{u"999"_qs, 2}}));
        QCOMPARE(vocabulary->attributeKeys, QStringList{u"city"_qs});
        QCOMPARE(*f.service.count({}).result(), 2);
        QCOMPARE(f.service.page({}, {}).result()->rows.size(), 2);
    }
};

QTEST_GUILESS_MAIN(ClientServiceTest)
#include "clientservicetest.moc"
