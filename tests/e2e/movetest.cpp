// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"
#include "core/settings/desktopsettings.h"
#include "core/storage/workspace.h"
#include "tests/storage/copyplaces.h"
#include "ui/dialogs/movedialog.h"
#include "ui/mainwindow.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

namespace tests {

using core::storage::DatabaseUrl;

namespace {

constexpr qint64 patience = 30'000;

/** What a person waits for, and does then. */
struct Step
{
    QString what;
    std::function<bool()> isReady;
    std::function<void()> act = [] {};
};

} // namespace

/**
 * The desktop program as it is wired in app/desktop, whose workspace a person moves to a server. Between two steps the
 * program's own event loop runs, and may end: the window goes, and another one comes.
 */
class MoveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        for (const char *place : {"XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(place, folder->path().toLocal8Bit());
        qputenv("HELIOGRAPH_KEY_FILE", folder->filePath(u"workspace.key"_qs).toLocal8Bit());
        qunsetenv("HELIOGRAPH_DATABASE");
        places = std::make_unique<CopyPlaces>();
        file.emplace(places->workspace(u"sqlite"_qs));
        server.emplace(places->nothing(u"postgresql"_qs));
    }

    void cleanup()
    {
        file.reset();
        server.reset();
        places.reset();
        folder.reset();
    }

    void theWindowComesBackOnTheServer()
    {
        addTags(*file, 700);
        QVERIFY(settings().setDatabaseUrl(file->text()));
        const auto wanted = contentsOf(*file);
        bool wasHidden = false;
        run(moving() + QList<Step>{
                           {u"the end"_qs, [] { return buttonText() == u"Open it there"; },
                            [&] {
                                wasHidden = !window() || !window()->isVisible();
                                dialogButton()->click();
                            }},
                           // On a server everybody signs in, and the first one chooses the password.
                           {u"the window on the server"_qs,
                            [] { return child<QLineEdit>("firstPasswordEdit") && !dialog(); }, [] { std::raise(SIGTERM); }},
                       });
        QVERIFY(wasHidden);
        const auto kept = DatabaseUrl::parse(settings().databaseUrl());
        QVERIFY(kept && kept->host() == server->host() && kept->name() == server->name());
        QCOMPARE(contentsOf(*server).value(u"tags"_qs), wanted.value(u"tags"_qs));
        QCOMPARE(core::storage::prepareDatabase(*file).error().code, u"database.moved"_qs);
    }

    void whoNamedThePlaceIsToldToNameTheOther()
    {
        qputenv("HELIOGRAPH_DATABASE", file->text().toLocal8Bit());
        QString told;
        run(moving() + QList<Step>{
                           {u"the end"_qs, [] { return buttonText() == u"Open it there"; },
                            [&] {
                                told = dialog()->findChild<QLabel *>(u"moveExplanationLabel"_qs)->text();
                                dialogButton()->click();
                            }},
                           {u"the window on the server"_qs, [] { return child<QLineEdit>("firstPasswordEdit") != nullptr; },
                            [] { std::raise(SIGTERM); }},
                       });
        QVERIFY2(told.contains(u"HELIOGRAPH_DATABASE"), qPrintable(told));
        QCOMPARE(settings().databaseUrl(), QString());
    }

    void whereItCannotMoveTheWindowComesBackWhereItWas()
    {
        QVERIFY(settings().setDatabaseUrl(file->text()));
        run(moving([this] { addTags(*server, 1); }) + // somebody is quicker
            QList<Step>{
                {u"the refusal"_qs, [] { return buttonText() == u"Go on here"; }, [] { dialogButton()->click(); }},
                {u"the window where it was"_qs, [] { return window() && window()->workbench() && !dialog(); },
                 [] { std::raise(SIGTERM); }},
            });
        QCOMPARE(settings().databaseUrl(), file->text());
        QVERIFY(core::storage::prepareDatabase(*file));
    }

    void whoCancelsGetsTheWindowBack()
    {
        addTags(*file, 60'000);
        QVERIFY(settings().setDatabaseUrl(file->text()));
        run(moving() + QList<Step>{
                           {u"the copy"_qs, [] { return isCopying(); }, [] { dialog()->close(); }},
                           {u"the window where it was"_qs, [] { return window() && window()->workbench() && !dialog(); },
                            [] { std::raise(SIGTERM); }},
                       });
        QVERIFY(core::storage::prepareDatabase(*file));
        QCOMPARE(core::storage::prepareDatabase(*server).error().code, u"database.unfinished_copy"_qs);
    }

    void whoEndsTheProgramMeanwhileFindsTheFileAsItWas()
    {
        addTags(*file, 60'000);
        QVERIFY(settings().setDatabaseUrl(file->text()));
        run(moving() + QList<Step>{{u"the copy"_qs, [] { return isCopying(); }, [] { std::raise(SIGTERM); }}});
        QCOMPARE(settings().databaseUrl(), file->text());
        QVERIFY(core::storage::prepareDatabase(*file));
        QCOMPARE(core::storage::prepareDatabase(*server).error().code, u"database.unfinished_copy"_qs);
    }

private:
    /** Through the settings to the last question. @param meanwhile  before that is answered */
    [[nodiscard]] QList<Step> moving(const std::function<void()> &meanwhile = [] {}) const
    {
        return {
            {u"the window"_qs, [] { return window() && window()->workbench(); },
             [] { window()->workbench()->showPage(ui::PageId::Settings); }},
            {u"the settings"_qs, [] { return child<QPushButton>("moveToServerButton") != nullptr; },
             [this] {
                 child<QPushButton>("moveToServerButton")->click();
                 child<QLineEdit>("serverHostEdit")->setText(server->host());
                 child<QLineEdit>("serverDatabaseEdit")->setText(server->name());
                 child<QLineEdit>("serverUserEdit")->setText(server->user());
                 child<QPushButton>("checkServerButton")->click();
             }},
            {u"the question"_qs, [] { return child<QMessageBox>("confirmMoveDialog") != nullptr; },
             [meanwhile] {
                 meanwhile();
                 child<QPushButton>("confirmMoveButton")->click();
             }},
        };
    }

    /** The program from its start to its end, which the last step brings about. */
    void run(const QList<Step> &steps)
    {
        qsizetype next = 0;
        QElapsedTimer waited;
        waited.start();
        QTimer looks;
        connect(&looks, &QTimer::timeout, this, [&] {
            if (waited.elapsed() > patience)
                qFatal("waited in vain for %s", next < steps.size() ? qPrintable(steps[next].what) : "the end");
            if (next >= steps.size() || !steps[next].isReady())
                return;
            waited.start();
            steps[next++].act();
        });
        looks.start(10);
        app::Invocation invocation;
        invocation.options = {{u"config"_qs, {folder->filePath(u"heliograph.ini"_qs)}}};
        const auto ended = app::runDesktop(invocation, clock);
        QVERIFY2(ended && *ended == app::ExitCode::Done, ended ? "" : qPrintable(ended.error().code));
        QCOMPARE(next, steps.size());
    }

    [[nodiscard]] core::settings::DesktopSettings settings() const
    {
        return core::settings::DesktopSettings(folder->filePath(u"heliograph.ini"_qs));
    }

    template <typename T>
    static T *topLevel()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<T *>(widget))
                return found;
        }
        return nullptr;
    }
    static ui::MainWindow *window() { return topLevel<ui::MainWindow>(); }
    static ui::dialogs::MoveDialog *dialog() { return topLevel<ui::dialogs::MoveDialog>(); }
    static QPushButton *dialogButton() { return dialog()->findChild<QPushButton *>(u"moveDialogButton"_qs); }
    static QString buttonText() { return dialog() ? dialogButton()->text() : QString(); }
    static bool isCopying()
    {
        return dialog() && dialog()->findChild<QLabel *>(u"moveStepLabel"_qs)->text().startsWith(u"Step 1");
    }

    template <typename T>
    static T *child(const char *name)
    {
        const auto all = window() ? window()->findChildren<T *>(QString::fromLatin1(name)) : QList<T *>();
        const auto shown = std::find_if(all.cbegin(), all.cend(), [](const T *one) { return one->isVisible(); });
        return shown == all.cend() ? nullptr : *shown;
    }

    core::SystemClock clock;
    std::optional<QTemporaryDir> folder;
    std::unique_ptr<CopyPlaces> places;
    std::optional<DatabaseUrl> file;
    std::optional<DatabaseUrl> server;
};

} // namespace tests

QTEST_MAIN(tests::MoveTest)
#include "movetest.moc"
