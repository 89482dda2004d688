// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/integritycheck.h"

#include "core/storage/connection.h"
#include "core/storage/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using core::storage::Connection;
using core::storage::DatabaseUrl;
using core::storage::integrityProblems;

class IntegrityCheckTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    DatabaseUrl fresh(const QString &name)
    {
        const DatabaseUrl url = DatabaseUrl::sqliteFile(m_folder.filePath(name));
        if (!core::storage::prepareDatabase(url))
            qFatal("no database");
        return url;
    }

private Q_SLOTS:
    void aFreshWorkspaceIsSound() { QCOMPARE(*integrityProblems(fresh(u"sound.db"_qs)), QStringList()); }

    void aReferenceIntoNowhereIsNamed()
    {
        const DatabaseUrl url = fresh(u"orphan.db"_qs);
        {
            const auto connection = Connection::open(url, Connection::Access::ReadWrite);
            QVERIFY(connection);
            const QString where = u"test"_qs;
            QVERIFY((*connection)->runText(u"PRAGMA foreign_keys = OFF"_qs, where));
            QVERIFY((*connection)
                        ->runText(u"CREATE TABLE leaves (id INTEGER PRIMARY KEY, tree INTEGER REFERENCES clients (id))"_qs,
                                  where));
            QVERIFY((*connection)->runText(u"INSERT INTO leaves VALUES (7, 4711)"_qs, where));
        }

        QCOMPARE(*integrityProblems(url), QStringList{u"leaves 7 refers to a row of clients that is not there"_qs});
    }

    void aFileThatIsNoDatabaseIsAnError()
    {
        QFile file(m_folder.filePath(u"noise.db"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();

        QVERIFY(!integrityProblems(DatabaseUrl::sqliteFile(file.fileName())));
    }
};

QTEST_GUILESS_MAIN(IntegrityCheckTest)
#include "integritychecktest.moc"
