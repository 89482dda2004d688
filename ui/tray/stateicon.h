// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The program's icon with a dot for what it does, at every size a notification area asks for.
 */
#pragma once

#include "ui/tray/trayicon.h"

#include <QIcon>

namespace ui::tray {

[[nodiscard]] QIcon stateIcon(TrayState state);

} // namespace ui::tray
