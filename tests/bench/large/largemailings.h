// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which mailings a large workspace has: how many messages each, over which clients, and how far it came.
 *
 * Arithmetic only; LargeWorkspace writes them.
 */
#pragma once

#include "core/domain/mailing.h"
#include "core/domain/message.h"
#include "tests/bench/large/largeworkspace.h"

namespace tests::bench {

/** 360 days. */
inline constexpr core::Milliseconds largeYear = std::chrono::hours{24} * 360;

/** One mailing before it has an id; its messages go to `size` clients in a row. */
struct LargeMailing
{
    int number = 0; ///< counted from 0, in the order of their starts
    core::domain::Mailing mailing;
    bool hasFields = false; ///< texts are rendered and kept
    qint64 firstClient = 1;
    qint64 size = 0;
    qint64 handled = 0; ///< the first so many had their turn
    qint64 open = 0;    ///< the next so many are in the hands of a gateway
    core::domain::MessageStatus rest = core::domain::MessageStatus::Pending; ///< what the others are
    core::Milliseconds span{};                                               ///< how long sending to all of them takes
};

[[nodiscard]] QList<LargeMailing> largeMailings(const LargeShape &shape);

} // namespace tests::bench
