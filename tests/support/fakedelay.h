// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A Delay that is over at once, or when the test says so. For tests only.
 */
#pragma once

#include "core/interfaces/delay.h"

#include <QList>
#include <QPromise>
#include <memory>
#include <utility>

namespace tests {

/** Thread: one at a time. */
class FakeDelay final : public core::interfaces::Delay
{
public:
    [[nodiscard]] QFuture<void> after(core::Milliseconds pause) override
    {
        m_pauses.append(pause);
        const auto promise = std::make_shared<QPromise<void>>();
        promise->start();
        if (m_holding)
            m_held.append(promise);
        else
            promise->finish();
        return promise->future();
    }

    /** From now on a delay lasts until release(). */
    void hold() { m_holding = true; }
    void release()
    {
        m_holding = false;
        for (const auto &promise : std::exchange(m_held, {}))
            promise->finish();
    }

    [[nodiscard]] const QList<core::Milliseconds> &pauses() const { return m_pauses; } ///< asked for so far

private:
    QList<core::Milliseconds> m_pauses;
    QList<std::shared_ptr<QPromise<void>>> m_held;
    bool m_holding = false;
};

} // namespace tests
