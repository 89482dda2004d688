// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/optionvalues.h"

namespace app::commands {

namespace {

using core::csv::ImportReport;
using core::interfaces::ImportMode;

QStringList modes()
{
    return {u"update"_qs, u"skip"_qs, u"replace"_qs};
}

core::services::ImportRequest requestOf(const Invocation &invocation)
{
    core::services::ImportRequest request;
    request.path = invocation.arguments.value(0);
    request.assignments = invocation.values(u"map"_qs);
    request.dryRun = invocation.has(u"dry-run"_qs);
    request.extraTags = invocation.values(u"tag"_qs);
    request.rejectsPath = invocation.value(u"rejects"_qs);
    if (invocation.has(u"mode"_qs))
        request.mode = static_cast<ImportMode>(modes().indexOf(invocation.value(u"mode"_qs)));
    return request;
}

QJsonObject toJson(const ImportReport &report)
{
    QJsonArray rejected;
    for (const core::csv::RejectedRow &row : report.rejected)
        rejected.append(QJsonObject{{u"line"_qs, row.line}, {u"reason"_qs, core::csv::toText(row.reason)}});
    return {
        {u"new"_qs, report.counts.added},
        {u"changed"_qs, report.counts.changed},
        {u"unchanged"_qs, report.counts.unchanged},
        {u"double"_qs, report.counts.doubles},
        {u"rejected"_qs, rejected},
    };
}

QString text(const ImportReport &report)
{
    QString text = pairsText({
        {CommandText::tr("new"), QString::number(report.counts.added)},
        {CommandText::tr("changed"), QString::number(report.counts.changed)},
        {CommandText::tr("unchanged"), QString::number(report.counts.unchanged)},
        {CommandText::tr("double"), QString::number(report.counts.doubles)},
        {CommandText::tr("rejected"), QString::number(report.counts.totalRejected())},
    });
    for (const core::csv::RejectedRow &row : report.rejected) {
        const QString reason = core::csv::toText(row.reason);
        text += CommandText::tr("line %1: %2").arg(row.line).arg(reason) + u'\n';
    }
    return text;
}

core::Result<ExitCode> import(CommandContext &context)
{
    HELIOGRAPH_ASSIGN(const ImportReport report,
                      context.services().imports.runNow(context.actor(), requestOf(context.invocation())));
    if (report.mappingRecalled)
        context.console().note(CommandText::tr("The columns are read as in the last import of such a file; "
                                               "--map reads them otherwise."));
    context.console().print(toJson(report));
    context.console().print(text(report));
    if (report.stoppedBy) // the rows before it are in
        return core::Failure(*report.stoppedBy);
    return report.counts.totalRejected() > 0 ? ExitCode::SomeRejected : ExitCode::Done;
}

} // namespace

Command importClients()
{
    return {
        .words = u"import"_qs,
        .arguments = {{u"FILE.csv"_qs}},
        .options = {{.name = u"dry-run"_qs, .help = QT_TRANSLATE_NOOP("CommandLine", "only count, write nothing")},
                    {.name = u"mode"_qs,
                     .value = u"MODE"_qs,
                     .help =
                         QT_TRANSLATE_NOOP("CommandLine", "for clients that are there: update (default), skip or replace"),
                     .check = oneOf(modes())},
                    {.name = u"map"_qs,
                     .value = u"FIELD=COLUMN"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine",
                                               "which column holds a field, for instance phone=Телефон or phone=2"),
                     .repeatable = true,
                     .check = isPair()},
                    {.name = u"tag"_qs,
                     .value = u"T"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine", "adds this tag to every client of the file"),
                     .repeatable = true,
                     .check = isTag()},
                    {.name = u"rejects"_qs,
                     .value = u"FILE"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine", "where refused rows are written, ready to mend and import")}},
        .summary = QT_TRANSLATE_NOOP("CommandLine", "Imports clients from a CSV file."),
        .run = changingWorkspace(import)};
}

} // namespace app::commands
