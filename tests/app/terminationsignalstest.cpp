// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/terminationsignals.h"

#include <QtTest>
#include <csignal>
#include <unistd.h>

using app::TerminationSignals;

namespace tests {

namespace {

bool endsTheProcess(int signal)
{
    struct sigaction action = {};
    sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_DFL;
}

} // namespace

class TerminationSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignalIsReceivedOnce_data()
    {
        QTest::addColumn<int>("signal");

        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void aSignalIsReceivedOnce()
    {
        QFETCH(int, signal);
        const TerminationSignals caught;
        QSignalSpy received(&caught, &TerminationSignals::received);

        QCOMPARE(::kill(::getpid(), signal), 0);

        QCOMPARE(received.count(), 0); // told by the event loop, where objects may be touched
        QTRY_COMPARE(received.count(), 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(received.count(), 1);
    }

    void aSecondSignalEndsTheProcessAsUsual()
    {
        const TerminationSignals caught;
        QVERIFY(!endsTheProcess(SIGTERM));
        QSignalSpy received(&caught, &TerminationSignals::received);

        QCOMPARE(::kill(::getpid(), SIGTERM), 0);

        QTRY_COMPARE(received.count(), 1);
        QVERIFY(endsTheProcess(SIGTERM));
        QVERIFY2(!endsTheProcess(SIGINT), "Ctrl+C has not been pressed yet");
    }

    void afterItsEndSignalsMeanWhatTheyDidBefore()
    {
        {
            const TerminationSignals caught;
            QVERIFY(!endsTheProcess(SIGINT));
        }
        QVERIFY(endsTheProcess(SIGTERM));
        QVERIFY(endsTheProcess(SIGINT));
    }

    void canBeCaughtAgain()
    {
        for (int round = 0; round < 2; ++round) {
            const TerminationSignals caught;
            QSignalSpy received(&caught, &TerminationSignals::received);
            QCOMPARE(::kill(::getpid(), SIGTERM), 0);
            QTRY_COMPARE(received.count(), 1);
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TerminationSignalsTest)
#include "terminationsignalstest.moc"
