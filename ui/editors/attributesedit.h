// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Merge fields of a client: a key and a value a row.
 */
#pragma once

#include "core/domain/client.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui::editors {

/** Rows whose value is blank are left out. Thread: main. */
class AttributesEdit : public QWidget
{
    Q_OBJECT

public:
    explicit AttributesEdit(QWidget *parent = nullptr);

    void setAttributes(const core::domain::Attributes &attributes);
    [[nodiscard]] core::domain::Attributes attributes() const;
    /** Keys that other clients have; offered as empty rows up to five. */
    void setKnownKeys(const QStringList &keys);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *key;
        QLineEdit *value;
    };

    Row &addRow(const QString &key, const QString &value);
    void retranslate();

    QVBoxLayout *m_rowsLayout;
    QPushButton *m_add;
    QList<Row> m_rows;
    QStringList m_knownKeys;
};

} // namespace ui::editors
