// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Labels shown as chips, on as many lines as they need; nothing to edit.
 */
#pragma once

#include <QStringList>
#include <QWidget>

namespace ui::editors {

/** Thread: main. */
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(const QStringList &texts, QWidget *parent = nullptr);
};

} // namespace ui::editors
