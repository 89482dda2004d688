// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspaceurl.h"

#include "app/backend.h"
#include "core/settings/desktopsettings.h"

namespace app {

using core::storage::DatabaseUrl;

core::Result<DatabaseUrl> workspaceUrl(const Invocation &invocation)
{
    if (invocation.has(u"database"_qs))
        return DatabaseUrl::parse(invocation.value(u"database"_qs));
    if (const QString url = qEnvironmentVariable("HELIOGRAPH_DATABASE"); !url.isEmpty())
        return DatabaseUrl::parse(url);
    const core::settings::DesktopSettings settings(
        core::settings::DesktopSettings::pathFrom(invocation.value(u"config"_qs)));
    HELIOGRAPH_TRY(settings.check());
    if (const QString url = settings.databaseUrl(); !url.isEmpty())
        return DatabaseUrl::parse(url);
    return DatabaseUrl::sqliteFile(dataFolder() + u"/workspace.db"_qs);
}

} // namespace app
