// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspaceurl.h"

#include "app/backend.h"
#include "core/settings/desktopsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace app {

using core::storage::DatabaseUrl;

namespace {

core::Result<DatabaseUrl> chosenUrl(const Invocation &invocation)
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
    // The one place that nobody has named, and so nobody has made.
    if (!QDir().mkpath(dataFolder()))
        return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "database.folder", {dataFolder()}));
    return DatabaseUrl::sqliteFile(dataFolder() + u"/workspace.db"_qs);
}

DatabaseUrl withPassword(const DatabaseUrl &url)
{
    return url.withPassword(qEnvironmentVariable("HELIOGRAPH_DATABASE_PASSWORD"));
}

} // namespace

core::Result<DatabaseUrl> workspaceUrl(const Invocation &invocation)
{
    HELIOGRAPH_ASSIGN(const DatabaseUrl url, chosenUrl(invocation));
    return withPassword(url);
}

bool isWorkspaceGiven(const Invocation &invocation)
{
    return invocation.has(u"database"_qs) || !qEnvironmentVariableIsEmpty("HELIOGRAPH_DATABASE");
}

QString serverPlace(const DatabaseUrl &url)
{
    const bool isHere = url.host().isEmpty() || url.host().startsWith(u'/'); // a socket
    return isHere ? url.name() : u"%1 (%2)"_qs.arg(url.name(), url.host());
}

core::Result<DatabaseUrl> databaseUrl(const QString &text)
{
    HELIOGRAPH_ASSIGN(const DatabaseUrl url, DatabaseUrl::parse(text));
    return withPassword(url);
}

core::Error withPath(core::Error error, const DatabaseUrl &url)
{
    static const QHash<QString, const char *> codes{{u"database.unreadable"_qs, "database.path_unreadable"},
                                                    {u"database.read_only"_qs, "database.path_read_only"},
                                                    {u"database.not_a_database"_qs, "database.path_not_a_database"}};
    const char *code = codes.value(error.code);
    if (!code)
        return error;
    core::Error named = core::Error::make(error.kind, code, {url.path()}, error.detail);
    if (QFileInfo(url.path()).isDir())
        named.code = u"database.is_folder"_qs;
    return named;
}

} // namespace app
