// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sendingcard.h"
#include "tests/ui/uifixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QtTest>

using core::domain::Role;
using Phase = core::interfaces::SendingPhase;

namespace tests {

class SendingCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fake.emplace(); }

    void cleanup()
    {
        card.reset();
        fake.reset();
    }

    void whatIsChosenIsSavedAndApplied()
    {
        open();
        QVERIFY(!check()->isChecked());
        QCOMPARE(label("sendingStateLabel")->text(), QStringLiteral("Sending from here"));

        QTest::keyClick(check(), Qt::Key_Space);
        QVERIFY(fake->ui.settings.doesNotSend());
        QCOMPARE(fake->ui.sendingSwitch.applied, 1);

        QTest::keyClick(check(), Qt::Key_Space);
        QVERIFY(!fake->ui.settings.doesNotSend());
        QCOMPARE(fake->ui.sendingSwitch.applied, 2);
    }

    void showsWhatIsSet()
    {
        QVERIFY(fake->ui.settings.setDoesNotSend(true));
        open();
        QVERIFY(check()->isChecked());
    }

    void saysHowFarItIs()
    {
        open();
        fake->ui.sendingSwitch.become(Phase::Stopping);
        QVERIFY(label("sendingStateLabel")->text().startsWith(u"Stopping"));
        fake->ui.sendingSwitch.become(Phase::Off);
        QVERIFY(label("sendingStateLabel")->text().startsWith(u"Nothing is sent from here. Its messages wait, unless"));
    }

    void namesTheOthersOnAServer()
    {
        fake->workspace.data.serverTime = fake->ui.clock.now();
        QVERIFY(fake->workspace.instances.enter(QStringLiteral("<b>server</b> (812)"), fake->ui.clock.now()));
        open();
        fake->ui.sendingSwitch.become(Phase::Off);
        QTRY_COMPARE(label("sendingOthersLabel")->text(), QStringLiteral("Sent from: <b>server</b> (812)"));
        QCOMPARE(label("sendingOthersLabel")->textFormat(), Qt::PlainText);
        QVERIFY(label("sendingOthersLabel")->isVisible());
    }

    void whatCannotBeSavedIsNotApplied()
    {
        QVERIFY(QDir().mkpath(fake->ui.settings.path())); // a folder where the file should be
        open();
        check()->click();
        QVERIFY(label("sendingProblemLabel")->isVisible());
        QVERIFY(!check()->isChecked());
        QCOMPARE(fake->ui.sendingSwitch.applied, 0);
    }

    void onlyAnAdministratorChangesIt()
    {
        fake->ui.actAs(Role::Operator);
        open();
        QVERIFY(!check()->isEnabled());
        QVERIFY(!check()->toolTip().isEmpty());
    }

private:
    void open()
    {
        card.emplace(fake->ui.context);
        card->show();
    }

    QLabel *label(const char *name) { return card->findChild<QLabel *>(QString::fromLatin1(name)); }
    QCheckBox *check() { return card->findChild<QCheckBox *>(QStringLiteral("doNotSendCheck")); }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::SendingCard> card;
};

} // namespace tests

QTEST_MAIN(tests::SendingCardTest)
#include "sendingcardtest.moc"
