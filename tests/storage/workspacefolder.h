// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A folder with workspaces that are files: made, looked into, copied. For tests only.
 */
#pragma once

#include "tests/storage/testdatabase.h"

#include <QtTest>

namespace tests {

/** Gone with the object. Thread: that of the test. */
class WorkspaceFolder
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] core::storage::DatabaseUrl url(const QString &name) const
    {
        return core::storage::DatabaseUrl::sqliteFile(path(name));
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] static std::unique_ptr<core::storage::Connection> opened(const core::storage::DatabaseUrl &url)
    {
        auto connection = core::storage::Connection::open(url, core::storage::Connection::Access::ReadWrite);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().code + u' ' + connection.error().detail));
        return std::move(*connection);
    }

    /** A workspace with this in it, closed. */
    void makeWorkspace(const QString &name, const QString &mark) const
    {
        QVERIFY(core::storage::prepareDatabase(url(name)));
        const auto connection = opened(url(name));
        QVERIFY(connection->runText(u"INSERT INTO remembered VALUES ('mark', '%1')"_qs.arg(mark), u"test"_qs));
    }
    [[nodiscard]] QString markOf(const QString &name) const
    {
        return textsOf(*opened(url(name)), u"SELECT value FROM remembered WHERE key = 'mark'"_qs).value(0);
    }

    /** What a program leaves for others beside every database. */
    void removeLocks() const
    {
        for (const QString &name : files()) {
            if (name.endsWith(u".turn") || name.endsWith(u".dispatch"))
                QFile::remove(path(name));
        }
    }

private:
    QTemporaryDir m_folder;
};

} // namespace tests
