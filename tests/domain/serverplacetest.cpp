// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/serverplace.h"
#include "tests/support/errorline.h"

#include <QTest>

using core::domain::ServerPlace;
using core::domain::ServerTrust;

namespace tests {

class ServerPlaceTest : public QObject
{
    Q_OBJECT

private:
    static ServerPlace complete()
    {
        ServerPlace place;
        place.host = u"db.example.org"_qs;
        place.database = u"mail"_qs;
        place.user = u"anna"_qs;
        place.password = u"secret"_qs;
        place.authority = u"/etc/ssl/our own.pem"_qs;
        return place;
    }
    static QString wrong(const ServerPlace &place)
    {
        const core::Status inOrder = place.check();
        return inOrder ? QString() : errorLine(inOrder.error());
    }

private Q_SLOTS:
    void isWrittenAsAnAddressWithoutThePassword_data()
    {
        QTest::addColumn<ServerPlace>("place");
        QTest::addColumn<QString>("url");
        ServerPlace place = complete();
        QTest::newRow("proven")
            << place
            << u"postgresql://anna@db.example.org:5432/mail?sslmode=verify-full&sslrootcert=/etc/ssl/our%20own.pem"_qs;
        place.authority = u"/home/ан & co/ca+=?%.pem"_qs;
        QTest::newRow("a strange file")
            << place
            << u"postgresql://anna@db.example.org:5432/mail?sslmode=verify-full&sslrootcert=/home/%D0%B0%D0%BD%20%26%20co/ca%2B%3D%3F%25.pem"_qs;
        place.trust = ServerTrust::Encryption;
        place.port = 6000;
        QTest::newRow("encrypted") << place << u"postgresql://anna@db.example.org:6000/mail?sslmode=require"_qs;
        place.trust = ServerTrust::None;
        place.host = u"::1"_qs;
        place.user = u"anna@office"_qs;
        place.database = u"mail of 2026?"_qs;
        QTest::newRow("as it likes") << place << u"postgresql://anna%40office@[::1]:6000/mail%20of%202026%3F"_qs;
        place = complete();
        place.host = u"/var/run/postgresql"_qs;
        place.authority.clear();
        QTest::newRow("a socket") << place << u"postgresql://anna@:5432/mail?host=/var/run/postgresql"_qs;
    }

    void isWrittenAsAnAddressWithoutThePassword()
    {
        QFETCH(const ServerPlace, place);
        QCOMPARE(wrong(place), QString());
        QTEST(place.url(), "url");
    }

    void saysEverythingThatIsWrong_data()
    {
        QTest::addColumn<ServerPlace>("place");
        QTest::addColumn<QString>("error");
        ServerPlace nothing;
        nothing.port = 0;
        QTest::newRow("nothing")
            << nothing
            << u"host host:empty; port port:range 0; database database:empty; user user:empty; authority authority:empty"_qs;
        ServerPlace place = complete();
        place.host = u"db example"_qs;
        place.port = 65'536;
        place.database = u"a/b"_qs;
        place.authority = u"a;b"_qs;
        QTest::newRow("shapes")
            << place
            << u"host host:shape db example; port port:range 65536; database database:shape a/b; authority authority:shape"_qs;
        place = complete();
        place.host = u"https://db.example.org"_qs;
        QTest::newRow("an address of a page") << place << u"host host:shape https://db.example.org"_qs;
        place = complete();
        place.trust = ServerTrust::Encryption;
        place.authority.clear();
        QTest::newRow("no authority is needed") << place << QString();
    }

    void saysEverythingThatIsWrong()
    {
        QFETCH(const ServerPlace, place);
        QTEST(wrong(place), "error");
    }
};

} // namespace tests

QTEST_APPLESS_MAIN(tests::ServerPlaceTest)
#include "serverplacetest.moc"
