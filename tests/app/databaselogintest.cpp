// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/databaselogin.h"

#include "tests/secrets/fakekeyring.h"
#include "ui/dialogs/databasepassworddialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using app::DatabaseLogin;
using core::storage::DatabaseUrl;
using ui::dialogs::DatabasePasswordDialog;

namespace tests {

namespace {

core::Error refusal()
{
    return core::Error::make(core::ErrorKind::Unavailable, "database.refused");
}

DatabaseUrl url()
{
    return *DatabaseUrl::parse(u"postgresql://anna@db.example.org:5433/mail"_qs);
}

const QString entry = u"database anna@db.example.org:5433/mail"_qs;

/** A keyring that somebody would have to unlock; until release() it says nothing. */
class HangingKeyring final : public core::secrets::Keyring
{
public:
    core::Result<std::optional<QString>> read(const QString &) override
    {
        m_released.acquire();
        return std::optional<QString>(u"right"_qs);
    }
    core::Status write(const QString &, const QString &) override { return {}; }
    core::Status remove(const QString &) override { return {}; }
    void release() { m_released.release(); }

private:
    QSemaphore m_released;
};

} // namespace

/** How the password of a server is found: the keyring, then a person. The server of the test knows "right". */
class DatabaseLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        tried.clear();
        qunsetenv("HELIOGRAPH_KEY_FILE");
    }

    void thePasswordOfTheKeyringIsTakenWithoutAQuestion()
    {
        FakeKeyring keyring;
        keyring.entries.insert(entry, u"right"_qs);
        DatabaseLogin login(url(), &keyring, server());
        begin(login);
        QTRY_VERIFY(isOver);
        QVERIFY(login.outcome());
        QCOMPARE(login.outcome()->password(), u"right"_qs);
        QVERIFY(!dialog());
    }

    void whatTheKeyringHasMayBeOutOfDate()
    {
        FakeKeyring keyring;
        keyring.entries.insert(entry, u"old"_qs);
        DatabaseLogin login(url(), &keyring, server());
        begin(login);
        QTRY_VERIFY(dialog());
        QVERIFY(banner().startsWith(u"The database server refuses this user."));
        give(u"right"_qs, true);
        QTRY_VERIFY(isOver);
        QCOMPARE(login.outcome()->password(), u"right"_qs);
        QTRY_COMPARE(keyring.read(entry).value().value_or(QString()), u"right"_qs);
    }

    void withoutTheCheckMarkNothingIsKept()
    {
        FakeKeyring keyring;
        DatabaseLogin login(url(), &keyring, server());
        begin(login);
        QTRY_VERIFY(dialog());
        give(u"right"_qs, false);
        QTRY_VERIFY(isOver);
        QVERIFY(login.outcome());
        QVERIFY(!keyring.read(entry).value());
    }

    void aWrongPasswordIsSaidAndAskedAgain()
    {
        DatabaseLogin login(url(), nullptr, server());
        begin(login);
        QTRY_VERIFY(dialog());
        QVERIFY(!dialog()->findChild<QCheckBox *>()->isEnabled()); // there is no keyring to keep it in
        give(u"wrong"_qs, false);
        QTRY_COMPARE(tried, QStringList{u"wrong"_qs});
        QTRY_VERIFY(button("connectDatabaseButton")->isEnabled());
        QVERIFY(!isOver);
        QVERIFY(banner().startsWith(u"The database server refuses this user."));
        give(u"right"_qs, false);
        QTRY_VERIFY(isOver);
        QCOMPARE(login.outcome()->password(), u"right"_qs);
    }

    void whoGivesUpGetsTheRefusal()
    {
        DatabaseLogin login(url(), nullptr, server());
        begin(login);
        QTRY_VERIFY(dialog());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(isOver);
        QVERIFY(!login.outcome());
        QCOMPARE(login.outcome().error(), refusal());
    }

    void whileItIsTriedTheWindowGoesOn()
    {
        QSemaphore answered;
        DatabaseLogin login(url(), nullptr, [&answered](const DatabaseUrl &) -> core::Status {
            answered.acquire();
            return {};
        });
        begin(login);
        QTRY_VERIFY(dialog());
        give(u"right"_qs, false);
        QVERIFY(!button("connectDatabaseButton")->isEnabled());
        QVERIFY(!isOver);
        answered.release();
        QTRY_VERIFY(isOver);
    }

    void aKeyringThatHangsKeepsNobodyFromTyping()
    {
        HangingKeyring keyring;
        DatabaseLogin login(url(), &keyring, server());
        begin(login);
        QVERIFY(!dialog());
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), 10'000);
        keyring.release(); // too late to take the question away
        give(u"right"_qs, false);
        QTRY_VERIFY(isOver);
        QVERIFY(login.outcome());
    }

    void onlyAServerThatRefusedIsWorthAPassword()
    {
        QVERIFY(app::needsPassword(refusal(), url()));
        QVERIFY(!app::needsPassword(refusal(), url().withPassword(u"of the environment"_qs)));
        QVERIFY(!app::needsPassword(core::Error::make(core::ErrorKind::Unavailable, "database.lost"), url()));
        QVERIFY(!app::needsPassword(refusal(), DatabaseUrl::sqliteFile(u"w.db"_qs)));
    }

    void commandsTryThePasswordOfTheKeyringOnce()
    {
        FakeKeyring keyring;
        keyring.entries.insert(entry, u"right"_qs);
        DatabaseUrl opened = url();
        const auto open = server();
        QVERIFY(app::openedWithKeptPassword(opened, keyring, open));
        QCOMPARE(tried, (QStringList{QString(), u"right"_qs}));
        QCOMPARE(opened.password(), u"right"_qs);

        keyring.answers = false;
        opened = url();
        const core::Status refused = app::openedWithKeptPassword(opened, keyring, open);
        QVERIFY(!refused);
        QCOMPARE(refused.error(), refusal()); // and not that a keyring does not answer
    }

    void withAKeyFileTheKeyringIsLeftAlone()
    {
        FakeKeyring keyring;
        QCOMPARE(app::keyringForPasswords(keyring), &keyring);
        qputenv("HELIOGRAPH_KEY_FILE", "/keys/workspace.key");
        QCOMPARE(app::keyringForPasswords(keyring), nullptr);
    }

private:
    DatabaseLogin::Try server()
    {
        return [this](const DatabaseUrl &asked) -> core::Status {
            QMetaObject::invokeMethod(this, [this, asked] { tried << asked.password(); });
            if (asked.password() == u"right"_qs)
                return {};
            return core::Failure(refusal());
        };
    }

    void begin(DatabaseLogin &login)
    {
        isOver = false;
        connect(&login, &DatabaseLogin::finished, &login, [this] { isOver = true; });
        login.begin(refusal());
    }

    static DatabasePasswordDialog *dialog()
    {
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (auto *found = qobject_cast<DatabasePasswordDialog *>(window); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QPushButton *button(const char *name) { return dialog()->findChild<QPushButton *>(QString::fromLatin1(name)); }
    static QString banner() { return dialog()->findChild<QWidget *>(u"databasePasswordBanner"_qs)->accessibleName(); }

    static void give(const QString &password, bool keep)
    {
        auto *edit = dialog()->findChild<QLineEdit *>(u"databasePasswordEdit"_qs);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        edit->setText(password);
        dialog()->findChild<QCheckBox *>(u"keepDatabasePasswordCheck"_qs)->setChecked(keep);
        button("connectDatabaseButton")->click();
    }

    QStringList tried; ///< passwords, in the order in which the server saw them
    bool isOver = false;
};

} // namespace tests

QTEST_MAIN(tests::DatabaseLoginTest)
#include "databaselogintest.moc"
