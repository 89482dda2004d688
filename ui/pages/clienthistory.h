// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The newest messages of one client, each with its exact text on demand.
 */
#pragma once

#include "core/base/ids.h"
#include "core/domain/message.h"
#include "ui/context.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::pages {

/** Thread: main. */
class ClientHistory : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shown = 20;

    explicit ClientHistory(const Context &context, QWidget *parent = nullptr);

    void showClient(core::ClientId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QWidget *entry(const core::domain::Message &message);
    void learnNames();
    void toggleText(core::MessageId id, QLabel *text);
    [[nodiscard]] QString statusLine(const core::domain::Message &message) const;

    const Context &m_context;
    core::ClientId m_client;
    QLabel *m_heading;
    QLabel *m_nothing;
    QVBoxLayout *m_entries;
    QList<QWidget *> m_widgets;
    QList<core::domain::Message> m_messages;
    QHash<core::MailingId, QString> m_names;
    QHash<core::MailingId, QList<QPushButton *>> m_waiting; ///< buttons whose mailing's name is being read
};

} // namespace ui::pages
