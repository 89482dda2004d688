// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/numbertext.h"

#include <QLocale>
#include <QTest>

class NumberTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRateIsNeverToldAsNothing_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("text");
        const auto row = [](double rate, const char *text) { QTest::newRow(text) << rate << QString::fromLatin1(text); };
        row(1234.4, "1,234/s");
        row(10, "10/s");
        row(9.96, "10.0/s");
        row(2, "2.0/s");
        row(0.5, "0.5/s");
        row(0.333333, "0.33/s");
        row(0.04, "0.04/s");
        row(1 / 60.0, "0.017/s");
        row(1 / 86400.0, "0.000012/s");
        row(0, "0/s");
    }

    void aRateIsNeverToldAsNothing()
    {
        QFETCH(double, rate);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QTEST(ui::texts::rateText(rate), "text");
    }
    void onlyAllIsAHundredPercent_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<QString>("text");
        QTest::newRow("all") << qint64{10'000} << QStringLiteral("100.0");
        QTest::newRow("all but one") << qint64{9'999} << QStringLiteral("99.9");
        QTest::newRow("half") << qint64{5'000} << QStringLiteral("50.0");
        QTest::newRow("one") << qint64{1} << QStringLiteral("0.1");
        QTest::newRow("none") << qint64{0} << QStringLiteral("0.0");
    }

    void onlyAllIsAHundredPercent()
    {
        QFETCH(qint64, part);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QTEST(ui::texts::percentText(part, 10'000), "text");
    }
};

QTEST_GUILESS_MAIN(NumberTextTest)
#include "numbertexttest.moc"
