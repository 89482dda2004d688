// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A RestSwitch that becomes what the test says. For tests only.
 */
#pragma once

#include "core/interfaces/restswitch.h"

namespace tests {

/** Thread: main. */
class FakeRestSwitch final : public core::interfaces::RestSwitch
{
public:
    int applied = 0; ///< how often the settings were to be read

    void apply() override { ++applied; }
    [[nodiscard]] core::interfaces::RestState state() const override { return m_state; }

    void become(const core::interfaces::RestState &state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }

private:
    core::interfaces::RestState m_state;
};

} // namespace tests
