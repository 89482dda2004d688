-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What only PostgreSQL says so about making a large workspace. Every row goes through the log of the server as always: what is
-- made is a workspace like any other.

-- name: large_set_up
-- Whoever loses the power begins anew. Without statistics the planner takes `id > {before}` for a third of all messages, and
-- would read all of them for each mailing; with numbers that large it would also compile what runs once.
SET statement_timeout = 0;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SET work_mem = '256MB';
SET enable_seqscan = off;
SET jit = off;

-- name: large_indexes
-- Made when the tables are full: sorted once, instead of a page here and there for every row. Those of UNIQUE and PRIMARY KEY
-- belong to constraints.
SELECT i.indexname, i.indexdef FROM pg_indexes i
WHERE i.schemaname = current_schema()
  AND i.tablename IN ('clients', 'client_tags', 'messages', 'message_attempts', 'events', 'throughput')
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = CAST(quote_ident(i.indexname) AS REGCLASS))
ORDER BY i.indexname;

-- name: large_finish
-- As the server's own vacuum would leave it some minutes later: with statistics, and with a map of the pages that an index
-- alone can answer for. Its commit is durable, and so are all before it.
SET synchronous_commit = on;
VACUUM (ANALYZE);
