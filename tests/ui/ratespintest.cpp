// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/ratespin.h"

#include <QtTest>

using ui::editors::RateSpin;

namespace tests {

class RateSpinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        spin.emplace();
        spin->setLocale(QLocale::c());
        spin->setSpecialValueText(QStringLiteral("no limit"));
    }
    void cleanup() { spin.reset(); }

    void leavesWhatNobodyTouchedAsItWas_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("text");
        QTest::newRow("one in 25 seconds") << 0.04 << QStringLiteral("0.04");
        QTest::newRow("two and a quarter") << 2.25 << QStringLiteral("2.25");
        QTest::newRow("whole") << 200.0 << QStringLiteral("200");
        QTest::newRow("a third") << 1.0 / 3 << QStringLiteral("0.33333");
        QTest::newRow("more than anybody sends") << 5e6 << QStringLiteral("1000000");
    }

    void leavesWhatNobodyTouchedAsItWas()
    {
        QFETCH(const double, rate);
        QFETCH(const QString, text);
        spin->setRate(rate);
        QCOMPARE(spin->text(), text);
        QCOMPARE(spin->rate(), std::optional(rate));
    }

    void noLimitIsToldInWords()
    {
        spin->setRate(5.0);
        spin->setRate(std::nullopt);
        QCOMPARE(spin->text(), QStringLiteral("no limit"));
        QCOMPARE(spin->rate(), std::optional<double>());
    }

    void takesWhatIsWritten()
    {
        spin->setRate(1.0 / 3);
        spin->selectAll();
        QTest::keyClicks(&*spin, QStringLiteral("0.05"));
        QCOMPARE(spin->rate(), std::optional(0.05));
        spin->selectAll();
        QTest::keyClicks(&*spin, QStringLiteral("0"));
        QCOMPARE(spin->rate(), std::optional<double>());
    }

private:
    std::optional<RateSpin> spin;
};

} // namespace tests

QTEST_MAIN(tests::RateSpinTest)
#include "ratespintest.moc"
