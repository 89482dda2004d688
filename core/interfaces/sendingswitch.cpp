// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/sendingswitch.h"

namespace core::interfaces {

SendingSwitch::SendingSwitch() = default;
SendingSwitch::~SendingSwitch() = default;

} // namespace core::interfaces
