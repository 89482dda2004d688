// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One short step of a mailing's life, as a storage job: start it, choose a batch of its audience, expire or cancel a batch
 * of what waits, finish it, create its next occurrence.
 *
 * Functions of a UnitOfWork and the time: no clock, no timer, no state of their own.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/mailing.h"

namespace core::interfaces {
struct UnitOfWork;
}

namespace core::dispatch {

struct StepRequest
{
    Instant now{};
    MailingId after; ///< served last: others come first
};

struct StepResult
{
    bool worked = false; ///< something was done: there may be more
    MailingId served;
};

/** Does at most one batch for one mailing, so that other writers are kept waiting for milliseconds only. */
[[nodiscard]] Result<StepResult> advanceMailings(interfaces::UnitOfWork &unit, const StepRequest &request);

/** How much of the directory a live mailing looks through. */
enum class LiveLook {
    Newcomers, ///< clients that were added since: costs next to nothing
    Everybody, ///< and those who were edited
};

/** Clients changed: live mailings look for who joins, in the steps that follow. Returns how many there are. */
[[nodiscard]] Result<int> reopenLiveAudiences(interfaces::UnitOfWork &unit, LiveLook look);

} // namespace core::dispatch
