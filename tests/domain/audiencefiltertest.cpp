// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/audiencefilter.h"
#include "tests/support/errorline.h"

#include <QTest>

using namespace core::domain;
using Mode = core::domain::AudienceFilter::TagsMode;

namespace tests {

namespace {

QStringList list(const char *words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

AudienceFilter filter(const char *codes, const char *tags, const char *excluded, Mode mode = Mode::Any)
{
    return {list(codes), list(tags), list(excluded), mode};
}

} // namespace

class AudienceFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesClients_data()
    {
        QTest::addColumn<AudienceFilter>("filter");
        QTest::addColumn<bool>("matches");
        // The client has code 926 and the tags VIP and Долг.
        QTest::newRow("everybody") << filter("", "", "") << true;
        QTest::newRow("its code") << filter("903 926", "", "") << true;
        QTest::newRow("another code") << filter("903", "", "") << false;
        QTest::newRow("one of its tags") << filter("", "new vip", "") << true;
        QTest::newRow("folded tag") << filter("", "ДОЛГ", "") << true;
        QTest::newRow("none of its tags") << filter("", "new old", "") << false;
        QTest::newRow("all of its tags") << filter("", "долг vip", "", Mode::All) << true;
        QTest::newRow("all, but lacks one") << filter("", "vip new", "", Mode::All) << false;
        QTest::newRow("code and tag") << filter("926", "vip", "") << true;
        QTest::newRow("code but not tag") << filter("926", "new", "") << false;
        QTest::newRow("tag but not code") << filter("903", "vip", "") << false;
        QTest::newRow("excluded") << filter("926", "vip", "долг") << false;
        QTest::newRow("excluded, folded") << filter("", "", "Vip") << false;
        QTest::newRow("another excluded") << filter("", "", "new") << true;
        QTest::newRow("wanted and excluded") << filter("", "vip", "vip") << false;
    }

    void choosesClients()
    {
        QFETCH(AudienceFilter, filter);
        QFETCH(bool, matches);
        Client client;
        client.operatorCode = u"926"_qs;
        client.tags = {u"VIP"_qs, u"Долг"_qs};
        QCOMPARE(filter.matches(client), matches);
    }

    void comparesAsSets_data()
    {
        QTest::addColumn<AudienceFilter>("one");
        QTest::addColumn<AudienceFilter>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("both empty") << filter("", "", "") << filter("", "", "") << true;
        QTest::newRow("order and case") << filter("903 926", "a B", "x Y") << filter("926 903", "b A", "y X") << true;
        QTest::newRow("doubles") << filter("903", "a", "") << filter("903 903", "a A", "") << true;
        QTest::newRow("modes of two tags") << filter("", "a b", "") << filter("", "a b", "", Mode::All) << false;
        QTest::newRow("modes of one tag") << filter("", "a", "") << filter("", "a", "", Mode::All) << true;
        QTest::newRow("modes of no tag") << filter("", "", "") << filter("", "", "", Mode::All) << true;
        QTest::newRow("wanted or excluded") << filter("", "a", "") << filter("", "", "a") << false;
        QTest::newRow("code or tag") << filter("903", "", "") << filter("", "903", "") << false;
        QTest::newRow("comma within") << AudienceFilter{{}, {u"a,b"_qs}, {}, Mode::Any} << filter("", "a b", "") << false;
        QTest::newRow("looks like more") << AudienceFilter{{}, {u"a;none=b"_qs}, {}, Mode::Any} << filter("", "a", "b")
                                         << false;
        QTest::newRow("backslash") << AudienceFilter{{}, {u"a\\"_qs, u"b"_qs}, {}, Mode::Any}
                                   << AudienceFilter{{}, {u"a\\,b"_qs}, {}, Mode::Any} << false;
    }

    void comparesAsSets()
    {
        QFETCH(AudienceFilter, one);
        QFETCH(AudienceFilter, other);
        QFETCH(bool, same);
        QCOMPARE(one.isSameAs(other), same);
        QCOMPARE(other.isSameAs(one), same);
        QCOMPARE(one.canonicalText() == other.canonicalText(), same);
    }

    void isEverybodyOnlyWithoutConditions()
    {
        QVERIFY(filter("", "", "").isEverybody());
        QVERIFY(!filter("903", "", "").isEverybody());
        QVERIFY(!filter("", "a", "").isEverybody());
        QVERIFY(!filter("", "", "a").isEverybody());
    }

    void isTrimmedWithoutDoubles()
    {
        const AudienceFilter typed{{u" 903 "_qs, u"903"_qs, u""_qs}, {u" a "_qs, u"A"_qs}, {u" "_qs}, Mode::All};
        const auto result = normalised(typed);
        QVERIFY(result);
        QCOMPARE(*result, filter("903", "a", "", Mode::All));
    }

    void namesEveryWrongField()
    {
        const QString label(65, u'x');
        const auto result = normalised({{u"12"_qs}, {label}, {label}, Mode::Any});
        QVERIFY(!result);
        QCOMPARE(errorLine(result.error()), u"filter.operator_codes operator_code 12; filter.tags tags:too_long %1|64; "
                                            "filter.excluded_tags tags:too_long %1|64"_qs.arg(label));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::AudienceFilterTest)
#include "audiencefiltertest.moc"
