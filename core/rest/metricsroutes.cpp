// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/rest/answers.h"
#include "core/rest/enginewatch.h"
#include "core/rest/metrics.h"

#include <QFile>

namespace core::rest {

namespace {

/** From /proc; 0 where there is none. */
qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/statm")); // in pages
    constexpr qint64 pageSize = 4096;
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * pageSize : 0;
}

} // namespace

Routes metricsRoutes(const RestParts &parts, const EngineWatch &engine)
{
    return {{"GET", "/metrics", Access::Metrics, BodyKind::None, [&parts, &engine](const ApiCall &call) {
                 whenDone(
                     parts.statistics.metrics(), call.context,
                     [&parts, &engine, call](const Result<services::WorkspaceMetrics> &read) {
                         const ProcessFacts process{parts.version, engine.startedAt(), residentBytes(), parts.instances()};
                         const auto workspace = read ? std::optional(*read) : std::nullopt;
                         call.answer({.contentType = "text/plain; version=0.0.4; charset=utf-8",
                                      .body = metricsText(process, engine.latest(), workspace)});
                     });
             }}};
}

} // namespace core::rest
