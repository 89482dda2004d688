// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Lets processes that share a file see who waits to write, so that bulk work of one lets the others through.
 *
 * SQLite's lock knows no order: who waits for it looks again now and then, and whoever writes batch after batch is always
 * there first. Here a process that waits says so, and one with much to write asks before each batch.
 */
#pragma once

#include "core/storage/databaseurl.h"

namespace core::storage {

/**
 * Marks are locks on a file beside the database (`.turn`): the system lets go of them when a process ends in whatever way.
 * Where the file cannot be made, everybody is alone; on a server, which has an order of its own, there is none. Thread: one
 * at a time.
 */
class WriteQueue
{
public:
    /** A mark that this process waits; gone with this object. */
    class Place
    {
    public:
        explicit Place(const WriteQueue &queue);
        ~Place();
        Q_DISABLE_COPY_MOVE(Place)

    private:
        const WriteQueue &m_queue;
    };

    explicit WriteQueue(const DatabaseUrl &url);
    ~WriteQueue();
    Q_DISABLE_COPY_MOVE(WriteQueue)

    /** Another one waits to write. */
    [[nodiscard]] bool isAwaited() const;
    /** Returns when nobody waits: at once, or after those who did have begun to write. Not while writing. */
    void letOthersGo() const;

private:
    bool set(short type, int command) const;

    int m_descriptor = -1; ///< -1: there is no file, as for a server
};

} // namespace core::storage
