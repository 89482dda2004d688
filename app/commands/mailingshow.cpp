// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/mailingoptions.h"
#include "app/commands/statisticstext.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "core/json/mailingjson.h"
#include "core/json/statisticsjson.h"

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

QString described(const CommandContext &context, const core::domain::Mailing &mailing)
{
    return pairsText({
        {CommandText::tr("number"), mailing.id.text()},
        {CommandText::tr("name"), mailing.name},
        {CommandText::tr("state"), stateText(mailing)},
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
    QJsonObject object = core::json::toJson(mailing);
    object.insert(u"statistics"_qs, core::json::toJson(statistics));
    context.console().print(object);
    context.console().print(described(context, mailing) + u'\n' + countsText(statistics.counts));
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
