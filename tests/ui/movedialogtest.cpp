// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/movedialog.h"

#include "ui/feedback/banner.h"

#include <QLabel>
#include <QLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using core::interfaces::CopyProgress;
using ui::dialogs::MoveDialog;

namespace tests {

/** What a person sees while a workspace moves. */
class MoveDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        dialog.emplace(QStringLiteral("/home/anna/workspace.db"), QStringLiteral("mail on db"));
        cancelled = std::make_unique<QSignalSpy>(&*dialog, &MoveDialog::cancelRequested);
        closed = std::make_unique<QSignalSpy>(&*dialog, &MoveDialog::closed);
        dialog->show();
    }

    void cleanup() { dialog.reset(); }

    void tellsHowFarItIs()
    {
        QVERIFY(step().startsWith(u"Waiting for the answers"));
        QCOMPARE(bar()->maximum(), 0); // nobody knows how long
        dialog->showProgress({CopyProgress::Phase::Copying, QStringLiteral("messages"), 3'000'000'000, 6'000'000'000});
        QVERIFY2(step().startsWith(u"Step 1 of 2"), qPrintable(step()));
        QCOMPARE(bar()->value() * 2, bar()->maximum());
        dialog->showProgress({CopyProgress::Phase::Verifying, QStringLiteral("messages"), 0, 0});
        QVERIFY2(step().startsWith(u"Step 2 of 2"), qPrintable(step()));
    }

    void closingItIsAWishToStop()
    {
        dialog->showProgress({CopyProgress::Phase::Copying, QStringLiteral("tags"), 1, 2});
        dialog->close();
        QCOMPARE(cancelled->size(), 1);
        QVERIFY(dialog->isVisible()); // until the copy has heard of it
        QVERIFY(!button()->isEnabled());
        QTest::keyClick(&*dialog, Qt::Key_Escape);
        dialog->showProgress({CopyProgress::Phase::Copying, QStringLiteral("tags"), 2, 2});
        QVERIFY(step().startsWith(u"Stopping"));
        QCOMPARE(cancelled->size(), 1);
        QCOMPARE(closed->size(), 0);
    }

    void enterStopsNothing()
    {
        QTest::keyClick(&*dialog, Qt::Key_Return); // pressed once more than the question needed
        dialog->showProgress({CopyProgress::Phase::Copying, QStringLiteral("tags"), 1, 2});
        QTest::keyClick(&*dialog, Qt::Key_Return);
        QCOMPARE(cancelled->size(), 0);
    }

    void theEndIsReadBeforeTheWindowComesBack()
    {
        dialog->showDone(true);
        QVERIFY(!bar()->isVisible());
        QVERIFY(label("moveExplanationLabel").contains(u"/home/anna/workspace.db can only be read"));
        QVERIFY(dialog->findChild<ui::feedback::Banner *>()->text().contains(u"Sending goes on once")); // not by itself
        QCOMPARE(closed->size(), 0);
        QTest::keyClick(&*dialog, Qt::Key_Return);
        QCOMPARE(closed->size(), 1);
        QCOMPARE(cancelled->size(), 0);
    }

    void whereTheProgramWasToldThePlaceItSaysSo()
    {
        dialog->showDone(false);
        QVERIFY2(label("moveExplanationLabel").contains(u"HELIOGRAPH_DATABASE"), qPrintable(label("moveExplanationLabel")));
    }

    void aFailureSaysWhereTheWorkspaceIs()
    {
        dialog->showError(core::Error::make(core::ErrorKind::Conflict, "copy.dispatched", {QStringLiteral("serve")}));
        QVERIFY(label("moveExplanationLabel").contains(u"where it was: /home/anna/workspace.db"));
        QVERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width())); // nothing is cut
        QCOMPARE(button()->text(), QStringLiteral("Go on here"));
        button()->click();
        QCOMPARE(closed->size(), 1);
    }

    void aMissingLastStepIsTriedAgain()
    {
        QSignalSpy again(&*dialog, &MoveDialog::againRequested);
        dialog->showUnfinished(core::Error::make(core::ErrorKind::Unavailable, "move.unfinished"));
        QVERIFY2(label("moveExplanationLabel").contains(u"Nothing is sent until"),
                 qPrintable(label("moveExplanationLabel")));
        QTest::keyClick(&*dialog, Qt::Key_Return);
        QCOMPARE(again.size(), 1);
        QVERIFY(bar()->isVisible());
        dialog->showUnfinished(core::Error::make(core::ErrorKind::Unavailable, "move.unfinished"));
        dialog->close();
        QCOMPARE(closed->size(), 1);
        QCOMPARE(cancelled->size(), 0);
    }

private:
    [[nodiscard]] QString label(const char *name) const
    {
        return dialog->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QString step() const { return label("moveStepLabel"); }
    [[nodiscard]] QProgressBar *bar() const { return dialog->findChild<QProgressBar *>(); }
    [[nodiscard]] QPushButton *button() const
    {
        return dialog->findChild<QPushButton *>(QStringLiteral("moveDialogButton"));
    }

    std::optional<MoveDialog> dialog;
    std::unique_ptr<QSignalSpy> cancelled;
    std::unique_ptr<QSignalSpy> closed;
};

} // namespace tests

QTEST_MAIN(tests::MoveDialogTest)
#include "movedialogtest.moc"
