// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Backups of a workspace that lies in an SQLite file, and how they come back. Of a PostgreSQL one it says what does that.
 */
#pragma once

#include "core/interfaces/workspacecopier.h"
#include "core/storage/databaseurl.h"

namespace core::storage {

/** Opens connections of its own. Thread: any. */
class DatabaseCopier final : public interfaces::WorkspaceCopier
{
public:
    /** @param url  the workspace; for bringIn() it need not be there */
    explicit DatabaseCopier(DatabaseUrl url);

    Result<qint64> backUp(const QString &path) override;
    Result<std::unique_ptr<interfaces::WorkspaceReplacement>> bringIn(const QString &path,
                                                                      interfaces::WhenPresent present) override;

private:
    const DatabaseUrl m_url;
};

} // namespace core::storage
