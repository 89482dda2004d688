// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Settings: gateways at the left; the workspace, language and look, or the form of a gateway, at the right.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/settings/desktopsettings.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace ui::feedback {
class Banner;
}

namespace ui::pages {

class GatewayForm;
class GatewaysCard;
class LookCard;
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
    void readGateways();
    void readSettings();
    void reset(core::GatewayId id);
    void closeForm();
    void onChanged(core::interfaces::Changes changes);

    feedback::Banner *m_banner;
    GatewaysCard *m_gateways;
    QStackedWidget *m_right;
    WorkspaceCard *m_workspace;
    LookCard *m_look;
    GatewayForm *m_form;
    core::GatewayId m_wanted; ///< to be shown as soon as the list is read
};

} // namespace ui::pages
