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

/** Clients changed: running live mailings look through the directory anew in the steps that follow. */
[[nodiscard]] Status reopenLiveAudiences(interfaces::UnitOfWork &unit);

} // namespace core::dispatch
