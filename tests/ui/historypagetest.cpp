// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/historypage.h"
#include "tests/support/builders.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/taborder.h"
#include "tests/ui/uifixture.h"
#include "ui/editors/mailingfilter.h"
#include "ui/feedback/emptystate.h"
#include "ui/models/eventtablemodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using ui::models::EventTableModel;
using namespace std::chrono_literals;

namespace tests {

/** Four events: a setting two days ago, then a client added, a mailing paused, and finished by the dispatcher. */
class HistoryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fill = true;
        fake.emplace();
        navigator.emplace();
    }

    void cleanup()
    {
        page.reset();
        actions.reset();
        navigator.reset();
        fake.reset();
    }

    void showsWhoDidWhatToWhat()
    {
        open();
        QCOMPARE(rowText(0), u"15:21 | dispatcher | mailing finished | Autumn sale | state: paused → finished"_qs);
        QCOMPARE(rowText(1), u"15:21 | local@localhost | mailing paused | Autumn sale | state: running → paused"_qs);
        QVERIFY2(rowText(2).startsWith(u"15:21 | local@localhost | client added | 7 999 000-00-01 | "),
                 qPrintable(rowText(2)));
        QCOMPARE(rowText(3), u"18 Nov 15:21 | anna, command line | setting changed | sending from | "
                             "sending from: 09:00 → 08:30"_qs);
        QCOMPARE(page->findChild<QLabel *>(u"eventCountLabel"_qs)->text().left(1), u"4"_qs);
    }

    void theModelKeepsToTheRules()
    {
        open();
        const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        time()->setCurrentIndex(2);
        QTRY_COMPARE(shownActions().size(), 3);
        time()->setCurrentIndex(0);
        QTRY_COMPARE(shownActions().size(), 4);
        pauseAnother();
        QTRY_COMPARE(shownActions().size(), 5);
    }

    void findsWhatWasDoneToAMailing()
    {
        open();
        auto *filter = actions->findChild<ui::editors::MailingFilter *>();
        filter->setFocus();
        QTest::keyClicks(filter, u"autumn"_qs);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(shownActions(), (QStringList{u"mailing finished"_qs, u"mailing paused"_qs}));
    }

    void findsAClientHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("phone") << u"79990000001"_qs;
        QTest::newRow("phone in groups") << u"8 (999) 000-00-01"_qs;
        QTest::newRow("number") << u"#%1"_qs;
    }

    void findsAClientHoweverItIsWritten()
    {
        QFETCH(QString, typed);
        open();
        QTest::keyClicks(edit("clientFilterEdit"), typed.replace(u"%1"_qs, client.text()));
        QTest::keyClick(edit("clientFilterEdit"), Qt::Key_Return);
        QTRY_COMPARE(shownActions(), QStringList{u"client added"_qs});
        edit("clientFilterEdit")->clear();
        QTRY_COMPARE(shownActions().size(), 4);
    }

    void findsAClientThatIsGone()
    {
        open();
        QVERIFY(fake->ui.clients.remove(fake->ui.actor, {client}).result());
        QTest::keyClicks(edit("clientFilterEdit"), u"79990000001"_qs);
        QTRY_COMPARE(shownActions(), (QStringList{u"client deleted"_qs, u"client added"_qs}));
        QCOMPARE(cell(0, EventTableModel::About), u"7 999 000-00-01"_qs);
        QVERIFY(!isLink(0)); // there is nothing left to be shown
    }

    void aPhoneThatNobodyHasIsSaid()
    {
        open();
        QTest::keyClicks(edit("clientFilterEdit"), u"79990000005"_qs);
        QTRY_VERIFY(empty()->isVisible());
        QCOMPARE(empty()->accessibleName(), u"Nobody has this phone"_qs);
        QTest::keyClick(edit("clientFilterEdit"), Qt::Key_Backspace);
        QTRY_COMPARE(empty()->accessibleName(), u"No client can be looked up"_qs); // no phone any more
        edit("clientFilterEdit")->clear();
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(shownActions().size(), 4);
    }

    void findsWhatSomebodyDid()
    {
        open();
        QTRY_COMPARE(actor()->count(), 4);
        QCOMPARE(actor()->itemText(1), u"anna, command line"_qs);
        QTest::keyClick(actor(), Qt::Key_End);
        QCOMPARE(actor()->currentText(), u"local@localhost"_qs);
        QTRY_COMPARE(shownActions(), (QStringList{u"mailing paused"_qs, u"client added"_qs}));
        time()->setCurrentIndex(1);
        QTRY_COMPARE(shownActions().size(), 2);
        fake->ui.clock.jump(2h);
        page->activated(); // the hour is the one before now
        QTRY_COMPARE(shownActions().size(), 0);
    }

    void findsWhatWasDoneToAMessage()
    {
        append({.actor = u"dispatcher"_qs, .action = u"message.retry"_qs, .message = core::MessageId{9}});
        open(5);
        QTest::keyClicks(edit("messageFilterEdit"), u"no 9"_qs); // digits only
        QCOMPARE(edit("messageFilterEdit")->text(), u"9"_qs);
        QTRY_COMPARE(shownActions(), QStringList{u"message.retry"_qs});
    }

    void whatIsAskedForIsNotHiddenByWhatWasChosenBefore()
    {
        open();
        time()->setCurrentIndex(1);
        QTest::keyClicks(edit("messageFilterEdit"), u"9"_qs);
        QTRY_VERIFY(empty()->isVisible());
        page->showMailing(mailing, u"Autumn sale"_qs);
        QTRY_COMPARE(shownActions(), (QStringList{u"mailing finished"_qs, u"mailing paused"_qs}));
        page->showClient(client, u"7 999 000-00-01"_qs);
        QTRY_COMPARE(shownActions(), QStringList{u"client added"_qs});
        QCOMPARE(edit("clientFilterEdit")->text(), u"7 999 000-00-01"_qs);
        QCOMPARE(time()->currentIndex(), 0);
    }

    void saysWhyThereIsNothing()
    {
        fill = false;
        open(0);
        QTRY_VERIFY(empty()->isVisible());
        QCOMPARE(empty()->accessibleName(), u"Nothing has happened yet"_qs);
        QTest::keyClicks(edit("messageFilterEdit"), u"9"_qs);
        QTRY_COMPARE(empty()->accessibleName(), u"Nothing in the history fits the filter"_qs);
    }

    void showsAllOfAnEventAtTheSide()
    {
        open();
        const auto *panel = page->findChild<QWidget *>(u"eventPanel"_qs);
        QVERIFY(!panel->isVisible());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Up);
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(label("eventActionLabel"), u"mailing finished"_qs);
        QCOMPARE(label("eventWhenLabel"), u"20 Nov 2026 15:21:00, dispatcher"_qs);
        QCOMPARE(differences(), QStringList{u"state: paused → finished"_qs});
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(label("eventActionLabel"), u"client added"_qs);
        QVERIFY(differences().contains(u"phone: — → 7 999 000-00-01"_qs));
        QTest::keyClick(button("closeEventPanelButton"), Qt::Key_Space);
        QVERIFY(!panel->isVisible());
    }

    void leadsToWhatItIsAbout()
    {
        open();
        const QRect about = table()->visualRect(table()->model()->index(0, EventTableModel::About));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, about.center());
        QTRY_COMPARE(navigator->visited, QStringList{u"mailing "_qs + mailing.text()});
        table()->selectRow(2);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(navigator->visited.value(1), u"client "_qs + client.text());
        QTest::keyClick(button("eventAllButton"), Qt::Key_Space);
        QCOMPARE(navigator->visited.value(2), u"history of client %1 7 999 000-00-01"_qs.arg(client.text()));
        table()->selectRow(3); // a setting
        QVERIFY(!isLink(3));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(navigator->visited.size(), 3);
        QVERIFY(!button("eventMailingButton")->isVisible() && !button("eventAllButton")->isVisible());
    }

    void whatHappensMeanwhileAppears()
    {
        open();
        table()->selectRow(0);
        pauseAnother();
        QTRY_COMPARE(shownActions().value(0), u"mailing paused"_qs);
        QCOMPARE(label("eventActionLabel"), u"mailing finished"_qs); // what was being read stays
    }

    void whatCannotBeReadIsSaidAndTriedAgain()
    {
        open();
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.busy"));
        time()->setCurrentIndex(2);
        QTRY_VERIFY(page->findChild<QLabel *>(u"bannerTextLabel"_qs)->isVisible());
        fake->workspace.executor.failReads({});
        time()->setCurrentIndex(0);
        QTRY_COMPARE(shownActions().size(), 4);
        QTRY_VERIFY(!page->findChild<QLabel *>(u"bannerTextLabel"_qs)->isVisible());
    }

    void everyFilterHasANameForTheScreenReader()
    {
        open();
        QWidgetList filters;
        for (QWidget *one : actions->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (qobject_cast<QLineEdit *>(one) || qobject_cast<QComboBox *>(one))
                filters << one;
        }
        QCOMPARE(filters.size(), 5);
        for (const QWidget *filter : std::as_const(filters))
            QVERIFY2(!filter->accessibleName().isEmpty() && !filter->objectName().isEmpty(),
                     qPrintable(filter->objectName()));
        QVERIFY(!table()->accessibleName().isEmpty());
    }

    void everyStopOfTabHasAName()
    {
        open();
        table()->selectRow(0);
        QTRY_VERIFY(page->findChild<QWidget *>(u"eventPanel"_qs)->isVisible());
        QCOMPARE(namelessStops(page.get()), QString());
    }

    void tabsGoFromTheTimesToTheTable()
    {
        open();
        time()->setCurrentIndex(time()->count() - 1); // from – to
        QCOMPARE(tabStops(page.get(), page.get()).mid(0, 3),
                 (QStringList{u"timeFilterFromEdit"_qs, u"timeFilterToEdit"_qs, u"historyTable"_qs}));
    }

    void switchesTheLanguageWhileItRuns()
    {
        open();
        table()->selectRow(0);
        BracketTranslator translator;
        translator.speak();
        QCOMPARE(page->title(), u"[History]"_qs);
        QCOMPARE(actor()->itemText(0), u"[Everybody]"_qs);
        QCOMPARE(cell(0, EventTableModel::Action), u"[mailing finished]"_qs);
        QCOMPARE(label("eventActionLabel"), u"[mailing finished]"_qs);
        QCOMPARE(button("eventMailingButton")->text(), u"[Show mailing]"_qs);
    }

private:
    void open(int rows = 4)
    {
        if (fill)
            makeHistory();
        page = std::make_unique<ui::pages::HistoryPage>(fake->ui.context, *navigator);
        actions.reset(page->titleActions());
        page->resize(1084, 745);
        page->show();
        actions->show();
        actions->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(actions.get()));
        page->activated();
        QTRY_COMPARE(table()->model()->rowCount(), rows);
    }

    void makeHistory()
    {
        append({.at = fake->ui.clock.now() - 48h,
                .actor = u"cli:anna"_qs,
                .action = u"setting.set"_qs,
                .before = uR"({"quiet_hours_from":"09:00"})"_qs,
                .after = uR"({"quiet_hours_from":"08:30"})"_qs});
        core::domain::ClientEdit edit;
        edit.phone = u"79990000001"_qs;
        client = fake->ui.clients.add(fake->ui.actor, edit).result()->id;
        mailing = fake->workspace.mailings.insert(aMailing().name(u"Autumn sale"_qs)).value();
        QVERIFY(fake->ui.mailings.pause(fake->ui.actor, mailing).result());
        append({.at = fake->ui.clock.now(),
                .actor = u"dispatcher"_qs,
                .action = u"mailing.finished"_qs,
                .mailing = mailing,
                .before = uR"({"state":"paused"})"_qs,
                .after = uR"({"state":"finished"})"_qs});
    }

    void append(const core::domain::Event &event) { QVERIFY(fake->workspace.events.append(event)); }

    /** One event more. */
    void pauseAnother()
    {
        const core::MailingId other = fake->workspace.mailings.insert(aMailing().name(u"Winter sale"_qs)).value();
        QVERIFY(fake->ui.mailings.pause(fake->ui.actor, other).result());
    }

    QTableView *table() const { return page->findChild<QTableView *>(u"historyTable"_qs); }
    QWidget *empty() const { return page->findChild<ui::feedback::EmptyState *>(u"historyEmptyState"_qs); }
    QLineEdit *edit(const char *name) const { return actions->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QComboBox *actor() const { return actions->findChild<QComboBox *>(u"actorFilterCombo"_qs); }
    QComboBox *time() const { return actions->findChild<QComboBox *>(u"timeFilterCombo"_qs); }
    QPushButton *button(const char *name) const { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QString label(const char *name) const { return page->findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    bool isLink(int row) const
    {
        return table()->model()->index(row, EventTableModel::About).data(EventTableModel::LinkRole).toBool();
    }
    QString rowText(int row) const
    {
        QStringList cells;
        for (int column = 0; column < EventTableModel::ColumnCount; ++column)
            cells << cell(row, column);
        return cells.join(u" | "_qs);
    }
    QStringList shownActions() const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts << cell(row, EventTableModel::Action);
        return texts;
    }
    QStringList differences() const
    {
        QStringList lines;
        for (const QLabel *one : page->findChildren<QLabel *>(u"eventDifferenceLabel"_qs))
            lines << one->text();
        return lines;
    }

    bool fill = true;
    core::ClientId client;
    core::MailingId mailing;
    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<ui::pages::HistoryPage> page;
    std::unique_ptr<QWidget> actions;
};

} // namespace tests

QTEST_MAIN(tests::HistoryPageTest)
#include "historypagetest.moc"
