// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingforecast.h"

#include "core/services/throughputrate.h"
#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::BreakerState;
using core::domain::Mailing;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::RateUnit;
using core::domain::SendWindow;
using core::services::expectedRate;
using tests::aClient;
using tests::aMailing;
using tests::at;
using tests::MailingFixture;
using namespace std::chrono_literals;

class MailingForecastTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture : MailingFixture
    {
        core::domain::Forecast ofRun(MailingId id, double rate = 0)
        {
            return *core::services::forecastOfRun(workspace.unit, mailing(id), workspace.data.counts(id), rate, clock.now());
        }
        core::services::ForecastResult ofPlan(const Mailing &mailing, double parts = 1)
        {
            const auto audience = workspace.clients.audience(mailing.filter);
            return *core::services::forecastOfPlan(workspace.unit, mailing, audience->byTimezone, parts, clock.now());
        }
        core::domain::GatewayWithState &state() { return workspace.data.gateways[gateway]; }
        /** As if every message of the mailing were tried again then. */
        void postpone(MailingId id, core::Instant at)
        {
            for (tests::FakeMessage &entry : workspace.data.messages) {
                if (entry.message.mailing == id)
                    entry.message.nextAttemptAt = at;
            }
        }
        MailingId running(int messages, const Mailing &mailing = aMailing().rateLimit(2))
        {
            Mailing withGateway = mailing;
            withGateway.gateway = gateway;
            const MailingId id = stored(withGateway);
            addMessages(id, messages);
            return id;
        }
    };

private Q_SLOTS:
    void whatWaitsGoesOutAtTheRateOfTheLimit()
    {
        Fixture f;

        QCOMPARE(f.ofRun(f.running(20)).doneAt, std::optional(at("2024-03-01T08:00:10Z")));
    }

    void whatIsDoneIsNotWaitedFor()
    {
        Fixture f;
        const MailingId id = f.running(20);
        int i = 0;
        for (tests::FakeMessage &entry : f.workspace.data.messages)
            entry.message.status = ++i <= 10 ? MessageStatus::Sent
                                   : i <= 12 ? MessageStatus::Sending
                                             : MessageStatus::Pending;

        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:05Z")));
    }

    void theMeasuredRateCountsWhereItIsLower()
    {
        Fixture f;
        const MailingId id = f.running(20);

        QCOMPARE(f.ofRun(id, 0.5).doneAt, std::optional(at("2024-03-01T08:00:40Z")));
        QCOMPARE(f.ofRun(id, 50).doneAt, std::optional(at("2024-03-01T08:00:10Z")));
    }

    void withoutAnyRateNobodyKnows()
    {
        Fixture f;
        const MailingId id = f.running(20, aMailing());

        QVERIFY(!f.ofRun(id).doneAt);
        // What the workspace got through in the last hour stands in for it: 40 in a slot of ten seconds.
        for (int i = 0; i < 40; ++i)
            f.workspace.data.endings.append({MailingId{99}, f.clock.now() - 5min, MessageStatus::Sent});
        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:05Z")));
    }

    void nothingGoesOutBeforeTheNextAttemptIsDue()
    {
        Fixture f;
        const MailingId id = f.running(20);
        f.postpone(id, f.clock.now() + 10min);
        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:10:10Z")));

        f.postpone(id, f.clock.now() + 5h); // the mailing ends an hour before
        QCOMPARE(f.ofRun(id).willExpire, 20);

        f.postpone(id, f.clock.now() - 1min);
        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:10Z")));
    }

    void whatIsOnItsWayGoesOutNow()
    {
        Fixture f;
        const MailingId id = f.running(20);
        f.postpone(id, f.clock.now() + 10min);
        f.workspace.data.messages.first().message.status = MessageStatus::Sending;
        f.workspace.data.messages.last().message.nextAttemptAt = f.clock.now();

        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:10:00Z"))); // the others
        f.postpone(id, f.clock.now());
        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:10Z")));
    }

    void ofManyWhoWillExpireASampleTells()
    {
        Fixture f;
        const MailingId id = f.running(3000, aMailing().rateLimit(1000));
        f.postpone(id, f.clock.now());
        const core::Instant end = f.workspace.mailings.find(id)->endAt;
        int number = 0;
        for (tests::FakeMessage &entry : f.workspace.data.messages)
            entry.message.nextAttemptAt = ++number <= 2000 ? end : entry.message.nextAttemptAt;

        QCOMPARE(f.ofRun(id).willExpire, 2000);
    }

    void whoseNextAttemptIsNotBeforeTheEndWillExpire()
    {
        Fixture f;
        const MailingId id = f.running(20);
        f.postpone(id, f.clock.now());
        const core::Instant end = f.workspace.mailings.find(id)->endAt;
        int number = 0;
        for (tests::FakeMessage &entry : f.workspace.data.messages)
            entry.message.nextAttemptAt = ++number <= 3 ? end : entry.message.nextAttemptAt;

        QCOMPARE(f.ofRun(id).willExpire, 3);
        QCOMPARE(f.ofRun(id).doneAt, std::optional(end));
    }

    void aGatewayThatIsShutLeavesTheEndOpen_data()
    {
        QTest::addColumn<BreakerState>("breaker");
        QTest::addColumn<bool>("enabled");
        QTest::newRow("open") << BreakerState::Open << true;
        QTest::newRow("half open") << BreakerState::HalfOpen << true;
        QTest::newRow("wants attention") << BreakerState::Attention << true;
        QTest::newRow("its key is missing") << BreakerState::KeyMissing << true;
        QTest::newRow("switched off") << BreakerState::Closed << false;
    }

    void aGatewayThatIsShutLeavesTheEndOpen()
    {
        QFETCH(BreakerState, breaker);
        QFETCH(bool, enabled);
        Fixture f;
        const MailingId id = f.running(20);
        f.state().state.breaker = breaker;
        f.state().profile.enabled = enabled;

        QVERIFY(!f.ofRun(id).doneAt);
        QCOMPARE(f.ofRun(id).willExpire, 0);
        // A plan for now waits as well; by a start that lies ahead the gateway may be back.
        Mailing plan = f.mailing(id);
        QVERIFY(!f.ofPlan(plan).forecast.doneAt);
        plan.startAt = f.clock.now() + 1h;
        QCOMPARE(f.ofPlan(plan).forecast.doneAt, std::optional(at("2024-03-01T09:00:10Z")));
    }

    void whatDoesNotRunDoesNotMove_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::newRow("scheduled") << MailingState::Scheduled;
        QTest::newRow("paused") << MailingState::Paused;
        QTest::newRow("cancelled") << MailingState::Cancelled;
    }

    void whatDoesNotRunDoesNotMove()
    {
        QFETCH(MailingState, state);
        Fixture f;
        const MailingId id = f.running(20);
        f.workspace.data.mailings[id].mailing.state = state;

        QVERIFY(!f.ofRun(id).doneAt);
        QCOMPARE(f.ofRun(id).willExpire, 0);
    }

    void aTrickleIsNotTheSpeedOfWhatWaits()
    {
        Fixture f;
        const MailingId id = f.running(20, aMailing().rateLimit(10));
        f.postpone(id, f.clock.now() + 1h); // their hours have not come
        QCOMPARE(f.ofRun(id, 0.03).doneAt, std::optional(at("2024-03-01T09:00:02Z")));
    }

    void aLiveMailingIsDoneAtItsEnd()
    {
        Fixture f;
        const MailingId id = f.running(2, aMailing().rateLimit(10).live());
        QCOMPARE(f.ofRun(id).doneAt, std::optional(f.mailing(id).endAt));
        QCOMPARE(f.ofPlan(f.mailing(id)).forecast.doneAt, std::optional(f.mailing(id).endAt));
    }

    void withHoursTheZonesOfWhatWaitsCount()
    {
        Fixture f;
        Mailing mailing = aMailing().rateLimit(10).window(*SendWindow::create(9 * 60, 18 * 60, {})); // ends 12:00Z
        QVERIFY(f.workspace.clients.insert(aClient().phone(101).timezone(u"Asia/Vladivostok"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(102).timezone(u"America/New_York"_qs)));
        const MailingId id = f.running(5, mailing);

        QCOMPARE(f.ofRun(id).willExpire, 2);
        QCOMPARE(f.ofPlan(f.mailing(id)).forecast.willExpire, 2);
    }

    void ofALargeMailingASampleTellsTheZones()
    {
        Fixture f;
        Mailing mailing = aMailing().window(*SendWindow::create(9 * 60, 18 * 60, {})); // ends 12:00Z
        mailing.rateLimit = 1000;
        QVERIFY(f.workspace.clients.insert(aClient().phone(101).timezone(u"Asia/Vladivostok"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(102).timezone(u"America/New_York"_qs)));
        const MailingId id = f.running(10, mailing);

        core::domain::StatusCounts counts;
        counts[MessageStatus::Pending] = 100'000; // of which the ten are a picture
        const auto forecast = core::services::forecastOfRun(f.workspace.unit, f.mailing(id), counts, 0, f.clock.now());
        QCOMPARE(forecast->willExpire, 2 * 10'000);
    }

    void aRateInPartsIsSharedByTheParts()
    {
        Fixture f;
        f.state().profile.rate = 6;
        f.state().profile.rateUnit = RateUnit::Parts;
        const MailingId id = f.running(20, aMailing().text(QString(3 * 153, u'a')));

        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:10Z")));
        f.state().profile.rateUnit = RateUnit::Messages;
        QCOMPARE(f.ofRun(id).doneAt, std::optional(at("2024-03-01T08:00:03.334Z")));

        core::domain::GatewayProfile gateway = f.state().profile;
        gateway.rateUnit = RateUnit::Parts;
        QCOMPARE(expectedRate(aMailing(), gateway, {0, 3}), 2);
        QCOMPARE(expectedRate(aMailing(), gateway, {0, 0}), 6); // nobody to send to: nothing to divide by
        QCOMPARE(expectedRate(aMailing().rateLimit(1), gateway, {0, 3}), 1);
    }

    void partsAreCountedInASampleWhereTheTextHasFields()
    {
        Fixture f;
        const auto parts = [&f](const QString &text) {
            return *core::services::partsPerMessage(f.workspace.unit, aMailing().text(text));
        };
        QCOMPARE(parts(u"Hello {name}"_qs).average, 0);
        QVERIFY(f.workspace.clients.insert(aClient().phone(1).attribute(u"name"_qs, u"Ann"_qs)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(2).attribute(u"name"_qs, QString(200, u'a'))));

        QCOMPARE(parts(u"Hello {name}"_qs).average, 1.5);
        QCOMPARE(parts(u"Hello {name}"_qs).looked, 2);
        QCOMPARE(parts(QString(161, u'a')).average, 2);
        QCOMPARE(parts(QString(161, u'a')).looked, 0);
        QCOMPARE(parts(QString(159, u'a') + u"{{"_qs).average, 2); // a brace is two units, and it is one brace that goes out
        QCOMPARE(parts(QString(158, u'a') + u"{{"_qs).average, 1);
    }

    void aPlanBeginsAtItsStart()
    {
        Fixture f;
        QVERIFY(f.workspace.clients.insert(aClient().phone(1)));
        QVERIFY(f.workspace.clients.insert(aClient().phone(2).optedOut(f.clock.now())));
        const Mailing plan = aMailing().rateLimit(1).times(at("2024-03-05T08:00:00Z"), at("2024-03-06T08:00:00Z"));

        QCOMPARE(f.ofPlan(plan).forecast.doneAt, std::optional(at("2024-03-05T08:00:01Z")));
        QCOMPARE(f.ofPlan(plan).schedule.size(), 1);
        QCOMPARE(f.ofPlan(plan).schedule.first().messages, 1);
    }
};

QTEST_GUILESS_MAIN(MailingForecastTest)
#include "mailingforecasttest.moc"
