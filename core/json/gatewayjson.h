// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A gateway as a JSON object, and what somebody wants to set of one. A secret goes in and never comes out.
 */
#pragma once

#include "core/domain/gatewayprofile.h"

#include <QJsonObject>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::GatewayWithState &gateway);

/**
 * Read-only members are ignored.
 * @param base  what the gateway is now: members of `retry` that are not named stay as they are
 * Errors: InvalidInput with all that cannot be read.
 */
[[nodiscard]] Result<domain::GatewayEdit> gatewayEditFromJson(const QJsonObject &object,
                                                              const domain::GatewayProfile &base = {});

} // namespace core::json
