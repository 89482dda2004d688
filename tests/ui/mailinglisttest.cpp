// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailinglist.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/models/mailingtablemodel.h"
#include "ui/pages/mailingspage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using core::domain::MailingState;
using ui::pages::MailingList;

namespace tests {

class MailingListTest : public QObject
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
        actions.reset();
        navigator.reset();
        fake.reset();
    }

    void anEmptyListSaysHowToBegin()
    {
        open();
        QTRY_VERIFY(page->findChild<QPushButton *>(QStringLiteral("emptyNewMailingButton"))->isVisible());
        QSignalSpy wanted(page.get(), &MailingList::newWanted);
        page->findChild<QPushButton *>(QStringLiteral("emptyNewMailingButton"))->click();
        QCOMPARE(wanted.count(), 1);
    }

    void deletesAtOnceAndTakesItBack()
    {
        QVERIFY(fake->workspace.gateways.insert(aGateway()));
        const core::MailingId id = add(QStringLiteral("Sale"), MailingState::Running);
        add(QStringLiteral("Other"), MailingState::Draft);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        select(id);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(state(id), MailingState::Cancelled);
        QTRY_VERIFY(navigator->offered.contains(u"Sale"));
        navigator->undo();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_COMPARE(state(id), MailingState::Running);
    }

    void filtersByStateAndText()
    {
        add(QStringLiteral("Sale"), MailingState::Running);
        add(QStringLiteral("Reminder"), MailingState::Running);
        add(QStringLiteral("Old sale"), MailingState::Finished);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        actions->findChild<QComboBox *>(QStringLiteral("stateFilterCombo"))->setCurrentIndex(1);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTest::keyClicks(actions->findChild<QLineEdit *>(QStringLiteral("mailingSearchEdit")), QStringLiteral("sale"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        actions->findChild<QComboBox *>(QStringLiteral("stateFilterCombo"))->setCurrentIndex(0);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }

    void enterOpensTheDashboard()
    {
        const core::MailingId id = add(QStringLiteral("Sale"), MailingState::Running);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QSignalSpy opened(page.get(), &MailingList::opened);
        select(id);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<core::MailingId>(), id);
    }

    void offersOnlyWhatIsPossible_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("possible");
        const auto row = [](const char *name, MailingState state, const QStringList &possible) {
            QTest::newRow(name) << int(state) << possible;
        };
        row("draft", MailingState::Draft, {QStringLiteral("edit"), QStringLiteral("startNow")});
        row("scheduled", MailingState::Scheduled,
            {QStringLiteral("edit"), QStringLiteral("startNow"), QStringLiteral("pause"), QStringLiteral("cancel")});
        row("running", MailingState::Running,
            {QStringLiteral("edit"), QStringLiteral("pause"), QStringLiteral("cancel"), QStringLiteral("retry")});
        row("paused", MailingState::Paused, {QStringLiteral("edit"), QStringLiteral("resume"), QStringLiteral("cancel")});
        row("finished", MailingState::Finished, {QStringLiteral("retry")});
        row("cancelled", MailingState::Cancelled, {});
    }

    void offersOnlyWhatIsPossible()
    {
        QFETCH(int, state);
        QFETCH(QStringList, possible);
        const core::MailingId id = add(QStringLiteral("Sale"), MailingState(state));
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        select(id);
        const std::pair<QString, QString> names[] = {{QStringLiteral("edit"), QStringLiteral("editMailingAction")},
                                                     {QStringLiteral("startNow"), QStringLiteral("startNowAction")},
                                                     {QStringLiteral("pause"), QStringLiteral("pauseMailingAction")},
                                                     {QStringLiteral("resume"), QStringLiteral("resumeMailingAction")},
                                                     {QStringLiteral("cancel"), QStringLiteral("cancelMailingAction")},
                                                     {QStringLiteral("retry"), QStringLiteral("retryMailingAction")}};
        for (const auto &[name, objectName] : names)
            QVERIFY2(page->findChild<QAction *>(objectName)->isEnabled() == possible.contains(name), qPrintable(name));
        QVERIFY(page->findChild<QAction *>(QStringLiteral("duplicateMailingAction"))->isEnabled());
        QVERIFY(page->findChild<QAction *>(QStringLiteral("deleteMailingAction"))->isEnabled());
    }

    void aCopyIsOpenedForEditing()
    {
        const core::MailingId id = add(QStringLiteral("Sale"), MailingState::Finished);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        select(id);
        QSignalSpy wanted(page.get(), &MailingList::editWanted);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(wanted.count(), 1);
        const auto copy = wanted.first().first().value<core::MailingId>();
        QVERIFY(copy != id);
        QCOMPARE(state(copy), MailingState::Draft);
    }

    void countsTheRunningOnesForTheSideBar()
    {
        add(QStringLiteral("Sale"), MailingState::Running);
        add(QStringLiteral("Draft"), MailingState::Draft);
        open();
        QTRY_VERIFY(page->counter().startsWith(u'1'));
    }

    void saysHowFastAMailingGoesWhileItSends()
    {
        const core::MailingId id = add(QStringLiteral("Sale"), MailingState::Running);
        add(QStringLiteral("Draft"), MailingState::Draft);
        for (int i = 1; i <= 60; ++i)
            QVERIFY(fake->workspace.clients.insert(aClient().phone(i)));
        QVERIFY(fake->workspace.messages.chooseAudience(*fake->workspace.mailings.find(id), {}, 100, fake->ui.clock.now()));
        ui::models::MailingTableModel model(fake->ui.mailings, fake->ui.clock);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 2);
        const auto rate = [&model](int row) {
            return model.index(row, ui::models::MailingTableModel::Rate).data().toString();
        };
        QCOMPARE(rate(0), QStringLiteral("—"));
        QCOMPARE(rate(1), QStringLiteral("—"));
        QVERIFY(fake->workspace.messages.record(accepted(id), {}));
        model.refresh();
        QTRY_COMPARE(rate(1), QStringLiteral("2.0")); // 60 in the last 30 s
        fake->ui.clock.advance(std::chrono::minutes{1});
        model.refresh();
        QTRY_COMPARE(rate(1), QStringLiteral("—"));
    }

    void theModelKeepsTheRules()
    {
        add(QStringLiteral("Sale"), MailingState::Running);
        ui::models::MailingTableModel model(fake->ui.mailings, fake->ui.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1);
        add(QStringLiteral("Other"), MailingState::Draft);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("Sale")); // newest first
        model.sort(ui::models::MailingTableModel::Name, Qt::DescendingOrder);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Sale"));
    }

    void thePageGoesFromListToEditorAndBack()
    {
        ui::pages::MailingsPage whole(fake->ui.context, *navigator);
        actions.reset(whole.titleActions());
        whole.show();
        whole.activated();
        QCOMPARE(whole.parentTitle(), QString());
        whole.newMailing();
        QCOMPARE(whole.parentTitle(), QStringLiteral("Mailings"));
        whole.findChild<QPlainTextEdit *>(QStringLiteral("mailingTextEdit"))->setPlainText(QStringLiteral("Hello"));
        whole.goUp(); // what was written is not lost
        QCOMPARE(whole.title(), QStringLiteral("Mailings"));
        QTRY_COMPARE(fake->workspace.mailings.count({}).value_or(0), 1);
    }

private:
    void open()
    {
        page = std::make_unique<MailingList>(fake->ui.context, *navigator);
        actions.reset(page->titleActions());
        page->resize(1084, 745);
        page->show();
        page->activated();
        // Shortcuts reach the active window only; a real X server takes a moment to make it so.
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
    }

    core::MailingId add(const QString &name, MailingState state)
    {
        core::domain::Mailing mailing = aMailing().name(name).text(name).state(state);
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        return fake->workspace.mailings.insert(mailing).value_or(core::MailingId());
    }

    void select(core::MailingId id)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data(Qt::UserRole).toLongLong() == id.value) {
                table()->setCurrentIndex(table()->model()->index(row, 0));
                table()->selectRow(row);
            }
        }
        table()->setFocus();
    }

    QList<core::interfaces::MessageOutcome> accepted(core::MailingId id)
    {
        QList<core::interfaces::MessageOutcome> outcomes;
        const auto claimed = fake->workspace.messages.claim({.mailing = id,
                                                             .limit = 100,
                                                             .now = fake->ui.clock.now(),
                                                             .leaseUntil = fake->ui.clock.now() + std::chrono::seconds{60}});
        QList<core::interfaces::SendIntent> intents;
        for (const auto &message : *claimed)
            intents << core::interfaces::SendIntent{.id = message.id};
        const auto sending = fake->workspace.messages.markSending(intents, fake->ui.clock.now(), {});
        for (const core::MessageId message : *sending)
            outcomes << core::interfaces::MessageOutcome{
                .id = message, .status = core::domain::MessageStatus::Sent, .at = fake->ui.clock.now()};
        return outcomes;
    }

    MailingState state(core::MailingId id) { return fake->workspace.mailings.find(id)->state; }
    QTableView *table() const { return page->findChild<QTableView *>(QStringLiteral("mailingsTable")); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<MailingList> page;
    std::unique_ptr<QWidget> actions;
};

} // namespace tests

QTEST_MAIN(tests::MailingListTest)
#include "mailinglisttest.moc"
