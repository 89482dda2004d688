// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/paging.h"

namespace core::storage {

Result<PagePlan> pagePlan(const SortColumns &columns, const domain::PageRequest &request)
{
    const auto column = columns.constFind(request.sortBy);
    if (column == columns.cend())
        return Failure(Error::invalidField("sort", "page:sort", {request.sortBy}));

    PagePlan plan;
    plan.column = *column;
    plan.limit = qBound(1, request.limit, domain::maxPageSize);
    if (!request.after.isEmpty()) {
        plan.after = domain::decodedCursor(request.after);
        if (!plan.after)
            return Failure(Error::invalidField("cursor", "page:cursor"));
    }
    return plan;
}

} // namespace core::storage
