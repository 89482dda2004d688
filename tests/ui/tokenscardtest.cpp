// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tokenscard.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/settingspage.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using core::domain::Role;
using core::domain::TokenKind;
using core::domain::User;

namespace tests {

/** The card and its form, where people meet them: in the settings. */
class TokensCardTest : public QObject
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

    void saysWhatATokenIsForWhereThereIsNone()
    {
        open();
        QTRY_VERIFY2(text().startsWith(u"None yet. With a token a script comes in"), qPrintable(text()));
    }

    void makesATokenByKeyboardAndShowsItOnce()
    {
        open();
        button("addTokenButton")->setFocus();
        QTest::keyClick(button("addTokenButton"), Qt::Key_Space);
        QTRY_VERIFY(edit("tokenNameEdit")->hasFocus());
        QVERIFY(!edit("tokenTextEdit")->isVisible());
        QTest::keyClicks(edit("tokenNameEdit"), QStringLiteral("nightly export"));
        QTest::keyClick(edit("tokenNameEdit"), Qt::Key_Return);
        QTRY_VERIFY(edit("tokenTextEdit")->isVisible());
        const QString shown = edit("tokenTextEdit")->text();
        QVERIFY(fake->ui.accounts.authenticate(shown).result());
        QTRY_VERIFY(button("copyTokenButton")->hasFocus());
        QTest::keyClick(button("copyTokenButton"), Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), shown);
        button("closeTokenButton")->click();
        QTRY_VERIFY(text().contains(u"nightly export"));
        QVERIFY(text().contains(u"script"));
        QTRY_VERIFY2(text().contains(u"last used 15:21 · expires 20 Nov 2027"), qPrintable(text()));
        QVERIFY(edit("tokenTextEdit")->text().isEmpty());
    }

    void aTokenIsGoodForAYearOrEver()
    {
        open();
        button("addTokenButton")->click();
        auto *days = page->findChild<QSpinBox *>(QStringLiteral("tokenDaysSpin"));
        QCOMPARE(days->value(), 365);
        button("makeTokenButton")->click();
        QTRY_COMPARE(tokens().size(), 1);
        QCOMPARE(tokens().first().token.expiresAt, fake->ui.clock.now() + std::chrono::days{365});
        button("closeTokenButton")->click();
        button("addTokenButton")->click();
        days->setValue(0);
        QCOMPARE(days->text(), QStringLiteral("ever"));
        button("makeTokenButton")->click();
        QTRY_COMPARE(tokens().size(), 2);
        QVERIFY(!tokens().first().token.expiresAt);
    }

    void saysBesideTheFieldWhatIsWrong()
    {
        open();
        button("addTokenButton")->click();
        edit("tokenNameEdit")->setText(QString(65, u'x'));
        button("makeTokenButton")->click();
        QTRY_VERIFY(edit("tokenNameEdit")->accessibleDescription().startsWith(u"The name is too long"));
        QVERIFY(tokens().isEmpty());
    }

    void theTextGoesWhenTheFormIsLeft()
    {
        open();
        button("addTokenButton")->click();
        button("makeTokenButton")->click();
        QTRY_VERIFY(edit("tokenTextEdit")->isVisible());
        QTest::keyClick(edit("tokenTextEdit"), Qt::Key_Escape);
        QVERIFY(edit("tokenTextEdit")->text().isEmpty());
        button("addTokenButton")->click();
        button("makeTokenButton")->click();
        QTRY_VERIFY(edit("tokenTextEdit")->isVisible());
        button("addUserButton")->click(); // another form takes its place
        QVERIFY(edit("tokenTextEdit")->text().isEmpty());
    }

    void anAnswerThatComesTooLateIsNotShown()
    {
        open();
        button("addTokenButton")->click();
        fake->workspace.executor.hold();
        button("makeTokenButton")->click();
        QTest::keyClick(edit("tokenNameEdit"), Qt::Key_Escape);
        fake->workspace.executor.resume();
        QTRY_COMPARE(tokens().size(), 1); // it is in the list, to be revoked
        QTRY_VERIFY(text().contains(u"without a name"));
        QVERIFY(edit("tokenTextEdit")->text().isEmpty());
    }

    void anAnswerToAFormThatWasLeftIsNotShownInTheNextOne()
    {
        open();
        button("addTokenButton")->click();
        fake->workspace.executor.hold();
        button("makeTokenButton")->click();
        QTest::keyClick(edit("tokenNameEdit"), Qt::Key_Escape);
        button("addTokenButton")->click();
        fake->workspace.executor.resume();
        QTRY_VERIFY(text().contains(u"without a name"));
        QVERIFY(edit("tokenTextEdit")->text().isEmpty());
        QVERIFY(button("makeTokenButton")->isVisible() && button("makeTokenButton")->isEnabled());
    }

    void revokesWithTheButtonOfTheRow()
    {
        make(fake->ui.actor.user, QStringLiteral("old script"));
        open();
        const QString revoke = QStringLiteral("revokeTokenButton_") + tokens().first().token.id.text();
        QTRY_VERIFY(page->findChild<QPushButton *>(revoke));
        auto *button = page->findChild<QPushButton *>(revoke);
        QCOMPARE(button->accessibleName(), QStringLiteral("Revoke: old script"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(tokens().isEmpty());
        QTRY_VERIFY(!page->findChild<QPushButton *>(revoke));
    }

    void revokingTwiceIsNoMistake()
    {
        make(fake->ui.actor.user, QStringLiteral("old script"));
        open();
        const QString revoke = QStringLiteral("revokeTokenButton_") + tokens().first().token.id.text();
        QTRY_VERIFY(page->findChild<QPushButton *>(revoke));
        fake->workspace.executor.hold();
        page->findChild<QPushButton *>(revoke)->click();
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        page->findChild<QPushButton *>(revoke)->click();
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
        QTRY_VERIFY(!page->findChild<QPushButton *>(revoke));
        QVERIFY(!page->findChild<QLabel *>(QStringLiteral("tokensProblemLabel"))->isVisible());
    }

    void saysWhyATokenCannotBeRevoked()
    {
        make(fake->ui.actor.user, QStringLiteral("old script"));
        open();
        const QString revoke = QStringLiteral("revokeTokenButton_") + tokens().first().token.id.text();
        QTRY_VERIFY(page->findChild<QPushButton *>(revoke));
        fake->workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        page->findChild<QPushButton *>(revoke)->click();
        auto *problem = page->findChild<QLabel *>(QStringLiteral("tokensProblemLabel"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().startsWith(u"The disk is full"), qPrintable(problem->text()));
    }

    void anAdministratorSeesEverybodysAndWhoseTheyAre()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        make(anna.id, QStringLiteral("of Anna"));
        open();
        QTRY_VERIFY(text().contains(u"of Anna"));
        QVERIFY(text().contains(u"anna@example.org · never used"));
    }

    void everybodyElseSeesTheirOwn()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Viewer);
        make(anna.id, QStringLiteral("of Anna"));
        make(fake->ui.actor.user, QStringLiteral("of the administrator"));
        fake->ui.actAs(Role::Viewer, anna.id.value);
        open();
        QTRY_VERIFY(text().contains(u"of Anna"));
        QVERIFY(!text().contains(u"of the administrator"));
        QVERIFY(!text().contains(u"anna@example.org"));
        QVERIFY(button("addTokenButton")->isEnabled());
    }

    void theSignInOfThisWindowIsMarked()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QVERIFY(fake->ui.accounts.signIn(anna.email, UiFixture::goodPassword(), {}).result());
        fake->ui.actAs(Role::Operator, anna.id.value);
        fake->ui.context.actor.token = tokens().first().token.id;
        open();
        QTRY_VERIFY(text().contains(u"this window"));
        QVERIFY(text().contains(u"sign-in"));
        QVERIFY2(text().contains(u"expires 20 Dec"), qPrintable(text()));
    }

private:
    void open()
    {
        page.emplace(fake->ui.context, *navigator);
        page->resize(1080, 740);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
        page->activated();
    }

    void make(core::UserId user, const QString &name)
    {
        QVERIFY(fake->ui.accounts.createToken(fake->ui.actor, user, {name, {}}).result());
    }

    /** The newest one first. */
    QList<core::domain::OwnedToken> tokens() { return fake->workspace.users.tokens({}, {}).value().rows; }

    /** Everything that stands in the card. */
    QString text()
    {
        QStringList texts;
        for (const QLabel *one : page->findChild<ui::pages::TokensCard *>()->findChildren<QLabel *>()) {
            if (one->isVisible() && one->text() != u"Tokens")
                texts << one->text();
        }
        return texts.join(u'\n');
    }

    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::optional<ui::pages::SettingsPage> page;
};

} // namespace tests

QTEST_MAIN(tests::TokensCardTest)
#include "tokenscardtest.moc"
