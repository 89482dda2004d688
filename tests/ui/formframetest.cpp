// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/formframe.h"

#include "tests/ui/taborder.h"
#include "ui/editors/field.h"

#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>
#include <list>

using core::Error;
using core::ErrorKind;
using core::Result;
using ui::editors::FormFrame;

namespace tests {

/** A form with one field; its questions are answered by hand. */
class FormFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        form = std::make_unique<QWidget>();
        name = new QLineEdit;
        name->setObjectName(u"nameEdit"_qs);
        field = new ui::editors::Field(name, form.get());
        frame = new FormFrame({"saveButton", "cancelButton", "problemLabel"}, form.get());
        frame->errors().addPlace(u"name"_qs, field);
        remove = new QPushButton;
        remove->setObjectName(u"removeButton"_qs);
        auto *column = new QVBoxLayout(form.get());
        column->addWidget(field);
        frame->buttonRow()->addWidget(remove);
        frame->layOut(column);
        asked = 0;
        stored.clear();
        form->show();
        form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(form.get()));
        name->setFocus();
    }

    void cleanup()
    {
        answers.clear();
        form.reset();
    }

    void thePartsHaveTheNamesThatWereGiven()
    {
        QVERIFY(form->findChild<QPushButton *>(u"saveButton"_qs));
        QVERIFY(form->findChild<QPushButton *>(u"cancelButton"_qs));
        QVERIFY(form->findChild<QLabel *>(u"problemLabel"_qs)->isHidden());
    }

    void tabsGoFromTheFieldsToTheButtonsAsTheyStand()
    {
        QCOMPARE(tabStops(form.get(), form.get()),
                 (QStringList{u"nameEdit"_qs, u"saveButton"_qs, u"cancelButton"_qs, u"removeButton"_qs}));
    }

    void enterInAFieldSubmitsAndEscapeLeaves()
    {
        const QSignalSpy submitted(frame, &FormFrame::submitted);
        const QSignalSpy left(frame, &FormFrame::left);
        QTest::keyClick(name, Qt::Key_Return);
        QTest::keyClick(name, Qt::Key_Enter);
        QCOMPARE(submitted.size(), 2);
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void enterOnAButtonPressesThatButton()
    {
        const QSignalSpy submitted(frame, &FormFrame::submitted);
        const QSignalSpy left(frame, &FormFrame::left);
        const QSignalSpy removed(remove, &QPushButton::clicked);
        QTest::keyClick(frame->leaveButton(), Qt::Key_Return);
        QCOMPARE(left.size(), 1);
        QTest::keyClick(remove, Qt::Key_Return);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(submitted.size(), 0);
        QTest::keyClick(frame->submitButton(), Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
    }

    void whatCannotBeSubmittedIsNotByEnterEither()
    {
        const QSignalSpy submitted(frame, &FormFrame::submitted);
        frame->submitButton()->hide();
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(submitted.size(), 0);
    }

    void asksOneQuestionAtATime()
    {
        const QSignalSpy submitted(frame, &FormFrame::submitted);
        ask();
        QVERIFY(frame->isBusy());
        QVERIFY(!frame->submitButton()->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(submitted.size(), 0);
        ask();
        QCOMPARE(asked, 1);
        answer(5);
        QTRY_COMPARE(stored, QList<int>{5});
        QVERIFY(!frame->isBusy());
        QVERIFY(frame->submitButton()->isEnabled());
        ask();
        QCOMPARE(asked, 2);
    }

    void theFieldsStayUsableMeanwhile()
    {
        ask();
        QTest::keyClicks(name, u"main"_qs);
        QCOMPARE(name->text(), u"main"_qs);
        QVERIFY(frame->leaveButton()->isEnabled());
    }

    void anErrorIsToldAndTheNextQuestionClearsIt()
    {
        ask();
        answer(core::Failure(Error::invalidField("name", "name:empty")));
        QTRY_COMPARE(field->error(), u"Enter a name."_qs);
        QVERIFY(stored.isEmpty());
        QVERIFY(frame->submitButton()->isEnabled());
        ask();
        QVERIFY(field->error().isEmpty());
    }

    void aFormCanTellItsErrorsItself()
    {
        QString told;
        frame->ask([this] { return question(); }, [](int) {}, [&told](const Error &error) { told = error.code; });
        answer(core::Failure(Error::make(ErrorKind::Unavailable, "database.full")));
        QTRY_COMPARE(told, u"database.full"_qs);
        QVERIFY(form->findChild<QLabel *>(u"problemLabel"_qs)->isHidden());
    }

    void anAnswerWithoutAValueIsEnough()
    {
        bool isDone = false;
        frame->ask([] { return QtFuture::makeReadyFuture(core::Status()); }, [&isDone] { isDone = true; });
        QTRY_VERIFY(isDone);
    }

    void theAnswerToAFormThatWasLeftIsDropped()
    {
        ask();
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!frame->isBusy());
        ask(); // about something else by now
        QCOMPARE(asked, 2);
        answer(1);
        answer(2);
        QTRY_COMPARE(stored, QList<int>{2});
        ask();
        frame->reset();
        answer(core::Failure(Error::invalidField("name", "name:empty")));
        ask();
        answer(4);
        QTRY_COMPARE(stored, (QList<int>{2, 4}));
        QVERIFY(field->error().isEmpty());
    }

    void theButtonHasTheFocusAgainAfterAnError()
    {
        frame->submitButton()->setFocus();
        ask();
        QVERIFY(!frame->submitButton()->hasFocus());
        answer(core::Failure(Error::invalidField("name", "name:empty")));
        QTRY_VERIFY(frame->submitButton()->hasFocus());
    }

    void whoHasGoneOnMeanwhileIsLeftThere()
    {
        frame->submitButton()->setFocus();
        ask();
        name->setFocus();
        answer(core::Failure(Error::invalidField("name", "name:empty")));
        QTRY_VERIFY(!frame->isBusy());
        QVERIFY(name->hasFocus());
    }

private:
    QFuture<Result<int>> question()
    {
        ++asked;
        answers.emplace_back();
        answers.back().start();
        return answers.back().future();
    }

    void ask()
    {
        frame->ask([this] { return question(); }, [this](int value) { stored << value; });
    }

    /** To the oldest question that has none. */
    void answer(const Result<int> &result)
    {
        answers.front().addResult(result);
        answers.front().finish();
        answers.pop_front();
    }

    std::unique_ptr<QWidget> form;
    QLineEdit *name = nullptr;
    ui::editors::Field *field = nullptr;
    FormFrame *frame = nullptr;
    QPushButton *remove = nullptr;
    int asked = 0;
    QList<int> stored;
    std::list<QPromise<Result<int>>> answers;
};

} // namespace tests

QTEST_MAIN(tests::FormFrameTest)
#include "formframetest.moc"
