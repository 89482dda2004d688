// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A client as a JSON object, and what somebody wants to set of one.
 */
#pragma once

#include "core/domain/client.h"

#include <QJsonObject>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::Client &client);

/** Read-only members are ignored. Errors: InvalidInput with all that cannot be read: json:type, json:unknown, time:…. */
[[nodiscard]] Result<domain::ClientEdit> clientEditFromJson(const QJsonObject &object);

} // namespace core::json
