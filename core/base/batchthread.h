// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How the system is to schedule threads that work through what others bring them.
 */
#pragma once

namespace core {

/**
 * From now on the calling thread, and every thread that it starts, does not interrupt whoever wakes it: it takes its turn,
 * and finds more to do at a time. Its share of the processors stays the same.
 *
 * For threads that are woken thousands of times a second, where every interruption costs two switches of the processor, and
 * which should not interrupt the window's thread either. Linux (SCHED_BATCH, see sched(7)); elsewhere, or where the system
 * refuses it, nothing changes. Thread: any.
 */
void becomeBatchThread();

} // namespace core
