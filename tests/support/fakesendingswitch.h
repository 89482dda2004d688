// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A SendingSwitch that becomes what the test says. For tests only.
 */
#pragma once

#include "core/interfaces/sendingswitch.h"

namespace tests {

/** Thread: main. */
class FakeSendingSwitch final : public core::interfaces::SendingSwitch
{
public:
    int applied = 0; ///< how often the setting was to be read

    void apply() override { ++applied; }
    [[nodiscard]] core::interfaces::SendingPhase phase() const override { return m_phase; }

    void become(core::interfaces::SendingPhase phase)
    {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }

private:
    core::interfaces::SendingPhase m_phase = core::interfaces::SendingPhase::Here;
};

} // namespace tests
