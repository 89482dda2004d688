-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What only SQLite says so about making a large workspace.

-- name: large_set_up
-- Whoever loses the power begins anew.
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;

-- name: large_indexes
-- Made when the tables are full: sorted once, instead of a page here and there for every row. Those of UNIQUE and PRIMARY KEY
-- have no text.
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL
  AND tbl_name IN ('clients', 'client_tags', 'messages', 'message_attempts', 'events', 'throughput');

-- name: large_finish
-- No statistics: the program has SQLite gather none.
PRAGMA wal_checkpoint(TRUNCATE);
