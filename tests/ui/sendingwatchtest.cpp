// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sendingwatch.h"
#include "tests/ui/uifixture.h"
#include "ui/texts/sendingtext.h"

#include <QtTest>

using ui::Sending;
using Phase = core::interfaces::SendingPhase;

namespace tests {

class SendingWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileHasNoOthersThatAreKnown()
    {
        FakeUi fake;
        QVERIFY(fake.workspace.instances.enter(QStringLiteral("crashed (1)"), fake.ui.clock.now()));
        fake.ui.sendingSwitch.become(Phase::Off); // asks who is there
        QCoreApplication::processEvents();
        QCOMPARE(fake.ui.sending.now(), (Sending{Phase::Off, false, {}}));
        QVERIFY(!fake.ui.sending.now().isNobody());
    }

    void oneselfIsNotAmongTheOthers()
    {
        FakeUi fake;
        const auto self = shared(fake, QStringLiteral("here (1)"));
        shared(fake, QStringLiteral("server (2)"));
        fake.ui.sendingSwitch.become(Phase::Here);
        QTRY_COMPARE(fake.ui.sending.now().others.size(), 2); // it does not know yet which one it is

        Q_EMIT fake.ui.engine.snapshotTaken({.dispatching = true, .instance = self});
        QTRY_COMPARE(fake.ui.sending.now(), (Sending{Phase::Here, true, {QStringLiteral("server (2)")}}));
        QCOMPARE(ui::texts::sendingText(fake.ui.sending.now()).section(u' ', 0, 2), QStringLiteral("Sending from 2"));

        Q_EMIT fake.ui.engine.snapshotTaken({}); // stopped; its row is gone
        QVERIFY(fake.workspace.instances.leave(self));
        fake.ui.sendingSwitch.become(Phase::Off);
        QTRY_COMPARE(fake.ui.sending.now(), (Sending{Phase::Off, true, {QStringLiteral("server (2)")}}));
    }

    void whileTheServerIsAwayTheLastAnswerHolds()
    {
        FakeUi fake;
        shared(fake, QStringLiteral("server (2)"));
        fake.ui.sendingSwitch.become(Phase::Off);
        QTRY_COMPARE(fake.ui.sending.now().others.size(), 1);
        fake.workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        fake.ui.sendingSwitch.become(Phase::Starting);
        fake.ui.sendingSwitch.become(Phase::Off);
        QCoreApplication::processEvents();
        QCOMPARE(fake.ui.sending.now().others, QStringList{QStringLiteral("server (2)")});
    }

    void whoeverNeedsThisProgramIsKnown_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("shared");
        QTest::addColumn<bool>("others");
        QTest::addColumn<bool>("needed");
        QTest::addColumn<bool>("nobody");
        const auto row = [](const char *name, Phase phase, bool shared, bool others, bool needed, bool nobody) {
            QTest::newRow(name) << int(phase) << shared << others << needed << nobody;
        };
        row("in a file", Phase::Here, false, false, true, false);
        row("another one has the file", Phase::Elsewhere, false, false, false, false);
        row("alone on a server", Phase::Here, true, false, true, false);
        row("about to be", Phase::Starting, true, false, true, false);
        row("one of several", Phase::Here, true, true, false, false);
        row("others alone", Phase::Off, true, true, false, false);
        row("nobody", Phase::Off, true, false, false, true);
        row("off in a file", Phase::Off, false, false, false, false);
    }

    void whoeverNeedsThisProgramIsKnown()
    {
        QFETCH(const int, phase);
        QFETCH(const bool, shared);
        QFETCH(const bool, others);
        const Sending sending{Phase(phase), shared, others ? QStringList{QStringLiteral("server (2)")} : QStringList()};
        QTEST(sending.needsThisProgram(), "needed");
        QTEST(sending.isNobody(), "nobody");
    }

private:
    /** One that sends the workspace, which lies on a server. */
    static core::InstanceId shared(FakeUi &fake, const QString &label)
    {
        fake.workspace.data.serverTime = fake.ui.clock.now();
        return fake.workspace.instances.enter(label, fake.ui.clock.now()).value();
    }
};

} // namespace tests

QTEST_MAIN(tests::SendingWatchTest)
#include "sendingwatchtest.moc"
