// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A client as a JSON object, and what somebody wants to set of one.
 */
#pragma once

#include "core/domain/client.h"

#include <QJsonObject>
#include <QStringList>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::Client &client);

/**
 * Read-only members are ignored.
 * @param needed  members that have to be there
 * Errors: InvalidInput with all that is missing or cannot be read (json:missing, json:type, json:unknown, time:…) and, if
 * there is any, with the rules that the rest breaks.
 */
[[nodiscard]] Result<domain::ClientEdit> clientEditFromJson(const QJsonObject &object, const QStringList &needed = {});

} // namespace core::json
