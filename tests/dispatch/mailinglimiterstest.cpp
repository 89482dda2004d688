// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/mailinglimiters.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::MailingId;
using core::Ticks;
using core::dispatch::MailingLimiters;

namespace tests {

class MailingLimitersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allWhoSendAMailingCountTogether()
    {
        MailingLimiters limiters;
        const auto one = limiters.of(MailingId{1}, Ticks{});
        QCOMPARE(limiters.of(MailingId{1}, Ticks{}), one);
        QVERIFY(limiters.of(MailingId{2}, Ticks{}) != one);
    }

    void whatWasBegunCountsWhenAMailingComesBack()
    {
        MailingLimiters limiters;
        const auto begin = [&limiters](Ticks at) {
            const auto limiter = limiters.of(MailingId{1}, at);
            limiter->setRate(0.1);
            limiter->take(at);
        };
        begin(Ticks{});
        QVERIFY(limiters.of(MailingId{1}, Ticks{2s})->wait(Ticks{2s}) > 0us);
    }

    void whatCountsNoLongerIsForgotten()
    {
        MailingLimiters limiters;
        const auto begin = [&limiters] {
            const auto limiter = limiters.of(MailingId{1}, Ticks{});
            limiter->setRate(0.1);
            limiter->take(Ticks{});
        };
        begin();
        (void)limiters.of(MailingId{2}, Ticks{9s});
        QCOMPARE(limiters.of(MailingId{1}, Ticks{9s})->rate(), std::optional(0.1));
        (void)limiters.of(MailingId{2}, Ticks{20s});
        QCOMPARE(limiters.of(MailingId{1}, Ticks{20s})->rate(), std::nullopt);
    }

    void whatSomebodyHasStays()
    {
        MailingLimiters limiters;
        const auto held = limiters.of(MailingId{1}, Ticks{});
        held->setRate(0.1);
        (void)limiters.of(MailingId{2}, Ticks{20s});
        QCOMPARE(limiters.of(MailingId{1}, Ticks{20s}), held);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MailingLimitersTest)
#include "mailinglimiterstest.moc"
