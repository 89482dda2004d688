// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/page.h"

#include <QTest>
#include <limits>

using namespace core::domain;

namespace tests {

class PageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCursorComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("sortValue");
        QTest::addColumn<qint64>("id");
        QTest::newRow("id only") << QString() << qint64{42};
        QTest::newRow("time") << u"2024-03-01T08:00:00Z"_qs << qint64{1};
        QTest::newRow("largest id") << u"x"_qs << std::numeric_limits<qint64>::max();
        QTest::newRow("cyrillic and emoji") << u"Ёлка 😀"_qs << qint64{7};
        QTest::newRow("separators within") << u"a:b::c"_qs << qint64{7};
        QTest::newRow("line break") << u"a\nb"_qs << qint64{7};
    }

    void aCursorComesBackAsItWas()
    {
        QFETCH(QString, sortValue);
        QFETCH(qint64, id);
        const QString cursor = encodedCursor({sortValue, id});
        for (const QChar c : cursor)
            QVERIFY2(c.isLetterOrNumber() || c == u'-' || c == u'_', "needs no escaping in a URL");
        const auto key = decodedCursor(cursor);
        QVERIFY(key);
        QCOMPARE(key->sortValue, sortValue);
        QCOMPARE(key->id, id);
    }

    void aCursorThatWasMadeUpIsNone_data()
    {
        const auto encoded = [](const char *plain) {
            const auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
            return QString::fromLatin1(QByteArray(plain).toBase64(urlSafe));
        };
        QTest::addColumn<QString>("cursor");
        QTest::newRow("empty") << QString();
        QTest::newRow("number") << u"42"_qs;
        QTest::newRow("no Base64") << u"%%%"_qs;
        QTest::newRow("cyrillic") << u"курсор"_qs;
        QTest::newRow("cut") << encodedCursor({{}, 42}).left(5);
        QTest::newRow("other text") << encoded("hello:world");
        QTest::newRow("another layout") << encoded("k2:5:a");
        QTest::newRow("id of letters") << encoded("k1:x:y");
        QTest::newRow("id 0") << encoded("k1:0:");
        QTest::newRow("negative id") << encoded("k1:-4:");
        QTest::newRow("no value") << encoded("k1:42");
        QTest::newRow("id with a sign") << encoded("k1:+42:");
        QTest::newRow("id with a zero before") << encoded("k1:042:");
        QTest::newRow("id with a blank") << encoded("k1: 42:");
        QTest::newRow("id that does not fit") << encoded("k1:9223372036854775808:");
        QTest::newRow("value that is no UTF-8") << encoded("k1:42:\xff");
        QTest::newRow("padded") << u"azE6NDI6YQ=="_qs;
        QTest::newRow("other bits at the end") << u"azE6NDI6YR"_qs;
    }

    void aCursorThatWasMadeUpIsNone()
    {
        QFETCH(QString, cursor);
        QVERIFY(!decodedCursor(cursor));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PageTest)
#include "pagetest.moc"
