// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Lets time pass before an answer, without a thread that sleeps meanwhile.
 */
#pragma once

#include "core/base/clock.h"

#include <QFuture>

namespace core::interfaces {

/** Thread: any. */
class Delay
{
public:
    virtual ~Delay() = default;

    /** Finished `pause` from now; cancelled if this object ends before. */
    [[nodiscard]] virtual QFuture<void> after(Milliseconds pause) = 0;
};

} // namespace core::interfaces
