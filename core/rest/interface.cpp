// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/interface.h"

#include "core/rest/routes.h"
#include "core/services/accountservice.h"
#include "core/services/settingsservice.h"

namespace core::rest {

namespace {

GuardQuestions questionsFor(const RestParts &parts)
{
    return {.whose = [&accounts = parts.accounts](const QString &token) { return accounts.authenticate(token); },
            .areMetricsPublic =
                [&settings = parts.settings] {
                    return settings.settings().then([](const Result<domain::WorkspaceSettings> &read) -> Result<bool> {
                        HELIOGRAPH_TRY(read);
                        return read->value(QStringLiteral("metrics_public")) == QLatin1String("true");
                    });
                }};
}

} // namespace

Routes allRoutes(const RestParts &parts, ImportJobs &jobs, const EngineWatch &engine)
{
    return accountRoutes(parts) + clientRoutes(parts) + importRoutes(parts, jobs) + mailingRoutes(parts) +
           audienceRoutes(parts) + messageRoutes(parts) + statisticsRoutes(parts) + gatewayRoutes(parts) +
           settingRoutes(parts) + eventRoutes(parts) + healthRoutes(parts) + metricsRoutes(parts, engine) + docsRoutes();
}

Interface::Interface(const RestParts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_engine(parts.monitor, parts.clock), m_jobs(parts.imports, parts.clock),
      m_guard(allRoutes(m_parts, m_jobs, m_engine), questionsFor(m_parts), parts.clock), m_server(m_guard)
{
    connect(&m_server, &RestServer::finished, this, &Interface::finished);
    connect(&parts.changes, &interfaces::ChangeFeed::changed, this, [this](interfaces::Changes changes) {
        if (changes & interfaces::Change::Users)
            m_guard.forgetTokens();
    });
}

} // namespace core::rest
