// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/accountcard.h"
#include "tests/ui/uifixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using core::domain::Role;
using core::domain::User;

namespace tests {

class AccountCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fake.emplace(); }

    void cleanup()
    {
        card.reset();
        fake.reset();
    }

    void saysWhoIsThere()
    {
        enter();
        QTRY_COMPARE(label("accountLabel")->text(), QStringLiteral("anna@example.org, operator"));
        QCOMPARE(edit("accountNameEdit")->text(), QStringLiteral("anna"));
        QVERIFY(!button("saveAccountButton")->isEnabled());
    }

    void changesOnesNameByKeyboard()
    {
        enter();
        QTRY_COMPARE(edit("accountNameEdit")->text(), QStringLiteral("anna"));
        edit("accountNameEdit")->setFocus();
        edit("accountNameEdit")->selectAll();
        QTest::keyClicks(edit("accountNameEdit"), QStringLiteral("Anna O'Neil"));
        QTest::keyClick(edit("accountNameEdit"), Qt::Key_Return);
        QTRY_COMPARE(stored().name, QStringLiteral("Anna O'Neil"));
        QTRY_COMPARE(label("accountSavedLabel")->text(), QStringLiteral("Saved."));
        QVERIFY(!button("saveAccountButton")->isEnabled());
    }

    void changesOnesPasswordAndStaysSignedIn()
    {
        enter();
        type("accountPasswordEdit", QStringLiteral("another password"));
        type("accountPasswordEditAgain", QStringLiteral("another password"));
        button("saveAccountButton")->click();
        QTRY_VERIFY(hash().startsWith("hash:another password:"));
        QTRY_VERIFY(edit("accountPasswordEdit")->text().isEmpty());
        QVERIFY(fake->workspace.users.findToken(fake->ui.session.actor()->token));
    }

    void saysBesideTheFieldsWhatIsWrong()
    {
        enter();
        type("accountNameEdit", QStringLiteral("  "));
        button("saveAccountButton")->click();
        QTRY_COMPARE(edit("accountNameEdit")->accessibleDescription(), QStringLiteral("Enter a name."));
        type("accountNameEdit", QStringLiteral("Anna"));
        type("accountPasswordEdit", QStringLiteral("short"));
        type("accountPasswordEditAgain", QStringLiteral("shorf"));
        button("saveAccountButton")->click();
        QVERIFY(edit("accountPasswordEditAgain")->accessibleDescription().startsWith(u"The two differ."));
        type("accountPasswordEditAgain", QStringLiteral("short"));
        button("saveAccountButton")->click();
        QTRY_VERIFY(edit("accountPasswordEdit")->accessibleDescription().startsWith(u"The password is too short"));
        QVERIFY(hash().startsWith("hash:correct horse:"));
    }

    void aPasswordOfTheLocalAdministratorMakesPeopleSignIn()
    {
        open();
        QVERIFY(!button("accountSignOutButton")->isVisible());
        type("accountPasswordEdit", UiFixture::goodPassword());
        type("accountPasswordEditAgain", UiFixture::goodPassword());
        button("saveAccountButton")->click();
        QTRY_VERIFY(!fake->ui.session.isLocal());
        QVERIFY(fake->ui.session.actor()); // but this one is signed in already
        QVERIFY(fake->ui.accounts.needsSignIn().result().value());
        QTRY_VERIFY(button("accountSignOutButton")->isVisible());
    }

    void theWayOutIsThereForWhoSignedIn()
    {
        enter();
        QVERIFY(button("accountSignOutButton")->isVisible());
        button("accountSignOutButton")->click();
        QVERIFY(!fake->ui.session.actor());
        QCOMPARE(fake->ui.session.why(), ui::SignedOut::ByPerson);
    }

    void whatIsBeingTypedIsNotTakenAway()
    {
        enter();
        QTRY_COMPARE(edit("accountNameEdit")->text(), QStringLiteral("anna"));
        type("accountNameEdit", QStringLiteral("Half a na"));
        core::domain::UserEdit change;
        change.name = QStringLiteral("Somebody");
        QVERIFY(fake->ui.accounts.edit(fake->ui.actor, anna.id, change).result());
        card->refresh();
        QTRY_VERIFY(label("accountLabel")->text().contains(u"anna@example.org"));
        QCoreApplication::processEvents();
        QCOMPARE(edit("accountNameEdit")->text(), QStringLiteral("Half a na"));
    }

    void savesOnceHoweverMuchIsTypedMeanwhile()
    {
        enter();
        QTRY_COMPARE(edit("accountNameEdit")->text(), QStringLiteral("anna"));
        type("accountNameEdit", QStringLiteral("Anna"));
        fake->workspace.executor.hold();
        button("saveAccountButton")->click();
        const int asked = fake->workspace.executor.heldJobs();
        QVERIFY(asked > 0);
        type("accountNameEdit", QStringLiteral("Anna Ivanova"));
        QVERIFY(!button("saveAccountButton")->isEnabled());
        QTest::keyClick(edit("accountNameEdit"), Qt::Key_Return);
        QCOMPARE(fake->workspace.executor.heldJobs(), asked);
        fake->workspace.executor.resume();
        QTRY_VERIFY(button("saveAccountButton")->isEnabled());
        QCOMPARE(stored().name, QStringLiteral("Anna"));
        QCOMPARE(edit("accountNameEdit")->text(), QStringLiteral("Anna Ivanova")); // to be saved next
    }

private:
    void open()
    {
        card.emplace(fake->ui.context);
        card->show();
        card->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*card));
        card->refresh();
        QTRY_VERIFY(!label("accountLabel")->text().isEmpty());
    }

    /** As an operator who signed in. */
    void enter()
    {
        anna = fake->ui.addUser(QStringLiteral("anna"), Role::Operator);
        QTRY_VERIFY(!fake->ui.session.actor());
        const auto answer = fake->ui.session.signIn(anna.email, UiFixture::goodPassword(), false);
        QTRY_VERIFY(answer.isFinished() && fake->ui.session.actor());
        fake->ui.context.actor = *fake->ui.session.actor();
        open();
    }

    void type(const char *name, const QString &text)
    {
        edit(name)->setFocus();
        edit(name)->selectAll();
        QTest::keyClicks(edit(name), text);
    }

    User stored() { return fake->workspace.users.find(anna.id).value(); }
    QByteArray hash() { return fake->workspace.users.passwordHash(anna.id).value(); }
    QLabel *label(const char *name) { return card->findChild<QLabel *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) { return card->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return card->findChild<QPushButton *>(QString::fromLatin1(name)); }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::AccountCard> card;
    User anna;
};

} // namespace tests

QTEST_MAIN(tests::AccountCardTest)
#include "accountcardtest.moc"
