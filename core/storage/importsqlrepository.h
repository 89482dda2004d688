// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Imports and their journal, so that one can be taken back.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. */
class ImportSqlRepository final : public interfaces::ImportRepository
{
public:
    explicit ImportSqlRepository(Connection &connection);

    Result<ImportId> begin(const interfaces::ImportRecord &record) override;
    Result<interfaces::ImportRecord> find(ImportId id) override;
    Result<qint64> countEditedSince(ImportId id) override;
    Result<qint64> undoSome(ImportId id, int limit, Instant now) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
