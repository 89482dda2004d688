// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/zonecombo.h"

#include "core/domain/timezonename.h"

#include <QCompleter>
#include <QLineEdit>

namespace ui::editors {

ZoneCombo::ZoneCombo(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    setMaxVisibleItems(16);
    addItems(core::domain::timeZoneNames());
    setCurrentIndex(-1);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ZoneCombo::setZone(const QString &name)
{
    setCurrentIndex(findText(name));
    setEditText(name);
}

} // namespace ui::editors
