// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/tags.h"
#include "tests/support/errorline.h"

#include <QTest>

using namespace core::domain;

namespace tests {

namespace {

QStringList numbered(int count)
{
    QStringList labels;
    for (int i = 1; i <= count; ++i)
        labels.append(u"tag %1"_qs.arg(i));
    return labels;
}

} // namespace

class TagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLabelsAsFirstWritten_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("trimmed") << QStringList{u"  vip "_qs} << QStringList{u"vip"_qs};
        QTest::newRow("blanks dropped") << QStringList{u""_qs, u" "_qs, u"a"_qs} << QStringList{u"a"_qs};
        QTest::newRow("order kept") << QStringList{u"b"_qs, u"a"_qs} << QStringList{u"b"_qs, u"a"_qs};
        QTest::newRow("case") << QStringList{u"VIP"_qs, u"vip"_qs} << QStringList{u"VIP"_qs};
        QTest::newRow("cyrillic case") << QStringList{u"Долг"_qs, u"ДОЛГ"_qs} << QStringList{u"Долг"_qs};
        QTest::newRow("full folding") << QStringList{u"Straße"_qs, u"STRASSE"_qs} << QStringList{u"Straße"_qs};
        QTest::newRow("final sigma") << QStringList{u"ΟΔΟΣ"_qs, u"οδος"_qs} << QStringList{u"ΟΔΟΣ"_qs};
        QTest::newRow("64 characters") << QStringList{QString(64, u'я')} << QStringList{QString(64, u'я')};
        QTest::newRow("64 emoji") << QStringList{u"😀"_qs.repeated(64)} << QStringList{u"😀"_qs.repeated(64)};
        QTest::newRow("32 labels") << numbered(32) << numbered(32);
        QTest::newRow("32 labels, one twice") << numbered(32) + QStringList{u"TAG 1"_qs} << numbered(32);
    }

    void keepsLabelsAsFirstWritten()
    {
        QFETCH(QStringList, given);
        QFETCH(QStringList, kept);
        const auto tags = normalisedTags(given);
        QVERIFY(tags);
        QCOMPARE(*tags, kept);
    }

    void foldsInFull_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("folded");
        QTest::newRow("latin") << u"VIP 24/7"_qs << u"vip 24/7"_qs;
        QTest::newRow("cyrillic") << u"ЁЛКА"_qs << u"ёлка"_qs;
        QTest::newRow("sharp s") << u"straße"_qs << u"strasse"_qs;
        QTest::newRow("capital sharp s") << u"STRAẞE"_qs << u"strasse"_qs;
        QTest::newRow("ligature") << u"ﬁne"_qs << u"fine"_qs;
        QTest::newRow("dotless i stays") << u"ı"_qs << u"ı"_qs;
        QTest::newRow("dotted capital i") << u"İ"_qs << u"i\u0307"_qs;
        QTest::newRow("armenian ligature") << u"և"_qs << u"եւ"_qs;
        QTest::newRow("iota below") << u"ᾼ"_qs << u"αι"_qs;
        QTest::newRow("sigmas") << u"Σςσ"_qs << u"σσσ"_qs;
        QTest::newRow("beyond 16 bits") << u"𐐀ß"_qs << u"𐐨ss"_qs;
        QTest::newRow("emoji") << u"😀ẞ"_qs << u"😀ss"_qs;
    }

    void foldsInFull()
    {
        QFETCH(QString, label);
        QFETCH(QString, folded);
        QCOMPARE(foldedTag(label), folded);
        QCOMPARE(foldedTag(folded), folded);
    }

    void refusesTooMuch()
    {
        const auto tooMany = normalisedTags(numbered(33));
        QVERIFY(!tooMany);
        QCOMPARE(errorLine(tooMany.error()), u"tags tags:too_many 33|32"_qs);

        const QString label(65, u'a');
        const auto tooLong = normalisedTags({u"fine"_qs, label}, "filter.tags");
        QVERIFY(!tooLong);
        QCOMPARE(errorLine(tooLong.error()), u"filter.tags tags:too_long %1|64"_qs.arg(label));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TagsTest)
#include "tagstest.moc"
