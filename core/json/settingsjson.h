// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The settings of a workspace as JSON: numbers, truths and lists as such, null for nothing.
 */
#pragma once

#include "core/domain/workspacesettings.h"

#include <QJsonObject>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::WorkspaceSettings &settings);

/** Key to value, as WorkspaceSettings::checked reads it. Errors: InvalidInput with all of json:type, json:unknown. */
[[nodiscard]] Result<QMap<QString, QString>> settingsFromJson(const QJsonObject &object);

} // namespace core::json
