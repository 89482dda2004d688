// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What can be done with the chosen clients: takes the place of the filters while more than one is chosen.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace ui::pages {

/** Asks for a tag; Enter or the button ends it. Thread: main. */
class TagPopup : public QFrame
{
    Q_OBJECT

public:
    explicit TagPopup(QWidget *parent);

    void setOffers(const QList<core::interfaces::LabelCount> &offers);
    void ask(const QPoint &at, const QString &question, const QString &button);

Q_SIGNALS:
    void chosen(const QString &label);

private:
    void finish();

    QLabel *m_question;
    QLineEdit *m_edit;
    QPushButton *m_button;
    QStandardItemModel *m_offers;
};

/** Thread: main. */
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    void setSelected(int count);
    void setOffers(const QList<core::interfaces::LabelCount> &tags);
    /** @param edit  tags and deleting; @param optOut  opting out and in again */
    void setAllowed(const core::Status &edit, const core::Status &optOut);

Q_SIGNALS:
    void tagRequested(const QString &label);
    void untagRequested(const QString &label);
    void optOutRequested(bool out);
    void deleteRequested();
    void cleared();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const char *objectName);
    void retranslate();

    int m_selected = 0;
    bool m_removing = false;
    QLabel *m_count;
    QPushButton *m_tag;
    QPushButton *m_untag;
    QPushButton *m_optOut;
    QPushButton *m_optIn;
    QPushButton *m_delete;
    QPushButton *m_clear;
    TagPopup *m_popup;
};

} // namespace ui::pages
