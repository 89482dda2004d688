// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;
using core::domain::Priority;

namespace tests {

/** Who goes first and how fast: limits, priorities, fairness among mailings. */
class DispatcherTurnsTest : public QObject
{
    Q_OBJECT

    /** `few` of the clients are tagged "few". */
    static void addClients(Engine &engine, int number, int few)
    {
        for (int i = 1; i <= number; ++i)
            (void)*engine.workspace.clients.insert(
                aClient().phone(i).tags({i <= few ? QStringLiteral("few") : QStringLiteral("many")}));
    }
    static core::domain::AudienceFilter tagged(const QString &tag)
    {
        core::domain::AudienceFilter filter;
        filter.tags = {tag};
        return filter;
    }
    /** The most that was begun within any sliding second. */
    static int mostInASecond(const GatewayScript &script)
    {
        const auto &requests = script.requests();
        qsizetype most = 0;
        qsizetype first = 0;
        for (qsizetype last = 0; last < requests.size(); ++last) {
            while (requests[last].ticks - requests[first].ticks >= 1s)
                ++first;
            most = std::max(most, last - first + 1);
        }
        return int(most);
    }
    /** The clock in steps of 10 ms, as real timers would have it. */
    static void passFinely(Engine &engine, core::Milliseconds time)
    {
        for (core::Milliseconds passed{0}; passed < time; passed += 10ms) {
            engine.clock.advance(10ms);
            engine.settle(3);
        }
    }

private Q_SLOTS:
    void usesTheRateAndNeverExceedsIt_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("ofTheMailing");
        QTest::newRow("of the gateway") << 40.0 << false;
        QTest::newRow("of the mailing") << 40.0 << true;
        QTest::newRow("a fraction") << 0.5 << false;
    }
    void usesTheRateAndNeverExceedsIt()
    {
        QFETCH(double, rate);
        QFETCH(bool, ofTheMailing);
        Engine engine(500);
        MailingBuilder mailing = aMailing();
        if (ofTheMailing)
            mailing.rateLimit(rate);
        else
            engine.setGateway([rate](core::domain::GatewayProfile &profile) { profile.rate = rate; });
        engine.add(mailing);
        engine.start();
        passFinely(engine, 1200ms); // it begins as if the rate had just been used up
        const auto before = engine.script().requests().size();
        passFinely(engine, 8s);
        const double used = double(engine.script().requests().size() - before) / (8 * rate);
        QVERIFY2(used >= 0.97 && used <= 1.01, qPrintable(QString::number(used)));
        QVERIFY(mostInASecond(engine.script()) <= std::max(1.0, rate));
    }

    void aRateInPartsCountsParts()
    {
        Engine engine(100);
        engine.setGateway([](core::domain::GatewayProfile &profile) {
            profile.rate = 20;
            profile.rateUnit = core::domain::RateUnit::Parts;
        });
        engine.add(aMailing().text(QString(200, u'a'))); // two parts
        engine.start();
        passFinely(engine, 5s);
        QVERIFY(mostInASecond(engine.script()) <= 10);
        QVERIFY2(engine.script().requests().size() >= 38, qPrintable(QString::number(engine.script().requests().size())));
    }

    void aPauseAndItsEndDoNotDoubleTheRateOfAMailing()
    {
        Engine engine(100);
        const MailingId id = engine.add(aMailing().rateLimit(5));
        engine.start();
        passFinely(engine, 1s);
        for (const MailingState state : {MailingState::Paused, MailingState::Running})
            engine.set(id, [state](core::domain::Mailing &m) { m.state = state; });
        passFinely(engine, 3s);
        QVERIFY2(mostInASecond(engine.script()) <= 5, qPrintable(QString::number(mostInASecond(engine.script()))));
    }

    void equalMailingsShareTheGateway_data()
    {
        QTest::addColumn<bool>("recognisesRepeats");
        QTest::newRow("marked in batches") << true;
        QTest::newRow("marked one by one") << false;
    }
    void equalMailingsShareTheGateway()
    {
        QFETCH(bool, recognisesRepeats);
        Engine engine(0);
        addClients(engine, 600, 0);
        engine.script().setRecognisesRepeats(recognisesRepeats);
        engine.script().always(GatewayStep::accept().after(100ms)); // no rate: four at a time
        const MailingId first = engine.add(aMailing().text(QStringLiteral("first")));
        engine.start();
        engine.pass(2s);
        const qint64 before = engine.counts(first)[MessageStatus::Sent];
        const MailingId second = engine.add(aMailing().text(QStringLiteral("second")));
        engine.pass(6s);
        const qint64 one = engine.counts(first)[MessageStatus::Sent] - before;
        const qint64 two = engine.counts(second)[MessageStatus::Sent];
        QVERIFY(two > 60);
        QVERIFY2(qAbs(one - two) <= 12, qPrintable(QStringLiteral("%1 and %2").arg(one).arg(two)));
    }

    void highPriorityOvertakesWhatIsInHandAlready()
    {
        Engine engine(0);
        addClients(engine, 400, 20);
        engine.script().always(GatewayStep::accept().after(100ms));
        const MailingId large = engine.add(aMailing().text(QStringLiteral("large")));
        engine.start();
        engine.pass(1s);
        const qint64 before = engine.counts(large)[MessageStatus::Sent];
        const MailingId urgent = engine.add(
            aMailing().text(QStringLiteral("urgent")).filter(tagged(QStringLiteral("few"))).priority(Priority::High));
        engine.pass(1s);
        QCOMPARE(engine.counts(urgent)[MessageStatus::Sent], 20);
        // Only what was open or marked when it came went out beside it.
        const qint64 beside = engine.counts(large)[MessageStatus::Sent] - before;
        QVERIFY2(beside <= 20, qPrintable(QString::number(beside)));
        engine.pass(1s);
        QVERIFY(engine.counts(large)[MessageStatus::Sent] > before + beside);
    }

    void highPriorityThatIsSlowByItsOwnLimitLeavesTheRestToOthers()
    {
        Engine engine(0);
        addClients(engine, 300, 0);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 20; });
        const MailingId slow = engine.add(aMailing().text(QStringLiteral("slow")).priority(Priority::High).rateLimit(2));
        const MailingId other = engine.add(aMailing().text(QStringLiteral("other")));
        engine.start();
        passFinely(engine, 11s);
        const qint64 sent = engine.counts(slow)[MessageStatus::Sent];
        QVERIFY2(sent >= 17 && sent <= 21, qPrintable(QString::number(sent)));
        QVERIFY2(engine.counts(other)[MessageStatus::Sent] >= 165,
                 qPrintable(QString::number(engine.counts(other)[MessageStatus::Sent])));
    }

    void neverMoreThanTheConnectionsAreOpen()
    {
        Engine engine(100);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 7; });
        engine.script().always(GatewayStep::accept().after(300ms));
        engine.add();
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.script().mostOpen(), 7);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 2; });
        engine.pass(1s); // those that were open are answered
        for (int i = 0; i < 10; ++i) {
            engine.pass(100ms);
            QVERIFY(engine.script().openRequests() <= 2);
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherTurnsTest)
#include "dispatcherturnstest.moc"
