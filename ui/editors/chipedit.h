// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A field that holds labels as chips: type one, pick one from the completion, remove one with a click or Backspace.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace ui::editors {

class FlowLayout;

/**
 * Enter, comma and leaving the field end a label. Equal labels (whatever the case) are held once.
 *
 * Thread: main.
 */
class ChipEdit : public QFrame
{
    Q_OBJECT

public:
    explicit ChipEdit(QWidget *parent = nullptr);

    [[nodiscard]] QStringList labels() const { return m_labels; }
    void setLabels(const QStringList &labels);
    /** What the completion offers, with its number of clients; most frequent first. */
    void setOffers(const QList<core::interfaces::LabelCount> &offers);
    void setPlaceholder(const QString &text);
    /** Also names the inner field; the buddy of a label is edit(). */
    void setName(const QString &accessibleName);
    void setInvalid(bool invalid);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void labelsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addTyped();
    void add(const QString &label);
    void removeAt(qsizetype index);
    void rebuild();

    FlowLayout *m_flow;
    QLineEdit *m_edit;
    QStandardItemModel *m_offers;
    QStringList m_labels;
    QList<QPushButton *> m_chips;
    QString m_placeholder;
    bool m_invalid = false;
};

} // namespace ui::editors
