// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/router.h"

#include <QtTest>
#include <algorithm>

using core::rest::Router;
using core::rest::Routes;
using core::rest::segmentsOf;

class RouterTest : public QObject
{
    Q_OBJECT

private:
    static Routes routes()
    {
        return {
            {"GET", "/api/v1/clients"},
            {"POST", "/api/v1/clients"},
            {"GET", "/api/v1/clients/{id}"},
            {"DELETE", "/api/v1/clients/{id}"},
            {"PUT", "/api/v1/clients/{id}/opt-out"},
            {"GET", "/api/v1/users/{id}"},
            {"PUT", "/api/v1/users/{id}"},
            {"GET", "/api/v1/users/me"},
            {"POST", "/api/v1/auth/token"},
            {"GET", "/docs/"},
            {"GET", "/docs/{file}"},
        };
    }

    /** "GET /api/v1/clients/{id} 5": the route and what stands for its placeholders; else the methods, or "nothing". */
    static QString found(const Router &router, const QByteArray &method, const QByteArray &path)
    {
        const auto segments = segmentsOf(path);
        const auto found = segments ? router.find(method, *segments) : std::nullopt;
        if (!found)
            return QStringLiteral("nothing");
        if (!found->route)
            return QStringLiteral("allowed ") + QString::fromLatin1(found->allowed.join(' '));
        const QStringList words =
            QStringList{QString::fromLatin1(found->route->method), QString::fromLatin1(found->route->pattern)} + found->args;
        return words.join(u' ');
    }

private Q_SLOTS:
    void findsTheRouteOfAPath_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *method, const char *path, const QString &expected) {
            QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << expected;
        };
        row("GET", "/api/v1/clients", u"GET /api/v1/clients"_qs);
        row("POST", "/api/v1/clients", u"POST /api/v1/clients"_qs);
        row("GET", "/api/v1/clients/5", u"GET /api/v1/clients/{id} 5"_qs);
        row("PUT", "/api/v1/clients/5/opt-out", u"PUT /api/v1/clients/{id}/opt-out 5"_qs);
        row("GET", "/docs/", u"GET /docs/"_qs);
        row("GET", "/docs/docs.css", u"GET /docs/{file} docs.css"_qs);
        row("GET", "/docs/a%2Fb", u"GET /docs/{file} a/b"_qs);

        row("GET", "/", u"nothing"_qs);
        row("GET", "/docs", u"nothing"_qs);
        row("GET", "/api/v1/clients/", u"nothing"_qs);
        row("GET", "/api/v1/clients/5/", u"nothing"_qs);
        row("GET", "//api/v1/clients", u"nothing"_qs);
        row("GET", "/API/v1/clients", u"nothing"_qs);
        row("GET", "/api/v1/clients/5/opt-in", u"nothing"_qs);
        row("GET", "/api/v1/clients/../clients", u"nothing"_qs);

        row("HEAD", "/api/v1/clients/5", u"GET /api/v1/clients/{id} 5"_qs);
        row("HEAD", "/api/v1/auth/token", u"allowed POST"_qs);
        row("PATCH", "/api/v1/clients", u"allowed GET POST"_qs);
        row("PUT", "/api/v1/clients/5", u"allowed GET DELETE"_qs);
        row("get", "/api/v1/clients", u"allowed GET POST"_qs);
        row("", "/api/v1/clients", u"allowed GET POST"_qs);
        row("OPTIONS", "/api/v1/nowhere", u"nothing"_qs);
    }
    void findsTheRouteOfAPath()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QString, expected);

        QCOMPARE(found(Router(routes()), method, path), expected);
    }

    void anIdIsAPositiveNumberOfDigits_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isId");

        QTest::newRow("one") << u"1"_qs << true;
        QTest::newRow("zeros before") << u"007"_qs << true;
        QTest::newRow("the largest") << u"9223372036854775807"_qs << true;
        QTest::newRow("one more") << u"9223372036854775808"_qs << false;
        QTest::newRow("19 nines") << u"9999999999999999999"_qs << false;
        QTest::newRow("20 digits") << u"10000000000000000000"_qs << false;
        QTest::newRow("400 digits") << QString(400, u'1') << false;
        QTest::newRow("zero") << u"0"_qs << false;
        QTest::newRow("zeros") << u"000"_qs << false;
        QTest::newRow("minus") << u"-1"_qs << false;
        QTest::newRow("plus") << u"+1"_qs << false;
        QTest::newRow("blank before") << u" 1"_qs << false;
        QTest::newRow("blank after") << u"1 "_qs << false;
        QTest::newRow("fraction") << u"1.0"_qs << false;
        QTest::newRow("exponent") << u"1e3"_qs << false;
        QTest::newRow("hexadecimal") << u"0x1"_qs << false;
        QTest::newRow("arabic digit") << u"\u0661"_qs << false;
        QTest::newRow("wide digit") << u"\uff11"_qs << false;
        QTest::newRow("superscript") << u"\u00b9"_qs << false;
        QTest::newRow("word") << u"me"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void anIdIsAPositiveNumberOfDigits()
    {
        QFETCH(const QString, id);
        QFETCH(const bool, isId);

        const auto found = Router(routes()).find("GET", {u"api"_qs, u"v1"_qs, u"clients"_qs, id});

        QCOMPARE(found.has_value(), isId);
        if (found)
            QCOMPARE(found->args, QStringList{id});
    }

    void wordsComeBeforePlaceholders()
    {
        Routes around{{"GET", "/files/{file}"}, {"GET", "/files/index"}, {"PUT", "/files/{file}"}};
        for (int order = 0; order < 2; ++order) {
            const Router router(around);
            QCOMPARE(found(router, "GET", "/files/index"), u"GET /files/index"_qs);
            QCOMPARE(found(router, "GET", "/files/other"), u"GET /files/{file} other"_qs);
            QCOMPARE(found(router, "PUT", "/files/index"), u"PUT /files/{file} index"_qs);
            std::reverse(around.begin(), around.end());
        }
    }

    void aWordIsNoId()
    {
        const Router router(routes());

        QCOMPARE(found(router, "GET", "/api/v1/users/me"), u"GET /api/v1/users/me"_qs);
        QCOMPARE(found(router, "PUT", "/api/v1/users/me"), u"allowed GET"_qs);
        QCOMPARE(found(router, "GET", "/api/v1/users/you"), u"nothing"_qs);
    }

    void aPathIsSplitBeforeItIsDecoded_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QStringList>("segments");

        QTest::newRow("root") << QByteArray("/") << QStringList{QString()};
        QTest::newRow("words") << QByteArray("/a/b") << QStringList{u"a"_qs, u"b"_qs};
        QTest::newRow("slash at the end") << QByteArray("/a/") << QStringList{u"a"_qs, QString()};
        QTest::newRow("two slashes") << QByteArray("/a//b") << QStringList{u"a"_qs, QString(), u"b"_qs};
        QTest::newRow("blank") << QByteArray("/a%20b") << QStringList{u"a b"_qs};
        QTest::newRow("plus") << QByteArray("/a+b") << QStringList{u"a+b"_qs};
        QTest::newRow("encoded plus") << QByteArray("/a%2Bb") << QStringList{u"a+b"_qs};
        QTest::newRow("encoded slash") << QByteArray("/a%2Fb%2fc") << QStringList{u"a/b/c"_qs};
        QTest::newRow("encoded question mark") << QByteArray("/a%3Fb") << QStringList{u"a?b"_qs};
        QTest::newRow("decoded once") << QByteArray("/%2525") << QStringList{u"%25"_qs};
        QTest::newRow("cyrillic") << QByteArray("/%D0%90%d0%bd") << QStringList{u"Ан"_qs};
        QTest::newRow("beyond 16 bits") << QByteArray("/%F0%9F%93%A8") << QStringList{u"\U0001f4e8"_qs};
    }
    void aPathIsSplitBeforeItIsDecoded()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QStringList, segments);

        QCOMPARE(segmentsOf(path), std::optional(segments));
    }

    void aPathHoldsNeitherNulNorWhatIsNoUtf8_data()
    {
        QTest::addColumn<QByteArray>("path");

        QTest::newRow("NUL") << QByteArray("/a%00b");
        QTest::newRow("NUL alone") << QByteArray("/%00");
        QTest::newRow("NUL in the second") << QByteArray("/docs/%00");
        QTest::newRow("no UTF-8") << QByteArray("/%FF");
        QTest::newRow("continuation alone") << QByteArray("/%90");
        QTest::newRow("cut") << QByteArray("/%D0");
        QTest::newRow("cut in the middle") << QByteArray("/%E2%82/a");
        QTest::newRow("overlong slash") << QByteArray("/%C0%AF");
        QTest::newRow("surrogate") << QByteArray("/%ED%A0%80");
        QTest::newRow("too large") << QByteArray("/%F4%90%80%80");
    }
    void aPathHoldsNeitherNulNorWhatIsNoUtf8()
    {
        QFETCH(const QByteArray, path);

        QVERIFY(!segmentsOf(path));
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "routertest.moc"
