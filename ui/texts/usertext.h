// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users and tokens in words, in the language of the window.
 */
#pragma once

#include "core/domain/apitoken.h"

#include <QString>

namespace ui::texts {

[[nodiscard]] QString roleText(core::domain::Role role);
/** What a role may do, in a sentence. */
[[nodiscard]] QString roleMeaning(core::domain::Role role);
[[nodiscard]] QString tokenKindText(core::domain::TokenKind kind);
/** "last used today 12:10 · expires 20 Dec", or that it never was, or never does. @param now  what "today" means */
[[nodiscard]] QString tokenTimesText(const core::domain::ApiToken &token, core::Instant now);

} // namespace ui::texts
