// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every form has around its fields: where errors are told, the buttons below, the keys, and one question at a time.
 *
 * The fields, their words and what is asked are the form's; ui/pages/userform shows the whole pattern.
 */
#pragma once

#include "ui/async.h"
#include "ui/editors/formerrors.h"

#include <QObject>
#include <type_traits>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::editors {

/** objectNames of the parts that every form has. */
struct FormNames
{
    const char *submit;
    const char *leave;
    const char *problem;
};

/**
 * Promises:
 *  - Enter in a field submits, Enter on a button presses it, Escape leaves.
 *  - While an answer is awaited nothing else is asked, in whatever way it is tried. Fields, and leaving, stay usable.
 *  - The answer to what was asked before the form was left, or begun anew, is dropped: it neither closes nor marks what
 *    is shown by then.
 *
 * Ownership: the form's, as child; the widgets too. Thread: main.
 */
class FormFrame : public QObject
{
    Q_OBJECT

public:
    FormFrame(const FormNames &names, QWidget *form);

    /** Puts the label for errors and the row of buttons below what stands in the column. Once, after all fields. */
    void layOut(QVBoxLayout *column);
    /** Submit and leave at the left, then a stretch; a form adds its further buttons before layOut(). */
    [[nodiscard]] QHBoxLayout *buttonRow() const { return m_row; }
    [[nodiscard]] QPushButton *submitButton() const { return m_submit; }
    [[nodiscard]] QPushButton *leaveButton() const { return m_leave; }
    [[nodiscard]] FormErrors &errors() { return m_errors; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /** The form is about something else from now on, or is not shown any more: no errors, nothing awaited. */
    void reset();

    /**
     * Asks, unless an answer is awaited already.
     * @param question  returns a QFuture of a Result
     * @param done      gets the value of the answer, or nothing if it has none
     * @param failed    gets the error; without it the error is shown
     */
    template <typename Question, typename Done, typename Failed>
    void ask(const Question &question, Done done, Failed failed);
    template <typename Question, typename Done>
    void ask(const Question &question, Done done);

Q_SIGNALS:
    void submitted();
    void left();
    void busyChanged(bool isBusy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();
    void setBusy(bool isBusy);
    [[nodiscard]] bool canSubmit() const;

    QLabel *m_problem;
    QPushButton *m_submit;
    QPushButton *m_leave;
    QHBoxLayout *m_row;
    FormErrors m_errors;
    bool m_isBusy = false;
    bool m_hadFocus = false; ///< the submit button, before it was disabled
    int m_turn = 0;          ///< counts reset(): an answer belongs to the turn in which it was asked for
};

template <typename Question, typename Done, typename Failed>
void FormFrame::ask(const Question &question, Done done, Failed failed)
{
    if (m_isBusy)
        return;
    m_errors.clear();
    setBusy(true);
    whenDone(question(), this, [this, turn = m_turn, done, failed](const auto &answer) {
        if (turn != m_turn)
            return;
        setBusy(false);
        if (!answer)
            failed(answer.error());
        else if constexpr (std::is_void_v<typename std::decay_t<decltype(answer)>::value_type>)
            done();
        else
            done(*answer);
    });
}

template <typename Question, typename Done>
void FormFrame::ask(const Question &question, Done done)
{
    ask(question, std::move(done), [this](const core::Error &error) { m_errors.show(error); });
}

} // namespace ui::editors
