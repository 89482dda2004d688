// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an action on one occurrence means for the rest of its series. Used by mailingservice only.
 *
 * The scheduler creates the next occurrence when one starts; here the cases are kept in which a person is the cause.
 */
#pragma once

#include "core/domain/mailing.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"

namespace core::services {

/** The occurrence after `mailing`, scheduled, with its event; nothing is done where one is to come already or none is left.
 */
Status createNextOccurrence(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now,
                            const domain::Mailing &mailing);

/** Ends the series for good but for `except`: what is still to come is cancelled, and nothing repeats any more. */
Status cancelSeries(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now, MailingId series,
                    MailingId except);

/**
 * One occurrence was edited: another repetition or another end of it holds for the one that is to come as well, which is
 * cancelled if the series ends before it. One that runs and was not repeated until now gets its next occurrence.
 */
Status carryRepetitionOver(interfaces::UnitOfWork &unit, const domain::Actor &actor, Instant now,
                           const domain::Mailing &before, const domain::Mailing &after);

} // namespace core::services
