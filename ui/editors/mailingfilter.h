// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Chooses one mailing out of any number by typing part of its name; blank stands for all.
 *
 * It asks for what fits as one types and never loads the whole list. Used by the filters of messages and history.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/page.h"
#include "core/domain/statistics.h"
#include "core/interfaces/mailingrepository.h"

#include <QLineEdit>
#include <QTimer>

class QAction;
class QCompleter;
class QStandardItemModel;

namespace core::services {
class MailingService;
}

namespace ui::editors {

/**
 * The choice changes when a name is picked (Enter takes the marked or the first one) or the field is emptied. Text that
 * nothing was picked from is put back when the field is left. Down, or a click on the arrow, offers the newest mailings.
 *
 * Thread: main.
 */
class MailingFilter : public QLineEdit
{
    Q_OBJECT

public:
    MailingFilter(core::services::MailingService &mailings, const core::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] core::MailingId mailing() const { return m_mailing; } ///< invalid: all
    void choose(core::MailingId id, const QString &name);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void mailingChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void offer(const core::domain::Page<core::domain::MailingSummary> &found);
    void say(const QString &text);
    void showOffers();
    void openList();
    void take();
    void pick(const QModelIndex &index);
    void retranslate();

    core::services::MailingService &m_mailings;
    const core::Clock &m_clock;
    QStandardItemModel *m_offers;
    QCompleter *m_completer;
    QAction *m_open;
    QTimer m_pause;
    core::interfaces::MailingQuery m_asked; ///< what the offers answer, or will
    bool m_waiting = false;                 ///< for that answer
    bool m_takeFirst = false;               ///< Enter came before it
    core::MailingId m_mailing;
    QString m_name;
};

} // namespace ui::editors
