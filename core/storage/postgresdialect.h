// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * PostgreSQL: a server, its error codes, and what one client tells the others.
 */
#pragma once

#include "core/storage/dialect.h"

namespace core::storage {

/** Thread: any (no state). */
class PostgresDialect final : public Dialect
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString driver() const override;
    void aim(QSqlDatabase &database, const DatabaseUrl &url) const override;
    [[nodiscard]] Error classified(const QSqlError &error, const QString &where) const override;
    Status inspect(Connection &connection) const override;
    Result<QString> backUp(Connection &connection, const DatabaseUrl &url) const override;
    [[nodiscard]] bool canStore(const QString &text) const override;
    Status announce(Connection &connection, interfaces::Changes changes) const override;
};

} // namespace core::storage
