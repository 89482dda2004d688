// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/settingsjson.h"
#include "core/rest/jsonbody.h"
#include "core/services/settingsservice.h"

namespace core::rest {

namespace {

QJsonObject settingsObject(const domain::WorkspaceSettings &settings)
{
    return json::toJson(settings);
}

} // namespace

Routes settingRoutes(const RestParts &parts)
{
    services::SettingsService &settings = parts.settings;
    return {
        {"GET", "/api/v1/settings", Access::Admin, BodyKind::None,
         [&settings](const ApiCall &call) { answerJson(call, settings.settings(), settingsObject); }},
        {"PATCH", "/api/v1/settings", Access::Admin, BodyKind::Json,
         [&settings](const ApiCall &call) {
             if (const auto values = bodyOf(call, json::settingsFromJson))
                 answerJson(call, settings.setAll(call.actor, *values), settingsObject);
         }},
    };
}

} // namespace core::rest
