// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

core::Status isTablePath(const QString &name, const QString &path)
{
    const bool isTable = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
                         path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive);
    return isTable ? core::Status() : core::Failure(core::Error::invalidField(name.toLatin1(), "export:suffix", {path}));
}

core::Status mailingOfMessagesOnly(const Invocation &invocation)
{
    if (invocation.has(u"mailing"_qs) && invocation.arguments.value(0) == QLatin1String("clients"))
        return core::Failure(core::Error::invalidField("mailing", "export:mailing"));
    return {};
}

core::Result<qint64> write(CommandContext &context, const QString &what, const core::services::ExportTarget &target)
{
    auto &exports = context.services().exports;
    if (what == QLatin1String("clients"))
        return exports.exportClientsNow({}, target);
    core::interfaces::MessageQuery query;
    if (context.invocation().has(u"mailing"_qs)) {
        HELIOGRAPH_ASSIGN(const qint64 id, idFrom(context.invocation().value(u"mailing"_qs)));
        query.mailing = core::MailingId{id};
        HELIOGRAPH_TRY(context.services().mailings.find(query.mailing).result()); // an unknown number is no empty file
    }
    return exports.exportMessagesNow(query, target);
}

core::Result<ExitCode> exportInto(CommandContext &context)
{
    const Invocation &invocation = context.invocation();
    const QString what = invocation.arguments.value(0);
    const QString path = invocation.arguments.value(1);
    core::services::ExportTarget target;
    target.path = path;
    HELIOGRAPH_ASSIGN(const qint64 rows, write(context, what, target));
    context.console().print(QJsonObject{{u"file"_qs, path}, {u"rows"_qs, rows}});
    context.console().print(CommandText::tr("%n row(s) were written to %1.", nullptr, static_cast<int>(rows)).arg(path));
    return ExitCode::Done;
}

} // namespace

Command exportRows()
{
    return {.words = u"export"_qs,
            .arguments = {{.name = u"clients|messages"_qs, .check = oneOf({u"clients"_qs, u"messages"_qs})},
                          {.name = u"FILE"_qs, .check = isTablePath}},
            .options = {{.name = u"mailing"_qs,
                         .value = u"ID"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "only messages of this mailing"),
                         .check = isId()}},
            .checkAll = mailingOfMessagesOnly,
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Writes clients or messages as .csv or .xlsx, by the file's name."),
            .run = inWorkspace(exportInto)};
}

} // namespace app::commands
