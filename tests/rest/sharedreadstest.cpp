// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/sharedreads.h"

#include <QtTest>

using core::Result;

namespace tests {

/** Reads end when the test says so; what is read is how often something has changed. */
class SharedReadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        reads.clear();
        changes = 0;
        shared.emplace([this](int key) {
            reads.append({key, std::make_shared<QPromise<Result<int>>>()});
            reads.last().promise->start();
            return reads.last().promise->future();
        });
    }

    void allWhoAskMeanwhileShareTheNextRead()
    {
        const auto first = shared->ask(1);
        const auto second = shared->ask(1);
        const auto third = shared->ask(1);
        QCOMPARE(reads.size(), 1);

        end(0);
        QTRY_COMPARE(reads.size(), 2);
        QCOMPARE(first.result().value(), 0);
        QVERIFY(!second.isFinished() && !third.isFinished());
        end(1);
        QTRY_VERIFY(second.isFinished() && third.isFinished());
        settle();
        QCOMPARE(reads.size(), 2);
    }

    void whoHasChangedSomethingSeesIt()
    {
        const auto before = shared->ask(1);
        changes = 1; // after that read has begun
        const auto after = shared->ask(1);
        reads[0].promise->addResult(Result<int>(0));
        reads[0].promise->finish();
        QTRY_COMPARE(reads.size(), 2);
        end(1);
        QTRY_VERIFY(after.isFinished());
        QCOMPARE(before.result().value(), 0);
        QCOMPARE(after.result().value(), 1);
    }

    void afterTheLastAnswerItBeginsAnew()
    {
        const auto first = shared->ask(1);
        end(0);
        QTRY_VERIFY(first.isFinished());
        settle();
        const auto second = shared->ask(1);
        QCOMPARE(reads.size(), 2);
        end(1);
        QTRY_VERIFY(second.isFinished());
    }

    void oneThingDoesNotWaitForAnother()
    {
        const auto one = shared->ask(1);
        const auto other = shared->ask(2);
        QCOMPARE(reads.size(), 2);
        end(1);
        QTRY_VERIFY(other.isFinished());
        QVERIFY(!one.isFinished());
    }

    void aReadThatFailsFailsForThoseWhoShareItAlone()
    {
        const auto first = shared->ask(1);
        const auto second = shared->ask(1);
        reads[0].promise->addResult(core::Failure(core::Error::make(core::ErrorKind::Unavailable, "database.lost")));
        reads[0].promise->finish();
        QTRY_COMPARE(reads.size(), 2);
        QVERIFY(!first.result());
        reads[1].promise->finish(); // the executor was shut down
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(second.result().error().kind, core::ErrorKind::Cancelled);
    }

    void answersThatComeTooLateHarmNobody()
    {
        const auto asked = shared->ask(1);
        shared.reset();
        end(0);
        settle();
        QVERIFY(!asked.isFinished() || asked.resultCount() == 0);
    }

private:
    /** What is under way within this thread has come to its end. */
    static void settle()
    {
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
    }

    struct OneRead
    {
        int key;
        std::shared_ptr<QPromise<Result<int>>> promise;
    };

    void end(qsizetype number)
    {
        reads[number].promise->addResult(Result<int>(changes));
        reads[number].promise->finish();
    }

    QList<OneRead> reads;
    int changes = 0;
    std::optional<core::rest::SharedReads<int, int>> shared;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SharedReadsTest)
#include "sharedreadstest.moc"
