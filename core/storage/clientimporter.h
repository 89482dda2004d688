// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One batch of an import: tells new rows from known ones, merges, writes, keeps the journal for undo.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

#include <QHash>

namespace core::storage {

class Connection;

/** What an existing client becomes by a row. Pure; equal to `client` where nothing changes. */
[[nodiscard]] domain::Client merged(const domain::Client &client, const interfaces::ImportRow &row,
                                    const interfaces::ImportBatch &batch);

/** Thread: that of the connection. Lives within one transaction. */
class ClientImporter
{
public:
    ClientImporter(Connection &connection, const interfaces::ImportBatch &batch);

    Result<interfaces::ImportBatchResult> run();
    /** The numbers only. */
    Result<interfaces::ImportBatchResult> compare();

private:
    using Known = QHash<domain::PhoneNumber, domain::Client>;

    Result<Known> known();
    [[nodiscard]] domain::Client fresh(const interfaces::ImportRow &row) const;
    [[nodiscard]] QStringList words(const interfaces::ImportRow &row, const domain::Client &client) const;

    Connection &m_connection;
    const interfaces::ImportBatch &m_batch;
};

} // namespace core::storage
