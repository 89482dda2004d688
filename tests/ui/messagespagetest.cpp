// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/messagespage.h"
#include "tests/support/builders.h"
#include "tests/ui/taborder.h"
#include "tests/ui/uifixture.h"
#include "ui/editors/mailingfilter.h"
#include "ui/models/messagetablemodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QTableView>
#include <QtTest>

using core::domain::MessageStatus;
using ui::models::MessageTableModel;
using namespace std::chrono_literals;

namespace tests {

/** Three messages: one ended two days ago, one half an hour ago, one waits. */
class MessagesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        navigator.emplace();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(fake->workspace.clients.insert(aClient().phone(i)));
        core::domain::Mailing mailing = aMailing().name(QStringLiteral("Autumn sale"));
        mailing.id = fake->workspace.mailings.insert(mailing).value();
        QVERIFY(fake->workspace.messages.chooseAudience(mailing, {}, 10, fake->ui.clock.now() - 72h));
        const auto all = fake->workspace.messages.page({}, {});
        QVERIFY(all);
        end(all->rows[2].id, MessageStatus::Sent, 48h);
        end(all->rows[1].id, MessageStatus::Failed, 30min);
        page = std::make_unique<ui::pages::MessagesPage>(fake->ui.context, *navigator);
        actions.reset(page->titleActions());
        page->resize(1084, 745);
        page->show();
        actions->show();
        actions->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(actions.get()));
        filter()->setFocus();
        page->activated();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }

    void cleanup()
    {
        page.reset();
        actions.reset();
        navigator.reset();
        fake.reset();
    }

    void showsOfWhichMailingAMessageIs()
    {
        QVERIFY(!table()->isColumnHidden(MessageTableModel::Mailing));
        QCOMPARE(cell(0, MessageTableModel::Mailing), QStringLiteral("Autumn sale"));
        QCOMPARE(table()->model()->headerData(MessageTableModel::Mailing, Qt::Horizontal).toString(),
                 QStringLiteral("Mailing"));
    }

    void theModelKeepsToTheRules()
    {
        const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        choose(2);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        choose(0);
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }

    void findsWhatEndedWithin_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QStringList>("statuses");
        QTest::newRow("any time") << 0 << QStringList{u"waiting"_qs, u"failed"_qs, u"sent"_qs};
        QTest::newRow("an hour") << 1 << QStringList{u"failed"_qs};
        QTest::newRow("a day") << 2 << QStringList{u"failed"_qs};
        QTest::newRow("a week") << 3 << QStringList{u"failed"_qs, u"sent"_qs};
    }

    void findsWhatEndedWithin()
    {
        QFETCH(int, choice);
        QFETCH(QStringList, statuses);
        choose(choice);
        QTRY_COMPARE(shownStatuses(), statuses);
    }

    void theHourIsTheOneBeforeNow()
    {
        choose(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        fake->ui.clock.jump(2h);
        page->activated();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
    }

    void findsWhatEndedBetweenTwoMoments()
    {
        QVERIFY(!edit("timeFilterFromEdit")->isVisible());
        choose(time()->count() - 1);
        QVERIFY(edit("timeFilterFromEdit")->isVisible());
        QTRY_COMPARE(shownStatuses(), QStringList{u"failed"_qs}); // today, at first
        const QDateTime longAgo = core::toDateTime(fake->ui.clock.now() - 48h).toLocalTime();
        edit("timeFilterFromEdit")->setDateTime(longAgo);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        edit("timeFilterToEdit")->setDateTime(longAgo); // the minute that is shown belongs to it
        QTRY_COMPARE(shownStatuses(), QStringList{u"sent"_qs});
        edit("timeFilterFromEdit")->setDateTime(longAgo.addDays(1)); // the wrong way round
        QTRY_COMPARE(shownStatuses(), QStringList{u"sent"_qs});
    }

    void findsTheMessagesOfAMailing()
    {
        const core::domain::Mailing other = anotherMailing(u"Winter sale, debtors"_qs);
        QTest::keyClicks(filter(), QStringLiteral("winter"));
        QTRY_COMPARE(offers(), QStringList{other.name});
        QVERIFY(cellsOf(MessageTableModel::Mailing).contains(u"Autumn sale"_qs)); // not chosen yet
        QTest::keyClick(filter(), Qt::Key_Return);
        QCOMPARE(filter()->mailing(), other.id);
        QCOMPARE(filter()->text(), other.name);
        QTRY_COMPARE(cellsOf(MessageTableModel::Mailing), QStringList(3, other.name));
        QVERIFY(!QApplication::activePopupWidget());
        filter()->clear();
        QTRY_COMPARE(table()->model()->rowCount(), 6);
    }

    void aMailingAndATimeAreAskedTogether()
    {
        const core::domain::Mailing other = anotherMailing(u"Winter sale"_qs);
        const auto rows = fake->workspace.messages.page({.mailing = other.id}, {});
        QVERIFY(rows);
        end(rows->rows[0].id, MessageStatus::Expired, 20min);
        choose(1);
        QTRY_COMPARE(shownStatuses().size(), 2);
        filter()->choose(other.id, other.name);
        QTRY_COMPARE(shownStatuses(), QStringList{u"expired"_qs});
    }

    void aMailingIsChosenWithTheArrowsAlone()
    {
        anotherMailing(u"Winter sale"_qs);
        QTest::keyClick(filter(), Qt::Key_Down);
        QTRY_COMPARE(offers(), (QStringList{u"Winter sale"_qs, u"Autumn sale"_qs})); // the newest first
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(filter()->text(), QStringLiteral("Autumn sale"));
        QTRY_COMPARE(cellsOf(MessageTableModel::Mailing), QStringList(3, u"Autumn sale"_qs));
    }

    void whoTypesFastDoesNotWaitForTheOffers()
    {
        const core::domain::Mailing other = anotherMailing(u"Winter sale"_qs);
        QTest::keyClicks(filter(), QStringLiteral("wint"));
        QTest::keyClick(filter(), Qt::Key_Return);
        QTRY_COMPARE(filter()->mailing(), other.id);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void whoTypesANameMeansTheName()
    {
        // The text of the other one, which is newer, has the word, too.
        core::domain::Mailing newer = aMailing().name(u"Digest"_qs);
        newer.text = QStringLiteral("Autumn news");
        QVERIFY(fake->workspace.mailings.insert(newer));
        QTest::keyClicks(filter(), QStringLiteral("autumn"));
        QTRY_COMPARE(offers(), (QStringList{u"Autumn sale"_qs, u"Digest"_qs}));
    }

    void whatNoMailingHasInItsNameIsSaidAndNotKept()
    {
        QTest::keyClicks(filter(), QStringLiteral("spring"));
        QTRY_COMPARE(offers(), QStringList{u"No mailing has this in its name"_qs});
        QTest::keyClick(filter(), Qt::Key_Return);
        QCOMPARE(filter()->mailing(), core::MailingId{});
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab); // where keys go while the list is open
        QTRY_COMPARE(filter()->text(), QString());
        QCOMPARE(table()->model()->rowCount(), 3);
    }

    void whatIsAskedForIsNotHiddenByAMailingChosenBefore()
    {
        const core::domain::Mailing other = anotherMailing(u"Winter sale"_qs);
        filter()->choose(other.id, other.name);
        QTRY_COMPARE(cellsOf(MessageTableModel::Mailing), QStringList(3, other.name));
        page->showStatuses({MessageStatus::Sent});
        QTRY_COMPARE(shownStatuses(), QStringList{u"sent"_qs});
        QCOMPARE(filter()->text(), QString());
    }

    void tabsGoThroughTheFiltersAsTheyStand()
    {
        QCOMPARE(tabStops(actions.get(), actions.get()), (QStringList{u"mailingFilterEdit"_qs, u"phoneFilterEdit"_qs,
                                                                      u"statusFilterCombo"_qs, u"timeFilterCombo"_qs}));
    }

    void whatIsAskedForIsNotHiddenByATimeChosenBefore()
    {
        choose(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        page->showStatuses({MessageStatus::Sent});
        QTRY_COMPARE(shownStatuses(), QStringList{u"sent"_qs});
        QCOMPARE(time()->currentIndex(), 0);
    }

private:
    core::domain::Mailing anotherMailing(const QString &name)
    {
        core::domain::Mailing made = aMailing().name(name);
        made.id = fake->workspace.mailings.insert(made).value();
        if (!fake->workspace.messages.chooseAudience(made, {}, 10, fake->ui.clock.now() - 1h))
            qFatal("no audience");
        page->activated();
        return made;
    }

    ui::editors::MailingFilter *filter() const { return actions->findChild<ui::editors::MailingFilter *>(); }

    /** Names in the list below the filter; without the times that tell equal ones apart. */
    static QStringList offers()
    {
        QStringList names;
        const auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        for (int row = 0; list && row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString().section(QStringLiteral(" · "), 0, 0);
        return names;
    }

    QStringList cellsOf(int column) const
    {
        QStringList cells;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            cells << cell(row, column);
        return cells;
    }

    void end(core::MessageId id, MessageStatus status, core::Milliseconds ago)
    {
        core::interfaces::MessageOutcome outcome{.id = id, .status = status, .at = fake->ui.clock.now() - ago};
        QVERIFY(fake->workspace.messages.record({outcome}, {}));
    }

    void choose(int index) { time()->setCurrentIndex(index); }
    QComboBox *time() const { return actions->findChild<QComboBox *>(QStringLiteral("timeFilterCombo")); }
    QDateTimeEdit *edit(const char *name) const { return page->findChild<QDateTimeEdit *>(QString::fromLatin1(name)); }
    QTableView *table() const { return page->findChild<QTableView *>(QStringLiteral("messagesTable")); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList shownStatuses() const { return cellsOf(MessageTableModel::Status); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<ui::pages::MessagesPage> page;
    std::unique_ptr<QWidget> actions;
};

} // namespace tests

QTEST_MAIN(tests::MessagesPageTest)
#include "messagespagetest.moc"
