// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of the workspace's settings and of what the program remembers for it.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/workspacesettings.h"

namespace core::interfaces {

class SettingsRepository
{
public:
    virtual ~SettingsRepository() = default;

    virtual Result<domain::WorkspaceSettings> settings() = 0;
    /** A value checked by WorkspaceSettings::checked. */
    virtual Status set(const QString &key, const QString &value) = 0;

    /** Not a setting: for instance the column mapping used with a set of headers. Blank: nothing remembered. */
    virtual Result<QString> remembered(const QString &key) = 0;
    virtual Status remember(const QString &key, const QString &value) = 0;

    /** Random UUID of this workspace; names its key in the keyring. */
    virtual Result<QString> workspaceId() = 0;
};

} // namespace core::interfaces
