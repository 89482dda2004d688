// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A mailing's audience, hours and errors in words.
 */
#pragma once

#include "core/domain/mailing.h"

#include <QString>

namespace ui::texts {

/** "everybody", "vip or new, not debt, codes 926 916". */
[[nodiscard]] QString audienceText(const core::domain::AudienceFilter &filter);
/** "09:00–21:00", "09:00–21:00, Mon Tue"; "any time". */
[[nodiscard]] QString windowText(const std::optional<core::domain::SendWindow> &window);
[[nodiscard]] QString weekdaysText(const QList<int> &weekdays); ///< "Mon–Fri", "Mon Wed"; blank: every day
[[nodiscard]] QString repeatText(core::domain::Repeat repeat);
/** "until today 21:00, 09–21 local", for lists. */
[[nodiscard]] QString whenText(const core::domain::Mailing &mailing, core::Instant now);
/** That messages of a mailing are gone for their age, and what stays. */
[[nodiscard]] QString messagesRemovedText(core::Instant at);

/** What statistics group errors by ("HTTP 500", "timeout"), as people read it. */
[[nodiscard]] QString errorLabelText(const QString &label);

} // namespace ui::texts
