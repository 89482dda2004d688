// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The second step of an import: how the file is read, which column is what, and what becomes of clients that exist.
 */
#pragma once

#include "core/base/error.h"
#include "core/services/importrequest.h"
#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableView;

namespace ui::editors {
class ChipEdit;
class Field;
class ZoneCombo;
} // namespace ui::editors
namespace ui::feedback {
class Banner;
}
namespace ui::models {
class ImportPreviewModel;
}
namespace ui::tables {
class MappingHeader;
}

namespace ui::dialogs {

/** Every change is shown at once in the rows below. Thread: main. */
class ImportColumnsStep : public QWidget
{
    Q_OBJECT

public:
    explicit ImportColumnsStep(const Context &context, QWidget *parent = nullptr);

    void setFile(const QString &path); ///< detects everything anew
    /** With everything chosen here, not yet a dry run nor a real one. */
    [[nodiscard]] core::services::ImportRequest request() const;
    /** The file was read, and a column holds phones. */
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString summary() const;
    void retranslate();

Q_SIGNALS:
    void readyChanged();

private:
    void layOut();
    QWidget *makeFormatRow();
    QWidget *makeOptions();
    void connectControls();
    void readPreview();
    void showPreview(const core::services::ImportPreview &preview);
    void showError(const core::Error &error);
    void fitColumns();

    const Context &m_context;
    core::services::ImportRequest m_request;
    QStringList m_keys; ///< merge fields that clients have
    quint64 m_question = 0;
    bool m_ready = false;
    QLabel *m_fileLabel;
    QLabel *m_file;
    QLabel *m_encodingLabel;
    QComboBox *m_encoding;
    QLabel *m_delimiterLabel;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    feedback::Banner *m_banner;
    models::ImportPreviewModel *m_model;
    QTableView *m_table;
    tables::MappingHeader *m_mapping;
    QComboBox *m_mode;
    editors::ChipEdit *m_tags;
    editors::ZoneCombo *m_zone;
    editors::Field *m_modeField;
    editors::Field *m_tagsField;
    editors::Field *m_zoneField;
};

} // namespace ui::dialogs
