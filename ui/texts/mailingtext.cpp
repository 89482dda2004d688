// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/mailingtext.h"

#include "core/domain/message.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace ui::texts {

using core::domain::AudienceFilter;
using core::domain::Repeat;
using core::domain::SendWindow;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Mailing)
};

} // namespace

QString audienceText(const AudienceFilter &filter)
{
    if (filter.isEverybody())
        return Texts::tr("everybody");
    QStringList parts;
    const bool all = filter.tagsMode == AudienceFilter::TagsMode::All;
    if (!filter.tags.isEmpty())
        parts << filter.tags.join(all ? Texts::tr(" and ", "between tags") : Texts::tr(" or ", "between tags"));
    if (!filter.excludedTags.isEmpty())
        parts << Texts::tr("not %1", "tags").arg(filter.excludedTags.join(QStringLiteral(", ")));
    if (!filter.operatorCodes.isEmpty())
        parts << Texts::tr("codes %1").arg(filter.operatorCodes.join(u' '));
    return parts.join(QStringLiteral(", "));
}

QString weekdaysText(const QList<int> &weekdays)
{
    if (weekdays.isEmpty() || weekdays.size() == 7)
        return {};
    const auto name = [](int day) { return QLocale().dayName(day, QLocale::ShortFormat); };
    const bool isRange = weekdays.size() > 2 && weekdays.last() - weekdays.first() == weekdays.size() - 1;
    if (isRange)
        return QStringLiteral("%1–%2").arg(name(weekdays.first()), name(weekdays.last()));
    QStringList names;
    for (const int day : weekdays)
        names << name(day);
    return names.join(u' ');
}

namespace {

/** "09:00–21:00"; briefly "09–21". */
QString hoursText(const SendWindow &window, bool briefly)
{
    const auto isWhole = [](int minutes) { return minutes % 60 == 0; };
    const int shown = briefly && isWhole(window.from()) && isWhole(window.to()) ? 2 : 5;
    return QStringLiteral("%1–%2").arg(SendWindow::minutesText(window.from()).left(shown),
                                       SendWindow::minutesText(window.to()).left(shown));
}

QString windowText(const std::optional<SendWindow> &window, bool briefly)
{
    if (!window)
        return Texts::tr("any time");
    QStringList parts;
    if (window->hasHours())
        parts << hoursText(*window, briefly);
    if (const QString days = weekdaysText(window->weekdays()); !days.isEmpty())
        parts << days;
    return parts.isEmpty() ? Texts::tr("any time") : parts.join(QStringLiteral(", "));
}

} // namespace

QString windowText(const std::optional<SendWindow> &window)
{
    return windowText(window, false);
}

QString repeatText(Repeat repeat)
{
    switch (repeat) {
    case Repeat::None:
        return Texts::tr("never", "repeat");
    case Repeat::Daily:
        return Texts::tr("daily");
    case Repeat::Weekly:
        return Texts::tr("weekly");
    case Repeat::Monthly:
        return Texts::tr("monthly");
    }
    return {};
}

QString whenText(const core::domain::Mailing &mailing, core::Instant now)
{
    QStringList parts{Texts::tr("until %1").arg(dateTimeText(mailing.endAt, now, QTimeZone::systemTimeZone()))};
    if (mailing.window)
        parts << Texts::tr("%1 local").arg(windowText(mailing.window, true));
    if (mailing.priority == core::domain::Priority::High)
        parts << Texts::tr("high priority");
    return parts.join(QStringLiteral(", "));
}

QString messagesRemovedText(core::Instant at)
{
    const QDate day = core::toDateTime(at).toTimeZone(QTimeZone::systemTimeZone()).date();
    //: A date, as QLocale::toString reads it.
    const QString date = QLocale().toString(day, Texts::tr("d MMM yyyy"));
    return Texts::tr("Messages of this mailing were removed on %1; the totals stay.").arg(date);
}

QString errorLabelText(const QString &label)
{
    using core::domain::AnswerKind;
    for (int kind = 0; kind <= static_cast<int>(AnswerKind::Interrupted); ++kind) {
        if (core::domain::toText(static_cast<AnswerKind>(kind)) == label)
            return answerText(static_cast<AnswerKind>(kind), 0);
    }
    return label;
}

} // namespace ui::texts
