// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/queryreader.h"

#include "core/domain/message.h"
#include "tests/support/errorcode.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::ClientId;
using core::domain::MessageStatus;
using core::rest::PageParameters;
using core::rest::QueryReader;

namespace {

/** As the server reads it: what stands behind the question mark. */
QueryReader readerOf(const char *query)
{
    return QueryReader(QUrlQuery(QString::fromLatin1(query)));
}

/** "limit number:range 1|1000; …"; blank: everything can be read. */
QString complaints(const QueryReader &reader)
{
    const core::Status status = reader.check();
    return status ? QString() : tests::errorLine(status.error());
}

} // namespace

class QueryReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTexts_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("text");

        QTest::newRow("plain") << QByteArray("q=anna") << u"anna"_qs;
        QTest::newRow("encoded") << QByteArray("q=%D0%90%D0%BD%D0%BD%D0%B0") << u"Анна"_qs;
        QTest::newRow("encoded in small letters") << QByteArray("q=%d0%90") << u"А"_qs;
        QTest::newRow("beyond 16 bits") << QByteArray("q=%F0%9F%93%A8") << u"\U0001f4e8"_qs;
        QTest::newRow("plus is a blank") << QByteArray("q=a+b+c") << u"a b c"_qs;
        QTest::newRow("encoded blank") << QByteArray("q=a%20b") << u"a b"_qs;
        QTest::newRow("encoded plus") << QByteArray("q=%2B7999") << u"+7999"_qs;
        QTest::newRow("encoded ampersand") << QByteArray("q=a%26b%3Dc") << u"a&b=c"_qs;
        QTest::newRow("decoded once") << QByteArray("q=%2525") << u"%25"_qs;
        QTest::newRow("equals sign within") << QByteArray("q=a=b") << u"a=b"_qs;
        QTest::newRow("blank") << QByteArray("q=") << QString(u""_qs);
        QTest::newRow("no value") << QByteArray("q") << QString(u""_qs);
        QTest::newRow("encoded name") << QByteArray("%71=anna") << u"anna"_qs;
        QTest::newRow("line break") << QByteArray("q=a%0D%0Ab") << u"a\r\nb"_qs;
    }
    void readsTexts()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QString, text);
        QueryReader reader = readerOf(query);

        QCOMPARE(reader.text(u"q"_qs), std::optional(text));
        QCOMPARE(complaints(reader), QString());
    }

    void whatIsAbsentReadsAsNothing()
    {
        QueryReader reader = readerOf("");

        QCOMPARE(reader.text(u"q"_qs), std::nullopt);
        QCOMPARE(reader.texts(u"tag"_qs), QStringList());
        QCOMPARE(reader.integer(u"limit"_qs, 1, 9), std::nullopt);
        QCOMPARE(reader.boolean(u"count"_qs), std::nullopt);
        QCOMPARE(reader.time(u"since"_qs), std::nullopt);
        QVERIFY(!reader.id<ClientId>(u"client_id"_qs).isValid());
        QCOMPARE(complaints(reader), QString());
    }

    void refusesTextsThatCannotBeKept_data()
    {
        QTest::addColumn<QByteArray>("query");

        QTest::newRow("NUL") << QByteArray("q=a%00b");
        QTest::newRow("no UTF-8") << QByteArray("q=%FF");
        QTest::newRow("cut") << QByteArray("q=%D0");
        QTest::newRow("overlong") << QByteArray("q=%C0%AF");
        QTest::newRow("surrogate") << QByteArray("q=%ED%A0%80");
    }
    void refusesTextsThatCannotBeKept()
    {
        QFETCH(const QByteArray, query);
        QueryReader reader = readerOf(query);
        Q_UNUSED(reader.text(u"q"_qs));

        QCOMPARE(complaints(reader), u"q text:unreadable"_qs);
    }

    void aParameterStandsThereOnceUnlessItMayRepeat()
    {
        QueryReader reader = readerOf("q=a&q=b&tag=vip&tag=%D0%AE%D0%B3&tag=vip");
        Q_UNUSED(reader.text(u"q"_qs));

        QCOMPARE(reader.texts(u"tag"_qs), (QStringList{u"vip"_qs, u"Юг"_qs, u"vip"_qs}));
        QCOMPARE(complaints(reader), u"q query:repeated"_qs);
    }

    void namesEveryParameterThatNobodyAskedFor()
    {
        QueryReader reader = readerOf("q=a&Q=b&limits=5&q%20=c");
        Q_UNUSED(reader.text(u"q"_qs));

        QCOMPARE(complaints(reader), u"Q query:unknown; limits query:unknown; q  query:unknown"_qs);
    }

    void namesEverythingThatIsWrongAtOnce()
    {
        QueryReader reader = readerOf("limit=0&count=maybe&since=today&state=sleeping&colour=red");
        Q_UNUSED(reader.page());
        Q_UNUSED(reader.time(u"since"_qs));
        Q_UNUSED(reader.choice(u"state"_qs, core::domain::messageStatusFromText));
        const core::Status status = reader.check();

        QCOMPARE(tests::errorCode(status), u"request.parameter"_qs);
        QCOMPARE(tests::errorKind(status), u"InvalidInput"_qs);
        QCOMPARE(tests::errorLine(status.error()),
                 u"limit number:range 1|1000; count json:choice maybe; since time:format today; "
                 "state json:choice sleeping; colour query:unknown"_qs);
    }

    void aNumberKeepsWithinItsBounds_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("number"); // 0: refused

        QTest::newRow("the least") << QByteArray("1") << qint64{1};
        QTest::newRow("the most") << QByteArray("1000") << qint64{1000};
        QTest::newRow("less") << QByteArray("0") << qint64{0};
        QTest::newRow("more") << QByteArray("1001") << qint64{0};
        QTest::newRow("negative") << QByteArray("-5") << qint64{0};
        QTest::newRow("more than fits") << QByteArray("18446744073709551617") << qint64{0};
        QTest::newRow("word") << QByteArray("ten") << qint64{0};
        QTest::newRow("blank") << QByteArray("") << qint64{0};
        QTest::newRow("fraction") << QByteArray("1.5") << qint64{0};
        QTest::newRow("exponent") << QByteArray("1e2") << qint64{0};
        QTest::newRow("hexadecimal") << QByteArray("0x10") << qint64{0};
        QTest::newRow("arabic digit") << QByteArray("%D9%A1") << qint64{0};
    }
    void aNumberKeepsWithinItsBounds()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, number);
        QueryReader reader = readerOf("limit=" + value);

        QCOMPARE(reader.integer(u"limit"_qs, 1, 1000), number > 0 ? std::optional(number) : std::nullopt);
        QCOMPARE(complaints(reader), number > 0 ? QString() : u"limit number:range 1|1000"_qs);
    }

    void anIdIsPositive()
    {
        QueryReader reader = readerOf("a=9223372036854775807&b=0&c=-1");

        QCOMPARE(reader.id<ClientId>(u"a"_qs), ClientId{std::numeric_limits<qint64>::max()});
        QVERIFY(!reader.id<ClientId>(u"b"_qs).isValid());
        QVERIFY(!reader.id<ClientId>(u"c"_qs).isValid());
        QCOMPARE(complaints(reader), u"b number:range 1|9223372036854775807; c number:range 1|9223372036854775807"_qs);
    }

    void aTruthIsTrueOrFalse()
    {
        QueryReader reader = readerOf("a=true&b=false&c=1&d=TRUE&e=");

        QCOMPARE(reader.boolean(u"a"_qs), std::optional(true));
        QCOMPARE(reader.boolean(u"b"_qs), std::optional(false));
        for (const QString &name : {u"c"_qs, u"d"_qs, u"e"_qs})
            QCOMPARE(reader.boolean(name), std::nullopt);
        QCOMPARE(complaints(reader), u"c json:choice 1; d json:choice TRUE; e json:choice "_qs);
    }

    void aTimeHasAnOffset()
    {
        // A plus that stands for an offset has to be encoded, as everywhere in forms.
        QueryReader reader =
            readerOf("a=2024-03-01T08:00:00Z&b=2024-03-01T11:00:00%2B03:00&c=2024-03-01T08:00:00&d=1709280000");

        QCOMPARE(reader.time(u"a"_qs), std::optional(tests::at("2024-03-01T08:00:00Z")));
        QCOMPARE(reader.time(u"b"_qs), std::optional(tests::at("2024-03-01T08:00:00Z")));
        QCOMPARE(reader.time(u"c"_qs), std::nullopt);
        QCOMPARE(reader.time(u"d"_qs), std::nullopt);
        QCOMPARE(complaints(reader), u"c time:offset 2024-03-01T08:00:00; d time:format 1709280000"_qs);
    }

    void choicesMayRepeatAndAreNamedWhereTheyAreNone()
    {
        QueryReader reader = readerOf("status=failed&status=sleeping&status=sent");

        QCOMPARE(reader.choices(u"status"_qs, core::domain::messageStatusFromText),
                 (QList{MessageStatus::Failed, MessageStatus::Sent}));
        QCOMPARE(complaints(reader), u"status json:choice sleeping"_qs);
    }

    void findsWhatBeginsWithAPrefix()
    {
        QueryReader reader = readerOf("map.phone=%D0%A2%D0%B5%D0%BB&mode=skip&map.name=2&mapping=1");

        QCOMPARE(reader.startingWith(u"map."_qs),
                 (QList<std::pair<QString, QString>>{{u"phone"_qs, u"Тел"_qs}, {u"name"_qs, u"2"_qs}}));
        QCOMPARE(complaints(reader), u"mode query:unknown; mapping query:unknown"_qs);
    }

    void aNameBehindAPrefixIsATextToo()
    {
        for (const QByteArray name : {"map.a%00", "map.%FF", "map.%D0"}) {
            QueryReader reader = readerOf(name + "=1");
            QCOMPARE(reader.startingWith(u"map."_qs).size(), 1);
            QVERIFY2(complaints(reader).endsWith(u" text:unreadable"), name);
        }
    }

    void readsAPage()
    {
        const QString cursor = core::domain::encodedCursor({{}, 77});
        QueryReader given = readerOf("limit=1000&count=true&cursor=" + QUrl::toPercentEncoding(cursor));
        const PageParameters page = given.page();
        QCOMPARE(page.request.limit, 1000);
        QCOMPARE(page.request.after, cursor);
        QVERIFY(page.withCount);
        QCOMPARE(complaints(given), QString());

        QueryReader usual = readerOf("");
        QCOMPARE(usual.page().request.limit, 50);
        QCOMPARE(usual.page().request.after, QString());
        QVERIFY(!usual.page().withCount);
        QVERIFY(usual.page().request.descending);
    }

    void aCursorThatNoListHasGivenIsRefused()
    {
        QueryReader reader = readerOf("cursor=77");
        Q_UNUSED(reader.page());

        QCOMPARE(complaints(reader), u"cursor page:cursor"_qs);
    }
};

QTEST_GUILESS_MAIN(QueryReaderTest)
#include "queryreadertest.moc"
