// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The first rows of a file as an import would read them, with what is wrong said at the end of each.
 */
#pragma once

#include "core/services/importrequest.h"

#include <QAbstractTableModel>

namespace ui::models {

/** Columns: the line, the file's columns, the problem. Thread: main. */
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const core::services::ImportPreview &preview);
    [[nodiscard]] const core::services::ImportPreview &preview() const { return m_preview; }
    [[nodiscard]] int fileColumns() const { return static_cast<int>(m_preview.header.size()); }
    [[nodiscard]] int problems() const; ///< rows with one, doubles included

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString problem(const core::services::PreviewRow &row) const;

    core::services::ImportPreview m_preview;
};

} // namespace ui::models
