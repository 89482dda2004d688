// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/workspace.h"

#include "core/storage/connection.h"
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "core/storage/serverlistener.h"
#include "core/storage/storageexecutor.h"
#include "core/storage/storagewatcher.h"

#include <QFileInfo>

namespace core::storage {

namespace {

Result<std::unique_ptr<Connection>> openToPrepare(const DatabaseUrl &url)
{
    if (url.kind() == DatabaseUrl::Kind::Sqlite) {
        const QString folder = QFileInfo(url.path()).absolutePath();
        if (!QFileInfo(folder).isDir()) // a typing mistake shall not become a folder
            return Failure(Error::make(ErrorKind::Unavailable, "database.no_folder", {folder}));
    }
    return Connection::open(url, Connection::Access::ReadWrite);
}

Migrator migratorOf(Connection &connection, const DatabaseUrl &url)
{
    return Migrator(connection, url, StatementCatalog::migrations(dialectFor(url).name()));
}

} // namespace

Status prepareDatabase(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(const auto connection, openToPrepare(url));
    return migratorOf(*connection, url).run();
}

Result<std::unique_ptr<Connection>> openUpgraded(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(auto connection, openToPrepare(url));
    HELIOGRAPH_TRY(migratorOf(*connection, url).upgrade());
    return connection;
}

Result<std::unique_ptr<DirectExecutor>> openDirectly(const DatabaseUrl &url)
{
    HELIOGRAPH_TRY(prepareDatabase(url));
    return DirectExecutor::open(url);
}

Workspace::Workspace(const DatabaseUrl &url) : m_url(url), m_executor(std::make_unique<StorageExecutor>(url))
{
    if (url.kind() == DatabaseUrl::Kind::Sqlite)
        m_watcher = std::make_unique<StorageWatcher>(url, [this] { m_executor->checkForForeignCommits(); });
    else
        m_listener = std::make_unique<ServerListener>(
            url, [this](interfaces::Changes changes) { Q_EMIT m_executor->changes().changed(changes); });
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const DatabaseUrl &url)
{
    HELIOGRAPH_TRY(prepareDatabase(url));
    return std::unique_ptr<Workspace>(new Workspace(url));
}

void Workspace::close()
{
    m_watcher.reset();
    m_listener.reset();
    m_executor->close();
}

interfaces::Executor &Workspace::executor()
{
    return *m_executor;
}

interfaces::ChangeFeed &Workspace::changes()
{
    return m_executor->changes();
}

} // namespace core::storage
