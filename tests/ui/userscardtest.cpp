// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/userscard.h"
#include "tests/support/errorcode.h"
#include "tests/ui/taborder.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/userform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

using core::domain::Role;
using core::domain::User;

namespace tests {

/** The card and its form, where people meet them: in the settings. */
class UsersCardTest : public QObject
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

    void listsUsersWithTheirRoles()
    {
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        const User bert = fake->ui.addUser(QStringLiteral("bert"), Role::Viewer);
        fake->workspace.data.users[bert.id].user.active = false;
        open();
        QTRY_COMPARE(
            told(),
            (QStringList{QStringLiteral("anna"), QStringLiteral("operator"), QStringLiteral("anna@example.org"),
                         QStringLiteral("bert"), QStringLiteral("viewer"), QStringLiteral("not active"),
                         QStringLiteral("bert@example.org"), QStringLiteral("Local administrator"),
                         QStringLiteral("administrator"), QStringLiteral("you"), QStringLiteral("local@localhost")}));
    }

    void followsWhatIsChangedElsewhere()
    {
        open();
        QTRY_VERIFY(button("editUserButton_local@localhost"));
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QTRY_VERIFY(button("editUserButton_anna@example.org"));
    }

    void aSecondUserAsksTheLocalAdministratorForAPasswordFirst()
    {
        open();
        addByKeyboard(QStringLiteral("anna@example.org"), QStringLiteral("Anna"));
        QVERIFY(edit("ownPasswordEdit")->isVisible());
        QTest::keyClick(edit("userEmailEdit"), Qt::Key_Return);
        QTRY_VERIFY(edit("ownPasswordEdit")->accessibleDescription().startsWith(u"The password is too short"));
        QVERIFY(!stored("anna@example.org"));
        QVERIFY(fake->ui.session.isLocal());

        QTest::keyClicks(edit("ownPasswordEdit"), QStringLiteral("a password of mine"));
        QTest::keyClicks(edit("ownPasswordEditAgain"), QStringLiteral("a password of mine"));
        QTest::keyClick(edit("ownPasswordEditAgain"), Qt::Key_Return);
        QTRY_VERIFY(stored("anna@example.org"));
        QCOMPARE(stored("anna@example.org")->role, Role::Operator);
        QVERIFY(!fake->ui.session.isLocal()); // and is signed in already
        QCOMPARE(fake->ui.session.actor()->user, fake->ui.actor.user);
        const auto signedIn = fake->ui.accounts.signIn(fake->ui.actor.label, QStringLiteral("a password of mine"), {});
        QVERIFY(signedIn.result());
    }

    void aMistypedPasswordLocksNobodyOut()
    {
        open();
        addByKeyboard(QStringLiteral("anna@example.org"), QStringLiteral("Anna"));
        QTest::keyClicks(edit("ownPasswordEdit"), QStringLiteral("a password of mine"));
        QTest::keyClicks(edit("ownPasswordEditAgain"), QStringLiteral("a password of mind"));
        button("saveUserButton")->click();
        QVERIFY(edit("ownPasswordEditAgain")->accessibleDescription().startsWith(u"The two differ."));
        QVERIFY(fake->ui.session.isLocal());
        QVERIFY(!stored("anna@example.org"));
    }

    void nobodyIsMadeToSignInForAUserThatCannotBeStored()
    {
        open();
        addByKeyboard(QStringLiteral("anna"), QStringLiteral("Anna"));
        QTest::keyClicks(edit("ownPasswordEdit"), QStringLiteral("a password of mine"));
        QTest::keyClicks(edit("ownPasswordEditAgain"), QStringLiteral("a password of mine"));
        button("saveUserButton")->click();
        QVERIFY(edit("userEmailEdit")->accessibleDescription().startsWith(u"“anna” is not an e-mail address."));
        QVERIFY(fake->ui.session.isLocal());
        QVERIFY(!fake->ui.accounts.needsSignIn().result().value());
    }

    void aThirdUserAsksForNothing()
    {
        const auto done = fake->ui.session.protect(UiFixture::goodPassword());
        QTRY_VERIFY(done.isFinished() && !fake->ui.session.isLocal());
        open();
        addByKeyboard(QStringLiteral("anna@example.org"), QStringLiteral("Anna"));
        QVERIFY(!edit("ownPasswordEdit")->isVisible());
        button("saveUserButton")->click();
        QTRY_VERIFY(stored("anna@example.org"));
        QTRY_VERIFY(!edit("userEmailEdit")->isVisible());
    }

    void saysBesideTheFieldsWhatIsWrong()
    {
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QTRY_VERIFY(!fake->ui.session.actor());
        open();
        button("addUserButton")->click();
        button("saveUserButton")->click();
        QTRY_COMPARE(edit("userEmailEdit")->accessibleDescription(), QStringLiteral("Enter an e-mail address."));
        QCOMPARE(edit("userNameEdit")->accessibleDescription(), QStringLiteral("Enter a name."));
        QVERIFY(edit("userPasswordEdit")->accessibleDescription().startsWith(u"The password is too short"));
        edit("userEmailEdit")->setText(QStringLiteral("anna@example.org"));
        edit("userNameEdit")->setText(QStringLiteral("Another Anna"));
        edit("userPasswordEdit")->setText(UiFixture::goodPassword());
        button("saveUserButton")->click();
        QTRY_VERIFY(edit("userEmailEdit")->accessibleDescription().startsWith(u"There is a user with the e-mail address"));
    }

    void editsAndDeactivatesAUser()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        openForm("anna@example.org");
        QCOMPARE(edit("userEmailEdit")->text(), anna.email);
        QVERIFY(edit("userPasswordEdit")->text().isEmpty());
        edit("userNameEdit")->setText(QStringLiteral("Anna Ivanova"));
        auto *role = page->findChild<QComboBox *>(QStringLiteral("userRoleCombo"));
        role->setCurrentIndex(role->findData(static_cast<int>(Role::Viewer)));
        page->findChild<QCheckBox *>(QStringLiteral("userActiveCheckBox"))->setChecked(false);
        button("saveUserButton")->click();
        QTRY_COMPARE(stored("anna@example.org")->name, QStringLiteral("Anna Ivanova"));
        QCOMPARE(stored("anna@example.org")->role, Role::Viewer);
        QVERIFY(!stored("anna@example.org")->active);
        QVERIFY(fake->workspace.users.passwordHash(anna.id)->startsWith("hash:correct horse:")); // as it was
    }

    void setsAPassword()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        openForm("anna@example.org");
        QCOMPARE(edit("userPasswordEdit")->echoMode(), QLineEdit::Password);
        edit("userPasswordEdit")->setText(QStringLiteral("another password"));
        button("saveUserButton")->click();
        QTRY_VERIFY(fake->workspace.users.passwordHash(anna.id)->startsWith("hash:another password:"));
    }

    void theLastAdministratorIsProtectedAndThatIsSaid()
    {
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        openForm("local@localhost");
        page->findChild<QCheckBox *>(QStringLiteral("userActiveCheckBox"))->setChecked(false);
        button("saveUserButton")->click();
        QTRY_VERIFY(label("userProblemLabel")->isVisible());
        QVERIFY2(label("userProblemLabel")->text().startsWith(u"This is the last active administrator."),
                 qPrintable(label("userProblemLabel")->text()));
        QVERIFY(stored("local@localhost")->active);
    }

    void theLocalAdministratorKeepsItsAddressAndStays()
    {
        open();
        openForm("local@localhost");
        for (const QWidget *fixed :
             {static_cast<QWidget *>(edit("userEmailEdit")), static_cast<QWidget *>(button("removeUserButton"))}) {
            QVERIFY(!fixed->isEnabled());
            QVERIFY2(fixed->toolTip().startsWith(u"The user local@localhost belongs to the workspace"),
                     qPrintable(fixed->toolTip()));
        }
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        openForm("anna@example.org");
        QVERIFY(edit("userEmailEdit")->isEnabled());
        QVERIFY(edit("userEmailEdit")->toolTip().isEmpty());
    }

    void removesAUserAfterAsking()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        openForm("anna@example.org");
        button("removeUserButton")->click();
        auto *question = page->findChild<QMessageBox *>(QStringLiteral("removeUserDialog"));
        QVERIFY(question);
        QVERIFY(fake->workspace.users.find(anna.id));
        question->findChild<QPushButton *>(QStringLiteral("confirmRemoveUserButton"))->click();
        QTRY_VERIFY(!fake->workspace.users.find(anna.id));
        QTRY_VERIFY(!button("editUserButton_anna@example.org"));
        QVERIFY(!edit("userEmailEdit")->isVisible());
    }

    void escapeLeavesTheFormWithoutAChange()
    {
        const User anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        openForm("anna@example.org");
        edit("userNameEdit")->setText(QStringLiteral("Somebody else"));
        QTest::keyClick(edit("userNameEdit"), Qt::Key_Escape);
        QVERIFY(!edit("userNameEdit")->isVisible());
        QCOMPARE(stored("anna@example.org")->name, anna.name);
    }

    void tabsGoThroughTheFormFromTopToBottom()
    {
        open();
        button("addUserButton")->click();
        const QStringList stops{QStringLiteral("userEmailEdit"),        QStringLiteral("userNameEdit"),
                                QStringLiteral("userRoleCombo"),        QStringLiteral("userPasswordEdit"),
                                QStringLiteral("userActiveCheckBox"),   QStringLiteral("ownPasswordEdit"),
                                QStringLiteral("ownPasswordEditAgain"), QStringLiteral("saveUserButton"),
                                QStringLiteral("cancelUserButton")};
        QCOMPARE(tabStops(page->findChild<ui::pages::UserForm *>(), edit("userEmailEdit")), stops);
    }

    void onlyAnAdministratorSeesTheCard_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("sees");
        QTest::newRow("viewer") << int(Role::Viewer) << false;
        QTest::newRow("operator") << int(Role::Operator) << false;
        QTest::newRow("administrator") << int(Role::Admin) << true;
    }

    void onlyAnAdministratorSeesTheCard()
    {
        QFETCH(const int, role);
        QFETCH(const bool, sees);
        fake->ui.actAs(Role(role));
        open();
        QCOMPARE(page->findChild<ui::pages::UsersCard *>()->isVisible(), sees);
    }

    void manyUsersComeByTheFifty()
    {
        for (int i = 0; i < 60; ++i) {
            User user;
            user.email = QStringLiteral("user%1@example.org").arg(i, 2, 10, QLatin1Char('0'));
            user.name = QStringLiteral("User");
            QVERIFY(fake->workspace.users.insert(user));
        }
        open();
        QTRY_VERIFY(button("editUserButton_user10@example.org"));
        QVERIFY(!button("editUserButton_user55@example.org"));
        auto *more =
            page->findChild<ui::pages::UsersCard *>()->findChild<QPushButton *>(QStringLiteral("moreEntriesButton"));
        QVERIFY(more->isVisible());
        more->click();
        QTRY_VERIFY(button("editUserButton_user55@example.org"));
        QVERIFY(!more->isVisible());
    }

    void whoIsAtARowStaysThereWhenTheListChanges()
    {
        fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        open();
        QTRY_VERIFY(button("editUserButton_anna@example.org"));
        button("editUserButton_anna@example.org")->setFocus();
        fake->ui.addUser(QStringLiteral("aaron"), Role::Viewer);
        QTRY_VERIFY(button("editUserButton_aaron@example.org"));
        QVERIFY(button("editUserButton_anna@example.org")->hasFocus());
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

    void openForm(const QString &email)
    {
        QTRY_VERIFY(page->findChild<QPushButton *>(QStringLiteral("editUserButton_") + email));
        page->findChild<QPushButton *>(QStringLiteral("editUserButton_") + email)->click();
        QVERIFY(button("saveUserButton")->isVisible());
    }
    void openForm(const char *email) { openForm(QString::fromLatin1(email)); }

    void addByKeyboard(const QString &email, const QString &name)
    {
        button("addUserButton")->setFocus();
        QTest::keyClick(button("addUserButton"), Qt::Key_Space);
        QTRY_VERIFY(edit("userEmailEdit")->hasFocus());
        QTest::keyClicks(edit("userEmailEdit"), email);
        QTest::keyClicks(edit("userNameEdit"), name);
        QTest::keyClicks(edit("userPasswordEdit"), UiFixture::goodPassword());
    }

    /** Everything that stands in the list, from top to bottom. */
    QStringList told()
    {
        QStringList texts;
        const auto labels = page->findChild<ui::pages::UsersCard *>()->findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            if (one->isVisible() && one->text() != u"Users")
                texts << one->text();
        }
        return texts;
    }

    std::optional<User> stored(const char *email)
    {
        return fake->workspace.users.findByEmail(QString::fromLatin1(email)).value_or(std::nullopt);
    }

    QLabel *label(const char *name) { return page->findChild<QLabel *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return page->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<RecordingNavigator> navigator;
    std::optional<ui::pages::SettingsPage> page;
};

} // namespace tests

QTEST_MAIN(tests::UsersCardTest)
#include "userscardtest.moc"
