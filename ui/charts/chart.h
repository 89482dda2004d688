// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every chart of the window has in common: colours of the theme, an empty state in words, export, numbers for screen
 * readers.
 */
#pragma once

#include <QtCharts/QChartView>

namespace ui::theme {
struct Colours;
}

namespace ui::charts {

class ChartExport;

/**
 * Child classes put their series into chart(), set colours in dress() and the numbers in words by setWords().
 *
 * Reached by Tab, so that the numbers can be read out and the menu opened from the keyboard. Thread: main.
 */
class Chart : public QChartView
{
    Q_OBJECT

public:
    explicit Chart(QWidget *parent = nullptr);

    void setHeading(const QString &heading); ///< for screen readers and files; the card shows its own
    void setEmptyText(const QString &text);  ///< shown while there is nothing to draw
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    [[nodiscard]] ChartExport *exporter() const { return m_export; }

protected:
    virtual void dress(const theme::Colours &colours) = 0;
    virtual void retranslate() = 0;

    void setEmpty(bool empty);
    void setWords(const QString &words);
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void dressAll();

    QString m_emptyText;
    bool m_empty = true;
    ChartExport *m_export;
};

} // namespace ui::charts
