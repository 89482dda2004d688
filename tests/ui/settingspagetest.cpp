// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/settingspage.h"
#include "tests/ui/taborder.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/gatewayform.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>
#include <QtTest>

namespace tests {

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        navigator.emplace();
        page.emplace(fake->ui.context, *navigator);
        page->resize(1080, 740);
        page->show();
        page->activated();
    }

    void cleanup()
    {
        page.reset();
        navigator.reset();
        fake.reset();
    }

    void connectsTheFirstGateway()
    {
        QTRY_VERIFY(button("emptyAddGatewayButton")->isVisible());
        button("emptyAddGatewayButton")->click();
        edit("gatewayNameEdit")->setText(QStringLiteral("main"));
        edit("gatewayUrlEdit")->setText(QStringLiteral("https://sms.example.org/send"));
        edit("gatewaySecretEdit")->setText(QStringLiteral("token"));
        button("saveGatewayButton")->click();
        QTRY_VERIFY(button("editGatewayButton_main"));
        const auto stored = fake->workspace.gateways.list();
        QCOMPARE(stored.value().size(), 1);
        QVERIFY(stored->first().profile.isDefault);
        QCOMPARE(stored->first().profile.sealedSecret, QByteArray("nekot"));
    }

    void theTokenIsNeverShownAgain()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        QVERIFY(edit("gatewaySecretEdit")->text().isEmpty());
        QCOMPARE(edit("gatewaySecretEdit")->echoMode(), QLineEdit::Password);
        button("saveGatewayButton")->click();
        QTRY_COMPARE(fake->workspace.gateways.list().value().first().profile.sealedSecret, QByteArray("nekot"));
    }

    void theTokenStaysInTheFormUntilItIsStored()
    {
        page->showGateway({});
        edit("gatewayNameEdit")->setText(QStringLiteral("main"));
        edit("gatewayUrlEdit")->setText(QStringLiteral("not an address"));
        edit("gatewaySecretEdit")->setText(QStringLiteral("token"));
        button("saveGatewayButton")->click();
        QTRY_VERIFY(!edit("gatewayUrlEdit")->accessibleDescription().isEmpty());
        edit("gatewayUrlEdit")->setText(QStringLiteral("https://sms.example.org/send"));
        button("saveGatewayButton")->click();
        QTRY_VERIFY(button("editGatewayButton_main"));
        QCOMPARE(fake->workspace.gateways.list().value().first().profile.sealedSecret, QByteArray("nekot"));
        QVERIFY(edit("gatewaySecretEdit")->text().isEmpty());
    }

    void enterTwiceSavesOnce()
    {
        page->showGateway({});
        edit("gatewayNameEdit")->setText(QStringLiteral("main"));
        edit("gatewayUrlEdit")->setText(QStringLiteral("https://sms.example.org/send"));
        fake->workspace.executor.hold();
        QTest::keyClick(edit("gatewayNameEdit"), Qt::Key_Return);
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        QTest::keyClick(edit("gatewayNameEdit"), Qt::Key_Return);
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
        QTRY_VERIFY(button("editGatewayButton_main"));
    }

    void tabsGoThroughTheFormFromTopToBottom()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        const QStringList stops{QStringLiteral("gatewayNameEdit"),        QStringLiteral("gatewayKindCombo"),
                                QStringLiteral("gatewayUrlEdit"),         QStringLiteral("gatewaySecretEdit"),
                                QStringLiteral("gatewaySenderEdit"),      QStringLiteral("gatewayRateSpin"),
                                QStringLiteral("gatewayRateUnitCombo"),   QStringLiteral("gatewayConnectionsSpin"),
                                QStringLiteral("gatewayTimeoutSpin"),     QStringLiteral("retryAttemptsSpin"),
                                QStringLiteral("retryFirstDelaySpin"),    QStringLiteral("retryFactorSpin"),
                                QStringLiteral("retryMaxDelaySpin"),      QStringLiteral("retryJitterSpin"),
                                QStringLiteral("gatewayEnabledCheckBox"), QStringLiteral("saveGatewayButton"),
                                QStringLiteral("cancelGatewayButton"),    QStringLiteral("removeGatewayButton"),
                                QStringLiteral("testPhoneEdit"),          QStringLiteral("testTextEdit"),
                                QStringLiteral("sendTestButton")};
        QCOMPARE(tabStops(page->findChild<ui::pages::GatewayForm *>(), edit("gatewayNameEdit")), stops);
    }

    void saysBesideTheFieldWhatIsWrong()
    {
        page->showGateway({});
        edit("gatewayNameEdit")->setText(QStringLiteral("main"));
        edit("gatewayUrlEdit")->setText(QStringLiteral("not an address"));
        button("saveGatewayButton")->click();
        QTRY_VERIFY(!edit("gatewayUrlEdit")->accessibleDescription().isEmpty());
        QVERIFY(fake->workspace.gateways.list().value().isEmpty());
    }

    void retriesAreEditedAndWhatIsFinerThanShownStays()
    {
        addGateway({.firstDelay = core::Milliseconds{1234}, .maxDelay = core::Milliseconds{90'007}});
        button("editGatewayButton_main")->click();
        page->findChild<QSpinBox *>(QStringLiteral("retryAttemptsSpin"))->setValue(3);
        page->findChild<QDoubleSpinBox *>(QStringLiteral("retryFactorSpin"))->setValue(4);
        QCOMPARE(page->findChild<QLabel *>(QStringLiteral("retryPausesLabel"))->text(),
                 QStringLiteral("1.2 s, 4.8 s – the last try after about 6 s"));
        button("saveGatewayButton")->click();

        const auto stored = [this] { return fake->workspace.gateways.list().value().first().profile.retry; };
        QTRY_COMPARE(stored().maxAttempts, 3);
        QCOMPARE(stored().factor, 4.0);
        QCOMPARE(stored().firstDelay, core::Milliseconds{1234});
        QCOMPARE(stored().maxDelay, core::Milliseconds{90'007});
        QCOMPARE(stored().jitter, 0.2);
    }

    void aPauseThatIsTooShortIsToldBesideIt()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        auto *longest = page->findChild<QDoubleSpinBox *>(QStringLiteral("retryMaxDelaySpin"));
        longest->setValue(1);
        button("saveGatewayButton")->click();
        QTRY_COMPARE(longest->accessibleDescription(), QStringLiteral("Enter a number from 2 to 86400."));
    }

    void optionsThatTheKindRefusesAreTold()
    {
        addGateway();
        fake->ui.factory.failToCheck(
            core::Error::invalidField("options.latency", "gateway:latency", {QStringLiteral("slow")}));
        button("editGatewayButton_main")->click();
        auto *kinds = page->findChild<QComboBox *>(QStringLiteral("gatewayKindCombo"));
        kinds->setCurrentIndex(kinds->findData(QStringLiteral("simulator")));
        button("saveGatewayButton")->click();
        auto *problem = page->findChild<QLabel *>(QStringLiteral("gatewayProblemLabel"));
        QTRY_VERIFY2(problem->text().contains(u"“slow” is not a latency"), qPrintable(problem->text()));
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(fake->workspace.gateways.list().value().first().profile.kind, QStringLiteral("http-json"));
    }

    void putsAStoppedGatewayBackToWork()
    {
        addGateway();
        const core::GatewayId id = fake->workspace.gateways.list().value().first().profile.id;
        QVERIFY(fake->workspace.gateways.saveState(
            id, {.breaker = core::domain::BreakerState::Attention, .reason = QStringLiteral("HTTP 401")}));
        page->activated();
        QTRY_VERIFY(button("resetGatewayButton_main"));
        const auto *told = page->findChild<QLabel *>(QStringLiteral("gatewayStateLabel_main"));
        QVERIFY2(told->text().startsWith(u"needs attention since 1 Jan 1970") && told->text().endsWith(u": HTTP 401"),
                 qPrintable(told->text()));
        button("resetGatewayButton_main")->click();
        QTRY_COMPARE(fake->workspace.gateways.list().value().first().state.breaker, core::domain::BreakerState::Closed);
    }

    void showsWhatTheGatewayAnsweredToATest()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        edit("testPhoneEdit")->setText(QStringLiteral("12"));
        button("sendTestButton")->click();
        QTRY_VERIFY(!edit("testPhoneEdit")->accessibleDescription().isEmpty());
        edit("testPhoneEdit")->setText(QStringLiteral("79990000001"));
        button("sendTestButton")->click();
        QTRY_VERIFY(page->findChild<QLabel *>(QStringLiteral("testAnswerLabel"))->text().startsWith(u"accepted"));
    }

    void howLongThingsAreKeptIsSetInDays()
    {
        auto *messages = page->findChild<QSpinBox *>(QStringLiteral("messagesKeptSpin"));
        auto *events = page->findChild<QSpinBox *>(QStringLiteral("eventsKeptSpin"));
        QTRY_COMPARE(events->text(), QStringLiteral("365 days"));
        QCOMPARE(messages->text(), QStringLiteral("for ever"));

        messages->setValue(90);
        Q_EMIT messages->editingFinished();
        auto *texts = page->findChild<QSpinBox *>(QStringLiteral("textsKeptSpin"));
        QCOMPARE(texts->text(), QStringLiteral("30 days"));
        texts->setValue(7);
        Q_EMIT texts->editingFinished();
        events->setValue(0);
        Q_EMIT events->editingFinished();

        const auto stored = [this] { return fake->workspace.settings.settings().value(); };
        QTRY_COMPARE(stored().messagesKeptDays(), 90);
        QTRY_COMPARE(stored().textsKeptDays(), 7);
        QTRY_COMPARE(stored().eventsKeptDays(), 0);
        QCOMPARE(events->text(), QStringLiteral("for ever"));
    }

    void whatIsRefusedOfRetentionIsSaidBesideIt()
    {
        auto *messages = page->findChild<QSpinBox *>(QStringLiteral("messagesKeptSpin"));
        auto *events = page->findChild<QSpinBox *>(QStringLiteral("eventsKeptSpin"));
        QTRY_COMPARE(events->value(), 365);
        QVERIFY(messages->accessibleDescription().contains(u"daily totals"));
        fake->workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        messages->setValue(90);
        Q_EMIT messages->editingFinished();

        QTRY_VERIFY(messages->accessibleDescription().startsWith(u"The disk is full"));
        QCOMPARE(fake->workspace.settings.settings().value().messagesKeptDays(), 0);
    }

    void enterInTheTestSendsItAndSavesNothing()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        edit("gatewayNameEdit")->setText(QStringLiteral("other"));
        edit("testPhoneEdit")->setText(QStringLiteral("79990000001"));
        QTest::keyClick(edit("testPhoneEdit"), Qt::Key_Return);
        QTRY_VERIFY(page->findChild<QLabel *>(QStringLiteral("testAnswerLabel"))->text().startsWith(u"accepted"));
        QVERIFY(edit("gatewayNameEdit")->isVisible());
        QCOMPARE(fake->workspace.gateways.list().value().first().profile.name, QStringLiteral("main"));
    }

    void anAnswerThatComesTooLateLeavesTheNextFormOpen()
    {
        addGateway();
        button("editGatewayButton_main")->click();
        edit("gatewayNameEdit")->setText(QStringLiteral("other"));
        fake->workspace.executor.hold();
        button("saveGatewayButton")->click();
        button("addUserButton")->click();
        fake->workspace.executor.resume();
        QTRY_VERIFY(button("editGatewayButton_other"));
        QVERIFY(edit("userEmailEdit")->isVisible());
    }

    void aGatewayIsPutBackToWorkOnce()
    {
        addGateway();
        const core::GatewayId id = fake->workspace.gateways.list().value().first().profile.id;
        QVERIFY(fake->workspace.gateways.saveState(id, {.breaker = core::domain::BreakerState::Attention}));
        page->activated();
        QTRY_VERIFY(button("resetGatewayButton_main"));
        fake->workspace.executor.hold();
        button("resetGatewayButton_main")->click();
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        button("resetGatewayButton_main")->click();
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
    }

    void aSettingIsAskedForOnce()
    {
        auto *from = page->findChild<QTimeEdit *>(QStringLiteral("hoursFromEdit"));
        QTRY_COMPARE(from->time(), QTime(9, 0));
        from->setTime(QTime(8, 30));
        fake->workspace.executor.hold();
        QTest::keyClick(from, Qt::Key_Return);
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
        const auto stored = [this] { return fake->ui.workspaceSettings.settings().result()->quietHoursFrom(); };
        QTRY_COMPARE(stored(), 8 * 60 + 30);
    }

    void everyStopOfTabHasANameForTheScreenReader()
    {
        addGateway();
        page->showGateway({});
        QCOMPARE(namelessStops(&*page), QString());
    }

    void languageAndColoursAreRememberedAndTold()
    {
        QSignalSpy look(&*page, &ui::pages::SettingsPage::lookChosen);
        QSignalSpy language(&*page, &ui::pages::SettingsPage::languageChosen);
        auto *looks = page->findChild<QComboBox *>(QStringLiteral("lookCombo"));
        looks->setCurrentIndex(2);
        Q_EMIT looks->activated(2);
        QCOMPARE(look.size(), 1);
        QCOMPARE(fake->ui.settings.look(), core::settings::Look::Dark);
        auto *languages = page->findChild<QComboBox *>(QStringLiteral("languageCombo"));
        languages->setCurrentIndex(2);
        Q_EMIT languages->activated(2);
        QCOMPARE(language.size(), 1);
        QCOMPARE(fake->ui.settings.language(), core::settings::Language::Russian);
    }

private:
    void addGateway(const core::domain::RetryLimits &retry = {})
    {
        core::domain::GatewayEdit edit;
        edit.retry = retry;
        edit.name = QStringLiteral("main");
        edit.kind = QStringLiteral("http-json");
        edit.url = QStringLiteral("https://sms.example.org/send");
        edit.secret = QStringLiteral("token");
        QVERIFY(fake->ui.gateways.add(fake->ui.actor, edit).result());
        page->activated();
        QTRY_VERIFY(button("editGatewayButton_main"));
    }

    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::optional<ui::pages::SettingsPage> page;
};

} // namespace tests

QTEST_MAIN(tests::SettingsPageTest)
#include "settingspagetest.moc"
