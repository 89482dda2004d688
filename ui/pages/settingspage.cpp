// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/settingspage.h"

#include "core/services/accessrules.h"
#include "core/services/gatewayservice.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/gatewayform.h"
#include "ui/pages/gatewayscard.h"
#include "ui/pages/lookcard.h"
#include "ui/pages/workspacecard.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui::pages {

using core::domain::GatewayWithState;

SettingsPage::SettingsPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_banner(new feedback::Banner(this)), m_gateways(new GatewaysCard(context, this)),
      m_right(new QStackedWidget(this)), m_workspace(new WorkspaceCard(context, this)),
      m_look(new LookCard(context.settings, this)), m_form(new GatewayForm(context, this))
{
    setObjectName(QStringLiteral("settingsPage"));
    layOut();
    connect(m_gateways, &GatewaysCard::addRequested, this, [this] { showGateway({}); });
    connect(m_gateways, &GatewaysCard::editRequested, this, &SettingsPage::showGateway);
    connect(m_gateways, &GatewaysCard::resetRequested, this, &SettingsPage::reset);
    connect(m_form, &GatewayForm::saved, this, &SettingsPage::closeForm);
    connect(m_form, &GatewayForm::removed, this, &SettingsPage::closeForm);
    connect(m_form, &GatewayForm::cancelled, this, &SettingsPage::closeForm);
    connect(m_look, &LookCard::lookChosen, this, &SettingsPage::lookChosen);
    connect(m_look, &LookCard::languageChosen, this, &SettingsPage::languageChosen);
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &SettingsPage::onChanged);
    retranslate();
}

void SettingsPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    row->addWidget(m_gateways, 3);
    auto *cards = new QWidget(this);
    auto *cardsColumn = new QVBoxLayout(cards);
    cardsColumn->setContentsMargins(0, 0, 0, 0);
    cardsColumn->setSpacing(4 * theme::space);
    for (QWidget *card : std::initializer_list<QWidget *>{m_workspace, m_look})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    cardsColumn->addWidget(m_workspace);
    cardsColumn->addWidget(m_look);
    cardsColumn->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_right->addWidget(cards);
    m_right->addWidget(scroll);
    m_right->setFixedWidth(440);
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
}

void SettingsPage::readGateways()
{
    whenDone(m_context.gateways.list(), this, [this](const core::Result<QList<GatewayWithState>> &gateways) {
        if (!gateways) {
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
                 if (settings)
                     m_workspace->setSettings(*settings);
                 else
                     m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(settings.error()));
             });
}

void SettingsPage::showGateway(core::GatewayId id)
{
    if (!core::services::mayDo(m_context.actor, core::services::Permission::ManageGateways))
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
    m_right->setCurrentIndex(1);
}

void SettingsPage::reset(core::GatewayId id)
{
    whenDone(m_context.gateways.reset(m_context.actor, id), this, [this](const core::Status &status) {
        if (!status)
            m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(status.error()));
        readGateways();
    });
}

void SettingsPage::closeForm()
{
    m_right->setCurrentIndex(0);
    readGateways();
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
}

void SettingsPage::retranslate() {}

} // namespace ui::pages
