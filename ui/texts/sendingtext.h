// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Whether a workspace is sent, and from where, in the language of the window.
 */
#pragma once

#include "ui/sendingwatch.h"

#include <QString>

namespace ui::texts {

/** "Sending from here", "Sending from 3 programs", "Nothing is sent from here": a line without a full stop. */
[[nodiscard]] QString sendingText(const Sending &sending);
/** What it means that this window does not send, in a sentence; blank where it does. */
[[nodiscard]] QString notHereMeaning(const Sending &sending);
/** Who else sends: "Also: server (812), anna-laptop (4711)"; blank: nobody that is known. */
[[nodiscard]] QString othersText(const Sending &sending);

} // namespace ui::texts
