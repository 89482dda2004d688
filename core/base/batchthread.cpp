// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/batchthread.h"

#include <QtGlobal>
#include <tuple>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace core {

void becomeBatchThread()
{
#ifdef Q_OS_LINUX
    constexpr int callingThread = 0;
    const sched_param noPriority{};
    std::ignore = sched_setscheduler(callingThread, SCHED_BATCH, &noPriority);
#endif
}

} // namespace core
