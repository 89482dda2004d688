// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * At which number the ids of a workspace's messages begin: at random, so that two workspaces on one account of a gateway
 * never send with the same id.
 */
#pragma once

#include "core/base/result.h"

namespace core::storage {

class Connection;

/**
 * A random number above `lastUsed` (0: none), below 2^52: exact in JSON readers that know doubles only. For a workspace that
 * has had messages only a part of what is left is drawn from, so that it can be moved as often as one likes; where little is
 * left, it is taken from the 2^40 numbers that follow `lastUsed`, which are exact as well.
 */
[[nodiscard]] qint64 drawMessageIdBase(qint64 lastUsed);

/** Messages that are made from now on begin at a base drawn anew: for a copy of a workspace. Within a transaction. */
Status drawMessageIdsAnew(Connection &connection);

} // namespace core::storage
