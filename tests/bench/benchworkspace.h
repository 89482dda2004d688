// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace in a file of its own, with as many clients as wanted and a mailing to all of them.
 *
 * For the measures of this folder. Every function waits for its result.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"
#include "core/domain/statistics.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"
#include "core/storage/workspace.h"

#include <QTemporaryDir>

namespace tests::bench {

/** Thread: main. */
class BenchWorkspace
{
public:
    /** With 7 999 000 00 00 and so on, in Europe/Moscow, each with a name. */
    static core::Result<std::unique_ptr<BenchWorkspace>> make(int clients);

    [[nodiscard]] core::storage::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /** `work`: UnitOfWork & → Result<T>; one transaction. */
    template <typename F>
    auto write(F work)
    {
        return m_workspace->executor().write(core::interfaces::Lane::Bulk, std::move(work)).takeResult();
    }
    template <typename F>
    auto read(F work)
    {
        return m_workspace->executor().read(std::move(work)).takeResult();
    }

    core::Result<core::GatewayId> addGateway(const core::domain::GatewayProfile &profile);
    /** The mailing as it stands when its audience is complete: running, all messages pending. */
    core::Result<core::MailingId> startMailing(const core::domain::Mailing &mailing);
    core::Result<core::domain::StatusCounts> counts(core::MailingId id);

private:
    BenchWorkspace();
    core::Status addClients(int number);

    QTemporaryDir m_folder;
    std::unique_ptr<core::storage::Workspace> m_workspace;
};

} // namespace tests::bench
