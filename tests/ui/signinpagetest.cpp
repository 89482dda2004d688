// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/signinpage.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/uifixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using core::domain::Role;

namespace tests {

class SignInPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QTRY_VERIFY(!fake->ui.session.actor());
        page.emplace(fake->ui.context);
        page->resize(1280, 800);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
        page->setFocus();
    }

    void cleanup()
    {
        page.reset();
        fake.reset();
    }

    void saysWhyItAsks()
    {
        QVERIFY2(banner().startsWith(u"People sign in to this workspace now."), qPrintable(banner()));
        const auto closers = page->findChildren<QWidget *>(QStringLiteral("bannerCloseButton"));
        QVERIFY(std::any_of(closers.cbegin(), closers.cend(), [](const QWidget *closer) { return closer->isVisible(); }));
    }

    void signsInByKeyboardAlone()
    {
        QTRY_VERIFY(edit("signInEmailEdit")->hasFocus());
        QTest::keyClicks(edit("signInEmailEdit"), QStringLiteral("Anna@Example.org"));
        QTest::keyClick(edit("signInEmailEdit"), Qt::Key_Return);
        QTRY_VERIFY(edit("signInPasswordEdit")->hasFocus()); // there is no password yet, so that is what comes next
        QTest::keyClicks(edit("signInPasswordEdit"), UiFixture::goodPassword());
        QTest::keyClick(edit("signInPasswordEdit"), Qt::Key_Return);
        QTRY_VERIFY(fake->ui.session.actor());
        QCOMPARE(fake->ui.session.actor()->label, QStringLiteral("anna@example.org"));
        QCOMPARE(fake->ui.sessions.token, QString());
    }

    void staysSignedInIfThatIsAskedFor()
    {
        type(UiFixture::goodPassword());
        page->findChild<QCheckBox *>(QStringLiteral("staySignedInCheckBox"))->setChecked(true);
        button()->click();
        QTRY_VERIFY(fake->ui.session.actor());
        QVERIFY(!fake->ui.sessions.token.isEmpty());
    }

    void theTabKeyGoesFromTopToBottom()
    {
        QTRY_VERIFY(edit("signInEmailEdit")->hasFocus());
        const QWidget *wanted[] = {edit("signInPasswordEdit"),
                                   page->findChild<QWidget *>(QStringLiteral("staySignedInCheckBox")), button()};
        for (const QWidget *next : wanted) {
            QTest::keyClick(page->focusWidget(), Qt::Key_Tab);
            QVERIFY2(next->hasFocus(), qPrintable(next->objectName()));
        }
    }

    void thePasswordIsNotShown() { QCOMPARE(edit("signInPasswordEdit")->echoMode(), QLineEdit::Password); }

    void saysBesideTheFieldWhatIsWrong()
    {
        type(QStringLiteral("wrong password"));
        QTest::keyClick(edit("signInPasswordEdit"), Qt::Key_Return);
        QTRY_VERIFY(edit("signInPasswordEdit")->accessibleDescription().startsWith(u"E-mail address and password do not"));
        QVERIFY(edit("signInPasswordEdit")->property("invalid").toBool());
        QVERIFY(edit("signInPasswordEdit")->hasFocus());
        QVERIFY(button()->isEnabled());
        QTest::keyClicks(edit("signInPasswordEdit"), UiFixture::goodPassword()); // over what was wrong
        QVERIFY(edit("signInPasswordEdit")->accessibleDescription().isEmpty());
        QTest::keyClick(edit("signInPasswordEdit"), Qt::Key_Return);
        QTRY_VERIFY(fake->ui.session.actor());
    }

    void anAddressThatIsMissingIsAskedFor()
    {
        edit("signInPasswordEdit")->setText(UiFixture::goodPassword());
        button()->click();
        QCOMPARE(edit("signInEmailEdit")->accessibleDescription(), QStringLiteral("Enter an e-mail address."));
        QTRY_VERIFY(edit("signInEmailEdit")->hasFocus());
    }

    void whoIsTooOftenWrongIsToldHowLongToWait()
    {
        const QString email = QStringLiteral("anna@example.org");
        for (int i = 0; i < 10; ++i)
            QVERIFY(!fake->ui.accounts.signIn(email, QStringLiteral("wrong password"), {}).result());
        type(UiFixture::goodPassword());
        button()->click();
        QTRY_VERIFY(!edit("signInPasswordEdit")->accessibleDescription().isEmpty());
        const QString told = edit("signInPasswordEdit")->accessibleDescription();
        QVERIFY2(told.startsWith(u"Too many attempts") && told.contains(u"60 seconds"), qPrintable(told));
        QVERIFY(!button()->isEnabled());
        QTRY_VERIFY(edit("signInPasswordEdit")->accessibleDescription().contains(u"59 seconds"));
        QTest::keyClick(edit("signInPasswordEdit"), Qt::Key_Return);
        QVERIFY(!fake->ui.session.actor());
    }

    void theWindowGoesOnWhileTheAnswerIsAwaited()
    {
        type(UiFixture::goodPassword());
        fake->workspace.executor.hold();
        button()->click();
        QVERIFY(!button()->isEnabled());
        QCOMPARE(button()->text(), QStringLiteral("Signing in…"));
        QTest::keyClick(edit("signInPasswordEdit"), Qt::Key_Return); // once more, which is one too many
        QCOMPARE(fake->workspace.executor.heldJobs(), 1);
        fake->workspace.executor.resume();
        QTRY_VERIFY(fake->ui.session.actor());
    }

    void saysWhenTheDatabaseCannotBeRead()
    {
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.io"));
        type(UiFixture::goodPassword());
        button()->click();
        QTRY_VERIFY2(banner().startsWith(u"The disk does not read or write"), qPrintable(banner()));
        QVERIFY(button()->isEnabled());
    }

    void waitsForASessionThatWasKept()
    {
        fake->ui.sessions.hold();
        fake->ui.session.begin();
        QVERIFY(label("signInMomentLabel")->isVisible());
        QVERIFY(!button()->isVisible());
        fake->ui.sessions.token = QStringLiteral("an old token");
        fake->ui.sessions.release();
        QTRY_VERIFY(button()->isVisible());
        QVERIFY(!label("signInMomentLabel")->isVisible());
        QCOMPARE(banner(), QStringLiteral("Your session has ended. Please sign in again."));
        QTRY_VERIFY(edit("signInEmailEdit")->hasFocus());
    }

    void withoutAKeyringNobodyStaysSignedInAndIsToldWhy()
    {
        fake->ui.sessions.answers = false;
        fake->ui.session.begin();
        auto *stay = page->findChild<QCheckBox *>(QStringLiteral("staySignedInCheckBox"));
        QTRY_VERIFY(!stay->isEnabled());
        QVERIFY2(stay->toolTip().startsWith(u"The desktop's keyring does not answer."), qPrintable(stay->toolTip()));
    }

    void everyControlHasANameForScreenReaders()
    {
        QCOMPARE(edit("signInEmailEdit")->accessibleName(), QStringLiteral("E-mail address"));
        QCOMPARE(edit("signInPasswordEdit")->accessibleName(), QStringLiteral("Password"));
        QVERIFY(!page->accessibleName().isEmpty());
    }

    void switchesTheLanguageWhileItIsShown()
    {
        BracketTranslator translator;
        translator.speak();
        QCOMPARE(button()->text(), QStringLiteral("[Sign in]"));
        QVERIFY2(banner().startsWith(u'['), qPrintable(banner()));
        QCOMPARE(edit("signInEmailEdit")->accessibleName(), QStringLiteral("[E-mail address]"));
    }

private:
    void type(const QString &password)
    {
        edit("signInEmailEdit")->setText(QStringLiteral("anna@example.org"));
        edit("signInPasswordEdit")->setText(password);
        edit("signInPasswordEdit")->setFocus();
    }

    QString banner() { return page->findChild<QWidget *>(QStringLiteral("signInBanner"))->accessibleName(); }
    QLabel *label(const char *name) { return page->findChild<QLabel *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *button() { return page->findChild<QPushButton *>(QStringLiteral("signInButton")); }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::SignInPage> page;
};

} // namespace tests

QTEST_MAIN(tests::SignInPageTest)
#include "signinpagetest.moc"
