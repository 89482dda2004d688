// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/importfixture.h"

#include <QThreadPool>
#include <QtTest>

using core::services::ImportProgress;

namespace tests {

namespace {

/** Every reading is `step` later, so that a batch seems to take that long; the file has been read on by then. */
class SteppingClock final : public core::Clock
{
public:
    explicit SteppingClock(std::chrono::microseconds step) : m_step(step) {}

    [[nodiscard]] core::Instant now() const override { return at("2026-11-20T09:00:00Z"); }
    [[nodiscard]] core::Ticks ticks() const override
    {
        QThreadPool::globalInstance()->waitForDone();
        return m_ticks += m_step;
    }

private:
    std::chrono::microseconds m_step;
    mutable core::Ticks m_ticks{};
};

} // namespace

/** How an import takes its turns at writing, and what it tells meanwhile. */
class ImportRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOthersWriteAfterSlicesThatFollowTheSpeedOfTheDatabase()
    {
        const auto writesFor = [](std::chrono::microseconds perSlice) {
            ImportFixture f;
            f.workspace.executor.setAwaited(true);
            const SteppingClock clock(perSlice);
            core::services::ImportService service(f.workspace.executor, clock);
            if (service.runNow(admin(), request(f.file(manyPhones(2000))))->counts.added != 2000)
                return 0;
            return f.workspace.executor.writes();
        };
        // 2000 rows: ten slices of 200 if their size never changed, and two writes around them.
        QVERIFY(writesFor(std::chrono::milliseconds{1}) < 10);
        QVERIFY(writesFor(std::chrono::milliseconds{60}) > 40);
        QCOMPARE(writesFor(std::chrono::milliseconds{15}), 12);
    }

    void goesOnInOneTransactionWhileNobodyWaits()
    {
        const auto writesFor = [](std::chrono::microseconds perLook, int rows, bool alone = false) {
            ImportFixture f;
            f.workspace.executor.setAlone(alone);
            const SteppingClock clock(perLook);
            core::services::ImportService service(f.workspace.executor, clock);
            if (service.runNow(admin(), request(f.file(manyPhones(rows))))->counts.added != rows)
                return 0;
            return f.workspace.executor.writes() - 2;
        };
        QCOMPARE(writesFor(std::chrono::milliseconds{1}, 2000), 1);
        // Over the pieces that the file is read in, three here.
        QCOMPARE(writesFor(std::chrono::milliseconds{1}, 13'000), 1);
        // But not for longer than a turn: nobody else may write to the file meanwhile, unless there is nobody.
        QCOMPARE(writesFor(std::chrono::milliseconds{80}, 2000), 3);
        QCOMPARE(writesFor(std::chrono::milliseconds{80}, 2000, true), 1);
        QVERIFY(writesFor(std::chrono::milliseconds{500}, 2000, true) > 1);
    }

    void tellsOfAllPiecesOfOneTurn()
    {
        ImportFixture f;
        const auto asked = request(f.file(manyPhones(13'000) + u"12\n79990000001\n\"unclosed"_qs));
        const SteppingClock clock(std::chrono::milliseconds{1});
        core::services::ImportService service(f.workspace.executor, clock);
        const auto report = service.runNow(admin(), asked);
        QVERIFY(report && report->stoppedBy);
        QCOMPARE(report->counts.added, 13'000);
        QCOMPARE(report->counts.doubles, 1);
        QCOMPARE(report->counts.totalRejected(), 1);
        QCOMPARE(f.workspace.data.clients.size(), 13'000);
        QCOMPARE(f.workspace.executor.writes(), 3);
    }

    void aFailedTurnLeavesNothingOfItsPiecesInTheReport()
    {
        ImportFixture f;
        const core::Error full = core::Error::make(core::ErrorKind::Unavailable, "database.full");
        f.workspace.executor.failWrites(full, 2); // the first one opens the journal
        const SteppingClock clock(std::chrono::milliseconds{1});
        core::services::ImportService service(f.workspace.executor, clock);
        const auto report = service.runNow(admin(), request(f.file(manyPhones(7000) + u"12\n"_qs)));
        QVERIFY(report);
        QCOMPARE(report->stoppedBy, std::optional(full));
        QCOMPARE(report->counts.rows(), 0);
        QVERIFY(f.workspace.data.clients.isEmpty());
    }

    void readsOnWhereTheLastChunkEnded()
    {
        ImportFixture f;
        const auto report = f.run(f.file(manyPhones(11'000) + u"12\n79990000001\n"_qs));
        QCOMPARE(summary(report), u"new 11000, changed 0, unchanged 0, double 1, rejected 11002 phone:too_short"_qs);
        QCOMPARE(f.workspace.data.clients.size(), 11'000);
    }

    void tellsItsProgress()
    {
        ImportFixture f;
        f.workspace.executor.setAwaited(true);
        const SteppingClock clock(std::chrono::milliseconds{100});
        core::services::ImportService service(f.workspace.executor, clock);
        QList<ImportProgress> told;
        const auto note = [&](const ImportProgress &progress) { told.append(progress); };
        QVERIFY(service.runNow(admin(), request(f.file(manyPhones(2000))), note));
        QVERIFY(told.size() > 2);
        QVERIFY(told.front().counts.rows() < 2000);
        QCOMPARE(told.back().counts.added, 2000);
        QCOMPARE(told.back().bytesRead, told.back().bytesTotal);
        QCOMPARE(told.back().timeLeft, std::optional(core::Milliseconds{0}));
        QVERIFY(told.back().rowsPerSecond > 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ImportRunTest)
#include "importruntest.moc"
