// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * By what one comes in without a password: tokens of scripts, and sign-ins that last. One's own; all for an administrator.
 */
#pragma once

#include "core/domain/apitoken.h"
#include "core/domain/page.h"
#include "ui/context.h"
#include "ui/feedback/card.h"
#include "ui/feedback/entrylist.h"

class QLabel;
class QPushButton;

namespace ui::pages {

/** Reads when told to; revokes by itself. New ones are made in ui/pages/tokenform. Thread: main. */
class TokensCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit TokensCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void read(const core::domain::PageRequest &request);
    void revoke(core::TokenId id);
    void fill();
    [[nodiscard]] feedback::Entry entryOf(const core::domain::OwnedToken &token);
    void retranslate();

    const Context &m_context;
    QList<core::domain::OwnedToken> m_tokens;
    QList<core::TokenId> m_revoked; ///< those that were asked to be
    QString m_next;                 ///< cursor of the rows that are not shown
    QPushButton *m_add;
    QLabel *m_problem;
    feedback::EntryList *m_list;
};

} // namespace ui::pages
