// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The storages that the contract suite runs on.
 */
#pragma once

#include "core/storage/workspace.h"
#include "tests/storage/postgresserver.h"
#include "tests/support/fakeworkspace.h"

#include <QTemporaryDir>
#include <memory>

namespace tests {

/** One empty workspace; gone with the object. */
class Backend
{
public:
    virtual ~Backend() = default;
    virtual core::interfaces::Executor &executor() = 0;
};

class FakeBackend final : public Backend
{
public:
    core::interfaces::Executor &executor() override { return m_workspace.executor; }

private:
    FakeWorkspace m_workspace;
};

/** A database file in a folder of its own. */
class SqliteBackend final : public Backend
{
public:
    SqliteBackend()
    {
        auto opened = core::storage::openDirectly(
            core::storage::DatabaseUrl::sqliteFile(m_folder.filePath(QStringLiteral("test.db"))));
        if (!opened)
            qFatal("no test database: %s", qPrintable(opened.error().code + u' ' + opened.error().detail));
        m_executor = std::move(*opened);
    }

    core::interfaces::Executor &executor() override { return *m_executor; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::storage::DirectExecutor> m_executor;
};

/** A database of its own on a server that all share. */
class PostgresBackend final : public Backend
{
public:
    PostgresBackend() : m_url(PostgresServer::shared().createWorkspace())
    {
        auto opened = core::storage::openDirectly(m_url);
        if (!opened)
            qFatal("no test database: %s", qPrintable(opened.error().code + u' ' + opened.error().detail));
        m_executor = std::move(*opened);
    }

    ~PostgresBackend() override
    {
        m_executor.reset();
        PostgresServer::shared().dropDatabase(m_url);
    }

    core::interfaces::Executor &executor() override { return *m_executor; }

private:
    core::storage::DatabaseUrl m_url;
    std::unique_ptr<core::storage::DirectExecutor> m_executor;
};

[[nodiscard]] inline QStringList backendNames()
{
    return {QStringLiteral("fake"), QStringLiteral("sqlite"), QStringLiteral("postgresql")};
}

[[nodiscard]] inline std::unique_ptr<Backend> openBackend(const QString &name)
{
    if (name == QLatin1String("sqlite"))
        return std::make_unique<SqliteBackend>();
    if (name == QLatin1String("postgresql"))
        return std::make_unique<PostgresBackend>();
    return std::make_unique<FakeBackend>();
}

} // namespace tests
