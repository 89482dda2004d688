// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::AudienceFilter;
using core::domain::MailingEdit;
using core::domain::MailingState;
using tests::aClient;
using tests::admin;
using tests::aMailing;
using tests::anOperator;
using tests::at;
using tests::errorLine;
using tests::MailingFixture;
using tests::withText;

class MailingServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewMailingBeginsNowAndEndsADayLater()
    {
        MailingFixture f;

        const auto created = f.service.createScheduled(anOperator(2), withText(u"Sale on Friday"_qs), {}).result();

        QVERIFY(created);
        QCOMPARE(created->state, MailingState::Scheduled);
        QCOMPARE(created->name, u"Sale on Friday"_qs);
        QCOMPARE(created->startAt, f.clock.now());
        QCOMPARE(created->endAt, at("2024-03-02T08:00:00Z"));
        QCOMPARE(created->gateway, f.gateway);
        QCOMPARE(created->owner, core::UserId{2});
        QCOMPARE(f.mailing(created->id), *created);
        QCOMPARE(f.lastEvent().action, u"mailing.create"_qs);
        QCOMPARE(f.lastEvent().mailing, created->id);
    }

    void theEndFollowsTheStart()
    {
        MailingFixture f;
        MailingEdit edit = withText(u"Later"_qs);
        edit.startAt = at("2024-04-01T08:00:00Z");

        QCOMPARE(f.service.createScheduled(admin(), edit, {}).result()->endAt, at("2024-04-02T08:00:00Z"));
    }

    void namesAllFieldsThatBreakARule()
    {
        MailingFixture f;
        MailingEdit edit = withText(u"Hello {name"_qs);
        edit.endAt = at("2024-02-01T08:00:00Z");
        edit.rateLimit = std::optional(-1.0);

        const auto created = f.service.createDraft(admin(), edit).result();

        QStringList fields;
        for (const core::FieldError &error : created.error().fields)
            fields.append(error.field);
        QCOMPARE(fields, (QStringList{u"text"_qs, u"end_at"_qs, u"rate_limit"_qs}));
        QVERIFY(f.workspace.data.mailings.isEmpty());
    }

    void aDraftNeedsNoGatewayButAStartDoes()
    {
        MailingFixture f;
        QVERIFY(f.workspace.gateways.remove(f.gateway));

        QVERIFY(f.service.createDraft(admin(), withText(u"Hello"_qs)).result());
        const auto scheduled = f.service.createScheduled(admin(), withText(u"Hello"_qs), {}).result();

        QCOMPARE(errorLine(scheduled.error()), u"Conflict gateway.none"_qs);
    }

    void refusesAGatewayThatIsNotThere()
    {
        MailingFixture f;
        MailingEdit edit = withText(u"Hello"_qs);
        edit.gateway = core::GatewayId{4711};

        QCOMPARE(errorLine(f.service.createDraft(admin(), edit).result().error()), u"gateway gateway:unknown 4711"_qs);
    }

    void aFieldThatClientsLackIsNamedWithTheirNumber()
    {
        MailingFixture f;
        QVERIFY(f.workspace.clients.insert(aClient().phone(1).attribute(u"name"_qs, u"Анна"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(2)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(3).attribute(u"name"_qs, u"  "_qs)));

        const auto refused = f.service.createScheduled(admin(), withText(u"Hello {name}"_qs), {}).result();
        QCOMPARE(errorLine(refused.error()), u"text template:missing name|2"_qs);

        QVERIFY(f.service.createScheduled(admin(), withText(u"Hello {name|friend}"_qs), {}).result());
        MailingEdit allowed = withText(u"Hello {name}"_qs);
        allowed.allowMissingFields = true;
        QVERIFY(f.service.createScheduled(admin(), allowed, {}).result());
    }

    void aTwinIsRefusedUnlessItIsMeant()
    {
        MailingFixture f;
        const auto first = f.service.createScheduled(admin(), withText(u"Hello"_qs), {}).result();

        const auto refused = f.service.createScheduled(admin(), withText(u"Hello"_qs), {}).result();
        QCOMPARE(errorLine(refused.error()), u"Conflict mailing.twin Hello|%1"_qs.arg(first->id.text()));

        QVERIFY(f.service.createScheduled(admin(), withText(u"Hello"_qs), {.allowDuplicate = true}).result());
    }

    void aMailingAtAnotherTimeOrToOthersIsNoTwin()
    {
        MailingFixture f;
        QVERIFY(f.service.createScheduled(admin(), withText(u"Hello"_qs), {}).result());
        MailingEdit later = withText(u"Hello"_qs);
        later.startAt = at("2024-03-02T08:00:00Z"); // the first one ends then
        MailingEdit others = withText(u"Hello"_qs);
        others.filter = AudienceFilter{.operatorCodes = {}, .tags = {u"vip"_qs}, .excludedTags = {}, .tagsMode = {}};

        QVERIFY(f.service.createScheduled(admin(), later, {}).result());
        QVERIFY(f.service.createScheduled(admin(), others, {}).result());
    }

    void anEditRecordsBeforeAndAfter()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().text(u"Hello"_qs));
        f.clock.advance(std::chrono::minutes{1});

        const auto edited = f.service.edit(admin(), id, withText(u"Good morning"_qs), {}).result();

        QCOMPARE(edited->text, u"Good morning"_qs);
        QCOMPARE(edited->updatedAt, f.clock.now());
        QCOMPARE(f.lastEvent().before, uR"({"text":"Hello"})"_qs);
        QCOMPARE(f.lastEvent().after, uR"({"text":"Good morning"})"_qs);
    }

    void aFilterEditLooksThroughTheAudienceAgain()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        QVERIFY(f.workspace.mailings.saveAudienceProgress(id, {core::ClientId{50}, true}));
        MailingEdit edit;
        edit.filter = AudienceFilter{.operatorCodes = {u"900"_qs}, .tags = {}, .excludedTags = {}, .tagsMode = {}};

        QVERIFY(f.service.edit(admin(), id, edit, {}).result());

        QVERIFY(!f.workspace.mailings.audienceProgress(id)->complete);
    }

    void aTextEditOfARunningMailingIsCheckedForMissingFields()
    {
        MailingFixture f;
        QVERIFY(f.workspace.clients.insert(aClient().phone(1)));
        const MailingId running = f.stored(aMailing());
        const MailingId draft = f.stored(aMailing().state(MailingState::Draft));

        QCOMPARE(errorLine(f.service.edit(admin(), running, withText(u"{city}"_qs), {}).result().error()),
                 u"text template:missing city|1"_qs);
        QVERIFY(f.service.edit(admin(), draft, withText(u"{city}"_qs), {}).result());
    }

    void whatIsOverMayBeRenamedOnly_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<bool>("archived");
        QTest::addColumn<QString>("refusal");

        QTest::newRow("finished") << MailingState::Finished << false << u"Conflict mailing.state finished|edit"_qs;
        QTest::newRow("cancelled") << MailingState::Cancelled << false << u"Conflict mailing.state cancelled|edit"_qs;
        QTest::newRow("archived") << MailingState::Finished << true << u"Conflict mailing.archived"_qs;
    }

    void whatIsOverMayBeRenamedOnly()
    {
        QFETCH(MailingState, state);
        QFETCH(bool, archived);
        QFETCH(QString, refusal);
        MailingFixture f;
        tests::MailingBuilder builder = aMailing().state(state);
        const MailingId id = f.stored(archived ? builder.archived(f.clock.now()) : builder);
        f.clock.advance(std::chrono::hours{24 * 30});
        MailingEdit rename;
        rename.name = u"Spring sale"_qs;

        QCOMPARE(errorLine(f.service.edit(admin(), id, withText(u"New"_qs), {}).result().error()), refusal);
        QCOMPARE(f.service.edit(admin(), id, rename, {}).result()->name, u"Spring sale"_qs);
    }

    void anOperatorEditsItsOwnMailingsOnly()
    {
        MailingFixture f;
        const MailingId id = f.service.createDraft(anOperator(2), withText(u"Mine"_qs)).result()->id;

        QCOMPARE(errorLine(f.service.edit(anOperator(3), id, withText(u"Yours"_qs), {}).result().error()),
                 u"PermissionDenied access.role mailings.edit_others"_qs);
        QVERIFY(f.service.edit(anOperator(2), id, withText(u"Still mine"_qs), {}).result());
        QVERIFY(!f.service.createDraft(tests::viewer(), withText(u"No"_qs)).result());
    }

    void aDuplicateIsADraftThatBeginsNow()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().repeats(core::domain::Repeat::Daily).state(MailingState::Finished));
        f.clock.advance(std::chrono::hours{100});

        const auto copy = f.service.duplicate(anOperator(2), id).result();

        QVERIFY(copy->id != id);
        QCOMPARE(copy->state, MailingState::Draft);
        QCOMPARE(copy->text, f.mailing(id).text);
        QCOMPARE(copy->startAt, f.clock.now());
        QCOMPARE(copy->endAt - copy->startAt, std::chrono::hours{4});
        QCOMPARE(copy->repeat, core::domain::Repeat::None);
        QCOMPARE(copy->owner, core::UserId{2});
    }

    void aDuplicateOfAMailingWhoseGatewayIsGoneTakesTheDefaultOne()
    {
        MailingFixture f;
        const core::GatewayId other = *f.workspace.gateways.insert(tests::aGateway().name(u"other"_qs).isDefault(false));
        const MailingId id = f.stored(aMailing().gateway(other));
        QCOMPARE(f.service.duplicate(admin(), id).result()->gateway, other);

        QVERIFY(f.workspace.gateways.remove(other));
        QVERIFY(!f.service.duplicate(admin(), id).result()->gateway.isValid());
    }

    void anotherWindowWakesWhatWaitsForTheOldOne()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 5001);
        for (tests::FakeMessage &entry : f.workspace.data.messages)
            entry.message.nextAttemptAt = f.clock.now() + std::chrono::hours{2};
        const auto due = [&f] {
            const auto &messages = f.workspace.data.messages;
            return std::count_if(messages.begin(), messages.end(), [&f](const tests::FakeMessage &entry) {
                return entry.message.nextAttemptAt <= f.clock.now();
            });
        };
        MailingEdit edit;
        edit.rateLimit = std::optional(5.0);
        QVERIFY(f.service.edit(admin(), id, edit, {}).result());
        QCOMPARE(due(), 0);

        const int before = f.workspace.executor.writes();
        edit.window = std::optional(*core::domain::SendWindow::create(600, 1200, {}));
        QVERIFY(f.service.edit(admin(), id, edit, {}).result());
        QCOMPARE(due(), 5001);
        QCOMPARE(f.workspace.executor.writes() - before, 2);
    }

    void theCheckSheetTellsWhatWouldHappen()
    {
        MailingFixture f;
        for (int i = 1; i <= 3; ++i)
            QVERIFY(f.workspace.clients.insert(aClient().phone(i).attribute(i == 1 ? u"city"_qs : u"name"_qs, u"Анна"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(4).optedOut(f.clock.now())));
        MailingEdit edit = withText(u"Hello {name}"_qs);
        edit.rateLimit = std::optional(0.5);

        const auto sheet = f.service.check({}, edit).result();

        QCOMPARE(sheet->recipients, 3);
        QCOMPARE(sheet->optedOut, 1);
        QCOMPARE(sheet->parts, 3);
        QVERIFY(!sheet->partsEstimated);
        QCOMPARE(sheet->missingFields.size(), 1);
        QCOMPARE(sheet->missingFields.first().key, u"name"_qs);
        QCOMPARE(sheet->missingFields.first().clients, 1);
        QCOMPARE(sheet->gatewayName, u"main"_qs);
        QCOMPARE(sheet->forecast.doneAt, at("2024-03-01T08:00:06Z"));
        QVERIFY(f.workspace.data.mailings.isEmpty());
    }

    void partsAreEstimatedOnlyWhereASampleStandsForTheRest()
    {
        MailingFixture f;
        for (int i = 1; i <= 201; ++i)
            QVERIFY(f.workspace.clients.insert(aClient().phone(i).attribute(u"name"_qs, u"Ann"_qs)));

        QVERIFY(f.service.check({}, withText(u"Hello {name}"_qs)).result()->partsEstimated);
        const auto same = f.service.check({}, withText(QString(161, u'a'))).result();
        QVERIFY(!same->partsEstimated);
        QCOMPARE(same->parts, 402);
    }

    void theCheckSheetShowsTwinsButNotTheMailingItself()
    {
        MailingFixture f;
        const MailingId id = f.service.createScheduled(admin(), withText(u"Hello"_qs), {}).result()->id;

        QCOMPARE(f.service.check({}, withText(u"Hello"_qs)).result()->twins.size(), 1);
        QCOMPARE(f.service.check(id, {}).result()->twins.size(), 0);
    }
};

QTEST_GUILESS_MAIN(MailingServiceTest)
#include "mailingservicetest.moc"
