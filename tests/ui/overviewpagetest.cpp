// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overviewpage.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/charts/throughputchart.h"
#include "ui/feedback/banner.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

using core::domain::BreakerState;
using core::domain::MailingState;
using core::domain::MessageStatus;

namespace tests {

class OverviewPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        navigator.emplace();
    }

    void cleanup()
    {
        page.reset();
        navigator.reset();
        fake.reset();
    }

    void anEmptyWorkspaceMakesThreeOffers()
    {
        open();
        QTRY_VERIFY(button("offerImportButton")->isVisible());
        QTRY_VERIFY(button("offerGatewayButton")->isVisible());
        QTRY_VERIFY(button("offerDemoButton")->isVisible());
        press("offerImportButton");
        press("offerGatewayButton");
        QCOMPARE(navigator->visited, (QStringList{QStringLiteral("import "), QStringLiteral("gateway 0")}));
    }

    void offersNothingOnceThereIsAClient()
    {
        QVERIFY(fake->workspace.clients.insert(aClient()));
        open();
        QTRY_COMPARE(number("sentTodayCard"), QStringLiteral("0"));
        QTRY_VERIFY(!button("offerImportButton")->isVisible());
    }

    void countsWhatWaitsInRunningMailings()
    {
        runningMailing(3);
        open();
        QTRY_COMPARE(number("waitingCard"), QStringLiteral("3"));
    }

    void whatWaitsIsToldOnlyOnce()
    {
        runningMailing(3);
        open();
        QTRY_COMPARE(number("waitingCard"), QStringLiteral("3"));
        QTRY_VERIFY(button("sentLinkButton")->isVisible());
        QTRY_VERIFY(!button("pendingLinkButton")->isVisible()); // beside "Waiting 3" it would say 0
        QTRY_VERIFY(!button("sendingLinkButton")->isVisible());
    }

    void leadsToARunningMailingAndPausesIt()
    {
        const core::MailingId id = runningMailing(2);
        open();
        const QByteArray name = "runningName" + id.text().toLatin1();
        const QByteArray pause = "runningPause" + id.text().toLatin1();
        QTRY_VERIFY(button(name.constData()));
        press(name.constData());
        QCOMPARE(navigator->visited, QStringList{QStringLiteral("mailing %1").arg(id.value)});
        press(pause.constData());
        QTRY_COMPARE(fake->workspace.mailings.find(id)->state, MailingState::Paused);
        QTRY_COMPARE(button(pause.constData())->text(), ui::pages::OverviewPage::tr("Resume"));
        press(pause.constData());
        QTRY_COMPARE(fake->workspace.mailings.find(id)->state, MailingState::Running);
    }

    void aTroubledGatewayIsToldWithTheWayToItsSettings()
    {
        const auto id = fake->workspace.gateways.insert(aGateway().name(QStringLiteral("backup")));
        QVERIFY(id);
        QVERIFY(fake->workspace.gateways.saveState(
            *id, {.breaker = BreakerState::Attention, .since = fake->ui.clock.now(), .reason = QStringLiteral("HTTP 401")}));
        open();
        ui::feedback::Banner *banner = nullptr;
        QTRY_VERIFY((banner = page->findChild<ui::feedback::Banner *>(
                         QStringLiteral("problem-gateway-%1-attention").arg(id->text()))));
        QVERIFY(banner->text().contains(u"backup"));
        QVERIFY(banner->text().contains(u"HTTP 401"));
        banner->findChild<QPushButton *>(QStringLiteral("bannerActionButton"))->click();
        QCOMPARE(navigator->visited, QStringList{QStringLiteral("gateway %1").arg(id->value)});
    }

    void saysSinceWhenAndWhyAGatewayIsOutOfOrder()
    {
        const auto id = fake->workspace.gateways.insert(aGateway().name(QStringLiteral("backup")));
        QVERIFY(id);
        const core::Instant now = fake->ui.clock.now();
        QVERIFY(fake->workspace.gateways.saveState(*id, {.breaker = BreakerState::Open,
                                                         .since = now - std::chrono::minutes{19},
                                                         .reason = QStringLiteral("timeout"),
                                                         .nextProbeAt = now + std::chrono::seconds{12}}));
        open();
        const QString name = QStringLiteral("gatewayStateLabel") + id->text();
        QTRY_VERIFY(page->findChild<QLabel *>(name));
        QTRY_VERIFY(page->findChild<QLabel *>(name)->text().startsWith(u"probe in"));
        QCOMPARE(page->findChild<QLabel *>(name)->toolTip(),
                 QStringLiteral("out of order since 15:02: no answer in time, next try at 15:21:12"));
    }

    void aSlowRateIsShownAsItIs()
    {
        core::domain::GatewayProfile slow = aGateway();
        slow.rate = 0.04;
        const auto id = fake->workspace.gateways.insert(slow);
        QVERIFY(id);
        open();
        const QString name = QStringLiteral("gatewayStateLabel") + id->text();
        QTRY_VERIFY(page->findChild<QLabel *>(name));
        QTRY_COMPARE(page->findChild<QLabel *>(name)->text(), QStringLiteral("0/s of 0.04"));
    }

    void tellsHowManyOfARunningMailingWillExpire()
    {
        const core::MailingId id = runningMailing(5);
        core::domain::GatewayProfile slow = aGateway();
        slow.rate = 0.0001; // of a gateway that takes hours for one
        QVERIFY(fake->workspace.gateways.insert(slow));
        open();
        const QString name = QStringLiteral("runningForecast") + id.text();
        QTRY_VERIFY(page->findChild<QLabel *>(name));
        QTRY_VERIFY2(page->findChild<QLabel *>(name)->text().contains(u"will expire"),
                     qPrintable(page->findChild<QLabel *>(name)->text()));
    }

    void messagesWithoutAGatewayAskForOne()
    {
        runningMailing(1);
        open();
        QTRY_VERIFY(page->findChild<ui::feedback::Banner *>(QStringLiteral("problem-no-gateway")));
    }

    void whatKeepsTheEngineIsShownUntilItIsOver()
    {
        QVERIFY(fake->workspace.clients.insert(aClient()));
        open();
        const QString name = QStringLiteral("problem-engine-database.full");
        core::interfaces::EngineSnapshot snapshot{.dispatching = true, .problem = QStringLiteral("database.full")};
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_VERIFY(page->findChild<ui::feedback::Banner *>(name));
        snapshot.problem.clear();
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_VERIFY(!page->findChild<ui::feedback::Banner *>(name));
    }

    void namesTheZonesThatAreNotKnownHere()
    {
        QVERIFY(fake->workspace.clients.insert(aClient()));
        open();
        core::interfaces::EngineSnapshot snapshot{.dispatching = true};
        snapshot.unknownZones = {QStringLiteral("Europe/Atlantis"), QStringLiteral("Europe/Avalon")};
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        const auto banner = [this] { return page->findChild<ui::feedback::Banner *>(QStringLiteral("problem-zones")); };
        QTRY_VERIFY(banner());
        QVERIFY(banner()->accessibleName().contains(QStringLiteral("2 time zone(s): Europe/Atlantis, Europe/Avalon")));
        snapshot.unknownZones = {};
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_VERIFY(!banner());
    }

    void saysThatNothingIsSentFromHereAsLongAsThatIsSo()
    {
        QVERIFY(fake->workspace.clients.insert(aClient()));
        open();
        fake->ui.sendingSwitch.become(core::interfaces::SendingPhase::Off);
        const auto banner = [this] {
            return page->findChild<ui::feedback::Banner *>(QStringLiteral("problem-not-from-here"));
        };
        QTRY_VERIFY(banner() && banner()->isVisible());
        QVERIFY(banner()->text().startsWith(u"Nothing is sent from this computer"));
        fake->ui.sendingSwitch.become(core::interfaces::SendingPhase::Here);
        QTRY_VERIFY(!banner());
    }

    void saysThatAnotherProgramSends()
    {
        QVERIFY(fake->workspace.clients.insert(aClient()));
        open();
        fake->ui.sendingSwitch.become(core::interfaces::SendingPhase::Elsewhere);
        QTRY_VERIFY(page->findChild<ui::feedback::Banner *>(QStringLiteral("problem-other-process")));
    }

    void showsTheRateOfTheSnapshot()
    {
        open();
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true, .rate = 412});
        QTRY_VERIFY(number("nowCard").startsWith(u"412"));
    }

    void numbersLeadToTheMessagesBehindThem()
    {
        runningMailing(2);
        const auto due = fake->workspace.messages.page({}, {});
        QVERIFY(due);
        QVERIFY(fake->workspace.messages.record(
            {{.id = due->rows.first().id, .status = MessageStatus::Failed, .at = fake->ui.clock.now()}}, {}));
        open();
        QTRY_COMPARE(number("failedTodayCard"), QStringLiteral("1"));
        press("failedTodayCardLink");
        press("failedLinkButton");
        QCOMPARE(navigator->visited, (QStringList{QStringLiteral("messages failed,undelivered,unknown,expired"),
                                                  QStringLiteral("messages failed")}));
    }

    void nothingIsPraisedWhileAnyIsUnknown()
    {
        runningMailing(2);
        const auto due = fake->workspace.messages.page({}, {});
        QVERIFY(due);
        QVERIFY(fake->workspace.messages.record(
            {{.id = due->rows.first().id, .status = MessageStatus::Unknown, .at = fake->ui.clock.now()}}, {}));
        open();
        QTRY_COMPARE(button("failedTodayCardLink")->text(), QStringLiteral("1 unknown, 0 expired"));
        QVERIFY(button("failedTodayCardLink")->isVisible());
    }

    void theNextMailingIsALink()
    {
        core::domain::Mailing mailing = aMailing().state(MailingState::Scheduled);
        mailing.startAt = fake->ui.clock.now() + std::chrono::hours{5};
        mailing.endAt = mailing.startAt + std::chrono::hours{5};
        const auto id = fake->workspace.mailings.insert(mailing);
        QVERIFY(id);
        open();
        const QByteArray name = "upcomingName" + id->text().toLatin1();
        QTRY_VERIFY(button(name.constData()));
        press(name.constData());
        QCOMPARE(navigator->visited, QStringList{QStringLiteral("mailing %1").arg(id->value)});
    }

    void fitsIntoASmallWindow()
    {
        ui::theme::Theme theme(*qApp);
        theme.apply(core::settings::Look::Light);
        runningMailing(5);
        open();
        QTRY_COMPARE(number("waitingCard"), QStringLiteral("5"));
        QVERIFY2(page->minimumSizeHint().height() <= 640, qPrintable(heights(page.get())));
        QVERIFY2(page->minimumSizeHint().width() <= 1084, qPrintable(QString::number(page->minimumSizeHint().width())));
    }

private:
    void open()
    {
        page = std::make_unique<ui::pages::OverviewPage>(fake->ui.context, *navigator);
        page->resize(1084, 745);
        page->show();
        page->activated();
    }

    core::MailingId runningMailing(int clients)
    {
        for (int i = 1; i <= clients; ++i)
            (void)fake->workspace.clients.insert(aClient().phone(i));
        core::domain::Mailing mailing = aMailing();
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        mailing.id = fake->workspace.mailings.insert(mailing).value();
        (void)fake->workspace.messages.chooseAudience(mailing, {}, 100, fake->ui.clock.now());
        return mailing.id;
    }

    static QString heights(const QWidget *widget, int depth = 0)
    {
        QString text =
            QStringLiteral("%1%2 %3: %4\n")
                .arg(QString(depth * 2, u' '), QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
                .arg(widget->minimumSizeHint().height());
        for (const QObject *child : widget->children()) {
            if (child->isWidgetType())
                text += heights(static_cast<const QWidget *>(child), depth + 1);
        }
        return text;
    }

    QPushButton *button(const char *name) const { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    void press(const char *name) const
    {
        button(name)->setFocus();
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    QString number(const char *card) const
    {
        return page->findChild<QLabel *>(QString::fromLatin1(card) + QStringLiteral("Number"))->text();
    }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<ui::pages::OverviewPage> page;
};

} // namespace tests

QTEST_MAIN(tests::OverviewPageTest)
#include "overviewpagetest.moc"
