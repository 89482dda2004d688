// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The workspace: where it lies, its zone, and the hours proposed for sending. Settings are saved as soon as they are
 * changed.
 */
#pragma once

#include "core/domain/workspacesettings.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QLabel;
class QPushButton;
class QTimeEdit;

namespace ui::editors {
class Field;
class ZoneCombo;
} // namespace ui::editors

namespace ui::pages {

/** A value is asked for once, however often its control says that it is done. Thread: main. */
class WorkspaceCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit WorkspaceCard(const Context &context, QWidget *parent = nullptr);

    void setSettings(const core::domain::WorkspaceSettings &settings);

Q_SIGNALS:
    void moveRequested(); ///< to a server

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void save(editors::Field *field, const QString &key, const QString &value);
    void retranslate();

    const Context &m_context;
    core::domain::WorkspaceSettings m_settings;
    QHash<QString, QString> m_awaited; ///< what each setting was last asked to be, until that is answered
    bool m_known = false;              ///< settings were read once
    QLabel *m_place;
    QPushButton *m_move;
    editors::ZoneCombo *m_zone;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    editors::Field *m_zoneField;
    editors::Field *m_fromField;
    editors::Field *m_toField;
    QLabel *m_hoursHint;
};

} // namespace ui::pages
