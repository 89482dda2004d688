// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/statisticsjson.h"
#include "core/rest/answers.h"
#include "core/services/statisticsservice.h"

namespace core::rest {

Routes statisticsRoutes(const RestParts &parts)
{
    return {{"GET", "/api/v1/statistics", Access::SignedIn, BodyKind::None,
             [&statistics = parts.statistics](const ApiCall &call) {
                 answerJson(call, statistics.workspace(),
                            [](const domain::WorkspaceStatistics &found) { return json::toJson(found); });
             }}};
}

} // namespace core::rest
