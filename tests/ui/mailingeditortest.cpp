// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/mailingeditor.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using core::domain::Mailing;
using core::domain::MailingState;
using ui::editors::MailingEditor;

namespace tests {

class MailingEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        navigator.emplace();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(
                fake->workspace.clients.insert(aClient()
                                                   .phone(i)
                                                   .tags({QStringLiteral("vip")})
                                                   .attribute(QStringLiteral("name"), QStringLiteral("Client%1").arg(i))));
        QVERIFY(fake->workspace.clients.insert(aClient().phone(4)));
        QVERIFY(fake->workspace.clients.insert(aClient().phone(5).optedOut(fake->ui.clock.now())));
        gateway = fake->workspace.gateways.insert(aGateway().isDefault(true).rate(50)).value();
    }

    void cleanup()
    {
        editor.reset();
        actions.reset();
        navigator.reset();
        fake.reset();
    }

    void startsWhatWasWrittenByKeyboard()
    {
        open();
        QSignalSpy finished(editor.get(), &MailingEditor::finished);
        QTest::keyClicks(text(), QStringLiteral("Hello {name}!"));
        QTest::keyClicks(line("mailingNameEdit"), QStringLiteral("Greeting"));
        QTest::keyClicks(line("audienceTagsEdit"), QStringLiteral("vip,"));
        child<QDoubleSpinBox>("rateLimitEdit")->setValue(20);
        child<QComboBox>("priorityCombo")->setCurrentIndex(1);
        QTRY_COMPARE(label("audienceCountLabel"), QStringLiteral("3"));
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        QTRY_VERIFY(sheet()->findChild<QPushButton *>(QStringLiteral("startMailingButton"))->isEnabled());
        QTest::keyClick(sheet(), Qt::Key_Return);
        QTRY_COMPARE(finished.count(), 1);
        const auto mailing = fake->workspace.mailings.find(finished.first().first().value<core::MailingId>());
        QVERIFY(mailing);
        QCOMPARE(mailing->state, MailingState::Scheduled);
        QCOMPARE(mailing->name, QStringLiteral("Greeting"));
        QCOMPARE(mailing->text, QStringLiteral("Hello {name}!"));
        QCOMPARE(mailing->filter.tags, QStringList{QStringLiteral("vip")});
        QCOMPARE(mailing->rateLimit, std::optional(20.0));
        QCOMPARE(mailing->priority, core::domain::Priority::High);
        QCOMPARE(mailing->gateway, gateway);
        QCOMPARE(mailing->startAt, fake->ui.clock.now());
        QVERIFY(mailing->window);
        QCOMPARE(mailing->window->from(), 9 * 60);
        QCOMPARE(mailing->window->to(), 21 * 60);
    }

    void aLaterStartIsScheduledForThen()
    {
        open();
        QSignalSpy finished(editor.get(), &MailingEditor::finished);
        text()->setPlainText(QStringLiteral("Hello"));
        child<QComboBox>("startCombo")->setCurrentIndex(1);
        const QDateTime start = core::toDateTime(fake->ui.clock.now() + std::chrono::hours{3}).toLocalTime();
        child<QDateTimeEdit>("startAtEdit")->setDateTime(start);
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        auto *schedule = sheet()->findChild<QPushButton *>(QStringLiteral("startMailingButton"));
        QCOMPARE(schedule->text(), QStringLiteral("Schedule"));
        QTRY_VERIFY(schedule->isEnabled());
        schedule->click();
        QTRY_COMPARE(finished.count(), 1);
        const auto mailing = fake->workspace.mailings.find(finished.first().first().value<core::MailingId>());
        QCOMPARE(mailing->startAt, core::toInstant(start));
    }

    void theSheetSaysWhoIsOutsideOfTheHours()
    {
        fake->ui.clock.advance(std::chrono::hours{10}); // 01:21 in Moscow
        open();
        text()->setPlainText(QStringLiteral("Hello"));
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        const auto tellsIt = [this] {
            const auto labels = sheet()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) {
                return one->text().startsWith(QStringLiteral("4 wait until their hours begin")) &&
                       one->text().contains(QStringLiteral("09:00"));
            });
        };
        QTRY_VERIFY(tellsIt());
    }

    void theSheetTellsAnUnknownZoneFromAnEndThatComesFirst()
    {
        QVERIFY(fake->workspace.clients.insert(aClient().phone(98).timezone(QStringLiteral("Europe/Atlantis"))));
        open();
        text()->setPlainText(QStringLiteral("Hello"));
        const auto says = [](QWidget *parent, const QString &beginning) {
            const auto labels = parent->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(),
                               [&](const QLabel *one) { return !one->isHidden() && one->text().startsWith(beginning); });
        };
        QTRY_VERIFY(says(editor.get(), QStringLiteral("1 client(s) are in a time zone that this computer does not know")));
        QVERIFY(!says(editor.get(), QStringLiteral("1 would expire: the end")));
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        QTRY_VERIFY(says(sheet(), QStringLiteral("1 message(s) would wait and expire: this computer does not know")));
        QVERIFY(!says(sheet(), QStringLiteral("1 message(s): the end comes first")));
    }

    void theSheetKeepsOffTheCornerEveryTime()
    {
        open();
        editor->window()->move(150, 40);
        text()->setPlainText(QStringLiteral("Hello"));
        for (int time = 0; time < 2; ++time) {
            action("checkAndStartButton")->click();
            QTRY_VERIFY(sheet());
            QTRY_VERIFY(sheet()->findChild<QPushButton *>(QStringLiteral("startMailingButton"))->isEnabled());
            // A window manager takes its time to place it.
            QTRY_VERIFY(sheet()->frameGeometry().left() > sheet()->screen()->availableGeometry().left());
            QVERIFY(sheet()->frameGeometry().top() >= sheet()->screen()->availableGeometry().top());
            sheet()->reject();
            QTRY_VERIFY(!sheet());
        }
    }

    void countsWhatTheShownClientGets()
    {
        open();
        text()->setPlainText(QStringLiteral("Hi {name}"));
        QTRY_COMPARE(label("previewTextLabel"), QStringLiteral("Hi Client1"));
        QTRY_VERIFY(label("counterLabel").contains(u"10 "));
        QVERIFY(label("counterLabel").contains(u"160"));
        child<QPushButton>("nextClientButton")->click();
        QCOMPARE(label("previewTextLabel"), QStringLiteral("Hi Client2"));
        child<QPushButton>("previousClientButton")->click();
        QCOMPARE(label("previewTextLabel"), QStringLiteral("Hi Client1"));
    }

    void namesTheCharactersThatMadeTheTextDear()
    {
        open();
        text()->setPlainText(QStringLiteral("Only today: coffee for 5 roubles — see you there"));
        QTRY_VERIFY(child<QLabel>("foreignCharactersLabel")->isVisibleTo(editor.get()));
        QVERIFY(label("foreignCharactersLabel").contains(u'—'));
        QVERIFY(label("counterLabel").contains(u"70"));
        text()->setPlainText(QStringLiteral("Здравствуйте, скидка 20 % на всё"));
        QTRY_VERIFY(!child<QLabel>("foreignCharactersLabel")->isVisibleTo(editor.get()));
    }

    void tellsAboutALoneBraceWhereItStands()
    {
        open();
        QTest::keyClicks(text(), QStringLiteral("Hello } you"));
        QVERIFY(text()->property("invalid").toBool());
        QVERIFY2(text()->accessibleDescription().contains(u'7'), qPrintable(text()->accessibleDescription()));
        text()->setPlainText(QStringLiteral("Hello you"));
        QVERIFY(!text()->property("invalid").toBool());
    }

    void insertsAFieldOfTheClients()
    {
        open();
        QTest::keyClicks(text(), QStringLiteral("Hi "));
        QAction *field = nullptr;
        QTRY_VERIFY((field = editor->findChild<QAction *>(QStringLiteral("insertField-name"))));
        field->trigger();
        QCOMPARE(text()->toPlainText(), QStringLiteral("Hi {name}"));
    }

    void everybodyIsSaidInWords()
    {
        open();
        QTRY_COMPARE(label("audienceCountLabel"), QStringLiteral("4"));
        QVERIFY(label("audienceNoteLabel").contains(u"Everybody"));
        QVERIFY(label("audienceNoteLabel").contains(u'1')); // opted out
        QTest::keyClicks(line("audienceTagsEdit"), QStringLiteral("vip,"));
        QTRY_COMPARE(label("audienceCountLabel"), QStringLiteral("3"));
        QVERIFY(!label("audienceNoteLabel").contains(u"Everybody"));
    }

    void aCheckAskedForWhileItIsBeingStoredComesAfterwards()
    {
        open();
        text()->setPlainText(QStringLiteral("Hello"));
        QTRY_COMPARE(label("audienceCountLabel"), QStringLiteral("4"));
        fake->workspace.executor.hold();
        action("saveDraftButton")->click();
        action("checkAndStartButton")->click();
        QVERIFY(!sheet());
        fake->workspace.executor.resume();
        QTRY_VERIFY(sheet());
        QCOMPARE(fake->workspace.mailings.count({}).value_or(0), 1);
    }

    void errorsStandBesideTheirFields()
    {
        open();
        auto *end = child<QDateTimeEdit>("endAtEdit");
        end->setDateTime(core::toDateTime(fake->ui.clock.now() - std::chrono::hours{1}).toLocalTime());
        action("checkAndStartButton")->click();
        QTRY_VERIFY(!end->accessibleDescription().isEmpty());
        QVERIFY(!text()->accessibleDescription().isEmpty());
        QVERIFY(!sheet());
        QCOMPARE(fake->workspace.mailings.count({}).value_or(-1), 0);
    }

    void aFieldThatSomeLackHasToBeAllowed()
    {
        open();
        QSignalSpy finished(editor.get(), &MailingEditor::finished);
        text()->setPlainText(QStringLiteral("Hello {name}"));
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        auto *allow = sheet()->findChild<QCheckBox *>(QStringLiteral("allowMissingFieldsCheckBox"));
        auto *start = sheet()->findChild<QPushButton *>(QStringLiteral("startMailingButton"));
        QTRY_VERIFY(allow->isVisible());
        QVERIFY(!start->isEnabled());
        QTest::keyClick(allow, Qt::Key_Space);
        QVERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(fake->workspace.mailings.find(finished.first().first().value<core::MailingId>())->allowMissingFields);
    }

    void aTwinHasToBeAllowed()
    {
        Mailing twin = aMailing().text(QStringLiteral("Hello"));
        twin.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        twin.endAt = fake->ui.clock.now() + std::chrono::hours{1};
        QVERIFY(fake->workspace.mailings.insert(twin));
        open();
        QSignalSpy finished(editor.get(), &MailingEditor::finished);
        text()->setPlainText(QStringLiteral("Hello"));
        action("checkAndStartButton")->click();
        QTRY_VERIFY(sheet());
        auto *allow = sheet()->findChild<QCheckBox *>(QStringLiteral("allowDuplicateCheckBox"));
        QTRY_VERIFY(allow->isVisible());
        allow->click();
        sheet()->findChild<QPushButton *>(QStringLiteral("startMailingButton"))->click();
        QTRY_COMPARE(finished.count(), 1);
    }

    void aDraftIsStoredByItself()
    {
        open();
        text()->setPlainText(QStringLiteral("Half a text"));
        QTRY_COMPARE(fake->workspace.mailings.count({}).value_or(0), 1);
        QVERIFY(actions->findChild<QLabel *>(QStringLiteral("savedLabel"))->text().contains(u"15:21"));
        text()->setPlainText(QStringLiteral("Half a text, and more"));
        const auto stored = [this] {
            const auto page = fake->workspace.mailings.page({}, {}, {});
            return page && !page->rows.isEmpty() ? page->rows.first().mailing.text : QString();
        };
        QTRY_COMPARE(stored(), QStringLiteral("Half a text, and more"));
        QCOMPARE(fake->workspace.mailings.count({}).value_or(0), 1);
    }

    void aRunningMailingChangesOnlyOnSave()
    {
        Mailing running = aMailing().text(QStringLiteral("Before"));
        running.startAt = fake->ui.clock.now() - std::chrono::hours{1};
        running.endAt = fake->ui.clock.now() + std::chrono::hours{5};
        const core::MailingId id = fake->workspace.mailings.insert(running).value();
        open();
        editor->open(id);
        QTRY_COMPARE(text()->toPlainText(), QStringLiteral("Before"));
        QVERIFY(!child<QComboBox>("startCombo")->isEnabled());
        text()->setPlainText(QStringLiteral("After"));
        QCOMPARE(fake->workspace.mailings.find(id)->text, QStringLiteral("Before"));
        QSignalSpy finished(editor.get(), &MailingEditor::finished);
        action("checkAndStartButton")->click();
        QTRY_COMPARE(finished.count(), 1);
        const Mailing after = fake->workspace.mailings.find(id).value();
        QCOMPARE(after.text, QStringLiteral("After"));
        QCOMPARE(after.startAt, running.startAt);
        QCOMPARE(after.state, MailingState::Running);
    }

    void sendsATestToAnyNumber()
    {
        open();
        text()->setPlainText(QStringLiteral("Hi {name}"));
        QTRY_COMPARE(label("previewTextLabel"), QStringLiteral("Hi Client1"));
        action("sendTestButton")->click();
        auto *dialog = editor->window()->findChild<QDialog *>(QStringLiteral("sendTestDialog"));
        QVERIFY(dialog);
        auto *phone = dialog->findChild<QLineEdit *>(QStringLiteral("testPhoneEdit"));
        auto *send = dialog->findChild<QPushButton *>(QStringLiteral("sendTestNowButton"));
        QTRY_VERIFY(send->isEnabled());
        phone->setText(QStringLiteral("12"));
        QTest::keyClick(phone, Qt::Key_Return);
        QTRY_VERIFY(!phone->accessibleDescription().isEmpty());
        phone->setText(QStringLiteral("8 999 000 00 01"));
        send->click();
        QLabel *told = dialog->findChild<QLabel *>(QStringLiteral("bannerTextLabel"));
        QTRY_VERIFY(told->text().contains(u"accepted"));
    }

    void everyControlHasANameForTheScreenReader()
    {
        open();
        for (const QWidget *widget : editor->findChildren<QWidget *>()) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                   !widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_");
            if (!isControl)
                continue;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    void open()
    {
        editor = std::make_unique<MailingEditor>(fake->ui.context, *navigator);
        actions.reset(editor->titleActions());
        editor->resize(1084, 745);
        editor->show();
        editor->begin();
    }

    template <typename T>
    T *child(const char *name) const
    {
        return editor->findChild<T *>(QString::fromLatin1(name));
    }
    QPlainTextEdit *text() const { return child<QPlainTextEdit>("mailingTextEdit"); }
    QLineEdit *line(const char *name) const { return child<QLineEdit>(name); }
    QString label(const char *name) const { return child<QLabel>(name)->text(); }
    QPushButton *action(const char *name) const { return actions->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QDialog *sheet() const { return editor->window()->findChild<QDialog *>(QStringLiteral("checkSheetDialog")); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::unique_ptr<MailingEditor> editor;
    std::unique_ptr<QWidget> actions;
    core::GatewayId gateway;
};

} // namespace tests

QTEST_MAIN(tests::MailingEditorTest)
#include "mailingeditortest.moc"
