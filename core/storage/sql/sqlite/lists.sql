-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: clients_walked_by_id
-- Batches go up the ids; an index on the operator code would be sorted anew for each of them.
clients c NOT INDEXED

-- name: messages_by_due
-- Where somebody had SQLite gather statistics (ANALYZE), it would read all that waits, and sort it, for each claim.
messages m INDEXED BY messages_due
