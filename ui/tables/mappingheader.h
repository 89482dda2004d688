// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A header with a choice above each column of a file: what the column is read as.
 */
#pragma once

#include "core/services/importrequest.h"

#include <QHeaderView>

class QComboBox;

namespace ui::tables {

/** For ImportPreviewModel: the first and the last column have no choice. Thread: main. */
class MappingHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit MappingHeader(QWidget *parent = nullptr);

    /** @param keys  merge fields to offer beside the fixed ones and the mapping's own */
    void setMapping(const core::services::ImportPreview &preview, const QStringList &keys);
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void mappingChanged(const core::csv::ColumnMapping &mapping);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void updateGeometries() override;

private:
    void fill(QComboBox *combo, qsizetype column, const QStringList &keys) const;
    void place();

    core::services::ImportPreview m_preview;
    QStringList m_keys;
    QList<QComboBox *> m_choices;
};

} // namespace ui::tables
