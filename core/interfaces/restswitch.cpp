// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/restswitch.h"

namespace core::interfaces {

RestSwitch::RestSwitch() = default;
RestSwitch::~RestSwitch() = default;

} // namespace core::interfaces
