// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/pastephonesdialog.h"
#include "tests/support/builders.h"
#include "tests/ui/uifixture.h"
#include "ui/editors/mailingeditor.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using ui::dialogs::pastedPhones;
using ui::dialogs::PastePhonesDialog;

namespace tests {

class PastePhonesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        fake.emplace();
        QVERIFY(fake->workspace.clients.insert(aClient().phone(1).tags({QStringLiteral("vip")})));
    }

    void cleanup()
    {
        dialog.reset();
        fake.reset();
    }

    void phonesAreSplitWhereverPeopleEndThem_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QStringList>("phones");
        const QStringList two{QStringLiteral("8 (999) 000-00-01"), QStringLiteral("+79990000002")};
        QTest::newRow("lines") << two.join(u'\n') << two;
        QTest::newRow("lines of Windows") << two.join(QStringLiteral("\r\n")) << two;
        QTest::newRow("comma") << two.join(u',') << two;
        QTest::newRow("semicolon") << two.join(QStringLiteral("; ")) << two;
        QTest::newRow("tab") << two.join(u'\t') << two;
        QTest::newRow("blanks between") << QStringLiteral(" \n,;") + two.join(QStringLiteral(" \n \n")) << two;
        QTest::newRow("spoilt by a spreadsheet") << QStringLiteral("7,91E+10,79990000002")
                                                 << QStringList{QStringLiteral("7,91E+10"), QStringLiteral("79990000002")};
        QTest::newRow("nothing") << QStringLiteral(" \n;") << QStringList();
    }

    void phonesAreSplitWhereverPeopleEndThem()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QStringList, phones);
        QCOMPARE(pastedPhones(pasted), phones);
    }

    void newClientsAndOldOnesGetTheTag()
    {
        open();
        QSignalSpy pasted(dialog.get(), &PastePhonesDialog::pasted);
        QTest::keyClicks(text(), QStringLiteral("8 (999) 000-00-01;+7 999 000 00 02"));
        QTest::keyClick(text(), Qt::Key_Return);
        QTest::keyClicks(text(), QStringLiteral("9990000003"));
        QVERIFY(label("pastedNumberLabel").contains(u'3'));
        pressAdd();
        QTRY_COMPARE(pasted.count(), 1);
        QCOMPARE(pasted.first().first().toString(), QStringLiteral("Sale"));
        QVERIFY(label("bannerTextLabel").contains(QStringLiteral("3 phone(s) read")));
        QVERIFY(label("bannerTextLabel").contains(QStringLiteral("0 refused")));
        QVERIFY(text()->toPlainText().isEmpty());
        QCOMPARE(tagsOf(1), (QStringList{QStringLiteral("vip"), QStringLiteral("Sale")}));
        QCOMPARE(tagsOf(2), QStringList{QStringLiteral("Sale")});
        QCOMPARE(tagsOf(3), QStringList{QStringLiteral("Sale")});
    }

    void whatIsRefusedStaysWithItsReason()
    {
        open();
        QSignalSpy pasted(dialog.get(), &PastePhonesDialog::pasted);
        text()->setPlainText(QStringLiteral("9990000002\n\n12\n\"9990000003\"\n+44 20 7946 0000"));
        pressAdd();
        QTRY_COMPARE(pasted.count(), 1);
        QVERIFY2(label("bannerTextLabel").contains(QStringLiteral("“12”: the phone has too few digits")),
                 qPrintable(label("bannerTextLabel")));
        QVERIFY(label("bannerTextLabel").contains(QStringLiteral("+44")));
        QVERIFY(!text()->toPlainText().isEmpty());
    }

    void noPhoneMeansNoTag()
    {
        open();
        QSignalSpy pasted(dialog.get(), &PastePhonesDialog::pasted);
        text()->setPlainText(QStringLiteral("1\n2\n3\n4\n5\n6\n7"));
        pressAdd();
        QTRY_VERIFY(label("bannerTextLabel").contains(QStringLiteral("7 refused")));
        QTRY_VERIFY(label("bannerTextLabel").contains(QStringLiteral("and 2 more")));
        QCOMPARE(pasted.count(), 0);
    }

    void nothingCanBeAddedWithoutPhonesOrTag()
    {
        open();
        auto *add = dialog->findChild<QPushButton *>(QStringLiteral("addPhonesButton"));
        QVERIFY(!add->isEnabled());
        text()->setPlainText(QStringLiteral("9990000002"));
        QVERIFY(add->isEnabled());
        dialog->findChild<QLineEdit *>(QStringLiteral("pastedTagEdit"))->clear();
        QVERIFY(!add->isEnabled());
    }

    void theEditorSendsToWhatWasPasted_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("tag");
        QTest::newRow("named") << QStringLiteral("Spring") << QStringLiteral("Spring");
        QTest::newRow("nameless") << QString() << QStringLiteral("pasted 2026-11-20");
    }

    void theEditorSendsToWhatWasPasted()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, tag);
        RecordingNavigator navigator;
        ui::editors::MailingEditor editor(fake->ui.context, navigator);
        const std::unique_ptr<QWidget> actions(editor.titleActions());
        editor.show();
        editor.begin();
        QTest::keyClicks(editor.findChild<QLineEdit *>(QStringLiteral("mailingNameEdit")), name);
        auto *count = editor.findChild<QLabel *>(QStringLiteral("audienceCountLabel"));
        QTRY_COMPARE(count->text(), QStringLiteral("1"));
        QTest::keyClick(editor.findChild<QPushButton *>(QStringLiteral("pastePhonesButton")), Qt::Key_Space);
        const QPointer<PastePhonesDialog> sheet = editor.findChild<PastePhonesDialog *>();
        QVERIFY(sheet);
        QCOMPARE(sheet->findChild<QLineEdit *>(QStringLiteral("pastedTagEdit"))->text(), tag);
        QTest::keyClicks(sheet->findChild<QPlainTextEdit *>(QStringLiteral("pastedPhonesEdit")),
                         QStringLiteral("9990000005,9990000006"));
        QTest::keyClick(sheet->findChild<QPushButton *>(QStringLiteral("addPhonesButton")), Qt::Key_Space);
        QTRY_COMPARE(count->text(), QStringLiteral("2"));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!sheet || !sheet->isVisible());
    }

private:
    void open()
    {
        dialog = std::make_unique<PastePhonesDialog>(fake->ui.context, QStringLiteral("Sale"), nullptr);
        dialog->open();
    }

    QStringList tagsOf(int number)
    {
        const auto phone = core::domain::PhoneNumber::fromNumber(79990000000 + number);
        const auto client = fake->workspace.clients.findByPhone(phone);
        return client && *client ? (*client)->tags : QStringList();
    }

    QPlainTextEdit *text() const { return dialog->findChild<QPlainTextEdit *>(QStringLiteral("pastedPhonesEdit")); }
    QString label(const char *name) const { return dialog->findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    void pressAdd() const
    {
        QTest::keyClick(dialog->findChild<QPushButton *>(QStringLiteral("addPhonesButton")), Qt::Key_Space);
    }

    std::optional<FakeUi> fake;
    std::unique_ptr<PastePhonesDialog> dialog;
};

} // namespace tests

QTEST_MAIN(tests::PastePhonesDialogTest)
#include "pastephonesdialogtest.moc"
