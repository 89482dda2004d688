// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/numbertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace ui::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Number)
};

} // namespace

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString rateNumberText(double perSecond)
{
    if (perSecond >= 1)
        return QLocale().toString(perSecond, 'f', perSecond >= 10 ? 0 : 1);
    if (perSecond <= 0)
        return numberText(0);
    const double scale = std::pow(10, 1 - std::floor(std::log10(perSecond))); // two digits that count
    return QLocale().toString(std::round(perSecond * scale) / scale, 'f', QLocale::FloatingPointShortest);
}

QString rateText(double perSecond)
{
    return Texts::tr("%1/s", "per second").arg(rateNumberText(perSecond));
}

QString percentText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return QLocale().toString(0.0, 'f', 1);
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    const double least = part > 0 ? 0.1 : 0.0;
    const double most = part < whole ? 99.9 : 100.0;
    return QLocale().toString(std::clamp(share, least, most), 'f', 1);
}

QString timeText(core::Instant at, const QTimeZone &zone)
{
    return core::toDateTime(at).toTimeZone(zone).time().toString(QStringLiteral("HH:mm"));
}

QString dateTimeText(core::Instant at, core::Instant now, const QTimeZone &zone)
{
    const QDateTime local = core::toDateTime(at).toTimeZone(zone);
    const QDate today = core::toDateTime(now).toTimeZone(zone).date();
    if (local.date() == today)
        return local.time().toString(QStringLiteral("HH:mm"));
    const bool thisYear = local.date().year() == today.year();
    //: A date without and with its year, as QLocale::toString reads it.
    const QString format = thisYear ? Texts::tr("d MMM HH:mm") : Texts::tr("d MMM yyyy HH:mm");
    return QLocale().toString(local, format);
}

QString durationText(std::chrono::seconds duration)
{
    const auto seconds = duration.count();
    if (seconds < 60)
        return Texts::tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return Texts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Texts::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace ui::texts
