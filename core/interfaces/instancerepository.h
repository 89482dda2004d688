// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of who dispatches a workspace at the moment: a row each, with a heartbeat.
 *
 * Messages that are leased or being sent name the instance that holds them. One that is no longer among these rows holds
 * nothing: MessageRepository::releaseOrphans and recoverInterrupted pass on what it had.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QList>
#include <optional>

namespace core::interfaces {

struct Instance
{
    InstanceId id;
    QString label; ///< computer and process, for people
    Instant startedAt{};
    Instant seenAt{};
    /** Who was not seen for so long is dead. */
    static constexpr std::chrono::seconds deadAfter{60};

    int counted = 0; ///< how many instances it saw at its last heartbeat, itself included

    bool operator==(const Instance &) const = default;
};

class InstanceRepository
{
public:
    virtual ~InstanceRepository() = default;

    /** `counted` is 0 until the first heartbeat. */
    virtual Result<InstanceId> enter(const QString &label, Instant now) = 0;
    /** Errors: NotFound instance.unknown: it was taken for dead, and what it held is passed on. */
    virtual Status beat(InstanceId id, int counted, Instant now) = 0;
    virtual Status leave(InstanceId id) = 0;
    /** Takes for dead who was not seen at `since` or later, except one; returns how many. */
    virtual Result<int> retire(Instant since, InstanceId except) = 0;
    /** By id. */
    virtual Result<QList<Instance>> list() = 0;
    /** What time it is at the server that all share; nothing: there is none. */
    virtual Result<std::optional<Instant>> serverTime() = 0;
};

} // namespace core::interfaces
