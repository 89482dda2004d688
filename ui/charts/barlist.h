// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A short list of bars: name, bar, number; what does not fit is added up as "others".
 */
#pragma once

#include "core/domain/statistics.h"
#include "core/interfaces/clientrepository.h"

#include <QWidget>

namespace ui::charts {

class ChartExport;

/** Painted in one go: a mailing has hundreds of operator codes. Thread: main. */
class BarList : public QWidget
{
    Q_OBJECT

public:
    explicit BarList(QWidget *parent = nullptr);

    /** A bar's length is its share of the whole. */
    void setCounts(const QList<core::interfaces::LabelCount> &counts);
    /** A bar is stacked by status. Rows with most messages come first. */
    void setBreakdown(const QList<core::domain::BreakdownRow> &rows);
    void setMaximumRows(int rows); ///< the last one is "others" if there are more
    void setEmptyText(const QString &text);
    [[nodiscard]] ChartExport *exporter() const { return m_export; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QString label;
        qint64 number = 0;
        core::domain::StatusCounts counts; ///< of a breakdown
    };

    void setRows(QList<Row> rows, bool stacked);
    void condense();
    void paint(QPainter &painter, const QRectF &target) const;
    [[nodiscard]] QString rowText(const Row &row) const;

    QList<Row> m_all; ///< most first
    QList<Row> m_shown;
    qint64 m_total = 0;
    int m_maximum = 4;
    bool m_stacked = false;
    QString m_emptyText;
    ChartExport *m_export;
};

} // namespace ui::charts
