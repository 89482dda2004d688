// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the history is filtered by: mailing, client, message, who acted, and time.
 */
#pragma once

#include "core/base/error.h"
#include "core/interfaces/eventlog.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QComboBox;
class QLineEdit;

namespace ui::editors {
class MailingFilter;
class TimeFilter;
} // namespace ui::editors

namespace ui::pages {

/**
 * A client is named by its whole phone, also if it was deleted, or by its number as the log has it: "#7".
 * Thread: main.
 */
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(const Context &context, QWidget *parent = nullptr);

    /** As of now. */
    [[nodiscard]] core::interfaces::EventQuery query() const;
    /** Why nothing can be asked: what stands in place of a phone is none, or nobody's. */
    [[nodiscard]] const std::optional<core::Error> &problem() const { return m_problem; }
    [[nodiscard]] bool isTimed() const;
    /** The two moments of "From – to"; their place is the page's choice. */
    [[nodiscard]] QWidget *timeEdits() const;

    void setActors(const QStringList &labels);
    /** By this mailing and by nothing else. */
    void showMailing(core::MailingId id, const QString &name);
    /** By this client and by nothing else. @param phone  blank: it has none any more */
    void showClient(core::ClientId id, const QString &phone);

Q_SIGNALS:
    void queryChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void clear();
    void takeTyped();
    void retranslate();

    const Context &m_context;
    editors::MailingFilter *m_mailing;
    QLineEdit *m_client;
    QLineEdit *m_message;
    QComboBox *m_actor;
    editors::TimeFilter *m_time;
    QTimer m_typing;
    QString m_clientText; ///< what m_clientId or m_problem is the answer to, or will be
    core::ClientId m_clientId;
    std::optional<core::Error> m_problem;
};

} // namespace ui::pages
