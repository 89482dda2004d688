// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What may be edited in which state, and what an edit brings about besides the new value.

#include "tests/services/mailingfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <functional>

using core::MailingId;
using core::domain::AudienceFilter;
using core::domain::AudienceMode;
using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::MailingState;
using core::domain::Repeat;
using tests::admin;
using tests::aMailing;
using tests::at;
using tests::errorLine;
using tests::MailingFixture;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(MailingEdit &, core::GatewayId other)>;

/** Every field of a mailing by its name in JSON, with an edit that changes it alone. */
const QList<std::pair<QString, Change>> &fields()
{
    static const QList<std::pair<QString, Change>> all{
        {u"name"_qs, [](MailingEdit &e, core::GatewayId) { e.name = u"Another"_qs; }},
        {u"text"_qs, [](MailingEdit &e, core::GatewayId) { e.text = u"Good morning"_qs; }},
        {u"filter"_qs,
         [](MailingEdit &e, core::GatewayId) {
             e.filter = AudienceFilter{{u"926"_qs}, {u"vip"_qs}, {u"out"_qs}, {}};
         }},
        {u"audience_mode"_qs, [](MailingEdit &e, core::GatewayId) { e.audienceMode = AudienceMode::Live; }},
        {u"start_at"_qs, [](MailingEdit &e, core::GatewayId) { e.startAt = at("2024-03-01T07:30:00Z"); }},
        {u"end_at"_qs, [](MailingEdit &e, core::GatewayId) { e.endAt = at("2024-03-01T23:00:00Z"); }},
        {u"window"_qs, [](MailingEdit &e,
                          core::GatewayId) { e.window = std::optional(*core::domain::SendWindow::create(540, 1260, {})); }},
        {u"repeat"_qs, [](MailingEdit &e, core::GatewayId) { e.repeat = Repeat::Daily; }},
        {u"repeat_until"_qs,
         [](MailingEdit &e, core::GatewayId) { e.repeatUntil = std::optional(at("2024-06-01T00:00:00Z")); }},
        {u"gateway"_qs, [](MailingEdit &e, core::GatewayId other) { e.gateway = other; }},
        {u"rate_limit"_qs, [](MailingEdit &e, core::GatewayId) { e.rateLimit = std::optional(2.5); }},
        {u"priority"_qs, [](MailingEdit &e, core::GatewayId) { e.priority = core::domain::Priority::High; }},
        {u"allow_missing_fields"_qs, [](MailingEdit &e, core::GatewayId) { e.allowMissingFields = true; }},
    };
    return all;
}

QStringList keysOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object().keys();
}

} // namespace

class MailingEditTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture : MailingFixture
    {
        core::GatewayId other = *workspace.gateways.insert(tests::aGateway().name(u"other"_qs).isDefault(false));

        MailingId ofSeries(MailingState state)
        {
            return stored(aMailing().state(state).repeats(Repeat::Weekly).gateway(gateway));
        }
        core::Result<Mailing> edit(MailingId id, const std::function<void(MailingEdit &)> &change)
        {
            MailingEdit edit;
            change(edit);
            return service.edit(admin(), id, edit, {}).result();
        }
        [[nodiscard]] QList<core::domain::Event> eventsOf(const QString &action) const
        {
            QList<core::domain::Event> events = workspace.data.events;
            events.removeIf([&action](const core::domain::Event &event) { return event.action != action; });
            return events;
        }
        [[nodiscard]] bool looksAgain(MailingId id) { return !workspace.mailings.audienceProgress(id)->complete; }
    };

private Q_SLOTS:
    void everyFieldMayBeEditedUntilTheMailingIsOver_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<bool>("archived");
        QTest::addColumn<QString>("refusal");
        for (int i = 0; i < fields().size(); ++i) {
            const QString &name = fields()[i].first;
            const auto row = [&](const char *state, MailingState value, bool archived, const char *refusal) {
                QTest::addRow("%s, %s", qPrintable(name), state)
                    << i << value << archived << (name == u"name" ? QString() : QString::fromLatin1(refusal));
            };
            row("draft", MailingState::Draft, false, "");
            row("scheduled", MailingState::Scheduled, false, "");
            row("running", MailingState::Running, false, "");
            row("paused", MailingState::Paused, false, "");
            row("finished", MailingState::Finished, false, "Conflict mailing.state finished|edit");
            row("cancelled", MailingState::Cancelled, false, "Conflict mailing.state cancelled|edit");
            row("deleted", MailingState::Cancelled, true, "Conflict mailing.archived");
        }
    }

    void everyFieldMayBeEditedUntilTheMailingIsOver()
    {
        QFETCH(int, field);
        QFETCH(MailingState, state);
        QFETCH(bool, archived);
        QFETCH(QString, refusal);
        Fixture f;
        const MailingId id = f.ofSeries(state);
        if (archived)
            f.workspace.data.mailings[id].mailing.archivedAt = f.clock.now();
        const Mailing before = f.mailing(id);
        MailingEdit edit;
        fields()[field].second(edit, f.other);

        const auto edited = f.service.edit(admin(), id, edit, {}).result();

        if (!refusal.isEmpty()) {
            QCOMPARE(errorLine(edited.error()), refusal);
            QCOMPARE(f.mailing(id), before);
            QVERIFY(f.workspace.data.events.isEmpty());
            return;
        }
        QVERIFY(edited);
        QCOMPARE(f.mailing(id), *edited);
        QCOMPARE(edited->state, state);
        const auto events = f.eventsOf(u"mailing.edit"_qs);
        QCOMPARE(events.size(), 1);
        QCOMPARE(keysOf(events[0].before), QStringList{fields()[field].first});
        QCOMPARE(keysOf(events[0].after), QStringList{fields()[field].first});
    }

    void aStartThatIsMovedAheadHoldsWhatRuns_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<MailingState>("pausedFrom");
        QTest::addColumn<MailingState>("after");
        QTest::addColumn<MailingState>("resumed");

        QTest::newRow("running") << MailingState::Running << MailingState::Running << MailingState::Scheduled
                                 << MailingState::Scheduled;
        QTest::newRow("paused while running")
            << MailingState::Paused << MailingState::Running << MailingState::Paused << MailingState::Scheduled;
        QTest::newRow("draft") << MailingState::Draft << MailingState::Running << MailingState::Draft << MailingState::Draft;
    }

    void aStartThatIsMovedAheadHoldsWhatRuns()
    {
        QFETCH(MailingState, state);
        QFETCH(MailingState, pausedFrom);
        QFETCH(MailingState, after);
        QFETCH(MailingState, resumed);
        Fixture f;
        Mailing mailing = aMailing().state(state);
        mailing.pausedFrom = pausedFrom;
        const MailingId id = f.stored(mailing);

        const auto edited = f.edit(id, [](MailingEdit &e) { e.startAt = at("2024-03-01T10:00:00Z"); });

        QCOMPARE(edited->state, after);
        if (after == MailingState::Paused)
            QVERIFY(f.service.resume(admin(), id).result());
        QCOMPARE(f.mailing(id).state, resumed);
    }

    void aStartInThePastChangesNothingForWhatRuns()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing());

        QCOMPARE(f.edit(id, [&f](MailingEdit &e) { e.startAt = f.clock.now(); })->state, MailingState::Running);
        QCOMPARE(f.edit(id, [&f](MailingEdit &e) { e.startAt = f.clock.now() - 1h; })->state, MailingState::Running);
    }

    void aStartUpToNowDoesNotHoldIt()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing());
        f.clock.advance(1h);

        QCOMPARE(f.edit(id, [&f](MailingEdit &e) { e.startAt = f.clock.now(); })->state, MailingState::Running);
    }

    void anotherWindowWakesWhatWaitsInAnyState_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::newRow("running") << MailingState::Running;
        QTest::newRow("paused") << MailingState::Paused;
        QTest::newRow("held until its new start") << MailingState::Scheduled;
    }

    void anotherWindowWakesWhatWaitsInAnyState()
    {
        QFETCH(MailingState, state);
        Fixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 1);
        f.workspace.data.messages.first().message.nextAttemptAt = f.clock.now() + 2h;
        f.workspace.data.mailings[id].mailing.state = state;

        QVERIFY(
            f.edit(id, [](MailingEdit &e) { e.window = std::optional(*core::domain::SendWindow::create(600, 1200, {})); }));

        QCOMPARE(f.workspace.data.messages.first().message.nextAttemptAt, std::optional(f.clock.now()));
    }

    void aClockThatJumpedBackDoesNotHoldWhatRuns()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing());
        f.clock.jump(-1h);

        const auto edited = f.edit(id, [&](MailingEdit &e) {
            e.startAt = f.mailing(id).startAt; // as it was: an editor sends every field
            e.rateLimit = std::optional(1.0);
        });

        QCOMPARE(edited->state, MailingState::Running);
    }

    void withoutANameTheDefaultGatewayTakesOver()
    {
        Fixture f;
        const MailingId running = f.stored(aMailing().gateway(f.other));
        const MailingId draft = f.stored(aMailing().gateway(f.other).state(MailingState::Draft));
        const auto unname = [](MailingEdit &e) { e.gateway = core::GatewayId{}; };

        QCOMPARE(f.edit(running, unname)->gateway, f.gateway);
        QVERIFY(!f.edit(draft, unname)->gateway.isValid()); // it is chosen at the start

        QVERIFY(f.workspace.gateways.remove(f.gateway));
        QVERIFY(f.workspace.gateways.remove(f.other));
        QCOMPARE(errorLine(f.edit(running, unname).error()), u"Conflict gateway.none"_qs);
        QCOMPARE(errorLine(f.service.start(admin(), draft, {}, {}).result().error()), u"Conflict gateway.none"_qs);
    }

    void aDraftWhoseGatewayIsGoneDoesNotStart()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing().gateway(f.other).state(MailingState::Draft));
        QVERIFY(f.workspace.gateways.remove(f.other));

        QCOMPARE(errorLine(f.service.start(admin(), id, {}, {}).result().error()),
                 u"gateway gateway:unknown %1"_qs.arg(f.other.text()));
    }

    void theAudienceIsLookedThroughAgainWhereOthersMayBelongToIt_data()
    {
        QTest::addColumn<AudienceMode>("mode");
        QTest::addColumn<MailingEdit>("edit");
        QTest::addColumn<bool>("again");
        const auto row = [](const char *name, AudienceMode mode, bool again,
                            const std::function<void(MailingEdit &)> &change) {
            MailingEdit edit;
            change(edit);
            QTest::newRow(name) << mode << edit << again;
        };
        row("another filter", AudienceMode::Frozen, true, [](MailingEdit &e) {
            e.filter = AudienceFilter{{u"926"_qs}, {}, {}, {}};
        });
        row("the same filter", AudienceMode::Frozen, false, [](MailingEdit &e) { e.filter = AudienceFilter(); });
        row("opened for newcomers", AudienceMode::Frozen, true, [](MailingEdit &e) { e.audienceMode = AudienceMode::Live; });
        row("open as before", AudienceMode::Live, false, [](MailingEdit &e) { e.audienceMode = AudienceMode::Live; });
        row("closed for newcomers", AudienceMode::Live, false,
            [](MailingEdit &e) { e.audienceMode = AudienceMode::Frozen; });
        row("another text", AudienceMode::Frozen, false, [](MailingEdit &e) { e.text = u"Good morning"_qs; });
    }

    void theAudienceIsLookedThroughAgainWhereOthersMayBelongToIt()
    {
        QFETCH(AudienceMode, mode);
        QFETCH(MailingEdit, edit);
        QFETCH(bool, again);
        Fixture f;
        Mailing mailing = aMailing();
        mailing.audienceMode = mode;
        const MailingId id = f.stored(mailing);
        QVERIFY(f.workspace.mailings.saveAudienceProgress(id, {core::ClientId{50}, true}));

        QVERIFY(f.service.edit(admin(), id, edit, {}).result());

        QCOMPARE(f.looksAgain(id), again);
    }

    void twinsAreAskedAboutOnlyWhereTheEditMakesThem()
    {
        Fixture f;
        const MailingId first = f.stored(aMailing().text(u"Hello"_qs));
        const MailingId second = f.stored(aMailing().text(u"Bye"_qs));
        const auto hello = [](MailingEdit &e) { e.text = u"Hello"_qs; };
        const QString refusal = u"Conflict mailing.twin %1|%2"_qs.arg(f.mailing(first).name, first.text());

        QCOMPARE(errorLine(f.edit(second, hello).error()), refusal);
        MailingEdit meant;
        meant.text = u"Hello"_qs;
        QVERIFY(f.service.edit(admin(), second, meant, {.allowDuplicate = true}).result());
        // The duplicate was allowed; what has nothing to do with it is not asked again, longer times are.
        QVERIFY(f.edit(second, [](MailingEdit &e) { e.rateLimit = std::optional(1.0); }));
        QVERIFY(!f.edit(second, [](MailingEdit &e) { e.endAt = at("2024-03-01T20:00:00Z"); }));
        // What sends nothing yet is asked when it starts.
        const MailingId draft = f.stored(aMailing().text(u"Later"_qs).state(MailingState::Draft));
        QVERIFY(f.edit(draft, hello));
        QCOMPARE(f.service.start(admin(), draft, {}, {}).result().error().code, u"mailing.twin"_qs);
    }

    void missingFieldsAreAskedAboutWhenTheyAreNoLongerAllowed()
    {
        Fixture f;
        QVERIFY(f.workspace.clients.insert(tests::aClient().phone(1)));
        Mailing mailing = aMailing().text(u"Dear {name}"_qs);
        mailing.allowMissingFields = true;
        const MailingId id = f.stored(mailing);

        QVERIFY(f.edit(id, [](MailingEdit &e) { e.text = u"Hi {name}"_qs; }));
        QCOMPARE(errorLine(f.edit(id, [](MailingEdit &e) { e.allowMissingFields = false; }).error()),
                 u"text template:missing name|1"_qs);
        QVERIFY(f.edit(id, [](MailingEdit &e) { // nobody is left who lacks it
            e.allowMissingFields = false;
            e.filter = AudienceFilter{{u"926"_qs}, {}, {}, {}};
        }));
    }

    void anEndThatHasPassedCanOnlyBeMovedAhead()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Paused));
        f.clock.advance(5h);

        QCOMPARE(errorLine(f.edit(id, [](MailingEdit &e) { e.priority = core::domain::Priority::High; }).error()),
                 u"end_at end_at:past"_qs);
        QVERIFY(f.edit(id, [](MailingEdit &e) { e.name = u"Better"_qs; }));
        QVERIFY(f.edit(id, [](MailingEdit &e) { e.endAt = at("2024-03-02T08:00:00Z"); }));
    }

    void anEditThatChangesNothingLeavesNoTrace()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing());
        const Mailing before = f.mailing(id);
        f.clock.advance(1min);

        QVERIFY(f.edit(id, [&before](MailingEdit &e) {
            e.text = before.text;
            e.endAt = before.endAt;
        }));

        QCOMPARE(f.mailing(id), before);
        QVERIFY(f.workspace.data.events.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MailingEditTest)
#include "mailingedittest.moc"
