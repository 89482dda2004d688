// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The options that `mailing create` and `mailing set` have in common, and the edit they amount to.
 */
#pragma once

#include "app/commandcontext.h"

namespace app::commands {

[[nodiscard]] QList<Option> mailingOptions();

/**
 * @param base  the mailing as it is; a blank one for `create`
 * Errors: NotFound gateway.unknown_name; InvalidInput window…, and times that the zone skips.
 */
[[nodiscard]] core::Result<core::domain::MailingEdit> mailingEdit(CommandContext &context,
                                                                  const core::domain::Mailing &base);

[[nodiscard]] core::services::MailingConsent mailingConsent(const Invocation &invocation);

/** The first argument as an id. */
[[nodiscard]] core::Result<core::MailingId> mailingIdOf(const Invocation &invocation);

/** The object with --json; else `number  state`. */
/** Warns of tags and codes of the command line that no client has. Errors: those of the database. */
[[nodiscard]] core::Status noteUnknownAudience(CommandContext &context);
/** `running`; of a deleted one `cancelled, deleted`. */
[[nodiscard]] QString stateText(const core::domain::Mailing &mailing);
/** That messages of it were removed for their age; blank: none was. */
[[nodiscard]] QString removedText(const CommandContext &context, const core::domain::Mailing &mailing);
void printMailing(Console &console, const core::domain::Mailing &mailing);

} // namespace app::commands
