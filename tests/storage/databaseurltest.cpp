// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databaseurl.h"

#include "core/domain/serverplace.h"

#include <QtTest>

namespace tests {

using core::storage::DatabaseUrl;

class DatabaseUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSqlitePaths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("absolute") << u"sqlite:/var/lib/heliograph/workspace.db"_qs << u"/var/lib/heliograph/workspace.db"_qs;
        QTest::newRow("relative") << u"sqlite:my.db"_qs << QDir::current().filePath(u"my.db"_qs);
        QTest::newRow("blanks around") << u"  sqlite:/a b/c.db "_qs << u"/a b/c.db"_qs;
        QTest::newRow("a percent sign is one") << u"sqlite:/50%25.db"_qs << u"/50%25.db"_qs;
        QTest::newRow("cyrillic") << u"sqlite:/рассылки.db"_qs << u"/рассылки.db"_qs;
    }

    void readsSqlitePaths()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        const auto url = DatabaseUrl::parse(text);
        QVERIFY(url);
        QCOMPARE(url->kind(), DatabaseUrl::Kind::Sqlite);
        QCOMPARE(url->path(), path);
        QCOMPARE(DatabaseUrl::parse(url->text()).value(), *url);
    }

    void readsPostgresqlAddresses()
    {
        const QString text = u"postgresql://anna@db.example:5433/mailings?sslmode=verify-full"_qs;
        const auto url = DatabaseUrl::parse(text);
        QVERIFY(url);
        QCOMPARE(url->kind(), DatabaseUrl::Kind::Postgresql);
        QCOMPARE(url->text(), text);
        QVERIFY(url->path().isEmpty());
        QCOMPARE(url->host(), u"db.example"_qs);
        QCOMPARE(url->port(), 5433);
        QCOMPARE(url->user(), u"anna"_qs);
        QCOMPARE(url->name(), u"mailings"_qs);
        QCOMPARE(url->options(), (QList<std::pair<QString, QString>>{{u"sslmode"_qs, u"verify-full"_qs}}));
    }

    void takesTheFolderOfASocketForAHost()
    {
        const auto url = DatabaseUrl::parse(u"postgresql:///mailings?host=/run/postgresql"_qs);
        QVERIFY(url);
        QCOMPARE(url->host(), u"/run/postgresql"_qs);
        QCOMPARE(url->port(), -1);
        QVERIFY(url->user().isEmpty() && url->options().isEmpty());
    }

    void keepsAPasswordToItself()
    {
        const auto url = DatabaseUrl::parse(u"postgresql://anna@db/mailings"_qs)->withPassword(u"secret"_qs);
        QCOMPARE(url.password(), u"secret"_qs);
        QVERIFY(!url.text().contains(u"secret"));
    }

    void refusesWhatIsNoDatabase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QString() << u"database.url"_qs;
        QTest::newRow("a bare path") << u"/tmp/a.db"_qs << u"database.url"_qs;
        QTest::newRow("another scheme") << u"mysql://a@b/c"_qs << u"database.url"_qs;
        QTest::newRow("no file") << u"sqlite:"_qs << u"database.url_no_path"_qs;
        QTest::newRow("no name") << u"postgresql://anna@db"_qs << u"database.url_no_name"_qs;
        QTest::newRow("a folder for a name") << u"postgresql://anna@db/a/b"_qs << u"database.url_no_name"_qs;
        QTest::newRow("an unknown option") << u"postgresql://db/a?timeout=3"_qs << u"database.url_option"_qs;
        QTest::newRow("a password as an option") << u"postgresql://db/a?password=secret"_qs << u"database.url_option"_qs;
        QTest::newRow("an option without value") << u"postgresql://db/a?sslmode="_qs << u"database.url_option"_qs;
        QTest::newRow("an option that smuggles another")
            << u"postgresql://db/a?sslmode=require;password=x"_qs << u"database.url_option"_qs;
        QTest::newRow("a password") << u"postgresql://anna:secret@db/mailings"_qs << u"database.url_password"_qs;
    }

    void refusesWhatIsNoDatabase()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto url = DatabaseUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(url.error().fields.value(0).field, u"database"_qs);
        QCOMPARE(url.error().fields.value(0).code, code);
    }

    void neverRepeatsAPassword()
    {
        for (const QString &text : {u"postgresql://anna:secret@db/mailings"_qs, u"mysql://anna:secret@db/mailings"_qs,
                                    u"postgresql://db/a?password=secret"_qs}) {
            const core::Error error = DatabaseUrl::parse(text).error();
            QVERIFY(!error.fields.value(0).args.join(u' ').contains(u"secret"));
            QVERIFY(!error.detail.contains(u"secret"));
        }
    }

    void readsWhatAServerPlaceWrites_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("authority");
        QTest::newRow("plain") << u"db.example.org"_qs << u"anna"_qs << u"mail"_qs << u"/etc/ca.pem"_qs;
        QTest::newRow("odd") << u"10.0.0.7"_qs << u"an na:@/?#&=%+"_qs << u"mail & co? #1 50% a+b=c"_qs
                             << u"/home/анна & co/ca+=?#%20.pem"_qs;
        QTest::newRow("IPv6") << u"::1"_qs << u"анна"_qs << u"почта"_qs << u"/ca.pem"_qs;
        QTest::newRow("socket") << u"/var/run/postgre sql&=%"_qs << u"anna"_qs << u"mail"_qs << QString();
    }

    void readsWhatAServerPlaceWrites()
    {
        core::domain::ServerPlace place;
        QFETCH(const QString, host);
        QFETCH(const QString, user);
        QFETCH(const QString, database);
        QFETCH(const QString, authority);
        place.host = host;
        place.user = user;
        place.database = database;
        place.authority = authority;
        place.port = 6543;
        const auto url = DatabaseUrl::parse(place.url());
        QVERIFY2(url, qPrintable(place.url()));
        QCOMPARE(url->host(), host);
        QCOMPARE(url->port(), 6543);
        QCOMPARE(url->user(), user);
        QCOMPARE(url->name(), database);
        const QList<std::pair<QString, QString>> options{{u"sslmode"_qs, u"verify-full"_qs}, {u"sslrootcert"_qs, authority}};
        QCOMPARE(url->options(), authority.isEmpty() ? decltype(url->options())() : options);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DatabaseUrlTest)
#include "databaseurltest.moc"
