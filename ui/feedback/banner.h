// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A strip inside a page: what happened, what it means, and the one action that mends it. Takes the place of message boxes.
 */
#pragma once

#include "core/base/result.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace ui::feedback {

/**
 * Hidden until told something; stays until mended, closed or cleared.
 *
 * Screen readers are told of a new text by an alert event. Thread: main.
 */
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit Banner(QWidget *parent = nullptr);

    /** @param happened  a short sentence, shown bold; @param meaning  what it means, may be blank */
    void tell(Kind kind, const QString &happened, const QString &meaning = {});
    /** The button at the right; a blank text removes it. Call after tell(). @param allowed  whether the person may do it */
    void setAction(const QString &text, std::function<void()> action, const core::Status &allowed = {});
    void clear();

    [[nodiscard]] QString text() const; ///< both parts, as a screen reader says them

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Kind m_kind = Kind::Info;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    QString m_happened;
    QString m_meaning;
    std::function<void()> m_run;
};

} // namespace ui::feedback
