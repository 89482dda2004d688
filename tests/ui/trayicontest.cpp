// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/trayicon.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

using core::domain::BreakerState;
using core::domain::MailingState;
using core::interfaces::EngineSnapshot;
using ui::tray::TrayIcon;
using ui::tray::TrayState;

namespace tests {

class TrayIconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        theme = std::make_unique<ui::theme::Theme>(*qApp);
        language = std::make_unique<ui::LanguageSwitch>(*qApp);
        language->apply(core::settings::Language::English);
    }

    void init()
    {
        fake.emplace();
        window = std::make_unique<ui::MainWindow>(fake->ui.context, *theme, *language);
    }

    void cleanup()
    {
        tray.reset();
        window.reset();
        fake.reset();
    }

    void cleanupTestCase()
    {
        language.reset();
        theme.reset();
    }

    void showsWhatTheEngineDoes()
    {
        open();
        QCOMPARE(tray->state(), TrayState::Idle);
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true, .rate = 12});
        QTRY_COMPARE(tray->state(), TrayState::Sending);
        Q_EMIT fake->ui.engine.snapshotTaken(troubled());
        QTRY_COMPARE(tray->state(), TrayState::Attention);
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true});
        QTRY_COMPARE(tray->state(), TrayState::Idle);
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true, .problem = QStringLiteral("database.full")});
        QTRY_COMPARE(tray->state(), TrayState::Attention);
    }

    void aGatewayThatIsSwitchedOffNeedsNobody()
    {
        open();
        EngineSnapshot snapshot = troubled();
        snapshot.gateways.first().enabled = false;
        snapshot.rate = 1;
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_COMPARE(tray->state(), TrayState::Sending);
    }

    void tellsOfATroubledGatewayOnce()
    {
        open();
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        Q_EMIT fake->ui.engine.snapshotTaken(troubled());
        Q_EMIT fake->ui.engine.snapshotTaken(troubled());
        QTRY_COMPARE(told.count(), 1);
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true});
        Q_EMIT fake->ui.engine.snapshotTaken(troubled()); // again, after it had been mended
        QTRY_COMPARE(told.count(), 2);
    }

    void tellsAFinishedMailingWithItsNumbers()
    {
        const core::MailingId id = add(MailingState::Running);
        open();
        QTRY_VERIFY(action(QStringLiteral("trayMailingAction") + id.text()));
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        setState(id, MailingState::Finished);
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(told.first().at(0).toString().contains(u"Sale"));
        QVERIFY(told.first().at(1).toString().contains(u'1'));
    }

    void saysWhatAGatewayWants_data()
    {
        QTest::addColumn<int>("breaker");
        QTest::addColumn<QString>("text");
        QTest::newRow("other credentials")
            << int(BreakerState::Attention)
            << QStringLiteral("It cannot be used as it is set up: HTTP 401. Its messages wait until their mailing ends.");
        QTest::newRow("its key")
            << int(BreakerState::KeyMissing)
            << QStringLiteral(
                   "The key for its secret is missing on this computer. Its messages wait until their mailing ends.");
    }

    void saysWhatAGatewayWants()
    {
        QFETCH(const int, breaker);
        QFETCH(const QString, text);
        open();
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        EngineSnapshot snapshot = troubled();
        snapshot.gateways.first().state.breaker = BreakerState(breaker);
        snapshot.gateways.first().state.reason = QStringLiteral("HTTP 401");
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(told.first().value(1).toString(), text);
    }

    void pausesAndResumesAll()
    {
        const core::MailingId first = add(MailingState::Running);
        const core::MailingId second = add(MailingState::Running);
        open();
        QTRY_VERIFY(action(QStringLiteral("trayPauseAllAction"))->isEnabled());
        action(QStringLiteral("trayPauseAllAction"))->trigger();
        QTRY_COMPARE(state(first), MailingState::Paused);
        QCOMPARE(state(second), MailingState::Paused);
        QTRY_VERIFY(action(QStringLiteral("trayResumeAllAction"))->isEnabled());
        action(QStringLiteral("trayResumeAllAction"))->trigger();
        QTRY_COMPARE(state(first), MailingState::Running);
    }

    void saysThatNothingWasPaused()
    {
        const core::MailingId id = add(MailingState::Running);
        open();
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        QTRY_VERIFY(action(QStringLiteral("trayPauseAllAction"))->isEnabled());
        fake->workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        action(QStringLiteral("trayPauseAllAction"))->trigger();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(told.first().at(0).toString(), QStringLiteral("Nothing was paused"));
        QVERIFY(!told.first().at(1).toString().isEmpty());
        QCOMPARE(state(id), MailingState::Running);
    }

    void whatOneMayNotPauseSaysWhy()
    {
        add(MailingState::Running);
        open();
        enter(core::domain::Role::Viewer);
        QAction *pause = action(QStringLiteral("trayPauseAllAction"));
        QTRY_VERIFY2(pause->toolTip().startsWith(u"Your role does not allow you to change, start, stop"),
                     qPrintable(pause->toolTip()));
        QVERIFY(!pause->isEnabled());
        QVERIFY(tray->menu().toolTipsVisible());
    }

    void oneThatMayBePausedIsEnough()
    {
        add(MailingState::Running);
        const core::MailingId own = add(MailingState::Running);
        open();
        enter(core::domain::Role::Operator);
        QTRY_VERIFY(action(QStringLiteral("trayMailingAction") + own.text()));
        QVERIFY(!action(QStringLiteral("trayPauseAllAction"))->isEnabled()); // both are the administrator's
        const auto give = [own, user = fake->ui.session.actor()->user](core::interfaces::UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(own));
            mailing.owner = user;
            return unit.mailings.update(mailing);
        };
        QVERIFY(fake->workspace.executor.write(core::interfaces::Lane::Interactive, give).result());
        QTRY_VERIFY(action(QStringLiteral("trayPauseAllAction"))->isEnabled());
        action(QStringLiteral("trayPauseAllAction"))->trigger();
        QTRY_COMPARE(state(own), MailingState::Paused);
    }

    void saysNothingOfMailingsWhileNobodyIsSignedIn()
    {
        const core::MailingId id = add(MailingState::Running);
        const QString name = QStringLiteral("trayMailingAction") + id.text();
        open();
        QTRY_VERIFY(action(name));
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        fake->ui.addUser(QStringLiteral("anna"), core::domain::Role::Viewer); // so that people sign in from now on
        QTRY_VERIFY(!action(name));
        QAction *pause = action(QStringLiteral("trayPauseAllAction"));
        QVERIFY(!pause->isEnabled());
        QCOMPARE(pause->toolTip(), QStringLiteral("Sign in first."));
        setState(id, MailingState::Finished);
        Q_EMIT tray->menu().aboutToShow();
        QCoreApplication::processEvents();
        QVERIFY(!action(name));
        QCOMPARE(told.count(), 0);
    }

    void theMenuIsReadWhenItOpens()
    {
        open();
        const core::MailingId id = add(MailingState::Draft);
        QTRY_VERIFY(!action(QStringLiteral("trayPauseAllAction"))->isEnabled());
        auto mailing = fake->workspace.mailings.find(id);
        QVERIFY(mailing);
        mailing->state = MailingState::Running;
        QVERIFY(fake->workspace.mailings.update(*mailing)); // past the change feed: nothing but the menu asks
        Q_EMIT tray->menu().aboutToShow();
        QTRY_VERIFY(action(QStringLiteral("trayMailingAction") + id.text()));
        QTRY_VERIFY(action(QStringLiteral("trayPauseAllAction"))->isEnabled());
    }

    void saysThatRecipientsAreStillBeingChosen()
    {
        const core::MailingId id = add(MailingState::Running);
        QVERIFY(fake->workspace.mailings.saveAudienceProgress(id, {core::ClientId{1}, false}));
        open();
        const QString name = QStringLiteral("trayMailingAction") + id.text();
        QTRY_VERIFY(action(name) && action(name)->text().contains(u"0 of 1 so far"));
    }

    void anOpenMenuFollowsTheMessages()
    {
        const core::MailingId id = add(MailingState::Running);
        open();
        const QString name = QStringLiteral("trayMailingAction") + id.text();
        QTRY_VERIFY(action(name) && action(name)->text().contains(u"0 of 1"));
        tray->menu().popup({});
        endMessages();
        QTRY_VERIFY(action(name) && action(name)->text().contains(u"1 of 1"));
        QVERIFY(!action(name)->text().contains(u"so far"));
        tray->menu().hide();
    }

    void quitsAtOnceWhenNothingRuns()
    {
        open();
        QSignalSpy quit(tray.get(), &TrayIcon::quitRequested);
        action(QStringLiteral("trayQuitAction"))->trigger();
        QTRY_COMPARE(quit.count(), 1);
    }

    void asksBeforeItQuitsWhileMailingsRun()
    {
        add(MailingState::Running);
        open();
        QSignalSpy quit(tray.get(), &TrayIcon::quitRequested);
        action(QStringLiteral("trayQuitAction"))->trigger();
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = window->findChild<QMessageBox *>(QStringLiteral("quitDialog"))));
        QCOMPARE(quit.count(), 0);
        question->findChild<QPushButton *>(QStringLiteral("goOnSendingButton"))->click();
        QCOMPARE(quit.count(), 0);
        tray->quit();
        QTRY_VERIFY((question = visibleQuestion()));
        question->findChild<QPushButton *>(QStringLiteral("confirmQuitButton"))->click();
        QCOMPARE(quit.count(), 1);
    }

    void doesNotAskWhereNothingComesToStandStill()
    {
        add(MailingState::Running);
        open();
        QSignalSpy quit(tray.get(), &TrayIcon::quitRequested);
        fake->ui.sendingSwitch.become(core::interfaces::SendingPhase::Off);
        tray->quit();
        QCOMPARE(quit.count(), 1);
        QVERIFY(!visibleQuestion());
    }

    void closingTheWindowHidesItInTheTray()
    {
        if (!QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("there is no notification area here");
        open();
        window->show();
        QSignalSpy quit(tray.get(), &TrayIcon::quitRequested);
        QSignalSpy told(tray.get(), &TrayIcon::notified);
        window->close();
        QCOMPARE(quit.count(), 0);
        QVERIFY(!window->isVisible());
        QCOMPARE(told.count(), 1);
        QVERIFY(fake->ui.settings.isTrayHintShown());
        window->show();
        window->close();
        QCOMPARE(told.count(), 1); // told once
    }

    void withoutATrayTheWindowMinimisesOnlyWhereThereIsWork_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *name, MailingState state, bool stays) {
            QTest::newRow(name) << int(state) << stays;
        };
        row("running", MailingState::Running, true);
        row("scheduled", MailingState::Scheduled, true);
        row("paused", MailingState::Paused, false);
        row("finished", MailingState::Finished, false);
        row("draft", MailingState::Draft, false);
    }

    void withoutATrayTheWindowMinimisesOnlyWhereThereIsWork()
    {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("there is a notification area here");
        QFETCH(const int, state);
        QFETCH(const bool, stays);
        add(MailingState(state));
        open();
        window->show();
        QSignalSpy quit(tray.get(), &TrayIcon::quitRequested);
        window->close();
        QTRY_COMPARE(window->isMinimized(), stays);
        QTRY_COMPARE(quit.count(), stays ? 0 : 1);
    }

private:
    void open() { tray = std::make_unique<TrayIcon>(fake->ui.context, *window); }

    /** Signs somebody in who was added just before. */
    void enter(core::domain::Role role)
    {
        const core::domain::User user = fake->ui.addUser(QStringLiteral("anna"), role);
        QTRY_VERIFY(!fake->ui.session.actor());
        const auto answer = fake->ui.session.signIn(user.email, UiFixture::goodPassword(), false);
        QTRY_VERIFY(answer.isFinished() && fake->ui.session.actor());
    }

    static EngineSnapshot troubled()
    {
        core::interfaces::GatewayActivity gateway{.gateway = core::GatewayId{1}};
        gateway.state.breaker = BreakerState::Attention;
        return {.dispatching = true, .gateways = {gateway}};
    }

    core::MailingId add(MailingState wanted)
    {
        (void)fake->workspace.clients.insert(aClient());
        core::domain::Mailing mailing = aMailing().name(QStringLiteral("Sale")).state(wanted);
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        mailing.id = fake->workspace.mailings.insert(mailing).value_or(core::MailingId());
        (void)fake->workspace.messages.chooseAudience(mailing, {}, 10, fake->ui.clock.now());
        return mailing.id;
    }

    void setState(core::MailingId id, MailingState wanted)
    {
        (void)fake->workspace.executor.write(core::interfaces::Lane::Dispatch,
                                             [id, wanted](core::interfaces::UnitOfWork &unit) -> core::Status {
                                                 HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(id));
                                                 mailing.state = wanted;
                                                 return unit.mailings.update(mailing);
                                             });
    }

    void endMessages()
    {
        const core::Instant now = fake->ui.clock.now();
        const auto work = [now](core::interfaces::UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_ASSIGN(const auto page, unit.messages.page({}, {}));
            QList<core::interfaces::MessageOutcome> outcomes;
            for (const auto &row : page.rows)
                outcomes << core::interfaces::MessageOutcome{
                    .id = row.id, .status = core::domain::MessageStatus::Sent, .at = now};
            return unit.messages.record(outcomes, {});
        };
        (void)fake->workspace.executor.write(core::interfaces::Lane::Dispatch, work);
    }

    MailingState state(core::MailingId id) { return fake->workspace.mailings.find(id)->state; }
    QAction *action(const QString &name) const { return tray->menu().findChild<QAction *>(name); }
    QMessageBox *visibleQuestion() const
    {
        for (QMessageBox *box : window->findChildren<QMessageBox *>(QStringLiteral("quitDialog"))) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }

    std::unique_ptr<ui::theme::Theme> theme;
    std::unique_ptr<ui::LanguageSwitch> language;
    std::optional<FakeUi> fake;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<TrayIcon> tray;
};

} // namespace tests

QTEST_MAIN(tests::TrayIconTest)
#include "trayicontest.moc"
