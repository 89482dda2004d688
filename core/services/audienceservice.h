// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who a filter would reach, and what they would read, without creating anything.
 */
#pragma once

#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"

namespace core::services {

/** Thread: any. Holds nothing but a reference. */
class AudienceService
{
public:
    explicit AudienceService(interfaces::Executor &executor);

    /** Errors: InvalidInput filter.… */
    QFuture<Result<interfaces::AudienceSummary>> summary(const domain::AudienceFilter &filter);
    /** Clients of the audience with an id above `after`, by id. */
    QFuture<Result<QList<domain::Client>>> sample(const domain::AudienceFilter &filter, ClientId after, int limit);

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
