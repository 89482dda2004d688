// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionvalues.h"

#include "core/domain/tags.h"
#include "core/domain/textrules.h"
#include "core/json/timetext.h"

#include <QRegularExpression>
#include <cmath>

namespace app {

using core::Error;
using core::Failure;
using core::Status;

namespace {

Failure refusal(const QString &option, const char *code, const QStringList &args)
{
    return Failure(Error::invalid({{option, QString::fromLatin1(code), args}}));
}

/** An error of a parser, named by the option that held the text. */
template <typename T>
Status named(const core::Result<T> &result, const QString &option)
{
    if (result)
        return {};
    Error error = result.error();
    for (core::FieldError &field : error.fields)
        field.field = option;
    return Failure(error);
}

} // namespace

OptionCheck oneOf(const QStringList &choices)
{
    return [choices](const QString &option, const QString &value) -> Status {
        if (!choices.contains(value))
            return refusal(option, "usage:choice", {value, choices.join(QLatin1String(", "))});
        return {};
    };
}

OptionCheck isNumber()
{
    return [](const QString &option, const QString &value) -> Status {
        bool isNumber = false;
        if (const double number = value.toDouble(&isNumber); !isNumber || !std::isfinite(number))
            return refusal(option, "usage:number", {value});
        return {};
    };
}

OptionCheck isWholeNumber(int least, int most)
{
    return [least, most](const QString &option, const QString &value) -> Status {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < least || number > most)
            return refusal(option, "number:range", {QString::number(least), QString::number(most)});
        return {};
    };
}

OptionCheck isTime()
{
    // The zone is known only when the workspace is open; here it matters whether this is a time at all.
    return [](const QString &option, const QString &value) -> Status {
        return named(core::json::instantFromText(value, option, QTimeZone::utc()), option);
    };
}

OptionCheck isTimeOrDay()
{
    return [](const QString &option, const QString &value) -> Status {
        return named(lastInstantFrom(value, option, QTimeZone::utc()), option);
    };
}

OptionCheck isWindow()
{
    return [](const QString &option, const QString &value) { return named(windowFrom(value), option); };
}

OptionCheck isWeekdays()
{
    return [](const QString &option, const QString &value) { return named(weekdaysFrom(value), option); };
}

OptionCheck isPair()
{
    return [](const QString &option, const QString &value) { return named(pairFrom(value), option); };
}

OptionCheck isTag()
{
    // A variable of a script that is not set gives a blank: dropped in silence, it would widen a selection to everybody.
    return [](const QString &option, const QString &value) -> Status {
        const auto length = core::domain::characterCount(value.trimmed());
        if (length < 1 || length > core::domain::maxTagLength)
            return refusal(option, "tag:length", {QStringLiteral("1"), QString::number(core::domain::maxTagLength)});
        return {};
    };
}

OptionCheck isNotBlank()
{
    return [](const QString &option, const QString &value) -> Status {
        return value.trimmed().isEmpty() ? Status(refusal(option, "usage:blank", {})) : Status();
    };
}

OptionCheck isId()
{
    return [](const QString &name, const QString &value) { return named(idFrom(value), name); };
}

OptionCheck isTokenId()
{
    return [](const QString &name, const QString &value) { return named(idFrom(value, "usage:token"), name); };
}

core::Result<core::Instant> lastInstantFrom(const QString &text, const QString &field, const QTimeZone &zone)
{
    static const QRegularExpression day(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
    if (const QString trimmed = text.trimmed(); day.match(trimmed).hasMatch()) {
        const QDate date = QDate::fromString(trimmed, Qt::ISODate);
        if (date.isValid())
            return core::toInstant(date.addDays(1).startOfDay(zone)) - core::Milliseconds{1};
        return refusal(field, "time:day", {text});
    }
    const auto instant = core::json::instantFromText(text, field, zone);
    if (!instant && instant.error().fields.value(0).code == QLatin1String("time:format"))
        return refusal(field, "time:day", {text});
    return instant;
}

core::Result<QPair<int, int>> windowFrom(const QString &text)
{
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        return refusal(QStringLiteral("window"), "usage:window", {text});
    HELIOGRAPH_ASSIGN(const int from, core::domain::SendWindow::parseMinutes(ends[0].trimmed(), false, "window"));
    HELIOGRAPH_ASSIGN(const int to, core::domain::SendWindow::parseMinutes(ends[1].trimmed(), true, "window"));
    return QPair(from, to);
}

core::Result<QSet<int>> weekdaysFrom(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([1-7])(?:-([1-7]))?$"));
    QSet<int> days;
    for (const QString &part : text.split(u',')) {
        const QRegularExpressionMatch match = shape.match(part.trimmed());
        if (!match.hasMatch())
            return refusal(QStringLiteral("weekdays"), "usage:weekdays", {text});
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        for (int day = first;; day = day % 7 + 1) {
            days.insert(day);
            if (day == last)
                break;
        }
    }
    return days;
}

core::Result<QPair<QString, QString>> pairFrom(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return refusal(QStringLiteral("value"), "usage:pair", {text});
    return QPair(text.left(equals).trimmed(), text.mid(equals + 1));
}

core::Result<qint64> idFrom(const QString &text, const char *code)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return refusal(QStringLiteral("ID"), code, {text});
    return id;
}

} // namespace app
