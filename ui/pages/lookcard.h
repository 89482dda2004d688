// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Language and colours of this desktop; both change at once.
 */
#pragma once

#include "core/settings/desktopsettings.h"
#include "ui/feedback/card.h"

class QComboBox;

namespace ui::editors {
class Field;
}

namespace ui::pages {

/** Thread: main. */
class LookCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit LookCard(core::settings::DesktopSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void lookChosen(core::settings::Look look);
    void languageChosen(core::settings::Language language);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    core::settings::DesktopSettings &m_settings;
    QComboBox *m_language;
    QComboBox *m_look;
    editors::Field *m_languageField;
    editors::Field *m_lookField;
};

} // namespace ui::pages
