// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Copies a chart, or saves it as PNG or SVG, with its heading and its numbers in words.
 */
#pragma once

#include "core/base/error.h"

#include <QImage>
#include <QObject>
#include <functional>

class QMenu;
class QPainter;
class QWidget;

namespace ui::charts {

/**
 * The context menu of a chart (Shift+F10 and the menu key as well). Files are written off the window's thread.
 *
 * Thread: main. Ownership: the chart's.
 */
class ChartExport : public QObject
{
    Q_OBJECT

public:
    /** Paints the chart into the rectangle. */
    using Paint = std::function<void(QPainter &, const QRectF &)>;

    ChartExport(QWidget *chart, Paint paint);

    [[nodiscard]] QImage image() const; ///< twice the size on screen
    [[nodiscard]] QByteArray svg() const;
    void save(const QString &path); ///< SVG if the name ends so, else PNG
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const core::Error &error);

private:
    void paint(QPainter &painter) const;
    [[nodiscard]] QSize size() const;
    [[nodiscard]] QString words() const;
    void chooseFile(const QString &ending);

    QWidget *m_chart;
    Paint m_paint;
};

} // namespace ui::charts
