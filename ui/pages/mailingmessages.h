// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The messages of one mailing: filter by status, phone and error, and one message's attempts at the side.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "ui/context.h"
#include "ui/feedback/card.h"
#include "ui/navigator.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ui::models {
class MessageTableModel;
}
namespace ui::tables {
class TableView;
}

namespace ui::pages {

class MessagePanel;

/** Thread: main. */
class MailingMessages : public feedback::Card
{
    Q_OBJECT

public:
    MailingMessages(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    void setMailing(core::MailingId id); ///< clears the filter
    /** When messages of it were removed for their age; nothing: none was. */
    void setRemovedAt(std::optional<core::Instant> at);
    void showStatus(core::domain::MessageStatus status);
    void showError(const QString &label); ///< as in the statistics
    void refresh();
    [[nodiscard]] core::interfaces::MessageQuery query() const;

Q_SIGNALS:
    void failed(const core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void applyFilter();
    void showState();
    [[nodiscard]] QString emptyText() const;
    void retranslate();

    core::MailingId m_mailing;
    std::optional<core::Instant> m_removedAt;
    QString m_errorLabel;
    QPushButton *m_error; ///< removes the filter by error
    QLineEdit *m_phone;
    QComboBox *m_status;
    models::MessageTableModel *m_model;
    tables::TableView *m_table;
    QLabel *m_empty;
    QStackedWidget *m_body;
    MessagePanel *m_panel;
    QTimer m_searchPause;
};

} // namespace ui::pages
