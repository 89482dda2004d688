// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/columnmapping.h"

#include "tests/support/errorline.h"

#include <QTest>

using namespace core::csv;

namespace tests {

namespace {

QStringList words(const QString &line)
{
    return line.split(u'|');
}

/** "phone|tags|attribute:name". */
QString columns(const ColumnMapping &mapping)
{
    QStringList texts;
    for (const MappedColumn &column : mapping.columns())
        texts.append(toText(column));
    return texts.join(u'|');
}

} // namespace

class ColumnMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessesFromHeaders_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("expected");
        QTest::newRow("Russian") << u"ФИО|Телефон|Метка|Часовой пояс|Город"_qs
                                 << QStringLiteral("attribute:name|phone|tags|timezone|attribute:city");
        QTest::newRow("short Russian") << u"тел.|tz|тег|Оператор"_qs << QStringLiteral("phone|timezone|tags|operator_code");
        QTest::newRow("English") << u"Mobile|Operator_Code|Tags|Time zone|Opted out|Consent|Name|City"_qs
                                 << QStringLiteral(
                                        "phone|operator_code|tags|timezone|opted_out|consent|attribute:name|attribute:city");
        QTest::newRow("unknown names") << u"phone|День  рождения|E-mail|2nd|"_qs
                                       << QStringLiteral("phone|attribute:день_рождения|ignore|ignore|ignore");
        QTest::newRow("a second phone") << u"phone|Mobile|телефон"_qs
                                        << QStringLiteral("phone|attribute:mobile|attribute:телефон");
        QTest::newRow("the same twice") << u"phone|имя|ФИО|балл|Балл"_qs
                                        << QStringLiteral("phone|attribute:name|attribute:фио|attribute:балл|ignore");
        QTest::newRow("several tags") << u"phone|тег|метка"_qs << QStringLiteral("phone|tags|tags");
        QTest::newRow("rejected rows") << u"phone|name|line|reason"_qs
                                       << QStringLiteral("phone|attribute:name|ignore|ignore");
        QTest::newRow("line elsewhere") << u"line|phone|reason"_qs
                                        << QStringLiteral("attribute:line|phone|attribute:reason");
        QTest::newRow("told apart by an export")
            << u"phone|attribute:phone|attribute:имя"_qs << QStringLiteral("phone|attribute:phone|attribute:имя");
    }
    void guessesFromHeaders()
    {
        QFETCH(const QString, headers);
        QFETCH(const QString, expected);
        QCOMPARE(columns(ColumnMapping::guessed(words(headers), {})), expected);
    }

    void findsThePhonesWithoutAHeader()
    {
        const QList<QStringList> rows{words(u"Анна|79123456789|1"_qs), words(u"Пётр|нет|2"_qs),
                                      words(u"Юрий|8 912 345-67-90|3"_qs)};
        QCOMPARE(columns(ColumnMapping::guessed(words(u"||"_qs), rows)), u"ignore|phone|ignore"_qs);
        // A name wins over what the cells look like.
        QCOMPARE(columns(ColumnMapping::guessed(words(u"Телефон|b|c"_qs), rows)), u"phone|attribute:b|attribute:c"_qs);
    }

    void needsPhones()
    {
        const ColumnMapping mapping = ColumnMapping::guessed(words(u"name|city"_qs), {});
        QCOMPARE(errorLine(mapping.checked().error()), u"map map:phone"_qs);
        QVERIFY(ColumnMapping::guessed({u"phone"_qs}, {}).checked());
    }

    void takesAssignmentsOfTheCommandLine_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("expected"); // columns, or the error
        QTest::newRow("header") << u"tags=Город"_qs << QStringLiteral("phone|attribute:name|tags");
        QTest::newRow("header in another case") << u"tags=ГОРОД"_qs << QStringLiteral("phone|attribute:name|tags");
        QTest::newRow("number") << u"consent=3"_qs << QStringLiteral("phone|attribute:name|consent");
        QTest::newRow("moves the phone") << u"phone=2"_qs << QStringLiteral("ignore|phone|attribute:city");
        QTest::newRow("attribute") << u"region=3"_qs << QStringLiteral("phone|attribute:name|attribute:region");
        QTest::newRow("attribute of a reserved name")
            << u"attribute:tags=3"_qs << QStringLiteral("phone|attribute:name|attribute:tags");
        QTest::newRow("ignore") << u"ignore=2"_qs << QStringLiteral("phone|ignore|attribute:city");
        QTest::newRow("no column") << u"tags=Улица"_qs << QStringLiteral("map map:column Улица");
        QTest::newRow("beyond the last") << u"tags=4"_qs << QStringLiteral("map map:column 4");
        QTest::newRow("no field") << u"e-mail=3"_qs << QStringLiteral("map map:field e-mail");
        QTest::newRow("no equals sign") << u"tags"_qs << QStringLiteral("map map:form tags");
    }
    void takesAssignmentsOfTheCommandLine()
    {
        QFETCH(const QString, assignment);
        QFETCH(const QString, expected);
        const QStringList headers = words(u"Телефон|Имя|Город"_qs);
        ColumnMapping mapping = ColumnMapping::guessed(headers, {});
        const core::Status status = mapping.assign(assignment, headers);
        QCOMPARE(status ? columns(mapping) : errorLine(status.error()), expected);
    }

    void isRememberedPerSetOfHeaders()
    {
        const QStringList headers = words(u"Телефон|Имя|Город"_qs);
        ColumnMapping mapping = ColumnMapping::guessed(headers, {});
        QVERIFY(mapping.assign(u"tags=Город"_qs, headers));
        const QString text = mapping.remembered(headers);
        QCOMPARE(ColumnMapping::recalled(text, headers), std::optional(mapping));

        const QStringList turned = words(u"город|Телефон|Имя"_qs);
        QCOMPARE(ColumnMapping::memoryKey(turned), ColumnMapping::memoryKey(headers));
        QCOMPARE(columns(*ColumnMapping::recalled(text, turned)), u"tags|phone|attribute:name"_qs);

        const QStringList others = words(u"Телефон|Имя|Улица"_qs);
        QVERIFY(ColumnMapping::memoryKey(others) != ColumnMapping::memoryKey(headers));
        QVERIFY(!ColumnMapping::recalled(text, others));
        QVERIFY(!ColumnMapping::recalled(QString(), headers));
    }

    void hasNothingToRememberWithoutHeaders() { QVERIFY(ColumnMapping::memoryKey(words(u"||"_qs)).isEmpty()); }

    void anExportsHeaderIsGuessedBack_data()
    {
        QTest::addColumn<QString>("column");
        for (const char *text : {"phone", "operator_code", "tags", "timezone", "opted_out", "consent", "attribute:name",
                                 "attribute:city", "attribute:score", "attribute:phone", "attribute:line",
                                 "attribute:reason", "attribute:имя", "attribute:тег", "attribute:full_name"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void anExportsHeaderIsGuessedBack()
    {
        QFETCH(const QString, column);
        const auto mapped = mappedColumnFromText(column);
        QVERIFY(mapped);
        QCOMPARE(columns(ColumnMapping::guessed({u"mobile"_qs, headerOf(*mapped)}, {})).section(u'|', 1),
                 column == u"phone" ? u"attribute:phone"_qs : column);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ColumnMappingTest)
#include "columnmappingtest.moc"
