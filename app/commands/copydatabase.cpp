// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopy.h"

#include "app/commandcontext.h"
#include "app/commands/commands.h"
#include "app/commandtext.h"
#include "app/workspaceurl.h"

#include <QLocale>

namespace app::commands {

namespace {

using core::Result;
using core::storage::CopyProgress;
using core::storage::CopyReport;
using core::storage::DatabaseUrl;

/** One line a phase, so that whoever waits knows what for. */
class ProgressLines
{
public:
    explicit ProgressLines(Console &console) : m_console(console) {}

    void tell(const CopyProgress &progress)
    {
        if (m_phase == progress.phase)
            return;
        m_phase = progress.phase;
        const QString rows = QLocale().toString(progress.of);
        switch (progress.phase) {
        case CopyProgress::Phase::Comparing:
            m_console.print(CommandText::tr("Looking for what an earlier attempt has copied…"));
            break;
        case CopyProgress::Phase::Copying:
            m_console.print(CommandText::tr("Copying, rows: %1…").arg(rows));
            break;
        case CopyProgress::Phase::Verifying:
            m_console.print(CommandText::tr("Reading both again and comparing…"));
            break;
        }
    }

private:
    Console &m_console;
    std::optional<CopyProgress::Phase> m_phase;
};

QString text(const CopyReport &report, const DatabaseUrl &from, const DatabaseUrl &to)
{
    const QString where =
        report.wasDone
            ? CommandText::tr("%1 was moved to %2 before; nothing was left to do.").arg(from.text(), to.text())
            : CommandText::tr("The workspace is in %2 now. %1 can only be read from now on.").arg(from.text(), to.text());
    return where + u'\n' +
           CommandText::tr("Name the new place with --database, HELIOGRAPH_DATABASE or in the settings of each desktop.");
}

Result<ExitCode> move(const DatabaseUrl &from, const DatabaseUrl &to, Console &console)
{
    ProgressLines lines(console);
    const auto goOn = [&lines](const CopyProgress &progress) {
        lines.tell(progress);
        return true;
    };
    HELIOGRAPH_ASSIGN(const CopyReport report, core::storage::copyDatabase(from, to, goOn));
    console.print(QJsonObject{{u"from"_qs, from.text()},
                              {u"to"_qs, to.text()},
                              {u"tables"_qs, report.tables},
                              {u"rows"_qs, report.rows},
                              {u"already_moved"_qs, report.wasDone}});
    console.print(text(report, from, to));
    return ExitCode::Done;
}

Result<ExitCode> run(const Invocation &invocation, Console &console)
{
    HELIOGRAPH_ASSIGN(const DatabaseUrl from, databaseUrl(invocation.arguments.value(0)));
    HELIOGRAPH_ASSIGN(const DatabaseUrl to, databaseUrl(invocation.arguments.value(1)));
    const Result<ExitCode> code = move(from, to, console);
    if (code || from.kind() == to.kind()) // with two files it could be either
        return code;
    return core::Failure(withPath(code.error(), from.kind() == DatabaseUrl::Kind::Sqlite ? from : to));
}

core::Status isDatabase(const QString &name, const QString &value)
{
    if (const auto url = DatabaseUrl::parse(value); !url) {
        const core::FieldError field = url.error().fields.first();
        return core::Failure(core::Error::invalid({{name, field.code, field.args}}));
    }
    return {};
}

} // namespace

Command copyDatabase()
{
    return {.words = u"copy-database"_qs,
            .arguments = {{.name = u"FROM"_qs, .check = isDatabase}, {.name = u"TO"_qs, .check = isDatabase}},
            .summary = QT_TRANSLATE_NOOP(
                "CommandLine", "Moves a workspace into an empty database, to a server or back; goes on where it stopped."),
            .run = leavingLog(run)};
}

} // namespace app::commands
