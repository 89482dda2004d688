// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The filters above the clients: chips that say what holds, a panel to choose more, and how many clients fit.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace core::services {
struct ClientVocabulary;
}

namespace ui::editors {
class ChipEdit;
class FlowLayout;
} // namespace ui::editors

namespace ui::pages {

/** What "add filter" opens: tags, codes, opted out. A change takes effect at once. Thread: main. */
class ClientFilterPopup : public QFrame
{
    Q_OBJECT

public:
    explicit ClientFilterPopup(QWidget *parent);

    void setVocabulary(const core::services::ClientVocabulary &vocabulary);
    void setQuery(const core::interfaces::ClientQuery &query);
    /** `base` with what is chosen here. */
    [[nodiscard]] core::interfaces::ClientQuery applied(core::interfaces::ClientQuery base) const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_tagsLabel;
    editors::ChipEdit *m_tags;
    QLabel *m_codesLabel;
    editors::ChipEdit *m_codes;
    QLabel *m_optedOutLabel;
    QComboBox *m_optedOut;
};

/** Holds the query apart from the search text. Thread: main. */
class ClientFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ClientFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const core::interfaces::ClientQuery &query() const { return m_query; }
    void setQuery(const core::interfaces::ClientQuery &query);
    void setVocabulary(const core::services::ClientVocabulary &vocabulary);
    /** The text at the right. */
    void setCount(const QString &text);

Q_SIGNALS:
    void queryChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addChip(const QString &text, const QString &objectName, void (*drop)(core::interfaces::ClientQuery &));
    void openPopup();

    core::interfaces::ClientQuery m_query;
    editors::FlowLayout *m_flow;
    QList<QPushButton *> m_chips;
    QPushButton *m_add;
    QLabel *m_count;
    ClientFilterPopup *m_popup;
};

} // namespace ui::pages
