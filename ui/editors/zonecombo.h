// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Choice of a time zone by its name in the tz database; typing any part of the name finds it.
 */
#pragma once

#include <QComboBox>

namespace ui::editors {

/** Thread: main. */
class ZoneCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ZoneCombo(QWidget *parent = nullptr);

    /** What is typed; may be no name of a zone. */
    [[nodiscard]] QString zone() const { return currentText().trimmed(); }
    void setZone(const QString &name);
};

} // namespace ui::editors
