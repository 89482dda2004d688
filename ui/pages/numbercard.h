// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One big number with its name above and a remark, or a link, below.
 */
#pragma once

#include "ui/feedback/card.h"

class QPushButton;

namespace ui::pages {

/** Thread: main. */
class NumberCard : public feedback::Card
{
    Q_OBJECT

public:
    NumberCard(const QString &objectName, QWidget *parent);

    void setName(const QString &name);
    /** @param isProblem  the number is shown in the colour of problems */
    void setNumber(const QString &number, bool isProblem = false);
    void setRemark(const QString &text);
    void setLink(const QString &text); ///< in place of the remark; blank: none

Q_SIGNALS:
    void linkClicked();

private:
    void describe();

    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_remark;
    QPushButton *m_link;
};

} // namespace ui::pages
