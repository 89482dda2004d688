// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The whole REST interface: its routes, its guard and its server, on one thread.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/rest/enginewatch.h"
#include "core/rest/importjobs.h"
#include "core/rest/requestguard.h"
#include "core/rest/restparts.h"
#include "core/rest/restserver.h"

namespace core::rest {

/** All routes, in the order of resources/openapi.json. */
[[nodiscard]] Routes allRoutes(const RestParts &parts, ImportJobs &jobs, const EngineWatch &engine);

/** Thread: rest; made there. */
class Interface : public QObject
{
    Q_OBJECT

public:
    explicit Interface(const RestParts &parts, QObject *parent = nullptr);

    /** Errors: those of RestServer::listen. */
    [[nodiscard]] Result<ListenAddress> listen(const ListenOptions &options) { return m_server.listen(options); }
    /** Finishes what is being answered, then emits finished(). */
    void stop() { m_server.stop(); }

Q_SIGNALS:
    void finished();

private:
    const RestParts m_parts;
    EngineWatch m_engine;
    ImportJobs m_jobs;
    RequestGuard m_guard;
    RestServer m_server;
};

} // namespace core::rest
