// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes the gateway that a profile describes: the one list of kinds.
 */
#pragma once

#include "core/interfaces/gateway.h"

namespace core::gateways {

/** Thread: any (immutable). */
class GatewayFactory final : public interfaces::GatewayFactory
{
public:
    /** @param clock  outlives the factory and its gateways */
    explicit GatewayFactory(const Clock &clock);

    /** Errors: InvalidInput gateway.kind (kind), or fields options.* of the kind (gateway:option, :ca_file, :latency,
     * :percent, :seed). */
    [[nodiscard]] Status check(const domain::GatewayProfile &profile) const override;
    Result<std::unique_ptr<interfaces::Gateway>> make(const domain::GatewayProfile &profile,
                                                      const QByteArray &secret) override;
    [[nodiscard]] bool recognisesRepeats(const domain::GatewayProfile &profile) const override;

private:
    const Clock &m_clock;
};

} // namespace core::gateways
