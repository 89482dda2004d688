// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailingdashboard.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/charts/barlist.h"
#include "ui/charts/statuschart.h"
#include "ui/charts/throughputchart.h"
#include "ui/pages/mailingmessages.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using core::domain::MailingState;
using core::domain::MessageStatus;
using ui::pages::MailingDashboard;

namespace tests {

class MailingDashboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        navigator.emplace();
        for (int i = 1; i <= 5; ++i)
            QVERIFY(fake->workspace.clients.insert(
                aClient().phone(i).timezone(i < 4 ? QStringLiteral("Europe/Moscow") : QStringLiteral("Asia/Vladivostok"))));
        core::domain::Mailing mailing = aMailing().name(QStringLiteral("Autumn sale"));
        mailing.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        mailing.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        id = mailing.id = fake->workspace.mailings.insert(mailing).value();
        QVERIFY(fake->workspace.messages.chooseAudience(mailing, {}, 100, fake->ui.clock.now()));
        settle(MessageStatus::Sent, 2);
        settle(MessageStatus::Failed, 1);
    }

    void cleanup()
    {
        page.reset();
        actions.reset();
        navigator.reset();
        fake.reset();
    }

    void showsHowFarItIs()
    {
        open();
        QTRY_COMPARE(page->title(), QStringLiteral("Autumn sale"));
        QCOMPARE(page->badge(), QStringLiteral("running"));
        QTRY_VERIFY(label("doneLabel").startsWith(u"3 "));
        QVERIFY(label("doneLabel").contains(u'5'));
        auto *chart = page->findChild<ui::charts::StatusChart *>();
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("2 sent")));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("1 failed")));
        QVERIFY(chart->partText(MessageStatus::Sent).contains(u"40"));
    }

    void leadsToWhatWasDoneToIt()
    {
        open();
        QTRY_VERIFY(button("mailingHistoryButton")->isEnabled());
        button("mailingHistoryButton")->setFocus();
        QTest::keyClick(button("mailingHistoryButton"), Qt::Key_Space);
        QCOMPARE(navigator->visited, QStringList{QStringLiteral("history of mailing %1 Autumn sale").arg(id.text())});
    }

    void aNumberLeadsToTheMessagesBehindIt()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QTRY_COMPARE(button("sentLinkButton")->text(), QStringLiteral("2"));
        button("sentLinkButton")->setFocus();
        QTest::keyClick(button("sentLinkButton"), Qt::Key_Space);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        button("failedLinkButton")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void saysWhenMessagesWereRemoved()
    {
        core::domain::Mailing mailing = fake->workspace.mailings.find(id).value();
        mailing.state = MailingState::Finished;
        QVERIFY(fake->workspace.mailings.update(mailing));
        open();
        auto *removed = page->findChild<QLabel *>(QStringLiteral("messagesRemovedLabel"));
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QTRY_VERIFY(action("retryMailingButton")->isEnabled());
        QVERIFY(!removed->isVisible());

        const core::Instant now = fake->ui.clock.now();
        const auto work = [this, now](core::interfaces::UnitOfWork &unit) {
            return unit.retention.removeMessages(id, now + std::chrono::hours{1}, 100, now);
        };
        QCOMPARE(fake->workspace.executor.write(core::interfaces::Lane::Bulk, work).result().value_or(0), 3);

        const QString told = QStringLiteral("Messages of this mailing were removed on 20 Nov 2026; the totals stay.");
        QTRY_VERIFY(removed->isVisible());
        QCOMPARE(removed->text(), told);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(button("sentLinkButton")->text(), QStringLiteral("2")); // the numbers stay
        QTRY_VERIFY(!action("retryMailingButton")->isEnabled());
        button("sentLinkButton")->click();
        QTRY_VERIFY(page->findChild<QLabel *>(QStringLiteral("noMessagesLabel"))->isVisible());
        QCOMPARE(label("noMessagesLabel"), told);
    }

    void anErrorLeadsToItsMessagesAndBack()
    {
        open();
        QTRY_VERIFY(button("errorLinkButton0"));
        QCOMPARE(button("errorLinkButton0")->text(), QStringLiteral("HTTP 400"));
        button("errorLinkButton0")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(button("errorFilterButton")->isVisible());
        button("errorFilterButton")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QTRY_VERIFY(!button("errorFilterButton")->isVisible());
    }

    void errorsCountWhatWillBeTriedAgain()
    {
        settle(MessageStatus::Pending, 2); // refused like the one that has failed
        open();
        QTRY_VERIFY(page->findChild<QLabel *>(QStringLiteral("errorNumberLabel0")));
        QTRY_COMPARE(label("errorNumberLabel0"), QStringLiteral("3"));
        QCOMPARE(label("errorsWaitingLabel"), MailingDashboard::tr("2 of them will be tried again"));
        button("errorLinkButton0")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }

    void findsAMessageByItsPhone()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QTest::keyClicks(page->findChild<QLineEdit *>(QStringLiteral("mailingPhoneFilterEdit")), phoneNumber(4).text());
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void tellsZonesAndMinutesInWords()
    {
        open();
        const auto *zones = page->findChild<ui::charts::BarList *>(QStringLiteral("zonesChart"));
        QTRY_VERIFY(zones->accessibleDescription().contains(QStringLiteral("Europe/Moscow: 3")));
        QVERIFY(zones->accessibleDescription().contains(QStringLiteral("Asia/Vladivostok: 2")));
    }

    void theBreakdownsFollowAtOnce()
    {
        open();
        const auto *zones = page->findChild<ui::charts::BarList *>(QStringLiteral("zonesChart"));
        QTRY_VERIFY(zones->accessibleDescription().contains(QStringLiteral("2 sent")));
        QTRY_VERIFY(!page->findChild<ui::charts::ThroughputChart *>(QStringLiteral("perMinuteChart"))->isEmpty());
        QVERIFY2(label("peakLabel").contains(u'2'), qPrintable(label("peakLabel")));
        settle(MessageStatus::Sent, 1); // soon after the last reading, and nothing comes after it
        // The pause of a large mailing, and the reading that comes by itself, take longer.
        QTRY_VERIFY_WITH_TIMEOUT(zones->accessibleDescription().contains(QStringLiteral("Asia/Vladivostok: 2 (1 sent")),
                                 3500);
    }

    void followsTheChangeFeed()
    {
        open();
        QTRY_COMPARE(button("sentLinkButton")->text(), QStringLiteral("2"));
        settle(MessageStatus::Sent, 1);
        QTRY_COMPARE(button("sentLinkButton")->text(), QStringLiteral("3"));
    }

    void pausesAndResumes()
    {
        open();
        QTRY_VERIFY(action("pauseMailingButton")->isEnabled());
        action("pauseMailingButton")->click();
        QTRY_COMPARE(state(), MailingState::Paused);
        QTRY_COMPARE(action("pauseMailingButton")->text(), QStringLiteral("Resume"));
        QTRY_COMPARE(page->badge(), QStringLiteral("paused"));
        action("pauseMailingButton")->click();
        QTRY_COMPARE(state(), MailingState::Running);
    }

    void cancelsOnlyAfterAQuestion()
    {
        open();
        QTRY_VERIFY(action("cancelMailingButton")->isEnabled());
        action("cancelMailingButton")->click();
        auto *question = page->window()->findChild<QMessageBox *>(QStringLiteral("cancelMailingDialog"));
        QVERIFY(question);
        QTRY_VERIFY(question->isVisible());
        QCOMPARE(state(), MailingState::Running);
        question->findChild<QPushButton *>(QStringLiteral("confirmCancelButton"))->click();
        QTRY_COMPARE(state(), MailingState::Cancelled);
        QTRY_VERIFY(!action("cancelMailingButton")->isEnabled());
    }

    void triesFailedMessagesAgain()
    {
        QVERIFY(fake->workspace.gateways.insert(aGateway()));
        open();
        QTRY_VERIFY(action("retryMailingButton")->isEnabled());
        action("retryMailingButton")->click();
        auto *dialog = page->window()->findChild<QDialog *>(QStringLiteral("retryDialog"));
        QVERIFY(dialog);
        auto *retry = dialog->findChild<QPushButton *>(QStringLiteral("retryButton"));
        QTRY_VERIFY(retry->isEnabled());
        retry->click();
        QTRY_COMPARE(fake->workspace.data.counts(id)[MessageStatus::Failed], 0);
        QCOMPARE(fake->workspace.data.counts(id)[MessageStatus::Pending], 3);
    }

    void leavesAMailingThatWasDeleted()
    {
        open();
        QTRY_COMPARE(page->title(), QStringLiteral("Autumn sale"));
        QSignalSpy closed(page.get(), &MailingDashboard::closed);
        fake->ui.mailings.remove(fake->ui.actor, id);
        QTRY_VERIFY(closed.count() > 0);
    }

private:
    void open()
    {
        page = std::make_unique<MailingDashboard>(fake->ui.context, *navigator);
        actions.reset(page->titleActions());
        page->resize(1084, 745);
        page->show();
        page->setMailing(id);
        page->activated();
    }

    /** Lets so many pending messages end like that, as the dispatcher does. */
    void settle(MessageStatus status, int count)
    {
        const core::Instant now = fake->ui.clock.now();
        const auto work = [this, now, status, count](core::interfaces::UnitOfWork &unit) -> core::Result<int> {
            HELIOGRAPH_ASSIGN(
                const auto claimed,
                unit.messages.claim(
                    {.mailing = id, .limit = count, .now = now, .leaseUntil = now + std::chrono::seconds{60}}));
            QList<core::interfaces::SendIntent> intents;
            QList<core::interfaces::MessageOutcome> outcomes;
            for (const auto &message : claimed) {
                intents << core::interfaces::SendIntent{.id = message.id, .segments = 1, .textVersion = 1};
                core::interfaces::MessageOutcome outcome{.id = message.id, .status = status, .at = now};
                if (status == MessageStatus::Failed || status == MessageStatus::Pending)
                    outcome.error =
                        core::domain::MessageError{core::domain::AnswerKind::Rejected, 400, QStringLiteral("blocked")};
                outcomes << outcome;
            }
            HELIOGRAPH_TRY(unit.messages.markSending(intents, now, {}));
            HELIOGRAPH_TRY(unit.messages.record(outcomes, {}));
            return int(outcomes.size());
        };
        const auto done = fake->workspace.executor.write(core::interfaces::Lane::Dispatch, work).result();
        QCOMPARE(done.value_or(0), count);
    }

    MailingState state() { return fake->workspace.mailings.find(id)->state; }
    QTableView *table() const { return page->findChild<QTableView *>(QStringLiteral("mailingMessagesTable")); }
    QPushButton *button(const char *name) const { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QPushButton *action(const char *name) const { return actions->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QString label(const char *name) const { return page->findChild<QLabel *>(QString::fromLatin1(name))->text(); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<MailingDashboard> page;
    std::unique_ptr<QWidget> actions;
    core::MailingId id;
};

} // namespace tests

QTEST_MAIN(tests::MailingDashboardTest)
#include "mailingdashboardtest.moc"
