// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/moveform.h"
#include "tests/ui/brackettranslator.h"
#include "tests/ui/uifixture.h"
#include "ui/pages/workspacecard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::domain::Role;
using core::domain::ServerTrust;

namespace tests {

/** How a person comes to have the workspace moved to a server. */
class MoveFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        form.emplace(fake->ui.context);
        form->resize(440, 700);
        form->show();
        form->begin();
    }

    void cleanup()
    {
        form.reset();
        fake.reset();
    }

    void nothingIsMovedBeforeThePersonHasAgreed()
    {
        fill();
        submit();
        QTRY_VERIFY(question());
        QCOMPARE(fake->ui.move.checked.size(), 1);
        QVERIFY(fake->ui.move.begun.isEmpty());
        QVERIFY2(question()->text().contains(u"mail on db.example.org"), qPrintable(question()->text()));
        QVERIFY2(question()->informativeText().contains(fake->ui.move.place()), qPrintable(question()->informativeText()));
        QTest::keyClick(question(), Qt::Key_Return); // the harmless answer
        QTRY_VERIFY(!question());
        QVERIFY(fake->ui.move.begun.isEmpty());

        submit();
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(QStringLiteral("confirmMoveButton"))->click();
        QTRY_COMPARE(fake->ui.move.begun.size(), 1);
        const auto to = fake->ui.move.begun.first();
        QCOMPARE(to.host, QStringLiteral("db.example.org"));
        QCOMPARE(to.port, 5433);
        QCOMPARE(to.database, QStringLiteral("mail"));
        QCOMPARE(to.user, QStringLiteral("anna"));
        QCOMPARE(to.password, QStringLiteral("secret"));
        QCOMPARE(to.trust, ServerTrust::Certificate);
        QCOMPARE(to.authority, QStringLiteral("/etc/ssl/our.pem"));
        QVERIFY(to.keepPassword);
    }

    void whatIsWrongStandsBesideItsField_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *code, const char *field) {
            QTest::newRow(code) << Error::make(ErrorKind::Unavailable, code, {u"one"_qs, u"two"_qs})
                                << QString::fromLatin1(field);
        };
        row("move.no_answer", "serverHostEdit");
        row("database.unknown", "serverDatabaseEdit");
        row("copy.not_empty", "serverDatabaseEdit");
        row("database.refused", "serverPasswordEdit");
    }

    void whatIsWrongStandsBesideItsField()
    {
        QFETCH(const Error, error);
        QFETCH(const QString, field);
        fake->ui.move.answer = core::Failure(error);
        fill();
        submit();
        QTRY_VERIFY(!edit(qPrintable(field))->accessibleDescription().isEmpty());
        QVERIFY(!question());
        QCOMPARE(edit("serverPasswordEdit")->text(), QStringLiteral("secret")); // to be mended, not typed again
    }

    void anUntrustedServerIsToldWhereTheTrustIsChosen()
    {
        for (const int choice : {0, 1}) { // with the field for authorities, and without
            for (const char *code : {"database.certificate", "database.not_encrypted"}) {
                form->begin();
                trust()->setCurrentIndex(choice);
                fake->ui.move.answer = core::Failure(Error::make(ErrorKind::Unavailable, code));
                fill();
                submit();
                QTRY_VERIFY2(trust()->isVisible() && !trust()->accessibleDescription().isEmpty(), code);
            }
        }
    }

    void withoutAKeyringNothingIsPromised()
    {
        fake->ui.move.keeping = core::Failure(Error::make(ErrorKind::Unavailable, "keyring.unavailable"));
        ui::pages::MoveForm other(fake->ui.context);
        QVERIFY(!other.findChild<QCheckBox *>(QStringLiteral("keepServerPasswordCheck"))->isEnabled());
    }

    void everyFieldIsToldAtOnce()
    {
        edit("serverAuthorityEdit")->clear();
        submit();
        for (const char *field : {"serverHostEdit", "serverDatabaseEdit", "serverUserEdit", "serverAuthorityEdit"})
            QTRY_VERIFY2(!edit(field)->accessibleDescription().isEmpty(), field);
    }

    void authoritiesAreAskedForOnlyWhereTheyMeanSomething()
    {
        QVERIFY(edit("serverAuthorityEdit")->isVisible());
        trust()->setCurrentIndex(1);
        QVERIFY(!edit("serverAuthorityEdit")->isVisible());
        fill();
        submit();
        QTRY_COMPARE(fake->ui.move.checked.value(0).trust, ServerTrust::Encryption);
    }

    void whoLeavesTakesThePasswordAlong()
    {
        QSignalSpy closed(&*form, &ui::pages::MoveForm::closed);
        fill();
        form->findChild<QPushButton *>(QStringLiteral("cancelMoveButton"))->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(edit("serverPasswordEdit")->text().isEmpty());
        QCOMPARE(edit("serverDatabaseEdit")->text(), QStringLiteral("mail"));
    }

    void onlyAnAdministratorMovesAndOnlyWhatIsAFile()
    {
        ui::pages::WorkspaceCard own(fake->ui.context);
        QVERIFY(moveButton(own)->isEnabled());
        QCOMPARE(own.findChild<QLabel *>(QStringLiteral("workspacePlaceLabel"))->text(), fake->ui.move.place());

        fake->ui.move.possibility = core::Failure(Error::make(ErrorKind::Conflict, "move.on_server"));
        ui::pages::WorkspaceCard onServer(fake->ui.context);
        QVERIFY(!moveButton(onServer)->isEnabled());
        QVERIFY2(moveButton(onServer)->toolTip().contains(u"copy-database"), qPrintable(moveButton(onServer)->toolTip()));

        fake->ui.move.possibility = {};
        fake->ui.actAs(Role::Operator);
        ui::pages::WorkspaceCard notAdmin(fake->ui.context);
        QVERIFY(!moveButton(notAdmin)->isEnabled());
    }

    void speaksTheOtherLanguage()
    {
        BracketTranslator translator;
        translator.speak();
        QStringList left;
        for (const QLabel *label : form->findChildren<QLabel *>()) {
            if (!label->text().isEmpty() && !label->text().startsWith(u'['))
                left << label->text();
        }
        QCOMPARE(left, QStringList());
        for (int i = 0; i < trust()->count(); ++i)
            QVERIFY2(trust()->itemText(i).startsWith(u'['), qPrintable(trust()->itemText(i)));
    }

private:
    void fill()
    {
        edit("serverHostEdit")->setText(QStringLiteral(" db.example.org "));
        form->findChild<QSpinBox *>(QStringLiteral("serverPortSpin"))->setValue(5433);
        edit("serverDatabaseEdit")->setText(QStringLiteral("mail"));
        edit("serverUserEdit")->setText(QStringLiteral("anna"));
        edit("serverPasswordEdit")->setText(QStringLiteral("secret"));
        edit("serverAuthorityEdit")->setText(QStringLiteral("/etc/ssl/our.pem"));
        form->findChild<QCheckBox *>(QStringLiteral("keepServerPasswordCheck"))->setChecked(true);
    }

    void submit() { form->findChild<QPushButton *>(QStringLiteral("checkServerButton"))->click(); }
    QLineEdit *edit(const char *name) { return form->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QComboBox *trust() { return form->findChild<QComboBox *>(QStringLiteral("serverTrustCombo")); }
    QMessageBox *question() { return form->findChild<QMessageBox *>(); }
    static QPushButton *moveButton(ui::pages::WorkspaceCard &card)
    {
        return card.findChild<QPushButton *>(QStringLiteral("moveToServerButton"));
    }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::MoveForm> form;
};

} // namespace tests

QTEST_MAIN(tests::MoveFormTest)
#include "moveformtest.moc"
