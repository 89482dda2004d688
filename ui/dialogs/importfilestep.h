// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The first step of an import: which file.
 */
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::dialogs {

/** A button, and a place to drop a file. Thread: main. */
class ImportFileStep : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFileStep(const Context &context, QWidget *parent = nullptr);

    void retranslate();
    void browse();

Q_SIGNALS:
    void fileChosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Context &m_context;
    QLabel *m_heading;
    QLabel *m_advice;
    QPushButton *m_browse;
};

} // namespace ui::dialogs
