// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/chipedit.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using ui::editors::ChipEdit;

namespace tests {

class ChipEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        edit.emplace();
        edit->resize(240, 32);
        edit->show();
    }

    void cleanup() { edit.reset(); }

    void enterAndCommaEndALabel()
    {
        QTest::keyClicks(edit->edit(), QStringLiteral("vip"));
        QTest::keyClick(edit->edit(), Qt::Key_Return);
        QTest::keyClicks(edit->edit(), QStringLiteral("new client,"));
        QCOMPARE(edit->labels(), QStringList({QStringLiteral("vip"), QStringLiteral("new client")}));
        QVERIFY(edit->edit()->text().isEmpty());
    }

    void holdsEqualLabelsOnce()
    {
        QTest::keyClicks(edit->edit(), QStringLiteral("VIP,vip, Vip ,"));
        QCOMPARE(edit->labels(), QStringList{QStringLiteral("VIP")});
    }

    void backspaceTakesTheLastOne()
    {
        edit->setLabels({QStringLiteral("a"), QStringLiteral("b")});
        QTest::keyClick(edit->edit(), Qt::Key_Backspace);
        QCOMPARE(edit->labels(), QStringList{QStringLiteral("a")});
    }

    void aClickOnAChipTakesItAway()
    {
        edit->setLabels({QStringLiteral("a"), QStringLiteral("b")});
        QSignalSpy changed(&*edit, &ChipEdit::labelsChanged);
        const auto chips = edit->findChildren<QPushButton *>();
        const auto first =
            std::find_if(chips.cbegin(), chips.cend(), [](const QPushButton *chip) { return chip->text() == u"a"; });
        QVERIFY(first != chips.cend());
        (*first)->click();
        QCOMPARE(edit->labels(), QStringList{QStringLiteral("b")});
        QCOMPARE(changed.size(), 1);
    }

    void leavingTheFieldKeepsWhatWasTyped()
    {
        QTest::keyClicks(edit->edit(), QStringLiteral("vip"));
        QFocusEvent leave(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(edit->edit(), &leave);
        QCOMPARE(edit->labels(), QStringList{QStringLiteral("vip")});
    }

    void growsWithItsChips()
    {
        const int before = edit->heightForWidth(160);
        edit->setLabels(
            {QStringLiteral("a rather long label"), QStringLiteral("another long label"), QStringLiteral("third")});
        QVERIFY(edit->heightForWidth(160) > before);
    }

private:
    std::optional<ChipEdit> edit;
};

} // namespace tests

QTEST_MAIN(tests::ChipEditTest)
#include "chipedittest.moc"
