// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/clientrow.h"

#include "core/csv/csvreader.h"
#include "tests/support/manualclock.h"

#include <QBuffer>
#include <QTest>

using namespace core::csv;
using core::domain::ImportRow;

namespace tests {

namespace {

const core::Instant now = at("2026-11-20T09:00:00Z");

/** Columns phone;operator_code;timezone;tags;tags;name;city;opted_out;consent. */
ColumnMapping allColumns()
{
    const MappedColumn tags{ImportField::Tags, {}};
    return ColumnMapping({{ImportField::Phone, {}},
                          {ImportField::OperatorCode, {}},
                          {ImportField::Timezone, {}},
                          tags,
                          tags,
                          {ImportField::Attribute, QStringLiteral("name")},
                          {ImportField::Attribute, QStringLiteral("city")},
                          {ImportField::OptedOut, {}},
                          {ImportField::Consent, {}}});
}

tl::expected<ImportRow, Rejection> parsed(const QString &text, const ColumnMapping &mapping = allColumns())
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text.toUtf8());
    buffer->open(QIODevice::ReadOnly);
    const auto reader = CsvReader::over(std::move(buffer), {});
    CsvRow row;
    if (!(*reader)->next(row).value_or(false))
        qFatal("the test's row is blank");
    return ClientRowParser(mapping, now, QTimeZone("Europe/Moscow")).parse(row);
}

} // namespace

class ClientRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField()
    {
        const auto row = parsed(u"8 (912) 345-67-89;926;Asia/Omsk;vip|долг;std, VIP;'=Анна;Омск;да;звонок 1.2.2026"_qs);
        QVERIFY(row);
        QCOMPARE(row->phone.number(), 79123456789);
        QCOMPARE(row->operatorCode, u"926"_qs);
        QCOMPARE(row->timezone, u"Asia/Omsk"_qs);
        QCOMPARE(row->tags, (QStringList{u"vip"_qs, u"долг"_qs, u"std"_qs}));
        QCOMPARE(row->attributes, (core::domain::Attributes{{u"name"_qs, u"=Анна"_qs}, {u"city"_qs, u"Омск"_qs}}));
        QCOMPARE(row->optedOutAt, std::optional(now));
        QCOMPARE(row->consent, u"звонок 1.2.2026"_qs);
    }

    void aBlankCellSetsNothing()
    {
        const auto row = parsed(u"79123456789;;\u00A0;  ;;;;;"_qs);
        QVERIFY(row);
        QVERIFY(row->operatorCode.isEmpty() && row->timezone.isEmpty() && row->tags.isEmpty() && row->attributes.isEmpty());
        QVERIFY(!row->clearOperatorCode && !row->clearTimezone && !row->clearTags && row->clearAttributes.isEmpty());
        QVERIFY(!row->optedOutAt && row->consent.isEmpty());
    }

    void twoDashesClearAllButConsentAndOptOut()
    {
        const auto row = parsed(u"79123456789;--;--;--;;--;'--;--;--"_qs);
        QVERIFY(row);
        QVERIFY(row->clearOperatorCode && row->clearTimezone && row->clearTags);
        QCOMPARE(row->clearAttributes, QStringList{u"name"_qs});
        // A guarded pair of dashes is a text like any other.
        QCOMPARE(row->attributes.value(u"city"_qs), u"--"_qs);
        QVERIFY(!row->optedOutAt && row->consent.isEmpty());
    }

    void takesARowThatIsTooShort()
    {
        const auto row = parsed(u"79123456789"_qs);
        QVERIFY(row);
        QVERIFY(row->attributes.isEmpty());
    }

    void namesTheFirstCheckThatFails_data()
    {
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("column");
        const QString longTag(65, u'x');
        const QString longValue(256, u'x');
        const QString rest = u";9;MSK;"_qs + longTag + u";;"_qs + longValue + u";;maybe;"_qs;
        QTest::newRow("phone first") << u"12x"_qs + rest << QStringLiteral("phone:characters") << 0;
        QTest::newRow("no phone") << rest << QStringLiteral("phone:empty") << 0;
        QTest::newRow("digits lost") << u"7,91E+10"_qs + rest << QStringLiteral("phone:lost_digits") << 0;
        QTest::newRow("then the code") << u"79123456789"_qs + rest << QStringLiteral("operator_code") << 1;
        QTest::newRow("then the zone") << u"79123456789;912;MSK;"_qs + longTag + u";;"_qs + longValue + u";;maybe;"_qs
                                       << QStringLiteral("timezone") << 2;
        QTest::newRow("then tags") << u"79123456789;912;;"_qs + longTag + u";;"_qs + longValue + u";;maybe;"_qs
                                   << QStringLiteral("tags") << 3;
        QTest::newRow("then attributes") << u"79123456789;912;;;;"_qs + longValue + u";;maybe;"_qs
                                         << QStringLiteral("attribute") << 5;
        QTest::newRow("then opt-out") << u"79123456789;912;;;;;;maybe;"_qs << QStringLiteral("opted_out") << 7;
    }
    void namesTheFirstCheckThatFails()
    {
        QFETCH(const QString, cells);
        QFETCH(const QString, reason);
        QFETCH(const int, column);
        const auto row = parsed(cells);
        QVERIFY(!row);
        QCOMPARE(toText(row.error().reason), reason);
        QCOMPARE(row.error().column, column);
    }

    void checksInTheDocumentedOrderWhateverTheOrderOfColumns()
    {
        const ColumnMapping mapping({{ImportField::OptedOut, {}}, {ImportField::Timezone, {}}, {ImportField::Phone, {}}});
        const auto row = parsed(u"maybe;MSK;79123456789"_qs, mapping);
        QVERIFY(!row);
        QCOMPARE(row.error(), (Rejection{RejectReason::Timezone, 1}));
    }

    void countsTheTagsOfAllColumnsTogether()
    {
        QStringList tags;
        for (int i = 0; i < 32; ++i)
            tags.append(u"t"_qs + QString::number(i));
        QVERIFY(parsed(u"79123456789;;;"_qs + tags.join(u'|') + u";t0"_qs));
        QVERIFY(!parsed(u"79123456789;;;"_qs + tags.join(u'|') + u";more"_qs));
    }

    void refusesA33rdAttribute()
    {
        QList<MappedColumn> columns{{ImportField::Phone, {}}};
        for (int i = 0; i < 33; ++i)
            columns.append({ImportField::Attribute, u"a"_qs + QString::number(i)});
        QVERIFY(parsed(u"79123456789"_qs + u";x"_qs.repeated(32), ColumnMapping(columns)));
        QVERIFY(!parsed(u"79123456789"_qs + u";x"_qs.repeated(33), ColumnMapping(columns)));
    }

    void readsOptOuts_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("at"); // blank: has not opted out
        const QString moment = core::toIso(now);
        for (const auto &yes : {u"1"_qs, u"да"_qs, u"Да"_qs, u"yes"_qs, u"TRUE"_qs, u"истина"_qs})
            QTest::newRow(qPrintable(yes)) << yes << moment;
        for (const auto &no : {u"0"_qs, u"нет"_qs, u"no"_qs, u"False"_qs})
            QTest::newRow(qPrintable(no)) << no << QString();
        QTest::newRow("day") << u"2026-03-01"_qs << u"2026-02-28T21:00:00Z"_qs;
        QTest::newRow("Russian day") << u"01.03.2026"_qs << u"2026-02-28T21:00:00Z"_qs;
        QTest::newRow("Russian time") << u"1.3.2026 9:05"_qs << u"2026-03-01T06:05:00Z"_qs;
        QTest::newRow("with offset") << u"2026-03-01T09:00:00+07:00"_qs << u"2026-03-01T02:00:00Z"_qs;
        QTest::newRow("UTC") << u"2026-03-01T09:00:00.250Z"_qs << core::toIso(at("2026-03-01T09:00:00.250Z"));
    }
    void readsOptOuts()
    {
        QFETCH(const QString, cell);
        QFETCH(const QString, at);
        const auto row = parsed(u"79123456789;;;;;;;"_qs + cell);
        QVERIFY(row);
        QCOMPARE(row->optedOutAt ? core::toIso(*row->optedOutAt) : QString(), at);
    }

    void anOptOutOfAYearThatCannotBeWrittenIsRefused()
    {
        const auto row = parsed(u"79123456789;;;;;;;9999-12-31T23:00:00-02:00"_qs);
        QVERIFY(!row);
        QCOMPARE(row.error().reason, RejectReason::OptedOut);
    }

    void readsAnOperatorCodeThatASpreadsheetTookForANumber()
    {
        QCOMPARE(parsed(u"79123456789;926.0"_qs)->operatorCode, u"926"_qs);
        QCOMPARE(parsed(u"79123456789;'926"_qs)->operatorCode, u"926"_qs);
        QVERIFY(!parsed(u"79123456789;92"_qs));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientRowTest)
#include "clientrowtest.moc"
