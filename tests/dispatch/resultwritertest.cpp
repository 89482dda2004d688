// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/resultwriter.h"

#include "tests/support/builders.h"
#include "tests/support/fakeresultspool.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::dispatch::ResultWriter;
using core::domain::MessageStatus;

namespace tests {

class ResultWriterTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T08:00:00Z");
    const ManualClock m_clock{m_now};
    const core::InstanceId m_self; // alone
    const core::Error m_lost = core::Error::make(core::ErrorKind::Unavailable, "database.lost");

    /** A workspace with `number` messages in `sending`. */
    struct Ledger
    {
        explicit Ledger(int number, core::Instant now)
        {
            const auto gateway = *workspace.gateways.insert(aGateway());
            for (int i = 1; i <= number; ++i)
                (void)*workspace.clients.insert(aClient().phone(i));
            mailing = *workspace.mailings.insert(aMailing().gateway(gateway));
            (void)*workspace.messages.chooseAudience(*workspace.mailings.find(mailing), {}, number, now);
            const auto claimed = *workspace.messages.claim({mailing, number, now, now + std::chrono::seconds{60}});
            QList<core::interfaces::SendIntent> intents;
            for (const auto &message : claimed)
                intents.append({message.id, gateway, 1, 1, {}});
            ids = *workspace.messages.markSending(intents, now, {});
        }
        core::interfaces::MessageOutcome sent(qsizetype i, core::Instant now) const
        {
            return {.id = ids[i], .status = MessageStatus::Sent, .at = now};
        }
        qint64 count(MessageStatus status) { return (*workspace.mailings.counts(mailing))[status]; }

        FakeWorkspace workspace;
        core::MailingId mailing;
        QList<core::MessageId> ids;
    };

private Q_SLOTS:
    void writesAFullBatchAtOnceAndTheRestSoon()
    {
        Ledger ledger(510, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        QSignalSpy idle(&writer, &ResultWriter::idle);
        for (int i = 0; i < 499; ++i)
            writer.add(ledger.sent(i, m_now));
        QCOMPARE(ledger.count(MessageStatus::Sent), 0);
        for (int i = 499; i < 510; ++i)
            writer.add(ledger.sent(i, m_now));
        QCOMPARE(ledger.count(MessageStatus::Sent), 500);
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 510);
        QTRY_VERIFY(writer.isIdle());
        QVERIFY(!idle.isEmpty());
    }

    void keepsWhatCannotBeWrittenAndWritesItLater()
    {
        Ledger ledger(3, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        QSignalSpy stuck(&writer, &ResultWriter::stuck);
        ledger.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        for (int i = 0; i < 3; ++i)
            writer.add(ledger.sent(i, m_now));
        QTRY_COMPARE(stuck.size(), 1);
        QCOMPARE(stuck.first().first().toString(), QStringLiteral("database.full"));
        QVERIFY(writer.isStuck());
        QVERIFY(!writer.isIdle());
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 3);
        QTRY_VERIFY(!writer.isStuck());
        QCOMPARE(stuck.last().first().toString(), QString());
    }

    void flushDoesNotWait()
    {
        Ledger ledger(1, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        writer.add(ledger.sent(0, m_now));
        writer.flush();
        QCOMPARE(ledger.count(MessageStatus::Sent), 1);
    }

    void writesOneBatchAfterTheOther()
    {
        Ledger ledger(2, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        ledger.workspace.executor.hold();
        writer.add(ledger.sent(0, m_now));
        writer.flush();
        writer.add(ledger.sent(1, m_now));
        writer.flush();
        QCOMPARE(ledger.workspace.executor.heldJobs(), 1);
        ledger.workspace.executor.resume();
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 2);
    }

    void writesWhatHasGatheredInBatchesAtOnce()
    {
        Ledger ledger(3100, m_now);
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock);
        ledger.workspace.executor.hold();
        for (int i = 0; i < 3100; ++i)
            writer.add(ledger.sent(i, m_now));
        QCOMPARE(ledger.workspace.executor.heldJobs(), 1); // the first 500
        const int before = ledger.workspace.executor.writes();
        ledger.workspace.executor.resume();
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 3100);
        QCOMPARE(ledger.workspace.executor.writes() - before, 1 + 4 + 2);
    }

    void ofSeveralBatchesOnlyTheRefusedOneIsWrittenAgain()
    {
        Ledger ledger(1700, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QList<core::MessageId> written;
        connect(&writer, &ResultWriter::written, this, [&written](const QList<core::interfaces::MessageOutcome> &outcomes) {
            for (const auto &outcome : outcomes)
                written.append(outcome.id);
        });
        QList<qsizetype> spooled;
        connect(&writer, &ResultWriter::stuck, this, [&] { spooled.append(spool.ids().size()); });
        auto &executor = ledger.workspace.executor;
        executor.hold();
        for (int i = 0; i < 1700; ++i)
            writer.add(ledger.sent(i, m_now));
        const int second = executor.writes() + 3; // of the three that follow the first
        executor.failWrites(m_lost, second, second);
        executor.resume();
        QTRY_COMPARE(spooled.size(), 1);
        QVERIFY(writer.isStuck());
        QCOMPARE(spooled.first(), 700); // what was refused, and what had no answer yet
        QTRY_COMPARE(written.size(), 1200);
        QCOMPARE(ledger.count(MessageStatus::Sent), 1200);
        QVERIFY(!spool.kept.isEmpty());
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 1700);
        QTRY_VERIFY(writer.isIdle());
        QCOMPARE(written, ledger.ids.mid(0, 1000) + ledger.ids.mid(1500) + ledger.ids.mid(1000, 500));
        QVERIFY(!writer.isStuck());
        QVERIFY(spool.kept.isEmpty());
    }

    void ofSeveralBatchesOnlyTheOneThatHangsIsSpooled()
    {
        Ledger ledger(1200, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        auto &executor = ledger.workspace.executor;
        executor.hold();
        for (int i = 0; i < 1200; ++i)
            writer.add(ledger.sent(i, m_now));
        executor.resume();
        executor.hold();
        QTRY_COMPARE(executor.heldJobs(), 2);
        executor.resume(1);
        QTRY_COMPARE(spool.ids(), ledger.ids.mid(1000));
        QVERIFY(writer.isStuck());
        executor.resume();
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 1200);
        QTRY_VERIFY(!writer.isStuck());
        QVERIFY(spool.kept.isEmpty());
    }

    void eachOfSeveralBatchesHasItsOwnTime()
    {
        Ledger ledger(1700, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        auto &executor = ledger.workspace.executor;
        executor.hold();
        for (int i = 0; i < 1700; ++i)
            writer.add(ledger.sent(i, m_now));
        executor.resume();
        executor.hold();
        QTRY_COMPARE(executor.heldJobs(), 3);
        for (int batch = 0; batch < 3; ++batch) {
            QElapsedTimer sinceTheLast;
            sinceTheLast.start();
            QTRY_VERIFY(sinceTheLast.hasExpired(400)); // none takes a second
            executor.resume(1);
        }
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 1700);
        QCOMPARE(spool.appends, 0);
    }

    void leavesTheSpoolAloneWhileAllIsWell()
    {
        Ledger ledger(600, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        for (int i = 0; i < 600; ++i)
            writer.add(ledger.sent(i, m_now));
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 600);
        QTRY_VERIFY(writer.isIdle());
        QCOMPARE(spool.appends, 0);
    }

    void whatCannotBeWrittenIsInTheSpoolUntilItIs()
    {
        Ledger ledger(3, m_now);
        FakeResultSpool spool;
        const core::InstanceId self{7};
        for (FakeMessage &entry : ledger.workspace.data.messages)
            entry.instance = self;
        ResultWriter writer(self, ledger.workspace.executor, m_clock, &spool);
        ledger.workspace.executor.failWrites(m_lost);
        writer.add(ledger.sent(0, m_now));
        writer.add(ledger.sent(1, m_now));
        QTRY_COMPARE(spool.ids(), ledger.ids.mid(0, 2));
        writer.add(ledger.sent(2, m_now));
        QCOMPARE(spool.ids(), ledger.ids); // at once: whoever is killed now has no later
        QCOMPARE(spool.kept.first().by, self);
        QVERIFY(writer.isStuck());

        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 3);
        QTRY_VERIFY(!writer.isStuck());
        QVERIFY(spool.kept.isEmpty());
        QCOMPARE(spool.appends, 2); // each outcome once, however often it could not be written
    }

    void nothingBeginsBeforeTheSpoolIsEmpty()
    {
        constexpr int messages = 2 * 4 * 500 + 100; // four batches at once
        Ledger ledger(messages, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QSignalSpy stuck(&writer, &ResultWriter::stuck);
        ledger.workspace.executor.failWrites(m_lost);
        for (int i = 0; i < messages; ++i)
            writer.add(ledger.sent(i, m_now));
        QTRY_COMPARE(spool.ids().size(), messages);
        QList<std::pair<bool, qsizetype>> seen; // each time: stuck, in the spool
        connect(&writer, &ResultWriter::written, this, [&] { seen.append({writer.isStuck(), spool.ids().size()}); });
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), messages);
        QTRY_COMPARE(seen, (QList<std::pair<bool, qsizetype>>{{true, messages}, {true, messages}, {false, 0}}));
        QCOMPARE(stuck.size(), 2);
        QCOMPARE(stuck.last().first().toString(), QString());
    }

    void aWriteThatHangsIsSpooledAsWell()
    {
        Ledger ledger(2, m_now);
        FakeResultSpool spool;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QSignalSpy stuck(&writer, &ResultWriter::stuck);
        ledger.workspace.executor.hold();
        writer.add(ledger.sent(0, m_now));
        writer.flush();
        QTRY_COMPARE(spool.ids(), ledger.ids.mid(0, 1));
        QVERIFY(writer.isStuck());
        writer.add(ledger.sent(1, m_now));
        QCOMPARE(spool.ids(), ledger.ids);
        ledger.workspace.executor.resume();
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 2);
        QTRY_VERIFY(!writer.isStuck());
        QVERIFY(spool.kept.isEmpty());
        QCOMPARE(stuck.size(), 0); // slow is no trouble yet
    }

    void aSpoolThatIsFullIsToldOnceAndFilledWhenItCan()
    {
        Ledger ledger(2, m_now);
        FakeResultSpool spool;
        spool.isFull = true;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        ledger.workspace.executor.failWrites(m_lost);
        const LogCapture log;
        writer.add(ledger.sent(0, m_now));
        QTRY_VERIFY(writer.isStuck());
        writer.add(ledger.sent(1, m_now));
        const int before = spool.appends;
        QTRY_VERIFY(spool.appends > before); // with the next try to write
        const QStringList told = log.lines().filter(u"event=results_not_spooled"_qs);
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(u"error=results.unwritable"_qs), qPrintable(told.first()));

        spool.isFull = false;
        QTRY_COMPARE(spool.ids(), ledger.ids);
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 2);
        QTRY_VERIFY(spool.kept.isEmpty());
    }

    void aSpoolThatStaysFullLosesNothingWhileTheProgramLives()
    {
        Ledger ledger(2, m_now);
        FakeResultSpool spool;
        spool.isFull = true;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        ledger.workspace.executor.failWrites(m_lost);
        writer.add(ledger.sent(0, m_now));
        QTRY_VERIFY(writer.isStuck());
        writer.add(ledger.sent(1, m_now));
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(ledger.count(MessageStatus::Sent), 2);
        QTRY_VERIFY(!writer.isStuck());
    }

    void writesWhatAKilledOneLeft()
    {
        Ledger ledger(3, m_now);
        const core::InstanceId dead{7};
        for (FakeMessage &entry : ledger.workspace.data.messages)
            entry.instance = dead;
        core::interfaces::MessageOutcome failed = ledger.sent(1, m_now);
        failed.status = MessageStatus::Failed;
        FakeResultSpool spool;
        spool.kept = {{dead, {ledger.sent(0, m_now), failed}}};
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QSignalSpy takenOver(&writer, &ResultWriter::takenOver);
        writer.takeOver();
        QTRY_COMPARE(takenOver.size(), 1);
        QCOMPARE(ledger.count(MessageStatus::Sent), 1);
        QCOMPARE(ledger.count(MessageStatus::Failed), 1); // the dead one held it: its word counts
        QCOMPARE(ledger.count(MessageStatus::Sending), 1);
        QVERIFY(spool.kept.isEmpty());
        QVERIFY(!writer.isStuck());
    }

    void waitsWithWhatAKilledOneLeftUntilItIsWritten()
    {
        Ledger ledger(1, m_now);
        FakeResultSpool spool;
        spool.kept = {{m_self, {ledger.sent(0, m_now)}}};
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QSignalSpy takenOver(&writer, &ResultWriter::takenOver);
        QSignalSpy stuck(&writer, &ResultWriter::stuck);
        ledger.workspace.executor.failWrites(m_lost);
        writer.takeOver();
        QTRY_COMPARE(stuck.size(), 1);
        QCOMPARE(stuck.first().first().toString(), QStringLiteral("database.lost"));
        QCOMPARE(takenOver.size(), 0);
        QCOMPARE(spool.ids(), ledger.ids);
        ledger.workspace.executor.failWrites({});
        QTRY_COMPARE(takenOver.size(), 1);
        QCOMPARE(ledger.count(MessageStatus::Sent), 1);
        QCOMPARE(stuck.last().first().toString(), QString());
    }

    void goesOnWithoutASpoolThatCannotBeRead()
    {
        Ledger ledger(1, m_now);
        FakeResultSpool spool;
        spool.isUnreadable = true;
        ResultWriter writer(m_self, ledger.workspace.executor, m_clock, &spool);
        QSignalSpy takenOver(&writer, &ResultWriter::takenOver);
        const LogCapture log;
        writer.takeOver();
        QCOMPARE(takenOver.size(), 1);
        QCOMPARE(log.lines().filter(u"event=spool_unreadable error=results.unreadable"_qs).size(), 1);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ResultWriterTest)
#include "resultwritertest.moc"
