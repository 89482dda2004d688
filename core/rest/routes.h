// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The routes of the interface, one function and one file a noun; together they are resources/openapi.json.
 */
#pragma once

#include "core/rest/api.h"
#include "core/rest/restparts.h"

namespace core::rest {

class EngineWatch;
class ImportJobs;

[[nodiscard]] Routes accountRoutes(const RestParts &parts);
[[nodiscard]] Routes audienceRoutes(const RestParts &parts);
[[nodiscard]] Routes clientRoutes(const RestParts &parts);
[[nodiscard]] Routes docsRoutes();
[[nodiscard]] Routes eventRoutes(const RestParts &parts);
[[nodiscard]] Routes gatewayRoutes(const RestParts &parts);
[[nodiscard]] Routes healthRoutes(const RestParts &parts);
[[nodiscard]] Routes importRoutes(const RestParts &parts, ImportJobs &jobs);
[[nodiscard]] Routes mailingRoutes(const RestParts &parts);
[[nodiscard]] Routes messageRoutes(const RestParts &parts);
[[nodiscard]] Routes metricsRoutes(const RestParts &parts, const EngineWatch &engine);
[[nodiscard]] Routes settingRoutes(const RestParts &parts);
[[nodiscard]] Routes statisticsRoutes(const RestParts &parts);

} // namespace core::rest
