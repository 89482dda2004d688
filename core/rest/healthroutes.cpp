// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/rest/answers.h"
#include "core/services/settingsservice.h"

namespace core::rest {

Routes healthRoutes(const RestParts &parts)
{
    return {{"GET", "/healthz", Access::Public, BodyKind::None, [&settings = parts.settings](const ApiCall &call) {
                 // Something that is read from the database each time.
                 answerJson(call, settings.settings(), [](const domain::WorkspaceSettings &) {
                     return QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")}};
                 });
             }}};
}

} // namespace core::rest
