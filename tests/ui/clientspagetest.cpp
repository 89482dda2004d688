// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientspage.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/selectionbar.h"
#include "ui/tables/tableview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using core::domain::Client;

namespace tests {

class ClientsPageTest : public QObject
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

    void anEmptyDirectorySaysWhatToDo()
    {
        open();
        QTRY_VERIFY(button("emptyImportButton")->isVisible());
        QTRY_VERIFY(button("emptyNewButton")->isVisible());
        QTRY_VERIFY(!table()->isVisible());
    }

    void addsAClientByKeyboardAlone()
    {
        open();
        QTRY_VERIFY(button("emptyNewButton")->isVisible());
        button("emptyNewButton")->setFocus();
        QTest::keyClick(button("emptyNewButton"), Qt::Key_Space);
        QTRY_VERIFY(edit("clientPhoneEdit")->hasFocus());
        QTest::keyClicks(edit("clientPhoneEdit"), QStringLiteral("8 (999) 000-00-01"));
        QTest::keyClicks(edit("clientTagsEdit"), QStringLiteral("vip,"));
        QTest::keyClick(edit("clientPhoneEdit"), Qt::Key_Return);
        QTRY_COMPARE(fake->workspace.clients.count({}).value_or(0), 1);
        const auto client = fake->workspace.clients.findByPhone(phoneNumber(1));
        QVERIFY(client && client->has_value());
        QCOMPARE((*client)->tags, QStringList{QStringLiteral("vip")});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void leadsToWhatWasDoneToAClient()
    {
        const auto id = fake->workspace.clients.insert(aClient().phone(1));
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QTRY_VERIFY(button("clientEventsButton")->isVisible());
        QTest::keyClick(button("clientEventsButton"), Qt::Key_Space);
        QCOMPARE(navigator->visited, QStringList{QStringLiteral("history of client %1 7 999 000-00-01").arg(id->text())});
    }

    void saysBesideTheFieldWhatIsWrong()
    {
        open();
        QTRY_VERIFY(button("newClientButton")->isEnabled());
        button("newClientButton")->click();
        edit("clientPhoneEdit")->setText(QStringLiteral("12"));
        button("saveClientButton")->click();
        QTRY_VERIFY(!edit("clientPhoneEdit")->accessibleDescription().isEmpty());
        QVERIFY(edit("clientPhoneEdit")->property("invalid").toBool());
        QCOMPARE(fake->workspace.clients.count({}).value_or(-1), 0);
    }

    void enterTwiceAddsOneClient()
    {
        open();
        QTRY_VERIFY(button("newClientButton")->isEnabled());
        button("newClientButton")->click();
        edit("clientPhoneEdit")->setText(QStringLiteral("79990000001"));
        fake->workspace.executor.hold();
        QTest::keyClick(edit("clientPhoneEdit"), Qt::Key_Return);
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        QTest::keyClick(edit("clientPhoneEdit"), Qt::Key_Return);
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void aPanelThatWasClosedStaysClosed()
    {
        open();
        QTRY_VERIFY(button("newClientButton")->isEnabled());
        button("newClientButton")->click();
        edit("clientPhoneEdit")->setText(QStringLiteral("79990000001"));
        fake->workspace.executor.hold();
        button("saveClientButton")->click();
        button("closeClientPanelButton")->click();
        fake->workspace.executor.resume();
        QTRY_COMPARE(table()->model()->rowCount(), 1); // it was on its way already
        QVERIFY(!page->findChild<QWidget *>(QStringLiteral("clientPanel"))->isVisible());
    }

    void warnsWhenTheOperatorCodeDiffersFromThePhone()
    {
        open();
        button("newClientButton")->click();
        edit("clientPhoneEdit")->setText(QStringLiteral("79990000001"));
        edit("clientCodeEdit")->setText(QStringLiteral("916"));
        QVERIFY(edit("clientCodeEdit")->accessibleDescription().contains(u"999"));
        edit("clientCodeEdit")->setText(QStringLiteral("999"));
        QVERIFY(edit("clientCodeEdit")->accessibleDescription().isEmpty());
    }

    void findsAPhoneInAnyNotation()
    {
        add(1, 3);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        edit("clientSearchEdit")->setText(QStringLiteral("8 999 000-00-02"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), phoneNumber(2).formatted());
    }

    void aFilterThatFitsNobodyOffersTheWayBack()
    {
        add(1, 2);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        edit("clientSearchEdit")->setText(QStringLiteral("nobody has this name"));
        QTRY_VERIFY(button("clearFiltersButton")->isVisible());
        button("clearFiltersButton")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }

    void deletesAtOnceAndTakesItBack()
    {
        add(1, 3);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(!navigator->offered.isEmpty());
        navigator->undo();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QVERIFY(fake->workspace.clients.findByPhone(phoneNumber(2)).value().has_value());
    }

    void givesATagToAllChosen()
    {
        add(1, 4);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        table()->selectAll();
        QTRY_VERIFY(button("tagSelectedButton")->isVisible());
        auto *bar = page->findChild<ui::pages::SelectionBar *>();
        Q_EMIT bar->tagRequested(QStringLiteral("winter"));
        core::interfaces::ClientQuery query;
        query.tags = {QStringLiteral("winter")};
        QTRY_COMPARE(fake->workspace.clients.count(query).value_or(0), 4);
    }

    void showsTheChosenClientAndTheTimeThere()
    {
        QVERIFY(fake->workspace.clients.insert(ClientBuilder()
                                                   .phone(1)
                                                   .timezone(QStringLiteral("Europe/Kaliningrad"))
                                                   .attribute(QStringLiteral("name"), QStringLiteral("Ольга"))));
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QTRY_COMPARE(page->findChild<QLabel *>(QStringLiteral("clientNameLabel"))->text(), QStringLiteral("Ольга"));
        const auto labels = page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                            [](const QLabel *label) { return label->text().contains(u"14:21"); }));
    }

    void saysWhenTheDatabaseCannotBeRead()
    {
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.unreadable"));
        open();
        QTRY_VERIFY(button("bannerActionButton")->isVisible());
        fake->workspace.executor.failReads({});
        add(1, 2);
        button("bannerActionButton")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(!button("bannerActionButton")->isVisible());
    }

    void everyControlHasANameForScreenReaders()
    {
        add(1, 2);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        button("newClientButton")->click();
        QStringList nameless;
        const auto widgets = page->findChildren<QWidget *>() + page->titleActions()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *push = qobject_cast<const QAbstractButton *>(widget);
            const bool isField =
                qobject_cast<const QLineEdit *>(widget) && widget->parentWidget()->inherits("QComboBox") == false;
            if (push && push->isVisible() && push->text().isEmpty() && push->accessibleName().isEmpty() &&
                !qobject_cast<const QLineEdit *>(widget->parentWidget()))
                nameless << QLatin1String(widget->metaObject()->className()) + widget->objectName();
            if (isField && widget->accessibleName().isEmpty())
                nameless << QLatin1String(widget->metaObject()->className()) + widget->objectName();
        }
        QCOMPARE(nameless.join(u' '), QString());
    }

private:
    void open()
    {
        page.emplace(fake->ui.context, *navigator);
        page->titleActions()->setParent(&*page);
        page->resize(1080, 740);
        page->show();
        page->activated();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
    }

    void add(int from, int to)
    {
        for (int number = from; number <= to; ++number)
            QVERIFY(fake->workspace.clients.insert(ClientBuilder().phone(number)));
    }

    ui::tables::TableView *table() { return page->findChild<ui::tables::TableView *>(QStringLiteral("clientsTable")); }
    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::optional<ui::pages::ClientsPage> page;
};

} // namespace tests

QTEST_MAIN(tests::ClientsPageTest)
#include "clientspagetest.moc"
