// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"
#include "core/settings/desktopsettings.h"
#include "tests/e2e/heartbeat.h"
#include "tests/e2e/simulatorthread.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

namespace tests {

namespace {

constexpr int patience = 20'000;
constexpr int imported = 180;
constexpr int optedOut = 2;

/** For which the window may not answer at most; a sanitizer takes its own time. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::chrono::milliseconds longestGap{1000};
#else
constexpr std::chrono::milliseconds longestGap{250};
#endif

} // namespace

/** The main job in the desktop program as it is wired in app/desktop, by keyboard, against a gateway that misbehaves. */
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        qputenv("TMPDIR", folder->path().toLocal8Bit());
        qputenv("HELIOGRAPH_KEY_FILE", folder->filePath(u"workspace.key"_qs).toLocal8Bit());
        window = nullptr;
    }

    void cleanup() { folder.reset(); }

    void anOperatorBringsAListToThePhones()
    {
        const SimulatorThread simulator({u"--status"_qs, u"500=6%"_qs, u"--garbage"_qs, u"2%"_qs, u"--reset"_qs, u"2%"_qs,
                                         u"--latency"_qs, u"5ms..30ms"_qs, u"--seed"_qs, u"3"_qs});
        std::optional<Heartbeat> heartbeat;

        runProgram([&] {
            heartbeat.emplace();
            importTheList();
            if (!QTest::currentTestFailed())
                letTwoClientsOptOut();
            if (!QTest::currentTestFailed())
                addTheGateway(simulator.port());
            if (!QTest::currentTestFailed())
                writeTheMailing();
            if (!QTest::currentTestFailed())
                checkAndStart();
            if (!QTest::currentTestFailed())
                watchTheNumbers();
            heartbeat->stop();
        });

        if (QTest::currentTestFailed())
            return;
        const auto log = simulator.log();
        QCOMPARE(std::count_if(log.cbegin(), log.cend(), [](const auto &entry) { return entry.accepted; }),
                 imported - optedOut);
        QVERIFY2(log.size() > imported - optedOut, "the faults did not happen");
        QVERIFY2(heartbeat->longestGap() <= longestGap, qPrintable(heartbeat->text()));
    }

    void closingWithNothingToDoQuitsWhereThereIsNoTray()
    {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("this desktop has a tray");
        runProgram([this] { window->close(); }, Ending::ByItself);
    }

    void withASecondUserPeopleSignIn()
    {
        runProgram([this] {
            goTo(Qt::Key_6, u"settingsPage"_qs);
            QTRY_VERIFY(isReady("addUserButton"));
            press("addUserButton");
            QTRY_VERIFY(child<QLineEdit>("userEmailEdit"));
            type("userEmailEdit", u"anna@example.org"_qs);
            type("userNameEdit", u"Anna"_qs);
            type("userPasswordEdit", u"correct horse"_qs);
            type("ownPasswordEdit", u"battery staple"_qs);
            type("ownPasswordEditAgain", u"battery staple"_qs);
            QTest::keyClick(child<QLineEdit>("ownPasswordEditAgain"), Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("editUserButton_anna@example.org"), patience);
            QTRY_VERIFY(isReady("signOutButton"));
        });
        if (QTest::currentTestFailed())
            return;
        runProgram([this] {
            QTRY_VERIFY(child<QLineEdit>("signInEmailEdit"));
            QVERIFY(!window->workbench());
            comeForward();
            type("signInEmailEdit", u"anna@example.org"_qs);
            type("signInPasswordEdit", u"correct horse"_qs);
            QTest::keyClick(child<QLineEdit>("signInPasswordEdit"), Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(window->workbench(), patience);
            goTo(Qt::Key_6, u"settingsPage"_qs);
            QVERIFY(!child<QPushButton>("addUserButton")); // Anna is an operator
        });
    }

    void aSecondStartRaisesTheWindow()
    {
        runProgram([this] {
            window->showMinimized();
            window->hide();
            const auto second = app::runDesktop(invocation(), clock);
            QVERIFY(second && *second == app::ExitCode::Done);
            QTRY_VERIFY(window->isVisible());
            QTRY_VERIFY(!window->isMinimized());
        });
    }

    void theDemoOpensNoPortForScripts()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        core::settings::DesktopSettings settings(folder->filePath(u"heliograph.ini"_qs));
        QVERIFY(settings.setRestAddress(u"127.0.0.1:%1"_qs.arg(port)) && settings.setRestEnabled(true));
        server.close();
        const auto demo = app::DemoWorkspace::create(1, clock);
        QVERIFY(demo);
        QSignalSpy ready(demo->get(), &app::DemoWorkspace::ready);

        run([&] { return app::runDesktop(**demo, invocation()); },
            [&] {
                QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
                goTo(Qt::Key_6, u"settingsPage"_qs);
                QTRY_VERIFY2(label("restProblemLabel").startsWith(u"The demo answers no scripts"),
                             qPrintable(label("restProblemLabel")));
                QVERIFY2(server.listen(QHostAddress::LocalHost, port), qPrintable(server.errorString()));
                std::raise(SIGTERM); // its mailing may still run, and Ctrl+Q would ask
            },
            Ending::ByItself);
    }

private:
    using Start = std::function<core::Result<app::ExitCode>()>;

    enum class Ending { ByCtrlQ, ByItself };

    void runProgram(const std::function<void()> &script, Ending ending = Ending::ByCtrlQ)
    {
        run([this] { return app::runDesktop(invocation(), clock); }, script, ending);
    }

    /** The program from its start to its end; `script` is what the person does in between. */
    void run(const Start &start, const std::function<void()> &script, Ending ending)
    {
        // A program that does not want to end fails the test instead of hanging it.
        QTimer impatience;
        connect(&impatience, &QTimer::timeout, this, [this] {
            hasQuit = false;
            QCoreApplication::exit();
        });
        QTimer::singleShot(0, qApp, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *found = qobject_cast<ui::MainWindow *>(widget))
                    window = found;
            }
            script();
            if (ending == Ending::ByCtrlQ) {
                comeForward();
                QTest::keyClick(window, Qt::Key_Q, Qt::ControlModifier);
            }
            hasQuit = true;
            impatience.start(patience);
        });
        const auto ended = start();
        QVERIFY2(ended && *ended == app::ExitCode::Done, ended ? "" : qPrintable(ended.error().code));
        QVERIFY2(hasQuit, "the program did not end");
    }

    void importTheList()
    {
        goTo(Qt::Key_3, u"clientsPage"_qs);
        QTRY_VERIFY(isReady("emptyImportButton"));
        press("emptyImportButton");
        QTRY_VERIFY(child<QPushButton>("chooseFileButton"));
        press("chooseFileButton");
        QFileDialog *files = nullptr;
        QTRY_VERIFY((files = window->findChild<QFileDialog *>()));
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_qs);
        QVERIFY2(name, "the file dialog is not Qt's own");
        // Typed letter by letter, the completer of the dialog would take the Return.
        name->setText(QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/excel-cp1251-semicolon.csv"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(isReady("nextButton"));
        QCOMPARE(child<QComboBox>("encodingCombo")->currentText(), u"windows-1251"_qs);
        QVERIFY(child<QTableView>("importPreviewTable")->model()->rowCount() > 0);
        press("nextButton");
        QTRY_COMPARE(label("importAddedLabel"), QString::number(imported));
        QTRY_VERIFY(isReady("nextButton"));
        press("nextButton");
        QTRY_VERIFY(child<QPushButton>("undoImportButton"));
        QCOMPARE(label("importAddedLabel"), QString::number(imported));
        QCOMPARE(label("importDoublesLabel"), u"7"_qs);
        QCOMPARE(label("importRejectedLabel"), u"12"_qs);
        QTRY_VERIFY(isReady("nextButton"));
        press("nextButton"); // Close
        QTRY_VERIFY(!child<QDialog>("importDialog"));
    }

    void letTwoClientsOptOut()
    {
        QTableView *table = nullptr;
        QTRY_VERIFY((table = child<QTableView>("clientsTable")) && table->model()->rowCount() >= optedOut);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(isReady("optOutSelectedButton"));
        press("optOutSelectedButton");
    }

    void addTheGateway(int port)
    {
        goTo(Qt::Key_6, u"settingsPage"_qs);
        QTRY_VERIFY(isReady("emptyAddGatewayButton"));
        press("emptyAddGatewayButton");
        QTRY_VERIFY(child<QLineEdit>("gatewayNameEdit"));
        type("gatewayNameEdit", u"main"_qs);
        type("gatewayUrlEdit", u"http://127.0.0.1:%1/v1/send/"_qs.arg(port));
        type("gatewaySecretEdit", u"test-secret"_qs);
        auto *rate = child<QWidget>("gatewayRateSpin");
        rate->setFocus();
        QTest::keyClick(rate, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(rate, u"60"_qs);
        QTest::keyClick(child<QLineEdit>("gatewayNameEdit"), Qt::Key_Return);
        QTRY_VERIFY(isReady("editGatewayButton_main"));
    }

    void writeTheMailing()
    {
        goTo(Qt::Key_2, u"mailingsPage"_qs);
        QTRY_VERIFY(isReady("newMailingButton"));
        press("newMailingButton");
        QPlainTextEdit *text = nullptr;
        QTRY_VERIFY((text = child<QPlainTextEdit>("mailingTextEdit")));
        text->setFocus();
        QTest::keyClicks(text, u"Hello {name|friend}, only today: one coffee more."_qs);
        auto *hours = child<QComboBox>("windowPresetCombo");
        hours->setFocus();
        QTest::keyClick(hours, Qt::Key_Home); // any time: the list lives in eleven time zones
        QTRY_COMPARE(label("audienceCountLabel"), QString::number(imported - optedOut));
        QVERIFY2(label("audienceNoteLabel").contains(QString::number(optedOut)), qPrintable(label("audienceNoteLabel")));
        QTRY_VERIFY2(label("previewTextLabel").startsWith(u"Hello "_qs), qPrintable(label("previewTextLabel")));
        QVERIFY2(!label("previewTextLabel").contains(u'{') && !label("previewTextLabel").contains(u"friend"_qs),
                 qPrintable(label("previewTextLabel")));
        QTRY_VERIFY2(label("counterLabel").contains(u"parts in all"_qs), qPrintable(label("counterLabel")));
        QTRY_VERIFY(label("savedLabel").startsWith(u"saved"_qs));
    }

    void checkAndStart()
    {
        press("checkAndStartButton");
        QTRY_VERIFY(child<QDialog>("checkSheetDialog"));
        QTRY_VERIFY(isReady("startMailingButton"));
        const auto lines = child<QDialog>("checkSheetDialog")->findChildren<QLabel *>();
        const auto says = [&](const QString &words) {
            return std::any_of(lines.cbegin(), lines.cend(),
                               [&](const QLabel *line) { return line->text().contains(words); });
        };
        QVERIFY(says(QString::number(imported - optedOut)));
        QVERIFY(says(u"main"_qs));
        QTest::keyClick(child<QDialog>("checkSheetDialog"), Qt::Key_Return);
    }

    void watchTheNumbers()
    {
        const QString all = QString::number(imported - optedOut);
        QTRY_VERIFY(child<QWidget>("mailingDashboard"));
        QTRY_VERIFY2_WITH_TIMEOUT(label("sentLinkButton").toInt() > 0, qPrintable(label("doneLabel")), patience);
        closeTheWindow();
        QTRY_COMPARE_WITH_TIMEOUT(label("sentLinkButton"), all, 60'000);
        QTRY_VERIFY2(label("doneLabel").startsWith(u"%1 of %1 "_qs.arg(all)), qPrintable(label("doneLabel")));
        QCOMPARE(label("pendingLinkButton"), u"0"_qs);
        QCOMPARE(label("failedLinkButton"), u"0"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(window->workbench()->currentPage()->badge(), u"finished"_qs, patience);
    }

    /** While a mailing runs the window stays: in the tray or, where there is none, minimised. */
    void closeTheWindow()
    {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            return; // tests/ui/trayicontest
        window->close();
        QTRY_VERIFY(window->isMinimized());
        QVERIFY(window->isVisible());
        window->showNormal();
        QTRY_VERIFY(!window->isMinimized());
    }

    /** Shortcuts are the active window's; offscreen nobody makes it so when a dialog has gone. */
    void comeForward()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }

    void goTo(Qt::Key number, const QString &page)
    {
        comeForward();
        QTest::keyClick(window, number, Qt::ControlModifier);
        QTRY_COMPARE(window->workbench()->currentPage()->objectName(), page);
    }

    /** What a person would find by that name: shown, not one of another step or page. */
    template <typename T>
    T *child(const char *name) const
    {
        const auto all = window->findChildren<T *>(QString::fromLatin1(name));
        const auto shown = std::find_if(all.cbegin(), all.cend(), [](const T *one) { return one->isVisible(); });
        return shown == all.cend() ? nullptr : *shown;
    }

    [[nodiscard]] bool isReady(const char *name) const
    {
        const auto *button = child<QPushButton>(name);
        return button && button->isEnabled();
    }

    [[nodiscard]] QString label(const char *name) const
    {
        if (const auto *shown = child<QLabel>(name))
            return shown->text();
        const auto *button = child<QPushButton>(name);
        return button ? button->text() : QString();
    }

    void press(const char *name)
    {
        auto *button = child<QPushButton>(name);
        QVERIFY2(button && button->isEnabled(), name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }

    void type(const char *name, const QString &text)
    {
        auto *edit = child<QLineEdit>(name);
        QVERIFY2(edit && edit->isEnabled(), name);
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }

    [[nodiscard]] app::Invocation invocation() const
    {
        app::Invocation invocation;
        invocation.options = {{u"database"_qs, {u"sqlite:"_qs + folder->filePath(u"workspace.db"_qs)}},
                              {u"config"_qs, {folder->filePath(u"heliograph.ini"_qs)}}};
        return invocation;
    }

    core::SystemClock clock;
    std::optional<QTemporaryDir> folder;
    ui::MainWindow *window = nullptr;
    bool hasQuit = false;
};

} // namespace tests

QTEST_MAIN(tests::WindowTest)
#include "windowtest.moc"
