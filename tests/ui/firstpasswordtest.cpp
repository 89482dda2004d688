// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/brackettranslator.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/signinpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

namespace tests {

/** The sign-in page of a workspace on a server in which nobody has a password yet. */
class FirstPasswordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        fake->workspace.data.serverTime = fake->ui.clock.now();
        session.emplace(fake->ui.accounts, fake->ui.sessions, fake->ui.changes, std::nullopt, true);
        context.emplace(ui::Context{fake->ui.context.clients,
                                    fake->ui.context.mailings,
                                    fake->ui.context.messages,
                                    fake->ui.context.audiences,
                                    fake->ui.context.statistics,
                                    fake->ui.context.gateways,
                                    fake->ui.context.workspaceSettings,
                                    fake->ui.context.imports,
                                    fake->ui.context.exports,
                                    fake->ui.context.history,
                                    fake->ui.context.accounts,
                                    fake->ui.context.backups,
                                    fake->ui.context.changes,
                                    fake->ui.context.engine,
                                    fake->ui.context.rest,
                                    fake->ui.context.move,
                                    fake->ui.context.settings,
                                    fake->ui.context.clock,
                                    *session,
                                    fake->ui.context.sending,
                                    fake->ui.context.server,
                                    fake->ui.context.actor,
                                    fake->ui.context.workspaceName});
        page.emplace(*context);
        page->resize(1280, 800);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
        page->setFocus();
    }

    void cleanup()
    {
        page.reset();
        context.reset();
        session.reset();
        fake.reset();
    }

    void whoComesFirstChoosesThePasswordAndIsIn()
    {
        QVERIFY(form()->isVisible());
        QVERIFY(!signInButton()->isVisible());
        QTRY_VERIFY(edit("firstPasswordEdit")->hasFocus());
        QTest::keyClicks(edit("firstPasswordEdit"), UiFixture::goodPassword());
        QTest::keyClicks(edit("firstPasswordEditAgain"), UiFixture::goodPassword());
        QTest::keyClick(edit("firstPasswordEditAgain"), Qt::Key_Return);
        QTRY_VERIFY(session->actor());
        QCOMPARE(session->actor()->label, QStringLiteral("local@localhost"));
        QVERIFY(!session->isLocal()); // came in by a token
        QVERIFY(!session->isUnclaimed());
    }

    void aPasswordThatIsTooShortOrDiffersSetsNothing()
    {
        type(QStringLiteral("short"), QStringLiteral("short"));
        QTRY_VERIFY(!edit("firstPasswordEdit")->accessibleDescription().isEmpty());
        type(UiFixture::goodPassword(), QStringLiteral("another one"));
        QTRY_VERIFY(edit("firstPasswordEditAgain")->accessibleDescription().startsWith(u"The two differ."));
        QVERIFY(session->isUnclaimed());
        QVERIFY(!session->actor());
    }

    void whoComesSecondIsAskedToSignIn()
    {
        // Somebody else is quicker, while this one is hashed.
        fake->ui.passwords.meanwhile(
            [this] { fake->workspace.data.users[core::UserId{1}].passwordHash = "hash:of somebody else:0"; });
        type(UiFixture::goodPassword(), UiFixture::goodPassword());
        QTRY_VERIFY(signInButton()->isVisible());
        QVERIFY(!form()->isVisible());
        const QString told = page->findChild<QWidget *>(QStringLiteral("signInBanner"))->accessibleName();
        QVERIFY2(told.startsWith(u"The first password of this workspace has been set meanwhile."), qPrintable(told));
        QVERIFY(!session->actor());
    }

    void anAccountFromATerminalTurnsItIntoASignIn()
    {
        core::domain::UserEdit edit;
        edit.email = QStringLiteral("anna@example.org");
        edit.name = QStringLiteral("Anna");
        edit.role = core::domain::Role::Admin;
        edit.password = UiFixture::goodPassword();
        QVERIFY(fake->ui.accounts.create(fake->ui.actor, edit).result());
        QTRY_VERIFY(signInButton()->isVisible());
        QVERIFY(!form()->isVisible());
    }

    void aServerThatDoesNotAnswerIsSaidAndKeepsTheForm()
    {
        fake->workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        type(UiFixture::goodPassword(), UiFixture::goodPassword());
        const auto *banner = page->findChild<QWidget *>(QStringLiteral("firstPasswordBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().startsWith(u"The database server does not answer."));
        QCOMPARE(edit("firstPasswordEdit")->text(), UiFixture::goodPassword());
        QVERIFY(form()->isVisible());
    }

    void switchesTheLanguageWhileItIsShown()
    {
        BracketTranslator translator;
        translator.speak();
        QVERIFY(button()->text().startsWith(u'['));
    }

private:
    void type(const QString &password, const QString &again)
    {
        edit("firstPasswordEdit")->setText(password);
        edit("firstPasswordEditAgain")->setText(again);
        button()->click();
    }

    QWidget *form() { return page->findChild<QWidget *>(QStringLiteral("firstPasswordForm")); }
    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *button() { return page->findChild<QPushButton *>(QStringLiteral("setFirstPasswordButton")); }
    QPushButton *signInButton() { return page->findChild<QPushButton *>(QStringLiteral("signInButton")); }

    std::optional<FakeUi> fake;
    std::optional<ui::Session> session;
    std::optional<ui::Context> context;
    std::optional<ui::pages::SignInPage> page;
};

} // namespace tests

QTEST_MAIN(tests::FirstPasswordTest)
#include "firstpasswordtest.moc"
