// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who dispatches the workspace at the moment, for whoever does not dispatch it himself.
 *
 * Looks only; core/dispatch/presence makes itself known and passes on what the dead ones held.
 */
#pragma once

#include "core/interfaces/executor.h"
#include "core/interfaces/instancerepository.h"

namespace core::services {

struct Instances
{
    bool areShared = false; ///< the workspace lies on a server: any number may dispatch it
    /** By id; on a server those that were seen lately. In a file nobody can be told from one that crashed: empty. */
    QList<interfaces::Instance> alive;

    bool operator==(const Instances &) const = default;
};

/** For reads that tell of more than this. */
[[nodiscard]] Result<Instances> readInstances(interfaces::UnitOfWork &unit);

/** Thread: any. Holds nothing but a reference. */
class InstanceService
{
public:
    explicit InstanceService(interfaces::Executor &executor);

    QFuture<Result<Instances>> instances();

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
