// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Databases to copy from and into, and what is in them.
 */
#pragma once

#include "core/storage/databasecopy.h"
#include "core/storage/tableschema.h"
#include "core/storage/workspace.h"
#include "tests/storage/postgresserver.h"
#include "tests/storage/testdatabase.h"

#include <QMap>
#include <QtTest>

namespace tests {

[[nodiscard]] QString told(const core::Status &status);
[[nodiscard]] QString told(const core::Result<core::storage::CopyReport> &result);
[[nodiscard]] std::unique_ptr<core::storage::Connection> opened(const core::storage::DatabaseUrl &url);
void run(const core::storage::DatabaseUrl &url, const QString &sql);
/** Parents first. */
[[nodiscard]] QList<core::storage::TableSchema> tablesOf(core::storage::Connection &connection);
/** Three rows in every table, whichever tables there are, and some odd ones. */
void fill(const core::storage::DatabaseUrl &url);
/** More than one batch of one table. */
void addTags(const core::storage::DatabaseUrl &url, int count);
/** By table what is copied as it is, read in another way than the copy reads it. */
[[nodiscard]] QMap<QString, QStringList> contentsOf(const core::storage::DatabaseUrl &url);
[[nodiscard]] bool always(const core::storage::CopyProgress &progress);

/** Thread: that of the test. Databases are gone with the object. */
class CopyPlaces
{
public:
    ~CopyPlaces()
    {
        for (const core::storage::DatabaseUrl &url : std::as_const(m_databases))
            PostgresServer::shared().dropDatabase(url);
    }

    /** No file, or an empty database. */
    core::storage::DatabaseUrl nothing(const QString &kind)
    {
        if (kind == u"sqlite")
            return core::storage::DatabaseUrl::sqliteFile(m_folder.filePath(u"%1.db"_qs.arg(++m_files)));
        m_databases << PostgresServer::shared().createDatabase();
        return m_databases.last();
    }

    core::storage::DatabaseUrl workspace(const QString &kind)
    {
        const core::storage::DatabaseUrl url = nothing(kind);
        if (const core::Status prepared = core::storage::prepareDatabase(url); !prepared)
            qFatal("%s", qPrintable(told(prepared)));
        return url;
    }

    static void addDirections()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("to a server") << u"sqlite"_qs << u"postgresql"_qs;
        QTest::newRow("back") << u"postgresql"_qs << u"sqlite"_qs;
    }

    static void addKinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("sqlite") << u"sqlite"_qs;
        QTest::newRow("postgresql") << u"postgresql"_qs;
    }

    static QString other(const QString &kind) { return kind == u"sqlite" ? u"postgresql"_qs : u"sqlite"_qs; }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    QList<core::storage::DatabaseUrl> m_databases;
};

} // namespace tests
