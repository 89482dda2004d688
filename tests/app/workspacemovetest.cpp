// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspacemove.h"

#include "app/databaselogin.h"
#include "core/storage/databasecopy.h"
#include "core/storage/unfinishedcopy.h"
#include "core/storage/workspace.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/storage/copyplaces.h"
#include "ui/dialogs/movedialog.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using app::WorkspaceMove;
using core::domain::ServerPlace;
using core::storage::DatabaseUrl;
using ui::dialogs::MoveDialog;

namespace tests {

/** The move without the window around it; how both go together is shown by tests/e2e/movetest. */
class WorkspaceMoveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        places = std::make_unique<CopyPlaces>();
        settings.emplace(folder->filePath(u"heliograph.ini"_qs));
        from.emplace(places->workspace(u"sqlite"_qs));
        to.emplace(places->nothing(u"postgresql"_qs));
    }

    void cleanup()
    {
        settings.reset();
        places.reset();
        folder.reset();
    }

    void looksAtTheServerInTheBackground()
    {
        WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        QCOMPARE(answer(move.check(place())), u"done"_qs);
        QVERIFY(core::storage::prepareDatabase(*from)); // as it was
        ServerPlace wrong = place();
        wrong.database = u"nobody"_qs;
        QCOMPARE(answer(move.check(wrong)), u"database.unknown"_qs);
        wrong.database.clear();
        QCOMPARE(answer(move.check(wrong)), u"input.invalid"_qs);
        wrong = place();
        wrong.host = folder->path(); // no server has a socket there
        const auto asked = move.check(wrong);
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), 20'000);
        QCOMPARE(asked.result().error().code, u"move.no_answer"_qs);
        QCOMPARE(asked.result().error().args, (QStringList{folder->path(), u"5432"_qs}));
    }

    void whatCannotMoveSaysWhy()
    {
        WorkspaceMove demo(*from, WorkspaceMove::NamedBy::Nobody, *settings, nullptr);
        QCOMPARE(demo.possible().error().code, u"move.demo"_qs);
        WorkspaceMove shared(*DatabaseUrl::parse(u"postgresql://anna@db.example.org/mail"_qs),
                             WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        QCOMPARE(shared.possible().error().code, u"move.on_server"_qs);
        QCOMPARE(shared.place(), u"mail (db.example.org)"_qs);
        QVERIFY(!shared.canKeepPassword());
        WorkspaceMove own(*from, WorkspaceMove::NamedBy::Settings, *settings, &keyring);
        QVERIFY(own.possible());
        QVERIFY(own.canKeepPassword());
        QCOMPARE(own.place(), from->path());
    }

    void thePasswordIsKeptOnlyOnceTheWorkspaceIsThere()
    {
        ServerPlace wished = place();
        wished.password = u"secret"_qs;
        wished.keepPassword = true;
        const QString entry = app::keyringEntry(*DatabaseUrl::parse(wished.url()));
        {
            WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, &keyring);
            move.begin(wished);
            QVERIFY(!*keyring.read(entry));
            pressWhen(u"Open it there"_qs);
            const auto next = move.run();
            QVERIFY(next);
            QCOMPARE(next->text(), wished.url());
            QCOMPARE(next->password(), u"secret"_qs);
        }
        QCOMPARE(keyring.read(entry)->value_or(QString()), u"secret"_qs);
        QCOMPARE(settings->databaseUrl(), wished.url());
    }

    void cancelledWhileTheWindowClosesNothingIsCopied()
    {
        WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        move.begin(place());
        dialog()->close();
        const auto next = move.run();
        QVERIFY(next);
        QCOMPARE(*next, *from);
        QVERIFY(core::storage::prepareDatabase(*from));
        QCOMPARE(settings->databaseUrl(), QString());
    }

    void whoQuitsDoesNotMove()
    {
        WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        QSignalSpy begun(&move, &WorkspaceMove::begun);
        move.forget();
        move.begin(place()); // the answer to a question that was still open
        QVERIFY(!move.isBegun());
        QCOMPARE(begun.size(), 0);
        QVERIFY(!dialog());
    }

    void aMoveThatWasCutBeforeItsLastStepIsEnded()
    {
        QVERIFY(copyDatabase(*from, url(), always));
        const auto mark = [this] {
            const auto connection = opened(url());
            QVERIFY(core::storage::UnfinishedCopy::begin(*connection, {u"anybody"_qs, from->text()}));
        };
        mark();
        QCOMPARE(core::storage::prepareDatabase(url()).error().code, u"database.unfinished_copy"_qs);

        WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        move.begin(place());
        pressWhen(u"Open it there"_qs);
        QCOMPARE(move.run()->text(), place().url());
        QVERIFY(core::storage::prepareDatabase(url()));
    }

    void whatIsMissingAtTheEndIsTriedAgain()
    {
        QVERIFY(copyDatabase(*from, url(), always));
        const QString away = u"%1_away"_qs.arg(url().name());
        rename(url().name(), away); // the server has been lost in the worst moment

        WorkspaceMove move(*from, WorkspaceMove::NamedBy::Settings, *settings, nullptr);
        move.begin(place());
        whenButton(u"Try again"_qs, [this, away] {
            QVERIFY(label().contains(u"Nothing is sent until"));
            QCOMPARE(settings->databaseUrl(), place().url()); // the file is of no use any more
            rename(away, url().name());
            button()->click();
            pressWhen(u"Open it there"_qs);
        });
        QCOMPARE(move.run()->text(), place().url());
    }

private:
    [[nodiscard]] ServerPlace place() const
    {
        ServerPlace made;
        made.host = to->host();
        made.database = to->name();
        made.user = to->user();
        return made;
    }
    /** As the form names it; the mark of a moved workspace holds these words. */
    [[nodiscard]] DatabaseUrl url() const { return *DatabaseUrl::parse(place().url()); }

    void rename(const QString &database, const QString &name) const
    {
        const DatabaseUrl other = *DatabaseUrl::parse(url().text().replace(u'/' + url().name() + u'?', u"/postgres?"_qs));
        ::tests::run(other, u"ALTER DATABASE %1 RENAME TO %2"_qs.arg(database, name));
    }

    static QString answer(const QFuture<core::Status> &asked)
    {
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, 20'000))
            return u"no answer"_qs;
        return asked.result() ? u"done"_qs : asked.result().error().code;
    }

    static MoveDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MoveDialog *>(widget))
                return found;
        }
        return nullptr;
    }
    static QPushButton *button() { return dialog()->findChild<QPushButton *>(u"moveDialogButton"_qs); }
    static QString label() { return dialog()->findChild<QLabel *>(u"moveExplanationLabel"_qs)->text(); }

    void whenButton(const QString &text, const std::function<void()> &act)
    {
        auto *looks = new QTimer(this);
        connect(looks, &QTimer::timeout, this, [looks, text, act, tries = 0]() mutable {
            if (++tries > 3000)
                qFatal("the button never says %s", qPrintable(text));
            if (!dialog() || button()->text() != text)
                return;
            looks->stop();
            looks->deleteLater();
            act();
        });
        looks->start(10);
    }
    void pressWhen(const QString &text)
    {
        whenButton(text, [] { button()->click(); });
    }

    std::optional<QTemporaryDir> folder;
    std::unique_ptr<CopyPlaces> places;
    std::optional<core::settings::DesktopSettings> settings;
    std::optional<DatabaseUrl> from;
    std::optional<DatabaseUrl> to;
    FakeKeyring keyring;
};

} // namespace tests

QTEST_MAIN(tests::WorkspaceMoveTest)
#include "workspacemovetest.moc"
