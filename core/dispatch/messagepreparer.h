// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Turns a claimed message into what goes out: checks the hours, fills in the fields, counts the parts.
 */
#pragma once

#include "core/dispatch/mailingplan.h"

#include <variant>

namespace core::dispatch {

/** The client may not be written to now. */
struct Postponed
{
    Instant until{};
};

/** Ready, put off, or failed for good before any request. */
using Preparation = std::variant<PreparedMessage, Postponed, interfaces::MessageOutcome>;

[[nodiscard]] Preparation prepare(const interfaces::ClaimedMessage &claimed, MailingFlow &flow, Instant leaseUntil,
                                  Instant now);

/** What is committed before it goes out. @param asWritten  the stored version of the text tells what was sent */
[[nodiscard]] interfaces::SendIntent intentFor(const PreparedMessage &message, GatewayId gateway, MailingId mailing,
                                               int textVersion, bool asWritten);

} // namespace core::dispatch
