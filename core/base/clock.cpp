// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

namespace core {

bool hasIso(Instant instant)
{
    using namespace std::chrono;
    return instant >= Instant{sys_days{year{1} / 1 / 1}} && instant < Instant{sys_days{year{10000} / 1 / 1}};
}

QString toIso(Instant instant)
{
    // By hand, because every line of the log begins with it: QDateTime takes ten times as long.
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    if (!hasIso(instant))
        return {}; // ISO 8601 has no more digits
    const int year = int(date.year());
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    const auto put = [&text](qsizetype at, int digits, qint64 number) {
        for (qsizetype i = at + digits - 1; i >= at; --i, number /= 10)
            text[i] = QChar(u'0' + char16_t(number % 10));
    };
    put(0, 4, year);
    put(5, 2, unsigned(date.month()));
    put(8, 2, unsigned(date.day()));
    put(11, 2, time.hours().count());
    put(14, 2, time.minutes().count());
    put(17, 2, time.seconds().count());
    put(20, 3, time.subseconds().count());
    if (time.subseconds().count() == 0)
        text.remove(19, 4);
    return text;
}

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Ticks SystemClock::ticks() const
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::steady_clock::now());
}

} // namespace core
