// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/workspaceurl.h"
#include "core/storage/integritycheck.h"
#include "ui/feedback/errortext.h"

namespace app::commands {

namespace {

using core::Result;

Result<ExitCode> inspect(CommandContext &context)
{
    const bool repair = context.invocation().has(u"repair-counters"_qs);
    HELIOGRAPH_ASSIGN(const QStringList damage, core::storage::integrityProblems(context.url()));
    HELIOGRAPH_ASSIGN(const auto counters, context.services().integrity.check(repair).result());
    const QStringList problems = damage + counters.problems;
    QJsonObject object{{u"ok"_qs, problems.isEmpty()}, {u"problems"_qs, QJsonArray::fromStringList(problems)}};
    if (repair)
        object.insert(u"repaired"_qs, counters.repaired);
    context.console().print(object);
    context.console().print(problems.isEmpty() ? CommandText::tr("No problems were found.") : problems.join(u'\n'));
    if (counters.repaired > 0)
        context.console().print(
            CommandText::tr("The counters of %n mailing(s) were written anew.", nullptr, counters.repaired));
    const bool isSound = damage.isEmpty() && (counters.problems.isEmpty() || repair);
    return isSound ? ExitCode::Done : ExitCode::Failed;
}

/** A database too damaged to be opened is what this command is asked about; any other failure is its own. */
Result<ExitCode> examine(const Invocation &invocation, Console &console)
{
    const Result<ExitCode> code = inWorkspace(inspect)(invocation, console);
    if (code || code.error().kind != core::ErrorKind::Corrupt)
        return code;
    HELIOGRAPH_ASSIGN(const auto url, workspaceUrl(invocation));
    QStringList problems = core::storage::integrityProblems(url).value_or(QStringList());
    if (problems.isEmpty())
        problems.append(code.error().detail.isEmpty() ? ui::feedback::errorText(code.error()) : code.error().detail);
    console.print(QJsonObject{{u"ok"_qs, false}, {u"problems"_qs, QJsonArray::fromStringList(problems)}});
    console.print(problems.join(u'\n'));
    return ExitCode::Failed;
}

} // namespace

Command check()
{
    return {.words = u"check"_qs,
            .options = {{.name = u"repair-counters"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine", "write counters anew that do not equal a recount")}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Checks the database, and the counters against a recount."),
            .run = examine};
}

} // namespace app::commands
