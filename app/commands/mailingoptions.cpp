// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/mailingoptions.h"

#include "app/commands/unknownlabels.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/json/mailingjson.h"

namespace app::commands {

using core::Result;
using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::SendWindow;

namespace {

bool isNone(const QString &value)
{
    return value == QLatin1String("none");
}

/** `none` takes a limit away. */
OptionCheck orNone(const OptionCheck &check)
{
    return [check](const QString &option, const QString &value) {
        return isNone(value) ? core::Status() : check(option, value);
    };
}

void readFilter(const Invocation &invocation, const Mailing &base, MailingEdit &edit)
{
    core::domain::AudienceFilter filter;
    if (!invocation.has(u"everybody"_qs))
        filter = base.filter;
    if (invocation.has(u"code"_qs))
        filter.operatorCodes = invocation.values(u"code"_qs);
    if (invocation.has(u"tag"_qs))
        filter.tags = invocation.values(u"tag"_qs);
    if (invocation.has(u"exclude-tag"_qs))
        filter.excludedTags = invocation.values(u"exclude-tag"_qs);
    if (invocation.has(u"all-tags"_qs))
        filter.tagsMode = core::domain::AudienceFilter::TagsMode::All;
    if (filter != base.filter)
        edit.filter = filter;
}

Result<std::optional<SendWindow>> windowOf(const Invocation &invocation, const std::optional<SendWindow> &base)
{
    std::optional<int> from;
    std::optional<int> to;
    QSet<int> days;
    const bool hoursGiven = invocation.has(u"window"_qs);
    if (base && base->hasHours() && !hoursGiven) {
        from = base->from();
        to = base->to();
    }
    if (base) {
        const QList<int> weekdays = base->weekdays();
        days = QSet<int>(weekdays.begin(), weekdays.end());
    }
    if (hoursGiven && !isNone(invocation.value(u"window"_qs))) {
        HELIOGRAPH_ASSIGN(const auto hours, windowFrom(invocation.value(u"window"_qs)));
        from = hours.first;
        to = hours.second;
    }
    if (invocation.has(u"weekdays"_qs)) {
        const QString text = invocation.value(u"weekdays"_qs);
        HELIOGRAPH_ASSIGN(days, isNone(text) ? Result<QSet<int>>(QSet<int>()) : weekdaysFrom(text));
    }
    if (!from && days.isEmpty()) // neither hours nor days are a limit
        return std::optional<SendWindow>();
    HELIOGRAPH_ASSIGN(const SendWindow window, SendWindow::create(from, to, days));
    return std::optional(window);
}

core::Status readWindow(const Invocation &invocation, const Mailing &base, MailingEdit &edit)
{
    if (isNone(invocation.value(u"window"_qs)) && !invocation.has(u"weekdays"_qs)) {
        edit.window = std::optional<SendWindow>();
        return {};
    }
    if (!invocation.has(u"window"_qs) && !invocation.has(u"weekdays"_qs))
        return {};
    HELIOGRAPH_ASSIGN(const auto window, windowOf(invocation, base.window));
    edit.window = window;
    return {};
}

core::Status readTimes(CommandContext &context, MailingEdit &edit)
{
    HELIOGRAPH_ASSIGN(edit.startAt, context.time(u"start"_qs, u"start_at"_qs));
    HELIOGRAPH_ASSIGN(edit.endAt, context.time(u"end"_qs, u"end_at"_qs));
    const QString until = context.invocation().value(u"repeat-until"_qs);
    if (isNone(until)) {
        edit.repeatUntil = std::optional<core::Instant>();
    } else if (!until.isEmpty()) {
        HELIOGRAPH_ASSIGN(edit.repeatUntil, lastInstantFrom(until, u"repeat_until"_qs, context.zone()));
    }
    return {};
}

void readDispatch(const Invocation &invocation, MailingEdit &edit)
{
    if (invocation.has(u"rate"_qs)) {
        const QString rate = invocation.value(u"rate"_qs);
        edit.rateLimit = isNone(rate) ? std::optional<double>() : std::optional(rate.toDouble());
    }
    if (invocation.has(u"priority"_qs))
        edit.priority = core::domain::priorityFromText(invocation.value(u"priority"_qs));
    if (invocation.has(u"repeat"_qs))
        edit.repeat = core::domain::repeatFromText(invocation.value(u"repeat"_qs));
    if (invocation.has(u"live"_qs))
        edit.audienceMode = core::domain::AudienceMode::Live;
    if (invocation.has(u"allow-missing-fields"_qs))
        edit.allowMissingFields = true;
}

} // namespace

QList<Option> mailingOptions()
{
    return {
        {.name = u"text"_qs,
         .value = u"TEXT"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine",
                                   "what is sent; {name} is a field of the client, {name|friend} has a fallback")},
        {.name = u"name"_qs,
         .value = u"NAME"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "default: first words of the text")},
        {.name = u"code"_qs,
         .value = u"CODE"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "only clients with this operator code"),
         .repeatable = true,
         .check = isNotBlank(),
         .field = "filter.operator_codes"},
        {.name = u"tag"_qs,
         .value = u"TAG"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "only clients with any of these tags"),
         .repeatable = true,
         .check = isTag(),
         .field = "filter.tags"},
        {.name = u"exclude-tag"_qs,
         .value = u"TAG"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "no clients with this tag"),
         .repeatable = true,
         .check = isTag(),
         .field = "filter.excluded_tags"},
        {.name = u"all-tags"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "clients need all of the tags"),
         .field = "filter.tags_mode"},
        {.name = u"start"_qs,
         .value = u"TIME"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine",
                                   "2026-11-20T09:00, in the workspace's zone unless it has an offset; default: now"),
         .check = isTime(),
         .field = "start_at"},
        {.name = u"end"_qs,
         .value = u"TIME"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "nothing is sent after it; default: a day after the start"),
         .check = isTime(),
         .field = "end_at"},
        {.name = u"window"_qs,
         .value = u"FROM-TO"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "hours in the client's local time, for instance 09:00-18:00, or none"),
         .check = orNone(isWindow())},
        {.name = u"weekdays"_qs,
         .value = u"DAYS"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "1 (Monday) to 7, for instance 1-5 or 6,7; none: every day"),
         .check = orNone(isWeekdays()),
         .field = "window.weekdays"},
        {.name = u"repeat"_qs,
         .value = u"R"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "none, daily, weekly or monthly"),
         .check = oneOf({u"none"_qs, u"daily"_qs, u"weekly"_qs, u"monthly"_qs})},
        {.name = u"repeat-until"_qs,
         .value = u"TIME"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "the last day of the repetition such as 2026-12-24, a time, or none"),
         .check = orNone(isTimeOrDay()),
         .field = "repeat_until"},
        {.name = u"rate"_qs,
         .value = u"N"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "at most N messages a second, or none"),
         .check = orNone(isNumber()),
         .field = "rate_limit"},
        {.name = u"priority"_qs,
         .value = u"P"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "normal or high"),
         .check = oneOf({u"normal"_qs, u"high"_qs})},
        {.name = u"gateway"_qs,
         .value = u"NAME"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "default: the workspace's default gateway")},
        {.name = u"live"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "clients that come to match while it runs are sent to as well")},
        {.name = u"allow-duplicate"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "although the same is sent to the same clients already"),
         .wayOutOf = "mailing.twin"},
        {.name = u"allow-missing-fields"_qs,
         .help = QT_TRANSLATE_NOOP("CommandLine", "although some clients lack a field of the text"),
         .wayOutOf = "template:missing"},
    };
}

Result<MailingEdit> mailingEdit(CommandContext &context, const Mailing &base)
{
    const Invocation &invocation = context.invocation();
    MailingEdit edit;
    if (invocation.has(u"text"_qs))
        edit.text = invocation.value(u"text"_qs);
    if (invocation.has(u"name"_qs))
        edit.name = invocation.value(u"name"_qs);
    readFilter(invocation, base, edit);
    readDispatch(invocation, edit);
    HELIOGRAPH_TRY(readWindow(invocation, base, edit));
    HELIOGRAPH_TRY(readTimes(context, edit));
    if (invocation.has(u"gateway"_qs)) {
        HELIOGRAPH_ASSIGN(const auto gateway,
                          context.services().gateways.findByName(invocation.value(u"gateway"_qs)).result());
        edit.gateway = gateway.profile.id;
    }
    return edit;
}

core::services::MailingConsent mailingConsent(const Invocation &invocation)
{
    return {.allowDuplicate = invocation.has(u"allow-duplicate"_qs)};
}

Result<core::MailingId> mailingIdOf(const Invocation &invocation)
{
    HELIOGRAPH_ASSIGN(const qint64 id, idFrom(invocation.arguments.value(0)));
    return core::MailingId{id};
}

core::Status noteUnknownAudience(CommandContext &context)
{
    const Invocation &invocation = context.invocation();
    return noteUnknownLabels(context, invocation.values(u"tag"_qs) + invocation.values(u"exclude-tag"_qs),
                             invocation.values(u"code"_qs));
}

QString stateText(const Mailing &mailing)
{
    const QString state = core::domain::toText(mailing.state);
    return mailing.archivedAt ? CommandText::tr("%1, deleted", "state of a mailing").arg(state) : state;
}

QString removedText(const CommandContext &context, const Mailing &mailing)
{
    if (!mailing.messagesRemovedAt)
        return {};
    const QDate day = core::toDateTime(*mailing.messagesRemovedAt).toTimeZone(context.zone()).date();
    return CommandText::tr("Messages of this mailing were removed on %1; the totals stay.").arg(day.toString(Qt::ISODate));
}

void printMailing(Console &console, const Mailing &mailing)
{
    console.print(core::json::toJson(mailing));
    console.print(mailing.id.text() + u"  "_qs + stateText(mailing));
}

} // namespace app::commands
