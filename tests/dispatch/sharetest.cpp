// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/share.h"

#include <QtTest>
#include <cmath>

namespace tests {

using core::InstanceId;
using core::dispatch::Share;
using core::interfaces::Instance;

namespace {

/** Ids 1, 2, …; what each counted at its last heartbeat. */
QList<Instance> instances(const QList<int> &counted)
{
    QList<Instance> all;
    for (const int number : counted)
        all.append({InstanceId{all.size() + 1}, {}, {}, {}, number});
    return all;
}

} // namespace

class ShareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheWholeForOneThatIsAlone()
    {
        QCOMPARE(Share::next({}, instances({0}), InstanceId{1}), Share::whole());
        QCOMPARE(Share::whole().of(7), 7);
        QCOMPARE(Share::whole().of(2.5), 2.5);
    }

    void isNothingUntilTheOthersHaveNoticed()
    {
        const Share newcomer = Share::next({}, instances({1, 0}), InstanceId{2});
        QVERIFY(newcomer.isNothing());
        QCOMPARE(newcomer.of(100), 0);
        QCOMPARE(newcomer.of(100.0), 0.0);
        QCOMPARE(Share::next(newcomer, instances({2, 2}), InstanceId{2}).parts(), 2);
    }

    void getsSmallerAtOnce() { QCOMPARE(Share::next(Share::whole(), instances({1, 0}), InstanceId{1}).parts(), 2); }

    void getsLargerOnlyWhenAllKnow()
    {
        const Share third = Share::next({}, instances({3, 3, 3}), InstanceId{1});
        QCOMPARE(third.parts(), 3);
        const Share still = Share::next(third, instances({2, 3}), InstanceId{1}); // the other one may use a third only
        QCOMPARE(still.parts(), 3);
        QCOMPARE(Share::next(still, instances({2, 2}), InstanceId{1}).parts(), 2);
    }

    void staysSmallWhileOneLeavesAndAnotherComes()
    {
        const Share half = Share::next({}, instances({2, 2}), InstanceId{1});
        QCOMPARE(Share::next(half, instances({2, 2, 0}), InstanceId{1}).parts(), 3);
        QCOMPARE(Share::next(half, instances({2, 0}), InstanceId{1}).parts(), 2);
    }

    void itsPartIsToldAsANumber()
    {
        QCOMPARE(Share().part(), 0.0);
        QCOMPARE(Share::whole().part(), 1.0);
        QCOMPARE(Share::next({}, instances({2, 2}), InstanceId{1}).part(), 0.5);
    }

    void wholeMessagesASecondNeverAddUpToMoreThanTheWhole_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {0.04, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 7.25, 10.0, 99.9, 100.0})
            QTest::newRow(qPrintable(QString::number(rate))) << rate;
    }

    void wholeMessagesASecondNeverAddUpToMoreThanTheWhole()
    {
        QFETCH(const double, rate);
        for (int alive = 1; alive <= 7; ++alive) {
            double parts = 0;
            double inASecond = 0; // what a limiter lets begin
            for (int i = 1; i <= alive; ++i) {
                const double part = Share::next({}, instances(QList<int>(alive, alive)), InstanceId{i}).of(rate);
                parts += part;
                inASecond += std::ceil(part);
            }
            QVERIFY(std::abs(parts - rate) < 1e-9);
            QCOMPARE(inASecond, std::ceil(rate));
        }
    }

    void neverAddsUpToMoreThanTheWhole()
    {
        for (int alive = 1; alive <= 7; ++alive) {
            int sum = 0;
            double rates = 0;
            for (int i = 1; i <= alive; ++i) {
                const Share share = Share::next({}, instances(QList<int>(alive, alive)), InstanceId{i});
                sum += share.of(10);
                rates += share.of(10.0);
            }
            QCOMPARE(sum, 10);
            QVERIFY(rates <= 10.0 + 1e-9);
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ShareTest)
#include "sharetest.moc"
