// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A stacked bar of message statuses, for cells and as a widget.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QMetaType>
#include <QWidget>

namespace ui::delegates {

/** Widths in proportion; a status with any message gets at least one pixel. An empty bar is a grey track. */
void paintCounts(QPainter &painter, const QRectF &bar, const core::domain::StatusCounts &counts, const QPalette &palette);

/** "58 102 delivered, 12 118 sent": the bar in words, without zeros. */
[[nodiscard]] QString countsInWords(const core::domain::StatusCounts &counts);

/** Says the same numbers to screen readers and in its tool tip. Thread: main. */
class CountsBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountsBar(QWidget *parent = nullptr);

    void setCounts(const core::domain::StatusCounts &counts);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    core::domain::StatusCounts m_counts;
};

} // namespace ui::delegates

Q_DECLARE_METATYPE(core::domain::StatusCounts)
