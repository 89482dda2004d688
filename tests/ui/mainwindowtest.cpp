// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/uifixture.h"
#include "ui/models/eventtablemodel.h"
#include "ui/models/messagetablemodel.h"
#include "ui/pages/page.h"
#include "ui/workbench.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QtTest>

using core::domain::MessageStatus;

namespace tests {

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!theme)
            theme = new ui::theme::Theme(*qApp);
        if (!language)
            language = new ui::LanguageSwitch(*qApp);
        fake.emplace();
        window.emplace(fake->ui.context, *theme, *language);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*window));
    }

    void cleanup()
    {
        window.reset();
        fake.reset();
    }

    void fitsIntoASmallLaptop()
    {
        QVERIFY2(window->minimumSizeHint().width() <= 1024, qPrintable(QString::number(window->minimumSizeHint().width())));
        QVERIFY2(window->minimumSizeHint().height() <= 700, qPrintable(QString::number(window->minimumSizeHint().height())));
    }

    void comesBackFromBeingMinimisedAndHidden()
    {
        window->showMinimized();
        window->hide();
        window->bringToFront();
        QVERIFY(!window->isMinimized());
        QVERIFY(QTest::qWaitForWindowActive(&*window));
    }

    void beginsWithinTheScreenWithItsTitleBar_data()
    {
        QTest::addColumn<QRect>("stored");
        QTest::newRow("the first time") << QRect();
        QTest::newRow("as high as the screen") << QRect({0, 0}, qApp->primaryScreen()->availableSize());
        QTest::newRow("on a screen that is gone") << QRect(9000, 9000, 900, 700);
    }

    void beginsWithinTheScreenWithItsTitleBar()
    {
        QFETCH(const QRect, stored);
        if (stored.isValid()) {
            QWidget before;
            before.setGeometry(stored);
            QVERIFY(fake->ui.settings.setWindowGeometry(before.saveGeometry()));
        }
        window.emplace(fake->ui.context, *theme, *language);
        const QRect screen = qApp->primaryScreen()->availableGeometry();
        constexpr int titleBar = 32;
        QVERIFY2(window->height() + titleBar <= screen.height(), qPrintable(QString::number(window->height())));
        // The platform of the tests has a screen that is narrower than the window may be.
        QVERIFY(screen.intersects(window->geometry()));
        QVERIFY2(window->y() >= screen.top(), qPrintable(QString::number(window->y())));
    }

    void everyPageHasItsNumberKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("page");
        QTest::newRow("overview") << int(Qt::Key_1) << QStringLiteral("overviewPage");
        QTest::newRow("mailings") << int(Qt::Key_2) << QStringLiteral("mailingsPage");
        QTest::newRow("clients") << int(Qt::Key_3) << QStringLiteral("clientsPage");
        QTest::newRow("messages") << int(Qt::Key_4) << QStringLiteral("messagesPage");
        QTest::newRow("history") << int(Qt::Key_5) << QStringLiteral("historyPage");
        QTest::newRow("settings") << int(Qt::Key_6) << QStringLiteral("settingsPage");
    }

    void everyPageHasItsNumberKey()
    {
        QFETCH(const int, key);
        QFETCH(const QString, page);
        QTest::keyClick(&*window, Qt::Key(key), Qt::ControlModifier);
        QTRY_COMPARE(window->workbench()->currentPage()->objectName(), page);
        QCOMPARE(window->findChild<QLabel *>(QStringLiteral("titleLabel"))->text(),
                 window->workbench()->currentPage()->title());
    }

    void messagesAreFilteredByWhatLedToThem()
    {
        auto *status = window->findChild<QComboBox *>(QStringLiteral("statusFilterCombo"));
        auto *phone = window->findChild<QLineEdit *>(QStringLiteral("phoneFilterEdit"));
        auto *table = window->findChild<QTableView *>(QStringLiteral("messagesTable"));
        const auto query = [table] { return qobject_cast<ui::models::MessageTableModel *>(table->model())->query(); };
        QTest::keyClicks(phone, QStringLiteral("999"));
        window->workbench()->showMessages({MessageStatus::Expired});
        QCOMPARE(window->workbench()->currentPage()->objectName(), QStringLiteral("messagesPage"));
        QCOMPARE(query().statuses, QList{MessageStatus::Expired});
        QCOMPARE(query().phone, QString()); // what was looked for before hides nothing
        const int choices = status->count();
        const QList both{MessageStatus::Failed, MessageStatus::Undelivered};
        for (int again = 0; again < 2; ++again) {
            window->workbench()->showMessages(both);
            QCOMPARE(query().statuses, both);
        }
        QCOMPARE(status->count(), choices + 1);
        QTest::keyClick(status, Qt::Key_Home);
        QVERIFY(query().statuses.isEmpty());
        QTest::keyClick(status, Qt::Key_End);
        QCOMPARE(query().statuses, both);
        window->workbench()->showMessages({});
        QVERIFY(query().statuses.isEmpty());
    }

    void theHistoryIsFilteredByWhatLedToIt()
    {
        const auto *table = window->findChild<QTableView *>(QStringLiteral("historyTable"));
        const auto query = [table] { return qobject_cast<ui::models::EventTableModel *>(table->model())->query(); };
        window->workbench()->showMailingHistory(core::MailingId{5}, QStringLiteral("Autumn sale"));
        QCOMPARE(window->workbench()->currentPage()->objectName(), QStringLiteral("historyPage"));
        QVERIFY(query() == core::interfaces::EventQuery{.mailing = core::MailingId{5}});
        window->workbench()->showClientHistory(core::ClientId{7}, QStringLiteral("7 999 000-00-01"));
        QVERIFY(query() == core::interfaces::EventQuery{.client = core::ClientId{7}}); // and by nothing else
    }

    void theFiltersOfTheHistoryFitIntoASmallLaptop()
    {
        window->workbench()->showPage(ui::PageId::History);
        QCoreApplication::sendPostedEvents();
        QVERIFY2(window->minimumSizeHint().width() <= 1024, qPrintable(QString::number(window->minimumSizeHint().width())));
    }

    void theEngineStateStandsAtTheFoot()
    {
        core::interfaces::EngineSnapshot snapshot{.dispatching = true, .rate = 412};
        snapshot.gateways << core::interfaces::GatewayActivity{.gateway = core::GatewayId{1}};
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_VERIFY(label("engineRateLabel")->text().contains(u"412/s"));
        QVERIFY(label("engineGatewaysLabel")->text().startsWith(u"1 of 1"));
        snapshot.gateways.first().state.nextProbeAt =
            fake->ui.clock.now() + std::chrono::seconds{30}; // it asked for a pause
        snapshot.rate = 0;
        Q_EMIT fake->ui.engine.snapshotTaken(snapshot);
        QTRY_COMPARE(label("engineRateLabel")->text(), QStringLiteral("Nothing is being sent"));
        QVERIFY(label("engineGatewaysLabel")->text().startsWith(u"0 of 1"));
        QCOMPARE(label("enginePlaceLabel")->text(), QStringLiteral("Sending from here"));
        fake->ui.sendingSwitch.become(core::interfaces::SendingPhase::Elsewhere);
        QCOMPARE(label("engineRateLabel")->text(), QStringLiteral("Another program sends"));
        QTRY_VERIFY(!label("engineRateLabel")->text().contains(u"412/s"));
        QCOMPARE(label("workspaceLabel")->text(), QStringLiteral("Local workspace"));
    }

    void whatWasDoneCanBeTakenBackByKeyboard()
    {
        int undone = 0;
        window->workbench()->offerUndo(QStringLiteral("1 client deleted."), [&undone] { ++undone; });
        QTRY_VERIFY(button("undoButton")->isVisible());
        QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(undone, 1);
        QTRY_VERIFY(!button("undoButton")->isVisible());
        QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
    }

    void asksTheTrayBeforeItCloses()
    {
        bool asked = false;
        window->setCloseHandler([&asked] {
            asked = true;
            return true;
        });
        window->close();
        QVERIFY(asked);
        window->setCloseHandler({});
        QVERIFY(window->close());
        QVERIFY(!fake->ui.settings.windowGeometry().isEmpty());
    }

    void whereNobodyNeedsToSignInThereIsNoWayOut()
    {
        QVERIFY(window->workbench());
        QVERIFY(!button("signOutButton")->isVisible());
    }

    void theRestOfTheWindowIsNotThereUntilSomebodySignsIn()
    {
        fake->ui.addUser(QStringLiteral("anna"), core::domain::Role::Operator);
        QTRY_VERIFY(!window->workbench());
        QVERIFY(window->findChild<QWidget *>(QStringLiteral("signInPage"))->isVisible());
        QTRY_VERIFY(!window->findChild<QWidget *>(QStringLiteral("sideBar")));
        QTRY_VERIFY(window->findChild<QLineEdit *>(QStringLiteral("signInEmailEdit"))->hasFocus());
    }

    void theWindowBelongsToWhoeverSignsIn()
    {
        enterAsOperator();
        QTRY_VERIFY(!window->findChild<QWidget *>(QStringLiteral("signInPage")));
        QCOMPARE(label("signedInLabel")->toolTip(), QStringLiteral("anna@example.org"));
        QVERIFY(window->workbench()->isVisible());
        QVERIFY(button("signOutButton")->isVisible());
    }

    void signsOutAtTheFootOfTheSideBar()
    {
        enterAsOperator();
        button("signOutButton")->setFocus();
        QTest::keyClick(button("signOutButton"), Qt::Key_Space);
        QVERIFY(!window->workbench());
        QTRY_VERIFY(!window->findChild<QWidget *>(QStringLiteral("sideBar")));
        QVERIFY(window->findChild<QWidget *>(QStringLiteral("signInPage"))->isVisible());
    }

    void dialogsGoWithTheSession()
    {
        enterAsOperator();
        window->workbench()->importClients({});
        QVERIFY(window->findChild<QDialog *>());
        fake->ui.session.leave();
        QTRY_VERIFY(!window->findChild<QDialog *>());
    }

    void anotherRoleGetsAnotherWorkbenchOnTheSamePage()
    {
        enterAsOperator();
        window->workbench()->showPage(ui::PageId::Clients);
        core::domain::UserEdit edit;
        edit.role = core::domain::Role::Viewer;
        QVERIFY(fake->ui.accounts.edit(fake->ui.actor, fake->ui.session.actor()->user, edit).result());
        QTRY_COMPARE(fake->ui.session.actor()->role, core::domain::Role::Viewer);
        QTRY_COMPARE(window->findChildren<QWidget *>(QStringLiteral("sideBar")).size(), 1);
        QCOMPARE(window->workbench()->currentPage()->objectName(), QStringLiteral("clientsPage"));
    }

    void whoTakesAPasswordGoesOnWhereItWas()
    {
        const auto *before = window->workbench();
        window->workbench()->showPage(ui::PageId::Settings);
        const auto answer = fake->ui.session.protect(UiFixture::goodPassword());
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(window->workbench(), before);
        QCOMPARE(window->workbench()->currentPage()->objectName(), QStringLiteral("settingsPage"));
        QVERIFY(button("signOutButton")->isVisible());
    }

    void switchesTheLanguageWhileItRuns()
    {
        QStringList left;
        {
            BracketTranslator translator;
            translator.speak();
            for (const auto id : {ui::PageId::Clients, ui::PageId::Messages, ui::PageId::History, ui::PageId::Settings}) {
                window->workbench()->showPage(id);
                const auto buttons = window->workbench()->currentPage()->findChildren<QPushButton *>();
                for (const QPushButton *one : buttons) {
                    if (!one->text().isEmpty() && !one->text().startsWith(u'[') && !one->objectName().isEmpty())
                        left << one->objectName();
                }
            }
            QCOMPARE(left.join(u' '), QString());
            QCOMPARE(window->findChild<QLabel *>(QStringLiteral("titleLabel"))->text(), QStringLiteral("[Settings]"));
        }
        QCOMPARE(window->findChild<QLabel *>(QStringLiteral("titleLabel"))->text(), QStringLiteral("Settings"));
    }

    void switchesTheLookWhileItRuns()
    {
        theme->apply(core::settings::Look::Dark);
        QVERIFY(ui::theme::isDark(window->palette()));
        theme->apply(core::settings::Look::Light);
        QVERIFY(!ui::theme::isDark(window->palette()));
    }

private:
    void enterAsOperator()
    {
        const core::domain::User anna = fake->ui.addUser(QStringLiteral("anna"), core::domain::Role::Operator);
        QTRY_VERIFY(!window->workbench());
        const auto answer = fake->ui.session.signIn(anna.email, UiFixture::goodPassword(), false);
        QTRY_VERIFY(answer.isFinished() && window->workbench());
    }

    QLabel *label(const char *name) { return window->findChild<QLabel *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return window->findChild<QPushButton *>(QString::fromLatin1(name)); }

    ui::theme::Theme *theme = nullptr;      ///< the application's
    ui::LanguageSwitch *language = nullptr; ///< the application's
    std::optional<FakeUi> fake;
    std::optional<ui::MainWindow> window;
};

} // namespace tests

QTEST_MAIN(tests::MainWindowTest)
#include "mainwindowtest.moc"
