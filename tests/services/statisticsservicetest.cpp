// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/statisticsservice.h"

#include "core/services/audienceservice.h"
#include "core/services/messageservice.h"
#include "core/services/throughputrate.h"
#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::services::expectedRate;
using core::services::measuredRate;
using tests::aMailing;
using tests::at;
using tests::MailingFixture;

class StatisticsServiceTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture : MailingFixture
    {
        core::services::StatisticsService statistics{workspace.executor, clock};
    };

private Q_SLOTS:
    void aRunningMailingIsForecastByItsLimit()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing().rateLimit(2));
        f.addMessages(id, 10);

        const auto statistics = f.statistics.mailing(id).result();

        QCOMPARE(statistics->counts.total(), 10);
        QCOMPARE(statistics->forecast.doneAt, at("2024-03-01T08:00:05Z"));
    }

    void theWindowOfEachZoneCounts()
    {
        Fixture f;
        const MailingId id =
            f.stored(aMailing().rateLimit(10).window(*core::domain::SendWindow::create(9 * 60, 18 * 60, {}))); // ends 12:00Z
        QVERIFY(f.workspace.clients.insert(tests::aClient().phone(1)));
        QVERIFY(f.workspace.clients.insert(tests::aClient().phone(2).timezone(u"Asia/Vladivostok"_qs)));
        QVERIFY(f.workspace.messages.chooseAudience(f.mailing(id), {}, 10, f.clock.now()));

        const auto statistics = f.statistics.mailing(id).result();

        QCOMPARE(statistics->forecast.willExpire, 1);
    }

    void whatDoesNotRunHasNoForecast_data()
    {
        QTest::addColumn<MailingState>("state");

        QTest::newRow("draft") << MailingState::Draft;
        QTest::newRow("scheduled") << MailingState::Scheduled;
        QTest::newRow("paused") << MailingState::Paused;
        QTest::newRow("finished") << MailingState::Finished;
    }

    void whatDoesNotRunHasNoForecast()
    {
        QFETCH(MailingState, state);
        Fixture f;
        const MailingId id = f.stored(aMailing().rateLimit(2).state(state));

        QVERIFY(!f.statistics.mailing(id).result()->forecast.doneAt);
    }

    void theLowestOfAllRatesIsExpected()
    {
        core::domain::Mailing mailing = aMailing();
        core::domain::GatewayProfile gateway = tests::aGateway();
        QCOMPARE(expectedRate(mailing, gateway, {0}), 0);
        QCOMPARE(expectedRate(mailing, gateway, {7}), 7);

        gateway.rate = 5;
        QCOMPARE(expectedRate(mailing, gateway, {0}), 5);
        QCOMPARE(expectedRate(mailing, gateway, {7}), 5);
        QCOMPARE(expectedRate(mailing, gateway, {3}), 3);

        mailing.rateLimit = 2;
        QCOMPARE(expectedRate(mailing, gateway, {7}), 2);
    }

    void theMeasuredRateLeavesIdleTimeOut()
    {
        QCOMPARE(measuredRate({}), 0);
        QCOMPARE(measuredRate({{at("2024-03-01T08:00:00Z"), 90, 10}, {at("2024-03-01T09:00:00Z"), 300, 0}}), 20);
    }

    void numbersOfTheWorkspaceAndItsParts()
    {
        Fixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 3);

        QCOMPARE(f.statistics.workspace().result()->messages.total(), 3);
        QCOMPARE(f.statistics.breakdown(id, f.clock.now()).result()->byOperatorCode.first().key, u"999"_qs);
        QVERIFY(f.statistics.throughput(f.clock.now()).result()->isEmpty());
        QCOMPARE(f.statistics.countsSince(f.clock.now()).result()->done(), 0);
        QCOMPARE(f.statistics.mailing(MailingId{4711}).result().error().kind, core::ErrorKind::NotFound);
    }

    void messagesAreToldWithTheirAttempts()
    {
        Fixture f;
        core::services::MessageService messages(f.workspace.executor);
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 2);
        core::interfaces::MessageQuery query;
        query.mailing = id;

        const auto page = messages.page(query, {}).result();

        QCOMPARE(page->rows.size(), 2);
        QCOMPARE(*messages.count(query).result(), 2);
        const auto details = messages.details(page->rows.first().id).result();
        QCOMPARE(details->message, page->rows.first());
        QVERIFY(details->attempts.isEmpty());
        QCOMPARE(messages.details(core::MessageId{1}).result().error().code, u"message.unknown"_qs);
    }

    void anAudienceIsCountedWithoutCreatingAnything()
    {
        Fixture f;
        core::services::AudienceService audiences(f.workspace.executor);
        QVERIFY(f.workspace.clients.insert(tests::aClient().phone(1).tags({u"VIP"_qs})));
        QVERIFY(f.workspace.clients.insert(tests::aClient().phone(2)));
        core::domain::AudienceFilter filter;
        filter.tags = QStringList{u" vip "_qs};

        QCOMPARE(audiences.summary(filter).result()->count, 1);
        QCOMPARE(audiences.sample(filter, {}, 10).result()->size(), 1);
        filter.operatorCodes = QStringList{u"99"_qs};
        QCOMPARE(audiences.summary(filter).result().error().kind, core::ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(StatisticsServiceTest)
#include "statisticsservicetest.moc"
