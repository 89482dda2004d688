// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importdialog.h"
#include "tests/ui/uifixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using ui::dialogs::ImportDialog;

namespace tests {

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { stored.emplace(); }

    void cleanup()
    {
        dialog.reset();
        stored.reset();
    }

    void recognisesWhatASpreadsheetSaved()
    {
        open(dataFile());
        QTRY_VERIFY(table()->model()->rowCount() > 0);
        QCOMPARE(combo("encodingCombo")->currentText(), QStringLiteral("windows-1251"));
        QCOMPARE(combo("delimiterCombo")->currentText(), QStringLiteral(";"));
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("headerCheckBox"))->isChecked());
        QTRY_VERIFY(button("nextButton")->isEnabled());
    }

    void withoutAColumnOfPhonesItGoesNoFurther()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n"));
        QTRY_VERIFY(button("nextButton")->isEnabled());
        choose("columnCombo1", QStringLiteral("ignore"));
        QTRY_VERIFY(!button("nextButton")->isEnabled());
        choose("columnCombo1", QStringLiteral("phone"));
        QTRY_VERIFY(button("nextButton")->isEnabled());
    }

    void marksAndExplainsBadRows()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n7,91E+10;Ольга\n79990000001;Анна\n"));
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        const int last = table()->model()->columnCount() - 1;
        QVERIFY(table()->model()->index(0, last).data().toString().isEmpty());
        QVERIFY(table()->model()->index(1, last).data().toString().contains(u"digits"));
        QVERIFY(table()->model()->index(2, last).data().toString().contains(u"line 2"));
        QVERIFY(label("importSummaryLabel")->text().startsWith(u"2 of"));
    }

    void checksWithoutWritingThenImports()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n79990000002;Пётр\n12;Ольга\n"));
        QTRY_VERIFY(button("nextButton")->isEnabled());
        button("nextButton")->click();
        QCOMPARE(dialog->step(), ImportDialog::Check);
        QTRY_VERIFY(button("nextButton")->isEnabled());
        QTRY_COMPARE(label("importAddedLabel")->text(), QStringLiteral("2"));
        QTRY_COMPARE(label("importRejectedLabel")->text(), QStringLiteral("1"));
        QCOMPARE(clients(), 0);
        button("nextButton")->click();
        QCOMPARE(dialog->step(), ImportDialog::Import);
        QTRY_VERIFY(button("nextButton")->isEnabled());
        QCOMPARE(clients(), 2);
        QTRY_VERIFY(button("saveRejectsButton")->isVisible());
        button("undoImportButton")->click();
        QTRY_COMPARE(clients(), 0);
    }

    void aFileThatCannotBeReadIsNamed()
    {
        open(QStringLiteral("/nowhere/list.csv"));
        QTRY_VERIFY(label("bannerTextLabel")->isVisible());
        QVERIFY(label("bannerTextLabel")->text().contains(u"/nowhere/list.csv"));
        QVERIFY(!button("nextButton")->isEnabled());
    }

    void aCorrectedGuessIsShownAtOnce()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n"));
        QTRY_COMPARE(table()->model()->columnCount(), 4);
        choose("delimiterCombo", QVariant(QChar(u',')));
        QTRY_COMPARE(table()->model()->columnCount(), 3);
    }

    void enterLeadsThroughAllSteps()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n"));
        QTRY_COMPARE(dialog->focusWidget(), button("nextButton"));
        pressEnter();
        QCOMPARE(dialog->step(), ImportDialog::Check);
        QVERIFY(dialog->focusWidget() != button("closeButton"));
        QTRY_COMPARE(dialog->focusWidget(), button("nextButton"));
        pressEnter();
        QCOMPARE(dialog->step(), ImportDialog::Import);
        QTRY_COMPARE(dialog->focusWidget(), button("nextButton"));
        QTRY_COMPARE(button("nextButton")->text(), ImportDialog::tr("Close"));
        QCOMPARE(clients(), 1);
        pressEnter();
        QTRY_VERIFY(!dialog->isVisible());
    }

    void withNothingToImportEnterLeadsBack()
    {
        open(file("list.csv", "Телефон\n12\n"));
        QTRY_COMPARE(dialog->focusWidget(), button("nextButton"));
        pressEnter();
        QTRY_COMPARE(dialog->focusWidget(), button("backButton"));
        pressEnter();
        QCOMPARE(dialog->step(), ImportDialog::Columns);
    }

    void theColumnsComeBeforeTheButtons()
    {
        open(file("list.csv", "Телефон;Имя\n79990000001;Анна\n"));
        QTRY_VERIFY(combo("columnCombo2"));
        const auto place = [this](const QWidget *wanted) {
            int steps = 0;
            for (const QWidget *at = dialog->nextInFocusChain(); at != &*dialog && at != wanted; ++steps)
                at = at->nextInFocusChain();
            return steps;
        };
        QVERIFY(place(combo("columnCombo1")) < place(combo("columnCombo2")));
        QVERIFY(place(combo("columnCombo2")) < place(combo("importModeCombo")));
        QVERIFY(place(combo("importModeCombo")) < place(button("closeButton")));
    }

    void goesBackToTheColumns()
    {
        open(file("list.csv", "Телефон\n79990000001\n"));
        QTRY_VERIFY(button("nextButton")->isEnabled());
        button("nextButton")->click();
        QTRY_VERIFY(button("nextButton")->isEnabled());
        button("backButton")->click();
        QCOMPARE(dialog->step(), ImportDialog::Columns);
        QVERIFY(button("nextButton")->isEnabled());
    }

private:
    static QString dataFile() { return QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/excel-cp1251-semicolon.csv"); }

    QString file(const char *name, const char *content)
    {
        QFile file(stored->ui.folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("cannot write the list");
        return file.fileName();
    }

    void open(const QString &path)
    {
        dialog.emplace(stored->ui.context, path);
        dialog->open();
    }

    void choose(const char *name, const QVariant &data)
    {
        QComboBox *choice = combo(name);
        choice->setCurrentIndex(choice->findData(data));
        Q_EMIT choice->activated(choice->currentIndex());
    }

    void pressEnter() { QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); }

    qint64 clients()
    {
        const auto counted = stored->ui.clients.count({});
        (void)QTest::qWaitFor([&] { return counted.isFinished(); });
        return counted.result().value_or(-1);
    }

    QTableView *table() { return dialog->findChild<QTableView *>(QStringLiteral("importPreviewTable")); }
    QComboBox *combo(const char *name) { return dialog->findChild<QComboBox *>(QString::fromLatin1(name)); }
    /** Of the step that is shown: the steps name their labels alike. */
    QLabel *label(const char *name)
    {
        const auto labels = dialog->findChildren<QLabel *>(QString::fromLatin1(name));
        const auto shown =
            std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible(); });
        return shown == labels.cend() ? labels.first() : *shown;
    }
    QPushButton *button(const char *name)
    {
        const auto buttons = dialog->findChildren<QPushButton *>(QString::fromLatin1(name));
        const auto shown =
            std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *one) { return one->isVisible(); });
        return shown == buttons.cend() ? buttons.first() : *shown;
    }

    std::optional<StoredUi> stored;
    std::optional<ImportDialog> dialog;
};

} // namespace tests

QTEST_MAIN(tests::ImportDialogTest)
#include "importdialogtest.moc"
