// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/timerdelay.h"

#include <QElapsedTimer>
#include <QThread>
#include <QtTest>

using namespace std::chrono_literals;

class TimerDelayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesWhenTheTimeIsOver()
    {
        app::TimerDelay delay;
        QElapsedTimer elapsed;
        elapsed.start();

        const QFuture<void> future = delay.after(50ms);

        QVERIFY(!future.isFinished());
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.isCanceled());
        QVERIFY2(elapsed.elapsed() >= 45, qPrintable(QString::number(elapsed.elapsed()))); // timers may be 5 % early
    }

    void isAskedFromAnyThread()
    {
        app::TimerDelay delay;
        QFuture<void> future;
        std::unique_ptr<QThread> other(QThread::create([&] { future = delay.after(1ms); }));
        other->start();
        QVERIFY(other->wait(5000));

        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.isCanceled());
    }

    void severalPassAtOnce()
    {
        app::TimerDelay delay;
        const QFuture<void> late = delay.after(10min);
        const QFuture<void> soon = delay.after(1ms);

        QTRY_VERIFY(soon.isFinished());
        QVERIFY(!late.isFinished());
    }

    void isCancelledWithTheProgram()
    {
        auto delay = std::make_unique<app::TimerDelay>();
        const QFuture<void> running = delay->after(10min);
        QFuture<void> onItsWay;
        std::unique_ptr<QThread> other(QThread::create([&] { onItsWay = delay->after(10min); }));
        other->start();
        QVERIFY(other->wait(5000));

        delay.reset();

        for (const QFuture<void> &future : {running, onItsWay})
            QVERIFY(future.isFinished() && future.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TimerDelayTest)
#include "timerdelaytest.moc"
