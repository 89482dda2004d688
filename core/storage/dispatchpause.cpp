// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dispatchpause.h"

#include "core/storage/instancesqlrepository.h"

namespace core::storage {

using interfaces::Instance;

namespace {

Failure dispatched(QStringList labels, const DatabaseUrl &url)
{
    if (labels.isEmpty()) // it has only just begun
        labels << url.text();
    return Failure(Error::make(ErrorKind::Conflict, "copy.dispatched", {labels.join(QLatin1String(", "))}));
}

} // namespace

Result<DispatchPause> DispatchPause::begin(Connection &connection, const DatabaseUrl &url)
{
    InstanceSqlRepository repository(connection);
    HELIOGRAPH_ASSIGN(const QList<Instance> instances, repository.list());
    HELIOGRAPH_ASSIGN(const auto now, repository.serverTime());
    QStringList labels;
    for (const Instance &instance : instances) {
        if (!now || instance.seenAt > *now - Instance::deadAfter)
            labels << instance.label;
    }

    DispatchPause pause;
    if (url.kind() == DatabaseUrl::Kind::Sqlite) {
        HELIOGRAPH_ASSIGN(pause.m_right, DispatchLock::tryTake(url));
        if (!pause.m_right)
            return dispatched(labels, url);
    } else if (!labels.isEmpty()) {
        return dispatched(labels, url);
    }
    return pause;
}

} // namespace core::storage
