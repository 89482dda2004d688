// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/faultsyntax.h"

#include <array>

namespace core::simulator {

namespace {

std::optional<Milliseconds> parseDuration(QStringView text)
{
    struct Unit
    {
        QLatin1String suffix;
        int milliseconds;
    };
    // "ms" before "s" and "m": the first suffix that fits is taken.
    constexpr std::array units{Unit{QLatin1String("ms"), 1}, Unit{QLatin1String("s"), 1000},
                               Unit{QLatin1String("m"), 60000}};
    constexpr qint64 most = 24LL * 60 * 60 * 1000;

    for (const Unit &unit : units) {
        if (!text.endsWith(unit.suffix))
            continue;
        bool number = false;
        const qint64 count = text.chopped(unit.suffix.size()).toLongLong(&number);
        if (!number || count < 0 || count > most / unit.milliseconds)
            return std::nullopt;
        return Milliseconds{count * unit.milliseconds};
    }
    return std::nullopt;
}

bool parsePart(QStringView part, FaultTarget &target)
{
    static constexpr QLatin1String phonePrefix("phone:");
    bool number = false;
    if (part.startsWith(phonePrefix)) {
        target.phones.insert(part.sliced(phonePrefix.size()).toLongLong(&number));
        return number;
    }
    if (!part.endsWith(u'%'))
        return false;
    const double percent = part.chopped(1).toDouble(&number);
    target.share += percent / 100;
    return number && percent >= 0 && target.share <= 1;
}

} // namespace

Result<DurationRange> parseDurations(const QString &option, const QString &text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const QStringView view(text);
    const auto from = parseDuration(dots < 0 ? view : view.first(dots));
    const auto to = dots < 0 ? from : parseDuration(view.sliced(dots + 2));
    if (!from || !to || *from > *to)
        return Failure(Error::invalid({{option, QStringLiteral("simulator:duration"), {text}}}));
    return DurationRange{*from, *to};
}

Result<FaultTarget> parseTarget(const QString &option, const QString &text)
{
    FaultTarget target;
    for (const QStringView part : QStringView(text).split(u',')) {
        if (!parsePart(part.trimmed(), target))
            return Failure(Error::invalid({{option, QStringLiteral("simulator:share"), {text}}}));
    }
    return target;
}

Result<qint64> parseNumber(const QString &option, const QString &text, qint64 least, qint64 most)
{
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    if (!number || value < least || value > most) {
        return Failure(Error::invalid(
            {{option, QStringLiteral("simulator:number"), {text, QString::number(least), QString::number(most)}}}));
    }
    return value;
}

} // namespace core::simulator
