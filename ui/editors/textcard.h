// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The part of the editor for name and text: fields menu, counter, what is wrong with the text.
 */
#pragma once

#include "core/domain/mailing.h"
#include "ui/feedback/card.h"

class QLineEdit;
class QMenu;
class QPushButton;

namespace ui::editors {

class Field;
class TemplateEdit;

/** Thread: main. */
class TextCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit TextCard(QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString text() const;
    void setContent(const QString &name, const QString &text);
    /** What the menu offers beside phone and operator_code. */
    void setFieldKeys(const QStringList &keys);
    /** Counted is what a client would get; -1 parts in all: not known. */
    void setRendered(const QString &rendered, qint64 partsInAll);
    void showErrors(const QList<core::FieldError> &errors); ///< those on name and text
    void focusText();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void checkSyntax();
    void showCounter();
    void retranslate();

    QLineEdit *m_name;
    TemplateEdit *m_text;
    Field *m_field;
    QPushButton *m_insert;
    QMenu *m_menu;
    QLabel *m_counter;
    QLabel *m_foreign;
    QStringList m_keys;
    QString m_rendered;
    qint64 m_partsInAll = -1;
};

} // namespace ui::editors
