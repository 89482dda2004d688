// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/serverwatch.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/feedback/banner.h"
#include "ui/workbench.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using core::interfaces::Changes;
using ui::PageId;

namespace tests {

/** A server that is lost while the window runs: one bar says so, and nothing else changes. */
class ServerWatchTest : public QObject
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
    }

    void cleanup()
    {
        bench.reset();
        fake.reset();
    }

    void onlyALostServerIsToldHere()
    {
        QVERIFY(!fake->ui.server.tells(core::Error::make(core::ErrorKind::Unavailable, "database.io")));
        QVERIFY(!fake->ui.server.isLost());
        QVERIFY(fake->ui.server.tells(lost()));
        QVERIFY(fake->ui.server.isLost());
    }

    void theEngineIsBelieved()
    {
        Q_EMIT fake->ui.engine.snapshotTaken({.dispatching = true, .problem = QStringLiteral("database.lost")});
        QTRY_VERIFY(fake->ui.server.isLost());
    }

    void asksUntilItAnswersAndThenEverythingIsReadAnew()
    {
        cut();
        QSignalSpy changed(&fake->ui.server, &ui::ServerWatch::changed);
        Changes told;
        connect(&fake->workspace.feed, &core::interfaces::ChangeFeed::changed, &fake->ui.server,
                [&told](Changes changes) { told |= changes; });
        QVERIFY(fake->ui.server.tells(lost()));
        QVERIFY(fake->ui.server.tells(lost()));
        QCOMPARE(changed.count(), 1);
        QVERIFY2(!changed.wait(1500), "it has asked meanwhile, and the server is still away");
        mend();
        QTRY_VERIFY(!fake->ui.server.isLost());
        QCOMPARE(changed.count(), 2);
        QCOMPARE(told, core::interfaces::everythingChanged);
    }

    void theBarStaysAsLongAsTheServerIsAway()
    {
        open();
        cut();
        QVERIFY(!bar()->isVisible());
        Q_EMIT fake->workspace.feed.changed(core::interfaces::everythingChanged); // something is read, and fails
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(bar()->text().startsWith(u"The database server does not answer. Trying again"));
        mend();
        QTRY_VERIFY(!bar()->isVisible());
    }

    void pagesKeepWhatTheyShow_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("table");
        QTest::newRow("mailings") << int(PageId::Mailings) << QStringLiteral("mailingsTable");
        QTest::newRow("clients") << int(PageId::Clients) << QStringLiteral("clientsTable");
        QTest::newRow("messages") << int(PageId::Messages) << QStringLiteral("messagesTable");
        QTest::newRow("history") << int(PageId::History) << QStringLiteral("historyTable");
    }

    void pagesKeepWhatTheyShow()
    {
        QFETCH(const int, page);
        QFETCH(const QString, table);
        fill();
        open();
        bench->showPage(PageId(page));
        const auto *model = bench->findChild<QTableView *>(table)->model();
        QTRY_VERIFY(model->rowCount() > 0);
        const int rows = model->rowCount();

        cut();
        Q_EMIT fake->workspace.feed.changed(core::interfaces::everythingChanged);
        QTRY_VERIFY(fake->ui.server.isLost());
        bench->showPage(PageId::Overview);
        bench->showPage(PageId(page)); // and come back to
        QSignalSpy emptied(model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        QCoreApplication::processEvents();
        QCOMPARE(model->rowCount(), rows);
        QCOMPARE(emptied.count() + reset.count(), 0);
        QCOMPARE(visibleBanners(), QStringList{QStringLiteral("serverBar")}); // said once

        std::ignore = fake->workspace.clients.insert(aClient().phone(2));
        mend();
        QTRY_VERIFY(!fake->ui.server.isLost());
        if (PageId(page) == PageId::Clients)
            QTRY_COMPARE(model->rowCount(), rows + 1);
        QTRY_COMPARE(visibleBanners(), QStringList());
    }

    void thePanelOfAClientStaysOpenWithWhatIsBeingEdited()
    {
        const auto client = fake->workspace.clients.insert(aClient().phone(1));
        QVERIFY(client);
        open();
        bench->showClient(*client);
        const auto *panel = bench->findChild<QWidget *>(QStringLiteral("clientPanel"));
        QTRY_VERIFY(panel->isVisible());
        bench->findChild<QPushButton *>(QStringLiteral("editClientButton"))->click();
        auto *consent = bench->findChild<QLineEdit *>(QStringLiteral("clientConsentEdit"));
        QTRY_VERIFY(consent && consent->isVisible());
        consent->setText(QStringLiteral("by telephone"));
        cut();
        Q_EMIT fake->workspace.feed.changed(core::interfaces::everythingChanged);
        QTRY_VERIFY(fake->ui.server.isLost());
        bench->showPage(PageId::Clients); // reads the client once more
        QCoreApplication::processEvents();
        QVERIFY(panel->isVisible());
        mend();
        QTRY_VERIFY(!fake->ui.server.isLost());
        QVERIFY(panel->isVisible());
        QCOMPARE(consent->text(), QStringLiteral("by telephone"));
    }

    void theSettingsKeepWhatTheyShow()
    {
        fill();
        open();
        bench->showPage(PageId::Settings);
        QTRY_VERIFY(bench->findChild<QPushButton *>(QStringLiteral("editGatewayButton_main")));
        cut();
        bench->showPage(PageId::Settings);
        QTRY_VERIFY(fake->ui.server.isLost());
        QVERIFY(bench->findChild<QPushButton *>(QStringLiteral("editGatewayButton_main")));
        QCOMPARE(visibleBanners(), QStringList{QStringLiteral("serverBar")});
        QVERIFY(!bench->findChild<QLabel *>(QStringLiteral("accountProblemLabel"))->isVisible());
    }

    void theFormOfAClientKeepsWhatWasTyped()
    {
        open();
        bench->showPage(PageId::Clients);
        bench->findChild<QPushButton *>(QStringLiteral("newClientButton"))->click();
        auto *phone = bench->findChild<QLineEdit *>(QStringLiteral("clientPhoneEdit"));
        QTRY_VERIFY(phone && phone->isVisible());
        phone->setText(QStringLiteral("+7 999 000-00-05"));
        cut();
        auto *save = bench->findChild<QPushButton *>(QStringLiteral("saveClientButton"));
        save->click();
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(phone->isVisible());
        QCOMPARE(phone->text(), QStringLiteral("+7 999 000-00-05"));
        QVERIFY(isSaidSomewhere(QStringLiteral("The database server does not answer.")));
        mend();
        save->click();
        QTRY_COMPARE(fake->workspace.data.clients.size(), 1);
    }

    void aDraftIsKeptAndStoredWhenTheServerIsBack()
    {
        QVERIFY(fake->workspace.gateways.insert(aGateway().isDefault(true)));
        open();
        bench->newMailing();
        auto *text = bench->findChild<QPlainTextEdit *>(QStringLiteral("mailingTextEdit"));
        QVERIFY(text);
        cut();
        text->setPlainText(QStringLiteral("Hello, it is autumn"));
        bench->findChild<QPushButton *>(QStringLiteral("saveDraftButton"))->click();
        QTRY_VERIFY(fake->ui.server.isLost());
        QTRY_VERIFY(isSaidSomewhere(QStringLiteral("The database server does not answer.")));
        QCOMPARE(text->toPlainText(), QStringLiteral("Hello, it is autumn"));
        QVERIFY(fake->workspace.data.mailings.isEmpty());
        mend();
        QTRY_COMPARE(fake->workspace.data.mailings.size(), 1); // without another click
        QCOMPARE(text->toPlainText(), QStringLiteral("Hello, it is autumn"));
    }

private:
    static core::Error lost() { return core::Error::make(core::ErrorKind::Unavailable, "database.lost"); }

    void cut()
    {
        fake->workspace.executor.failReads(lost());
        fake->workspace.executor.failWrites(lost());
    }
    void mend()
    {
        fake->workspace.executor.failReads({});
        fake->workspace.executor.failWrites({});
    }

    void fill()
    {
        const auto gateway = fake->workspace.gateways.insert(aGateway().name(QStringLiteral("main")));
        QVERIFY(gateway && fake->workspace.clients.insert(aClient().phone(1)));
        core::domain::Mailing mailing = aMailing();
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        mailing.id = fake->workspace.mailings.insert(mailing).value();
        QVERIFY(fake->workspace.messages.chooseAudience(mailing, {}, 100, fake->ui.clock.now()));
        QVERIFY(fake->workspace.events.append({.at = fake->ui.clock.now(),
                                               .actor = QStringLiteral("local@localhost"),
                                               .action = QStringLiteral("settings.edit")}));
    }

    void open()
    {
        bench.emplace(fake->ui.context, *theme, *language);
        bench->resize(1280, 800);
        bench->show();
    }

    ui::feedback::Banner *bar() { return bench->findChild<ui::feedback::Banner *>(QStringLiteral("serverBar")); }

    QStringList visibleBanners()
    {
        QStringList names;
        for (const auto *banner : bench->findChildren<ui::feedback::Banner *>()) {
            if (banner->isVisible())
                names << banner->objectName();
        }
        return names;
    }

    /** In a banner or a label below the form, besides the bar. */
    bool isSaidSomewhere(const QString &beginning)
    {
        for (const auto *banner : bench->findChildren<ui::feedback::Banner *>()) {
            if (banner != bar() && banner->isVisible() && banner->text().startsWith(beginning))
                return true;
        }
        for (const auto *label : bench->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(beginning))
                return true;
        }
        return false;
    }

    ui::theme::Theme *theme = nullptr;      ///< the application's
    ui::LanguageSwitch *language = nullptr; ///< the application's
    std::optional<FakeUi> fake;
    std::optional<ui::Workbench> bench;
};

} // namespace tests

QTEST_MAIN(tests::ServerWatchTest)
#include "serverwatchtest.moc"
