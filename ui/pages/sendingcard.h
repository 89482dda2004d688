// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Whether this window sends, and who else does.
 */
#pragma once

#include "ui/context.h"
#include "ui/feedback/card.h"

class QCheckBox;
class QLabel;

namespace ui::pages {

/** Saved and applied as soon as it is changed. Thread: main. */
class SendingCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit SendingCard(const Context &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void save(bool doesNotSend);
    void showSending();
    void retranslate();

    const Context &m_context;
    QCheckBox *m_doNotSend;
    QLabel *m_state;
    QLabel *m_others;
    QLabel *m_problem;
};

} // namespace ui::pages
