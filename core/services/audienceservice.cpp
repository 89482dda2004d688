// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/audienceservice.h"

namespace core::services {

using interfaces::UnitOfWork;

AudienceService::AudienceService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<interfaces::AudienceSummary>> AudienceService::summary(const domain::AudienceFilter &filter)
{
    return m_executor.read([filter](UnitOfWork &unit) -> Result<interfaces::AudienceSummary> {
        HELIOGRAPH_ASSIGN(const auto checked, domain::normalised(filter));
        return unit.clients.audience(checked);
    });
}

QFuture<Result<QList<domain::Client>>> AudienceService::sample(const domain::AudienceFilter &filter, ClientId after,
                                                               int limit)
{
    return m_executor.read([filter, after, limit](UnitOfWork &unit) -> Result<QList<domain::Client>> {
        HELIOGRAPH_ASSIGN(const auto checked, domain::normalised(filter));
        return unit.clients.audienceSample(checked, after, limit);
    });
}

} // namespace core::services
