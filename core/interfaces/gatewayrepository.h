// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of gateway profiles and of their breakers' states.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/gatewayprofile.h"

namespace core::interfaces {

class GatewayRepository
{
public:
    virtual ~GatewayRepository() = default;

    /** The first one becomes the default. Errors: Conflict gateway.name_exists (name). */
    virtual Result<GatewayId> insert(const domain::GatewayProfile &profile) = 0;
    /** isDefault moves the mark. Errors: NotFound gateway.unknown, Conflict gateway.name_exists. */
    virtual Status update(const domain::GatewayProfile &profile) = 0;
    virtual Status remove(GatewayId id) = 0;
    virtual Result<domain::GatewayWithState> find(GatewayId id) = 0;
    virtual Result<std::optional<domain::GatewayWithState>> findByName(const QString &name) = 0;
    virtual Result<QList<domain::GatewayWithState>> list() = 0; ///< by name
    virtual Status saveState(GatewayId id, const domain::GatewayState &state) = 0;
    /** Messages pending or sending in mailings of this gateway. */
    virtual Result<qint64> countWaiting(GatewayId id) = 0;
};

} // namespace core::interfaces
