// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/workspaceurl.h"

#include <QLocale>

namespace app::commands {

namespace {

/** Without a CommandContext: that would create a workspace, or bring one to the newest schema before it is in safety. */
core::Result<ExitCode> backUp(const Invocation &invocation, Console &console)
{
    HELIOGRAPH_ASSIGN(const auto url, workspaceUrl(invocation));
    const QString file = invocation.arguments.value(0);
    core::storage::DatabaseCopier copier(url);
    const core::SystemClock clock;
    core::services::BackupService backups(copier, clock);
    const core::domain::Actor actor{{}, commandActorLabel(), core::domain::Role::Admin};
    const auto report = backups.backUp(actor, file).result();
    if (!report)
        return core::Failure(withPath(report.error(), url));
    console.print(QJsonObject{{u"file"_qs, report->path}, {u"bytes"_qs, report->bytes}});
    console.print(CommandText::tr("The workspace was backed up to %1 (%2).")
                      .arg(report->path, QLocale().formattedDataSize(report->bytes)));
    return ExitCode::Done;
}

} // namespace

Command backup()
{
    return {.words = u"backup"_qs,
            .arguments = {{.name = u"FILE"_qs}},
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Copies the workspace into a file, also while it sends."),
            .run = leavingLog(backUp)};
}

} // namespace app::commands
