// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/batchthread.h"

#include <QTest>
#include <QThread>
#include <functional>
#include <memory>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace tests {

namespace {

void runInThread(const std::function<void()> &work)
{
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->start();
    thread->wait();
}

} // namespace

class BatchThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheCallingThreadAndWhatItStarts()
    {
#ifdef Q_OS_LINUX
        int itself = -1;
        int startedByIt = -1;
        runInThread([&] {
            core::becomeBatchThread();
            itself = sched_getscheduler(0);
            runInThread([&startedByIt] { startedByIt = sched_getscheduler(0); });
        });

        QCOMPARE(itself, SCHED_BATCH);
        QCOMPARE(startedByIt, SCHED_BATCH);
        QCOMPARE(sched_getscheduler(0), SCHED_OTHER);
#else
        QSKIP("Threads stay as they are here");
#endif
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::BatchThreadTest)
#include "batchthreadtest.moc"
