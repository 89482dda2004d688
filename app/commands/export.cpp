// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

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
    HELIOGRAPH_TRY(oneOf({u"clients"_qs, u"messages"_qs})(u"clients|messages"_qs, what));
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
            .arguments = {{u"clients|messages"_qs}, {u"FILE"_qs}},
            .options = {{.name = u"mailing"_qs,
                         .value = u"ID"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "only messages of this mailing")}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Writes clients or messages as .csv or .xlsx, by the file's name."),
            .run = inWorkspace(exportInto)};
}

} // namespace app::commands
