// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/enginemonitor.h"

namespace core::interfaces {

EngineMonitor::EngineMonitor() = default;
EngineMonitor::~EngineMonitor() = default;

} // namespace core::interfaces
