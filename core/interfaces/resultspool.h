// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A place outside the database for what became of messages while the database is away.
 *
 * Written by core/dispatch/resultwriter and by nobody else; a dispatcher that starts writes what it finds there into the
 * database before it does anything else.
 */
#pragma once

#include "core/interfaces/messagerepository.h"

namespace core::interfaces {

/** As MessageRepository::record takes them. */
struct SpooledOutcomes
{
    InstanceId by; ///< who held the messages when they were answered
    QList<MessageOutcome> outcomes;
};

/**
 * Promises:
 *  - What append() took outlives the process, however it ends.
 *  - Nothing goes before clear(), and clear() takes away nothing that neither append() nor takeOver() of this object knew.
 *  - What a living process has put here is given to nobody else.
 *
 * Thread: one, that of the dispatcher.
 */
class ResultSpool
{
public:
    virtual ~ResultSpool() = default;

    /** Behind what is there. Errors: Unavailable results.unwritable (path): none of these is in it. */
    virtual Status append(const QList<MessageOutcome> &outcomes, InstanceId by) = 0;
    /**
     * What processes that have ended left, in the order it was put there; before the first append(). It stays until clear(),
     * so whoever dies while writing it leaves it to the next. Errors: Unavailable results.unreadable, results.unwritable
     * (path): nothing was taken over.
     */
    virtual Result<QList<SpooledOutcomes>> takeOver() = 0;
    /** All of it is in the database. Errors: Unavailable results.unwritable (path). */
    virtual Status clear() = 0;
};

} // namespace core::interfaces
