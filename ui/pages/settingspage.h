// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Settings: gateways, users and tokens at the left; one's account, the workspace, sending, retention, backup, REST, language
 * and look, or a form, at the right.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/settings/desktopsettings.h"
#include "ui/pages/page.h"

class QScrollArea;
class QStackedWidget;

namespace ui::feedback {
class Banner;
}

namespace ui::pages {

class AccountCard;
class BackupCard;
class GatewayForm;
class GatewaysCard;
class LookCard;
class RestCard;
class RetentionCard;
class SendingCard;
class MoveForm;
class TokenForm;
class TokensCard;
class UserForm;
class UsersCard;
class WorkspaceCard;

/** Thread: main. */
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;

    /** Opens the gateway's form; an invalid id: the form of a new one. */
    void showGateway(core::GatewayId id);

Q_SIGNALS:
    void lookChosen(core::settings::Look look);
    void languageChosen(core::settings::Language language);

protected:
    void retranslate() override;

private:
    void layOut();
    void connectAccounts();
    void readAccounts();
    void readGateways();
    void readSettings();
    void reset(core::GatewayId id);
    void showForm(QWidget *form);
    void closeForm(const QWidget *form);
    void onChanged(core::interfaces::Changes changes);

    feedback::Banner *m_banner;
    GatewaysCard *m_gateways;
    UsersCard *m_users;
    TokensCard *m_tokens;
    QScrollArea *m_lists = nullptr; ///< at the left
    QScrollArea *m_cards = nullptr; ///< at the right, unless there is a form
    QStackedWidget *m_right;        ///< cards, or one of the forms
    AccountCard *m_account;
    WorkspaceCard *m_workspace;
    SendingCard *m_sending;
    RetentionCard *m_retention;
    BackupCard *m_backup;
    RestCard *m_rest;
    LookCard *m_look;
    GatewayForm *m_form;
    UserForm *m_userForm;
    TokenForm *m_tokenForm;
    MoveForm *m_moveForm;
    QList<core::GatewayId> m_resetting; ///< asked for, not answered yet
    core::GatewayId m_wanted;           ///< to be shown as soon as the list is read
};

} // namespace ui::pages
