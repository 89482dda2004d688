// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The words of the field in the language of the window: statuses, states, what a gateway's answer means.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"
#include "core/domain/message.h"

#include <QString>

namespace ui::texts {

[[nodiscard]] QString statusText(core::domain::MessageStatus status);     ///< "delivered", "waiting"
[[nodiscard]] QString mailingStateText(core::domain::MailingState state); ///< "running"
[[nodiscard]] QString breakerText(core::domain::BreakerState state);      ///< "ready", "needs attention"
/** What an answer means for the message, for instance "HTTP 500" or "no answer in time". */
[[nodiscard]] QString answerText(core::domain::AnswerKind kind, int httpStatus);

} // namespace ui::texts
