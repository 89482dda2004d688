// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/changefeed.h"

namespace core::interfaces {

ChangeFeed::ChangeFeed() = default;
ChangeFeed::~ChangeFeed() = default;

} // namespace core::interfaces
