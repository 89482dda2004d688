// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;

namespace tests {

namespace {

/** What is left when the process of an engine is killed: the database, and the spool. */
struct Remains
{
    explicit Remains(Engine &engine) : clock(engine.clock.now()), spool(engine.spool)
    {
        workspace.data = engine.workspace.data;
        factory.script().setRecognisesRepeats(engine.script().recognisesRepeats());
    }

    /** A new process starts, and finds whatever it finds. */
    void startNext() { next.start(); }
    void settle()
    {
        next.tick();
        factory.deliverDue();
        for (auto *writer : next.findChildren<core::dispatch::ResultWriter *>())
            writer->flush();
        QCoreApplication::processEvents();
    }
    StatusCounts counts(MailingId id) { return *workspace.mailings.counts(id); }

    ManualClock clock;
    FakeWorkspace workspace;
    ScriptedGatewayFactory factory{clock};
    OpenSecrets secrets;
    FakeResultSpool spool;
    Dispatcher next{{workspace.executor, workspace.feed, factory, secrets, clock, {}, &spool}};
};

const core::Error lost = core::Error::make(core::ErrorKind::Unavailable, "database.lost");

} // namespace

/** Killed while the database is away: what was answered by then is known to the next dispatcher. */
class DispatcherSpoolTest : public QObject
{
    Q_OBJECT

    static void addGateways()
    {
        QTest::addColumn<bool>("recognisesRepeats");
        QTest::newRow("repeats recognised") << true;
        QTest::newRow("repeats not recognised") << false;
    }

    /** Four requests are answered after the database was lost. */
    static MailingId loseTheDatabase(Engine &engine, const GatewayStep &answer)
    {
        QFETCH(const bool, recognisesRepeats);
        engine.script().setRecognisesRepeats(recognisesRepeats);
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add();
        engine.start();
        [&] { QTRY_COMPARE((engine.pass(100ms), engine.script().openRequests()), 4); }();
        engine.workspace.executor.failWrites(lost);
        engine.script().answerHanging(answer);
        engine.pass(1s);
        return id;
    }

private Q_SLOTS:
    void whatWasAcceptedIsNotSentAgain_data() { addGateways(); }
    void whatWasAcceptedIsNotSentAgain()
    {
        Engine engine(4);
        const MailingId id = loseTheDatabase(engine, GatewayStep::accept());
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 4);
        QCOMPARE(engine.spool.ids().size(), 4);

        Remains remains(engine);
        remains.startNext();
        QTRY_COMPARE((remains.settle(), remains.counts(id)[MessageStatus::Sent]), 4);
        QCOMPARE(remains.factory.script().requests().size(), 0);
        QVERIFY(remains.spool.kept.isEmpty());
    }

    void whatWasRejectedIsNotSentAgain_data() { addGateways(); }
    void whatWasRejectedIsNotSentAgain()
    {
        Engine engine(4);
        const MailingId id = loseTheDatabase(engine, GatewayStep::fail(AnswerKind::Rejected, 400));
        Remains remains(engine);
        remains.startNext();
        QTRY_COMPARE((remains.settle(), remains.counts(id)[MessageStatus::Failed]), 4);
        QCOMPARE(remains.factory.script().requests().size(), 0);
    }

    void nothingBeginsBeforeTheSpoolIsWritten_data() { addGateways(); }
    void nothingBeginsBeforeTheSpoolIsWritten()
    {
        Engine engine(6); // two are still to be sent
        const MailingId id = loseTheDatabase(engine, GatewayStep::accept());
        const StatusCounts before = engine.counts(id);
        Remains remains(engine);
        remains.workspace.executor.hold();
        remains.startNext();
        remains.workspace.executor.resume(); // it is there …
        remains.workspace.executor.failWrites(lost);
        remains.settle(); // … and cannot write what it found
        remains.settle();
        QCOMPARE(remains.counts(id), before);
        QCOMPARE(remains.factory.script().requests().size(), 0);

        remains.workspace.executor.failWrites({});
        QTRY_COMPARE((remains.settle(), remains.counts(id)[MessageStatus::Sent]), 6);
        QCOMPARE(remains.factory.script().requests().size(), 2);
    }

    void whoDiesWhileItWritesTheSpoolLeavesItToTheNext_data() { addGateways(); }
    void whoDiesWhileItWritesTheSpoolLeavesItToTheNext()
    {
        Engine engine(4);
        const MailingId id = loseTheDatabase(engine, GatewayStep::accept());
        Remains first(engine);
        // It has written everything, and is killed before it clears the spool.
        const FakeResultSpool before = first.spool;
        first.startNext();
        QTRY_COMPARE((first.settle(), first.counts(id)[MessageStatus::Sent]), 4);
        engine.workspace.data = first.workspace.data;
        engine.spool.kept = before.kept;

        Remains second(engine);
        second.startNext();
        QTRY_VERIFY((second.settle(), second.spool.kept.isEmpty()));
        QCOMPARE(second.counts(id)[MessageStatus::Sent], 4);
        QCOMPARE(second.workspace.data.endings.size(), first.workspace.data.endings.size());
        QCOMPARE(second.factory.script().requests().size(), 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherSpoolTest)
#include "dispatcherspooltest.moc"
