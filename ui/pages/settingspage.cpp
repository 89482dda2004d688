// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/settingspage.h"

#include "core/services/accessrules.h"
#include "core/services/gatewayservice.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/accountcard.h"
#include "ui/pages/backupcard.h"
#include "ui/pages/gatewayform.h"
#include "ui/pages/gatewayscard.h"
#include "ui/pages/lookcard.h"
#include "ui/pages/moveform.h"
#include "ui/pages/restcard.h"
#include "ui/pages/retentioncard.h"
#include "ui/pages/sendingcard.h"
#include "ui/pages/tokenform.h"
#include "ui/pages/tokenscard.h"
#include "ui/pages/userform.h"
#include "ui/pages/userscard.h"
#include "ui/pages/workspacecard.h"
#include "ui/serverwatch.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui::pages {

using core::domain::GatewayWithState;
using core::services::mayDo;
using core::services::Permission;

namespace {

/** Cards below each other, as high as they need to be. */
QWidget *stacked(std::initializer_list<QWidget *> cards, QWidget *parent)
{
    auto *made = new QWidget(parent);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4 * theme::space);
    for (QWidget *card : cards) {
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column->addWidget(card);
    }
    column->addStretch();
    return made;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // QScrollArea::setWidget() fills it
    return scroll;
}

} // namespace

SettingsPage::SettingsPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_banner(new feedback::Banner(this)), m_gateways(new GatewaysCard(context, this)),
      m_users(new UsersCard(context, this)), m_tokens(new TokensCard(context, this)), m_right(new QStackedWidget(this)),
      m_account(new AccountCard(context, this)), m_workspace(new WorkspaceCard(context, this)),
      m_sending(new SendingCard(context, this)), m_retention(new RetentionCard(context, this)),
      m_backup(new BackupCard(context, this)), m_rest(new RestCard(context, this)),
      m_look(new LookCard(context.settings, this)), m_form(new GatewayForm(context, this)),
      m_userForm(new UserForm(context, this)), m_tokenForm(new TokenForm(context, this)),
      m_moveForm(new MoveForm(context, this))
{
    setObjectName(QStringLiteral("settingsPage"));
    layOut();
    connect(m_gateways, &GatewaysCard::addRequested, this, [this] { showGateway({}); });
    connect(m_gateways, &GatewaysCard::editRequested, this, &SettingsPage::showGateway);
    connect(m_gateways, &GatewaysCard::resetRequested, this, &SettingsPage::reset);
    const auto closeGateway = [this] { closeForm(m_form); };
    connect(m_form, &GatewayForm::saved, this, closeGateway);
    connect(m_form, &GatewayForm::removed, this, closeGateway);
    connect(m_form, &GatewayForm::cancelled, this, closeGateway);
    connect(m_workspace, &WorkspaceCard::moveRequested, this, [this] {
        m_moveForm->begin();
        showForm(m_moveForm);
    });
    connect(m_moveForm, &MoveForm::closed, this, [this] { closeForm(m_moveForm); });
    connect(m_look, &LookCard::lookChosen, this, &SettingsPage::lookChosen);
    connect(m_look, &LookCard::languageChosen, this, &SettingsPage::languageChosen);
    connectAccounts();
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &SettingsPage::onChanged);
    retranslate();
}

void SettingsPage::connectAccounts()
{
    m_users->setVisible(mayDo(m_context.actor, Permission::ManageUsers).has_value());
    const auto showUser = [this](const core::domain::User &user) {
        m_userForm->begin(user);
        showForm(m_userForm);
    };
    connect(m_users, &UsersCard::addRequested, this, [showUser] { showUser({}); });
    connect(m_users, &UsersCard::editRequested, this, showUser);
    connect(m_tokens, &TokensCard::addRequested, this, [this] {
        m_tokenForm->begin();
        showForm(m_tokenForm);
    });
    const auto closeUser = [this] { closeForm(m_userForm); };
    connect(m_userForm, &UserForm::saved, this, closeUser);
    connect(m_userForm, &UserForm::removed, this, closeUser);
    connect(m_userForm, &UserForm::cancelled, this, closeUser);
    connect(m_tokenForm, &TokenForm::closed, this, [this] { closeForm(m_tokenForm); });
}

void SettingsPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    m_lists = scrolled(stacked({m_gateways, m_users, m_tokens}, this), this);
    m_cards = scrolled(stacked({m_account, m_workspace, m_sending, m_retention, m_backup, m_rest, m_look}, this), this);
    m_right->addWidget(m_cards);
    for (QWidget *form : std::initializer_list<QWidget *>{m_form, m_userForm, m_tokenForm, m_moveForm}) {
        QScrollArea *area = scrolled(form, this);
        area->setFocusPolicy(Qt::NoFocus); // its fields are stops enough, and bring themselves into view
        m_right->addWidget(area);
    }
    m_right->setFixedWidth(440);
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    row->addWidget(m_lists, 1);
    row->addWidget(m_right);
    column->addLayout(row, 1);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::activated()
{
    readGateways();
    readSettings();
    readAccounts();
}

void SettingsPage::readAccounts()
{
    m_account->refresh();
    m_tokens->refresh();
    if (mayDo(m_context.actor, Permission::ManageUsers))
        m_users->refresh();
}

void SettingsPage::readGateways()
{
    whenDone(m_context.gateways.list(), this, [this](const core::Result<QList<GatewayWithState>> &gateways) {
        if (!gateways) {
            if (!m_context.server.tells(gateways.error()))
                m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(gateways.error()));
            return;
        }
        m_gateways->setGateways(*gateways);
        if (const auto wanted = std::exchange(m_wanted, {}); wanted.isValid())
            showGateway(wanted);
    });
}

void SettingsPage::readSettings()
{
    whenDone(m_context.workspaceSettings.settings(), this,
             [this](const core::Result<core::domain::WorkspaceSettings> &settings) {
                 if (!settings && m_context.server.tells(settings.error()))
                     return;
                 if (!settings) {
                     m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(settings.error()));
                     return;
                 }
                 m_workspace->setSettings(*settings);
                 m_retention->setSettings(*settings);
             });
}

void SettingsPage::showGateway(core::GatewayId id)
{
    if (!mayDo(m_context.actor, Permission::ManageGateways))
        return; // led here from elsewhere: the list says how it is
    core::domain::GatewayProfile profile;
    profile.kind = QStringLiteral("http-json");
    if (id.isValid()) {
        const auto &known = m_gateways->gateways();
        const auto found = std::find_if(known.cbegin(), known.cend(),
                                        [id](const GatewayWithState &gateway) { return gateway.profile.id == id; });
        if (found == known.cend()) {
            m_wanted = id;
            return;
        }
        profile = found->profile;
    }
    m_form->begin(profile);
    showForm(m_form);
}

void SettingsPage::showForm(QWidget *form)
{
    if (form != m_tokenForm)
        m_tokenForm->forget();
    if (form != m_moveForm)
        m_moveForm->forget();
    for (int i = 0; i < m_right->count(); ++i) {
        if (m_right->widget(i)->isAncestorOf(form))
            m_right->setCurrentIndex(i);
    }
}

void SettingsPage::reset(core::GatewayId id)
{
    if (m_resetting.contains(id))
        return;
    m_resetting << id;
    whenDone(m_context.gateways.reset(m_context.actor, id), this, [this, id](const core::Status &status) {
        m_resetting.removeOne(id);
        if (!status)
            m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(status.error()));
        readGateways();
    });
}

void SettingsPage::closeForm(const QWidget *form)
{
    if (m_right->currentWidget()->isAncestorOf(form)) // else another one was opened while its answer was on the way
        m_right->setCurrentIndex(0);
    readGateways();
    readAccounts();
}

void SettingsPage::onChanged(core::interfaces::Changes changes)
{
    using core::interfaces::Change;
    if (!isVisible())
        return;
    if (changes & Change::Gateways)
        readGateways();
    if (changes & Change::Settings)
        readSettings();
    if (changes & Change::Users)
        readAccounts();
}

void SettingsPage::retranslate()
{
    m_lists->setAccessibleName(tr("Gateways, users and tokens"));
    m_cards->setAccessibleName(tr("Account, workspace and program"));
}

} // namespace ui::pages
