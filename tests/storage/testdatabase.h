// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace, in a temporary folder if nothing else is said, with an executor that runs in the test's thread.
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/workspace.h"

#include <QTemporaryDir>
#include <memory>

namespace tests {

/** Gone with the object. Thread: that of the test. */
class TestDatabase
{
public:
    TestDatabase();
    /** Somewhere else, such as on a server; stays there. */
    explicit TestDatabase(const core::storage::DatabaseUrl &url);
    ~TestDatabase();

    [[nodiscard]] const core::storage::DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] core::storage::DirectExecutor &executor() { return *m_executor; }
    /** A further connection, for what the repositories do not show. */
    [[nodiscard]] std::unique_ptr<core::storage::Connection> connect(
        core::storage::Connection::Access access = core::storage::Connection::Access::ReadWrite) const;

    /** A write that must succeed; gives its value. */
    template <typename F>
    auto write(F work)
    {
        auto result = m_executor->write(core::interfaces::Lane::Interactive, std::move(work)).takeResult();
        if (!result)
            fail(result.error());
        if constexpr (!std::is_void_v<typename decltype(result)::value_type>)
            return std::move(*result);
    }

    /** A read that must succeed; gives its value. */
    template <typename F>
    auto read(F work)
    {
        auto result = m_executor->read(std::move(work)).takeResult();
        if (!result)
            fail(result.error());
        return std::move(*result);
    }

private:
    void open();
    [[noreturn]] static void fail(const core::Error &error);

    QTemporaryDir m_folder;
    core::storage::DatabaseUrl m_url;
    std::unique_ptr<core::storage::DirectExecutor> m_executor;
};

/** The first number that an SQL text gives, on a connection of its own; for looking behind the repositories. */
[[nodiscard]] qint64 numberOf(core::storage::Connection &connection, const QString &sql);

/** The column `column` of everything that an SQL text gives. */
[[nodiscard]] QStringList textsOf(core::storage::Connection &connection, const QString &sql, int column = 0);

/** How SQLite would go about it, step by step. */
[[nodiscard]] QStringList planOf(core::storage::Connection &connection, const QString &sql);

} // namespace tests
