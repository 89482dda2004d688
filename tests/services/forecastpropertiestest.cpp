// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forecast against a simulation that goes minute by minute, on plans drawn at random from fixed seeds.

#include "core/services/forecast.h"

#include "core/domain/timezonename.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>
#include <numeric>

using core::Instant;
using core::domain::SendWindow;
using core::domain::timeZone;
using core::services::forecast;
using core::services::ForecastInput;
using core::services::ForecastResult;
using tests::at;
using namespace std::chrono_literals;

namespace {

struct Simulated
{
    Instant doneAt{}; ///< the last minute in which something went out
    double expired = 0;
};

/** Every minute whoever is open shares what the rate allows. No sharper than a minute, and slow. */
Simulated simulate(const ForecastInput &input)
{
    struct Zone
    {
        QTimeZone zone;
        double waiting = 0;
    };
    std::vector<Zone> zones;
    for (const auto &row : input.waitingByTimezone)
        zones.push_back({timeZone(row.label), double(row.count)});

    Simulated result{input.from, 0};
    constexpr double perMinute = 60;
    for (Instant at = input.from; at < input.end; at += 1min) {
        double open = 0;
        std::vector<Zone *> now;
        for (Zone &zone : zones) {
            if (zone.waiting > 0 && (!input.window || input.window->isOpen(at, zone.zone))) {
                now.push_back(&zone);
                open += zone.waiting;
            }
        }
        if (open <= 0)
            continue;
        const double sent = std::min(open, input.rate * perMinute);
        for (Zone *zone : now)
            zone->waiting = sent >= open ? 0 : zone->waiting * (1 - sent / open);
        result.doneAt = at + 1min;
    }
    for (const Zone &zone : zones)
        result.expired += zone.waiting;
    return result;
}

qint64 totalOf(const ForecastInput &input)
{
    return std::accumulate(input.waitingByTimezone.begin(), input.waitingByTimezone.end(), qint64{0},
                           [](qint64 sum, const auto &row) { return sum + row.count; });
}

qint64 scheduled(const ForecastResult &result)
{
    return std::accumulate(result.schedule.begin(), result.schedule.end(), qint64{0},
                           [](qint64 sum, const auto &slot) { return sum + slot.messages; });
}

/** A plan around a change of the clock: hours, weekdays, zones, rate and length by chance, all on whole minutes. */
ForecastInput drawn(quint32 seed)
{
    static const QStringList zones{u"Europe/Moscow"_qs,    u"Europe/Berlin"_qs,  u"America/New_York"_qs,
                                   u"Asia/Vladivostok"_qs, u"Asia/Kathmandu"_qs, u"UTC"_qs};
    QRandomGenerator random(seed);
    ForecastInput input;
    input.from = at(random.bounded(2) ? "2024-03-29T08:00:00Z" : "2024-10-25T20:17:00Z");
    input.end = input.from + 1min * random.bounded(60, 6 * 24 * 60);
    if (random.bounded(4) > 0) {
        const int from = random.bounded(0, 1440);
        const int to = (from + random.bounded(1, 1440)) % 1440;
        QSet<int> weekdays;
        for (int day = 1; day <= 7 && random.bounded(2); ++day)
            weekdays.insert(random.bounded(1, 8));
        input.window = *SendWindow::create(from, to, weekdays);
    }
    const int kinds = random.bounded(1, int(zones.size()) + 1);
    for (int i = 0; i < kinds; ++i)
        input.waitingByTimezone.append({zones[i], random.bounded(0, 20'000)});
    input.rate = random.bounded(1, 400) / 20.0;
    return input;
}

} // namespace

class ForecastPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithASimulation_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void agreesWithASimulation()
    {
        QFETCH(quint32, seed);
        const ForecastInput input = drawn(seed);
        const qint64 total = totalOf(input);

        const ForecastResult result = forecast(input);
        const Simulated expected = simulate(input);

        // A minute is all that the simulation sees of an opening, a closing and the last message.
        const double blur = 0.01 * double(total) + input.rate * 60;
        QVERIFY2(std::abs(double(result.forecast.willExpire) - expected.expired) <= blur,
                 qPrintable(
                     u"%1 expire, simulated %2 of %3"_qs.arg(result.forecast.willExpire).arg(expected.expired).arg(total)));
        QCOMPARE(scheduled(result) + result.forecast.willExpire, total);
        if (expected.expired < 0.5 && result.forecast.willExpire == 0) {
            const auto apart = std::chrono::abs(*result.forecast.doneAt - expected.doneAt);
            QVERIFY2(apart <= 2min,
                     qPrintable(core::toIso(*result.forecast.doneAt) + u" / "_qs + core::toIso(expected.doneAt)));
        } else if (result.forecast.willExpire > 0) {
            QCOMPARE(result.forecast.doneAt, std::optional(input.end));
        }
    }

    void moreTimeAndMoreSpeedNeverLetMoreExpire_data() { agreesWithASimulation_data(); }

    void moreTimeAndMoreSpeedNeverLetMoreExpire()
    {
        QFETCH(quint32, seed);
        const ForecastInput input = drawn(seed);
        const qint64 expire = forecast(input).forecast.willExpire;
        ForecastInput longer = input;
        longer.end += 24h;
        ForecastInput faster = input;
        faster.rate *= 2;
        ForecastInput open = input;
        open.window.reset();

        QVERIFY(forecast(longer).forecast.willExpire <= expire);
        QVERIFY(forecast(faster).forecast.willExpire <= expire + 1); // rounded
        QVERIFY(forecast(open).forecast.willExpire <= expire + 1);
    }

    void theScheduleLiesWithinTheMailing_data() { agreesWithASimulation_data(); }

    void theScheduleLiesWithinTheMailing()
    {
        QFETCH(quint32, seed);
        const ForecastInput input = drawn(seed);

        const ForecastResult result = forecast(input);

        QVERIFY(result.schedule.size() <= 96);
        Instant last = input.from - 1ms;
        for (const auto &slot : result.schedule) {
            QVERIFY(slot.messages >= 0);
            QVERIFY(slot.at > last && slot.at < input.end);
            last = slot.at;
        }
    }

    void anHourIsMissingInSpring()
    {
        ForecastInput input; // 01:00–04:00 in Berlin, on the night to summer time: 00:00–02:00 UTC
        input.from = at("2024-03-31T00:00:00Z");
        input.end = at("2024-03-31T12:00:00Z");
        input.window = *SendWindow::create(60, 240, {});
        input.waitingByTimezone = {{u"Europe/Berlin"_qs, 3 * 3600}};
        input.rate = 1;
        QCOMPARE(forecast(input).forecast.willExpire, 3600);

        input.from = at("2024-10-26T23:00:00Z"); // to winter time: 23:00–03:00 UTC, an hour more
        input.end = at("2024-10-27T12:00:00Z");
        QCOMPARE(forecast(input).forecast.doneAt, std::optional(at("2024-10-27T02:00:00Z")));
        input.waitingByTimezone = {{u"Europe/Berlin"_qs, 5 * 3600}};
        QCOMPARE(forecast(input).forecast.willExpire, 3600);
    }

    void aWindowAcrossMidnightIsOneNight()
    {
        ForecastInput input;
        input.from = at("2024-03-01T12:00:00Z");
        input.end = at("2024-03-03T12:00:00Z");
        input.window = *SendWindow::create(22 * 60, 6 * 60, {5}); // the night of Friday, the 1st
        input.waitingByTimezone = {{u"UTC"_qs, 8 * 3600}};
        input.rate = 1;
        QCOMPARE(forecast(input).forecast.doneAt, std::optional(at("2024-03-02T06:00:00Z")));
        QCOMPARE(forecast(input).forecast.willExpire, 0);

        input.waitingByTimezone = {{u"UTC"_qs, 8 * 3600 + 1}};
        QCOMPARE(forecast(input).forecast.willExpire, 1);
    }

    void millionsInEveryZoneTakeNoTime()
    {
        ForecastInput input;
        input.from = at("2024-03-01T08:00:00Z");
        input.end = at("2024-03-15T08:00:00Z");
        input.window = *SendWindow::create(9 * 60, 21 * 60, {});
        for (const QByteArray &zone : QTimeZone::availableTimeZoneIds().mid(0, 60))
            input.waitingByTimezone.append({QString::fromLatin1(zone), 1'000'000});
        input.rate = 100;

        QElapsedTimer timer;
        timer.start();
        const ForecastResult result = forecast(input);

        QVERIFY(timer.elapsed() < 5000); // some ten milliseconds; more only where rows were looked at one by one
        QCOMPARE(scheduled(result) + result.forecast.willExpire, 60'000'000);
    }

    void whatLiesTooFarAheadIsLeftOpen()
    {
        ForecastInput input;
        input.from = at("2024-03-01T08:00:00Z");
        input.end = at("2064-03-01T08:00:00Z");
        input.window = *SendWindow::create(9 * 60, 10 * 60, {});
        input.waitingByTimezone = {{u"UTC"_qs, 1'000'000'000}};
        input.rate = 0.5;

        const ForecastResult result = forecast(input);

        QVERIFY(!result.forecast.doneAt);
        QCOMPARE(result.forecast.willExpire, 0);
    }
};

QTEST_GUILESS_MAIN(ForecastPropertiesTest)
#include "forecastpropertiestest.moc"
