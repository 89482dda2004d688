-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who dispatches, and which messages each of them holds.

CREATE TABLE instances (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    counted INTEGER NOT NULL
);

ALTER TABLE messages ADD COLUMN instance_id INTEGER; -- of what is leased or being sent
