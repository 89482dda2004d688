// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/messagespage.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/models/messagetablemodel.h"

#include <QAbstractItemModelTester>
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

    void whatIsAskedForIsNotHiddenByATimeChosenBefore()
    {
        choose(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        page->showStatuses({MessageStatus::Sent});
        QTRY_COMPARE(shownStatuses(), QStringList{u"sent"_qs});
        QCOMPARE(time()->currentIndex(), 0);
    }

private:
    void end(core::MessageId id, MessageStatus status, core::Milliseconds ago)
    {
        core::interfaces::MessageOutcome outcome{.id = id, .status = status, .at = fake->ui.clock.now() - ago};
        QVERIFY(fake->workspace.messages.record({outcome}));
    }

    void choose(int index) { time()->setCurrentIndex(index); }
    QComboBox *time() const { return actions->findChild<QComboBox *>(QStringLiteral("timeFilterCombo")); }
    QDateTimeEdit *edit(const char *name) const { return page->findChild<QDateTimeEdit *>(QString::fromLatin1(name)); }
    QTableView *table() const { return page->findChild<QTableView *>(QStringLiteral("messagesTable")); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList shownStatuses() const
    {
        QStringList statuses;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            statuses << cell(row, MessageTableModel::Status);
        return statuses;
    }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<ui::pages::MessagesPage> page;
    std::unique_ptr<QWidget> actions;
};

} // namespace tests

QTEST_MAIN(tests::MessagesPageTest)
#include "messagespagetest.moc"
