// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/forecast.h"

#include "tests/support/manualclock.h"

#include <QtTest>

using core::domain::SendWindow;
using core::services::forecast;
using core::services::ForecastInput;
using tests::at;

class ForecastTest : public QObject
{
    Q_OBJECT

private:
    static ForecastInput input(double rate, const QList<core::interfaces::LabelCount> &waiting)
    {
        ForecastInput input;
        input.from = at("2024-03-01T08:00:00Z"); // 11:00 in Moscow, 18:00 in Vladivostok
        input.end = at("2024-03-02T08:00:00Z");
        input.waitingByTimezone = waiting;
        input.rate = rate;
        return input;
    }

    static qint64 total(const core::services::ForecastResult &result)
    {
        qint64 messages = 0;
        for (const core::services::ForecastSlot &slot : result.schedule)
            messages += slot.messages;
        return messages;
    }

private Q_SLOTS:
    void withoutAWindowTheRateDecides()
    {
        const auto result = forecast(input(10, {{u"Europe/Moscow"_qs, 600}, {u"Asia/Vladivostok"_qs, 600}}));

        QCOMPARE(result.forecast.doneAt, at("2024-03-01T08:02:00Z"));
        QCOMPARE(result.forecast.willExpire, 0);
        QCOMPARE(total(result), 1200);
    }

    void aShutZoneWaitsForItsMorning()
    {
        ForecastInput in = input(10, {{u"Europe/Moscow"_qs, 600}, {u"Asia/Vladivostok"_qs, 600}});
        in.window = *SendWindow::create(9 * 60, 18 * 60, {});

        const auto result = forecast(in);

        QCOMPARE(result.forecast.doneAt, at("2024-03-01T23:01:00Z"));
        QCOMPARE(result.forecast.willExpire, 0);
    }

    void whatTheWindowDoesNotReachExpires()
    {
        ForecastInput in = input(10, {{u"Europe/Moscow"_qs, 600}, {u"Asia/Vladivostok"_qs, 50}});
        in.window = *SendWindow::create(9 * 60, 18 * 60, {});
        in.end = at("2024-03-01T20:00:00Z");

        const auto result = forecast(in);

        QCOMPARE(result.forecast.willExpire, 50);
        QCOMPARE(result.forecast.doneAt, in.end);
        QCOMPARE(total(result), 600);
    }

    void whereTheTimeIsNotKnownNothingIsSentWithinAWindow()
    {
        ForecastInput in = input(10, {{u"Europe/Moscow"_qs, 600}, {u"Europe/Atlantis"_qs, 50}});
        QCOMPARE(forecast(in).forecast.willExpire, 0);

        in.window = *SendWindow::create(0, 24 * 60, {});
        QCOMPARE(forecast(in).forecast.willExpire, 50);
    }

    void aRateThatIsTooLowLetsTheRestExpire()
    {
        const auto result = forecast(input(0.01, {{u"UTC"_qs, 1000}}));

        QCOMPARE(result.forecast.willExpire, 1000 - 864);
    }

    void aWindowThatClosesStopsForTheNight()
    {
        ForecastInput in = input(1, {{u"UTC"_qs, 7200}});
        in.window = *SendWindow::create(8 * 60, 9 * 60, {});
        in.end = at("2024-03-05T00:00:00Z");

        QCOMPARE(forecast(in).forecast.doneAt, at("2024-03-02T09:00:00Z"));
    }

    void withoutARateOnlyWhatNeverOpensIsCertain()
    {
        ForecastInput in = input(0, {{u"Europe/Moscow"_qs, 600}, {u"Asia/Vladivostok"_qs, 50}});
        in.window = *SendWindow::create(9 * 60, 18 * 60, {});
        in.end = at("2024-03-01T20:00:00Z");

        const auto result = forecast(in);

        QVERIFY(!result.forecast.doneAt);
        QCOMPARE(result.forecast.willExpire, 50);
        QVERIFY(result.schedule.isEmpty());
    }

    void nothingWaitingIsDoneAtOnce()
    {
        const ForecastInput in = input(10, {{u"UTC"_qs, 0}});

        QCOMPARE(forecast(in).forecast.doneAt, in.from);
    }

    void afterTheEndEverythingExpires()
    {
        ForecastInput in = input(10, {{u"UTC"_qs, 7}});
        in.end = in.from;

        QCOMPARE(forecast(in).forecast.willExpire, 7);
        QVERIFY(!forecast(in).forecast.doneAt);
        in.rate = 0;
        QCOMPARE(forecast(in).forecast.willExpire, 7);
    }

    void aWindowThatOpensAtTheEndIsTooLate()
    {
        ForecastInput in = input(0, {{u"UTC"_qs, 7}, {u"Europe/Moscow"_qs, 5}});
        in.window = *SendWindow::create(10 * 60, 18 * 60, {});
        in.end = at("2024-03-01T10:00:00Z");

        QCOMPARE(forecast(in).forecast.willExpire, 7);
    }

    void theScheduleOfALongMailingStaysShort()
    {
        const auto result = forecast(input(1, {{u"UTC"_qs, 80000}}));

        QVERIFY(result.schedule.size() <= 96);
        QCOMPARE(total(result), 80000);
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecasttest.moc"
