// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/chiprow.h"

#include "ui/editors/flowlayout.h"
#include "ui/feedback/card.h"

#include <QLabel>

namespace ui::editors {

ChipRow::ChipRow(const QStringList &texts, QWidget *parent) : QWidget(parent)
{
    auto *flow = new FlowLayout(this);
    for (const QString &text : texts) {
        QLabel *chip = feedback::label("chip", this);
        chip->setText(text);
        flow->addWidget(chip);
    }
    setAccessibleName(texts.join(QStringLiteral(", ")));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

} // namespace ui::editors
