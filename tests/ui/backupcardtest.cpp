// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/backupcard.h"
#include "tests/ui/uifixture.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::domain::Role;

namespace tests {

class BackupCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fake.emplace(); }

    void cleanup()
    {
        card.reset();
        fake.reset();
    }

    void proposesAFileNamedAfterTheTime()
    {
        open();
        QFileDialog *files = askFile();
        QCOMPARE(files->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(QFileInfo(files->selectedFiles().value(0)).fileName(), QStringLiteral("heliograph-20261120-1521.db"));
        files->reject();
        QCOMPARE(fake->ui.copier.paths(), QStringList());
    }

    void isBusyWhileItCopiesAndThenSaysWhere()
    {
        fake->ui.copier.hang();
        open();
        choose();
        QTRY_COMPARE(fake->ui.copier.paths(), QStringList{path()});
        QVERIFY(card->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!button()->isEnabled());
        QVERIFY(label("backupResultLabel")->text().contains(u"Sending goes on"));

        fake->ui.copier.letGo();

        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(!card->findChild<QProgressBar *>()->isVisible());
        const QString told = label("backupResultLabel")->text();
        QVERIFY2(told.contains(path()) && told.contains(u"4.00 kiB"_qs, Qt::CaseInsensitive), qPrintable(told));
        QVERIFY(!label("backupProblemLabel")->isVisible());
        QCOMPARE(fake->ui.settings.lastFolder(), fake->ui.folder.path());
    }

    void saysWhyThereIsNone()
    {
        fake->ui.copier.answer = core::Failure(Error::make(ErrorKind::Conflict, "file.exists", {path()}));
        open();
        choose();
        QTRY_VERIFY(label("backupProblemLabel")->isVisible());
        QVERIFY(label("backupProblemLabel")->text().startsWith(u"There is a file "_qs + path()));
        QVERIFY(!label("backupResultLabel")->isVisible());
        QVERIFY(button()->isEnabled());
    }

    void goesOnWithoutItsCard()
    {
        fake->ui.copier.hang();
        open();
        choose();
        QTRY_COMPARE(fake->ui.copier.paths().size(), 1);
        card.reset();
        fake->ui.copier.letGo();
        QVERIFY(fake->ui.copying.waitForDone(20'000));
    }

    void tellsHowToRestore()
    {
        open();
        QVERIFY(label("restoreHintLabel")->text().contains(u"heliograph restore FILE --replace"));
        QVERIFY(label("restoreHintLabel")->text().contains(u"heliograph key show"));
    }

    void onlyAnAdministratorMakesOne()
    {
        fake->ui.actAs(Role::Operator);
        open();
        QVERIFY(!button()->isEnabled());
        QVERIFY(!button()->toolTip().isEmpty());
    }

private:
    void open()
    {
        card.emplace(fake->ui.context);
        card->show();
    }

    QFileDialog *askFile()
    {
        button()->click();
        return card->findChild<QFileDialog *>();
    }

    void choose()
    {
        QFileDialog *files = askFile();
        Q_EMIT files->fileSelected(path());
        files->reject();
    }

    [[nodiscard]] QString path() const { return fake->ui.folder.filePath(QStringLiteral("saved.db")); }
    QLabel *label(const char *name) { return card->findChild<QLabel *>(QString::fromLatin1(name)); }
    QPushButton *button() { return card->findChild<QPushButton *>(QStringLiteral("startBackupButton")); }

    std::optional<FakeUi> fake;
    std::optional<ui::pages::BackupCard> card;
};

} // namespace tests

QTEST_MAIN(tests::BackupCardTest)
#include "backupcardtest.moc"
