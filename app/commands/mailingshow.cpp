// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/statisticstext.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/json/mailingjson.h"
#include "core/json/statisticsjson.h"

#include <algorithm>

namespace app::commands {

namespace {

QString windowText(const std::optional<core::domain::SendWindow> &window)
{
    if (!window)
        return CommandText::tr("any hour");
    QString text =
        window->hasHours() ? window->minutesText(window->from()) + u'-' + window->minutesText(window->to()) : QString();
    QStringList days;
    for (const int day : window->weekdays())
        days.append(QString::number(day));
    return (text + u' ' + days.join(u',')).trimmed();
}

QString repeatText(const CommandContext &context, const core::domain::Mailing &mailing)
{
    const QString repeat = core::domain::toText(mailing.repeat);
    return mailing.repeatUntil ? CommandText::tr("%1 until %2").arg(repeat, context.timeText(*mailing.repeatUntil)) : repeat;
}

QString audienceText(const core::domain::AudienceFilter &filter)
{
    const QString comma = u", "_qs;
    QStringList parts;
    if (!filter.operatorCodes.isEmpty())
        parts.append(CommandText::tr("operator code %1").arg(filter.operatorCodes.join(comma)));
    if (!filter.tags.isEmpty() && filter.tagsMode == core::domain::AudienceFilter::TagsMode::All)
        parts.append(CommandText::tr("all of the tags %1").arg(filter.tags.join(comma)));
    else if (!filter.tags.isEmpty())
        parts.append(CommandText::tr("any of the tags %1").arg(filter.tags.join(comma)));
    if (!filter.excludedTags.isEmpty())
        parts.append(CommandText::tr("without the tags %1").arg(filter.excludedTags.join(comma)));
    return parts.isEmpty() ? CommandText::tr("everybody") : parts.join(u"; "_qs);
}

/** Blank: not chosen yet, or removed meanwhile. */
core::Result<QString> gatewayName(CommandContext &context, core::GatewayId id)
{
    HELIOGRAPH_ASSIGN(const auto gateways, context.services().gateways.list().result());
    const auto found = std::find_if(gateways.begin(), gateways.end(), [id](const core::domain::GatewayWithState &gateway) {
        return gateway.profile.id == id;
    });
    return found == gateways.end() ? QString() : found->profile.name;
}

QString described(const CommandContext &context, const core::domain::Mailing &mailing, const QString &gateway)
{
    return pairsText({
        {CommandText::tr("number"), mailing.id.text()},
        {CommandText::tr("name"), mailing.name},
        {CommandText::tr("state"), stateText(mailing)},
        {CommandText::tr("audience"), audienceText(mailing.filter)},
        {CommandText::tr("gateway"), gateway},
        {CommandText::tr("start"), context.timeText(mailing.startAt)},
        {CommandText::tr("end"), context.timeText(mailing.endAt)},
        {CommandText::tr("window"), windowText(mailing.window)},
        {CommandText::tr("repeat"), repeatText(context, mailing)},
        {CommandText::tr("text"), mailing.text},
    });
}

core::Result<ExitCode> show(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const auto id, mailingIdOf(context.invocation()));
    HELIOGRAPH_ASSIGN(const auto mailing, context.services().mailings.find(id).result());
    HELIOGRAPH_ASSIGN(const auto statistics, context.services().statistics.mailing(id).result());
    HELIOGRAPH_ASSIGN(const QString gateway, gatewayName(context, mailing.gateway));
    QJsonObject object = core::json::toJson(mailing);
    object.insert(u"statistics"_qs, core::json::toJson(statistics));
    context.console().print(object);
    context.console().print(described(context, mailing, gateway) + u'\n' + countsText(statistics.counts));
    if (const QString removed = removedText(context, mailing); !removed.isEmpty())
        context.console().print(removed);
    if (statistics.choosing)
        context.console().print(CommandText::tr("Not all recipients have been chosen yet: the total may grow."));
    return ExitCode::Done;
}

} // namespace

Command mailingShow()
{
    return {.words = u"mailing show"_qs,
            .arguments = {{.name = u"ID"_qs, .check = isId()}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Shows a mailing and its statistics."),
            .run = inWorkspace(show)};
}

} // namespace app::commands
