// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which workspace is meant: by the window, by `serve`, by every command.
 */
#pragma once

#include "app/command.h"
#include "core/storage/databaseurl.h"

namespace app {

/**
 * --database, else HELIOGRAPH_DATABASE, else the setting of this desktop, else workspace.db in the user's data folder.
 * The password of a server is HELIOGRAPH_DATABASE_PASSWORD; without it a pgpass file is asked, and where
 * that does not help, the keyring (app/databaselogin).
 * Errors: those of DatabaseUrl::parse and DesktopSettings::check.
 */
[[nodiscard]] core::Result<core::storage::DatabaseUrl> workspaceUrl(const Invocation &invocation);

/** With --database or HELIOGRAPH_DATABASE, so that the setting of this desktop means nothing. */
[[nodiscard]] bool isWorkspaceGiven(const Invocation &invocation);

/** Of a workspace on a server, as a person knows it: the database, and the server where it is another computer. */
[[nodiscard]] QString serverPlace(const core::storage::DatabaseUrl &url);

/** What somebody has typed, with that password if it is a server. Errors: those of DatabaseUrl::parse. */
[[nodiscard]] core::Result<core::storage::DatabaseUrl> databaseUrl(const QString &text);

/** Storage names the file in what is meant for experts only; whoever gave a path must see which one was tried. */
[[nodiscard]] core::Error withPath(core::Error error, const core::storage::DatabaseUrl &url);

} // namespace app
