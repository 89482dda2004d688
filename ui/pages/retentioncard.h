// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How long the workspace keeps messages and the history. Saved as soon as it is changed.
 */
#pragma once

#include "core/domain/workspacesettings.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QSpinBox;

namespace ui::editors {
class Field;
}

namespace ui::pages {

/** Thread: main. */
class RetentionCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit RetentionCard(const Context &context, QWidget *parent = nullptr);

    void setSettings(const core::domain::WorkspaceSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    /** One setting in days, and where it is edited. */
    struct Period
    {
        QString key;
        QSpinBox *days;
        editors::Field *field;
    };

    [[nodiscard]] Period period(const char *key, const char *objectName);
    void save(const Period &period);
    void retranslate();

    const Context &m_context;
    core::domain::WorkspaceSettings m_settings;
    Period m_messages;
    Period m_texts;
    Period m_events;
    bool m_known = false;
};

} // namespace ui::pages
