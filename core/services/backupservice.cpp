// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/backupservice.h"

#include "core/base/logging.h"
#include "core/interfaces/userrepository.h"
#include "core/services/accessrules.h"
#include "core/services/mailingservice.h"

#include <QtConcurrent>

namespace core::services {

using domain::Actor;
using interfaces::UnitOfWork;
using interfaces::WorkspaceCopier;

namespace {

Result<BackupReport> backUpNow(WorkspaceCopier &copier, const Actor &actor, const QString &path)
{
    HELIOGRAPH_ASSIGN(const qint64 bytes, copier.backUp(path));
    qCInfo(logApp).noquote() << QStringLiteral("action=workspace.backup actor=%1 file=%2 bytes=%3 ")
                                    .arg(logValue(actor.label), logValue(path), QString::number(bytes));
    return BackupReport{path, bytes};
}

} // namespace

BackupService::BackupService(WorkspaceCopier &copier, const Clock &clock, QThreadPool *pool)
    : m_copier(copier), m_clock(clock), m_pool(pool)
{}

QFuture<Result<BackupReport>> BackupService::backUp(const Actor &actor, const QString &path)
{
    if (const Status allowed = mayDo(actor, Permission::ManageSettings); !allowed)
        return QtFuture::makeReadyFuture(Result<BackupReport>(tl::unexpect, allowed.error()));
    if (!m_pool)
        return QtFuture::makeReadyFuture(backUpNow(m_copier, actor, path));
    return QtConcurrent::run(m_pool, [&copier = m_copier, actor, path] { return backUpNow(copier, actor, path); });
}

Result<RestoreReport> BackupService::restoreNow(const QString &actorLabel, const QString &path,
                                                interfaces::WhenPresent present)
{
    HELIOGRAPH_ASSIGN(const auto replacement, m_copier.bringIn(path, present));
    HELIOGRAPH_ASSIGN(const domain::User local,
                      replacement->executor().read([](UnitOfWork &unit) { return unit.users.localUser(); }).result());
    const Actor actor{local.id, actorLabel, domain::Role::Admin};
    RestoreReport report;
    MailingService mailings(replacement->executor(), m_clock);
    HELIOGRAPH_ASSIGN(report.paused, mailings.pauseAll(actor).result());
    HELIOGRAPH_ASSIGN(report.former, replacement->putInPlace());
    qCInfo(logApp).noquote() << QStringLiteral("action=workspace.restore actor=%1 file=%2 paused=%3 former=%4 ")
                                    .arg(logValue(actorLabel), logValue(path), QString::number(report.paused),
                                         logValue(report.former));
    return report;
}

} // namespace core::services
