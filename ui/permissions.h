// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How the window offers an action: enabled, or disabled with the reason in its tool tip.
 *
 * Decides nothing: who may do what is asked of core/services/accessrules, by every page for its own actions. The services
 * ask the same rules again.
 */
#pragma once

#include "core/base/result.h"

class QAction;
class QWidget;

namespace ui {

/**
 * Enables `control` if the person may do it and it makes sense now. What one may not do says why, in the sentence of the
 * error: as tool tip, and as description for screen readers, in place of what stood there.
 *
 * Called again whenever one of the two changes, or the language.
 * @param makesSense  false: disabled without a reason, for instance because nothing is chosen
 */
void offer(QWidget *control, const core::Status &allowed, bool makesSense = true);
/** The tool tip shows in menus that have their tool tips visible. */
void offer(QAction *action, const core::Status &allowed, bool makesSense = true);

} // namespace ui
