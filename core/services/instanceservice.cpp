// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/instanceservice.h"

namespace core::services {

using interfaces::Instance;
using interfaces::UnitOfWork;

Result<Instances> readInstances(UnitOfWork &unit)
{
    // By the server's clock, which is the same for whoever asks.
    HELIOGRAPH_ASSIGN(const auto now, unit.instances.serverTime());
    if (!now)
        return Instances();
    HELIOGRAPH_ASSIGN(const QList<Instance> all, unit.instances.list());
    Instances found{true, {}};
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(found.alive),
                 [since = *now - Instance::deadAfter](const Instance &one) { return one.seenAt >= since; });
    return found;
}

InstanceService::InstanceService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<Instances>> InstanceService::instances()
{
    return m_executor.read(&readInstances);
}

} // namespace core::services
