// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandcontext.h"
#include "app/commandtext.h"
#include "app/workspaceurl.h"

namespace app::commands {

namespace {

using core::interfaces::WhenPresent;

/** Without a CommandContext: that would create the workspace whose place the backup shall take, or keep it open. */
core::Result<ExitCode> restoreInto(const Invocation &invocation, Console &console)
{
    HELIOGRAPH_ASSIGN(const auto url, workspaceUrl(invocation));
    const QString file = invocation.arguments.value(0);
    const auto present = invocation.has(u"replace"_qs) ? WhenPresent::KeepBeside : WhenPresent::Refuse;
    core::storage::DatabaseCopier copier(url);
    const core::SystemClock clock;
    core::services::BackupService backups(copier, clock);
    const auto restored = backups.restoreNow(commandActorLabel(), file, present);
    if (!restored)
        return core::Failure(withPath(restored.error(), url));

    const bool replaced = !restored->former.isEmpty();
    console.print(QJsonObject{{u"database"_qs, url.text()},
                              {u"paused"_qs, restored->paused},
                              {u"former"_qs, replaced ? QJsonValue(restored->former) : QJsonValue()}});
    console.print(CommandText::tr("The workspace %1 was restored from %2.").arg(url.path(), file));
    if (replaced)
        console.print(CommandText::tr("The former one is kept as %1.").arg(restored->former));
    if (restored->paused > 0)
        console.print(
            CommandText::tr("%n mailing(s) are paused. Resume only what is not sent elsewhere.", nullptr, restored->paused));
    return ExitCode::Done;
}

} // namespace

Command restore()
{
    return {.words = u"restore"_qs,
            .arguments = {{.name = u"FILE"_qs}},
            .options = {{.name = u"replace"_qs,
                         .help = QT_TRANSLATE_NOOP("CommandLine",
                                                   "take the place of the present workspace, which is kept beside it"),
                         .wayOutOf = "restore.exists"}},
            .summary =
                QT_TRANSLATE_NOOP("CommandLine", "Makes a workspace of a backup; what was to be sent is paused in it."),
            .run = leavingLog(restoreInto)};
}

} // namespace app::commands
