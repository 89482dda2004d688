-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: connection_set_up
-- Nobody waits for ever: not for a statement, not for somebody else's lock, and not for one who began and fell silent.
-- Plans are made for the values at hand: one for all values takes a limit for a tenth of the table, and a page of clients for
-- 185 ms instead of 2. Making them anew costs 0.1 ms where 500 messages are written.
SET client_min_messages = warning;
SET timezone = 'UTC';
SET statement_timeout = '60s';
SET lock_timeout = '10s';
SET idle_in_transaction_session_timeout = '30s';
SET plan_cache_mode = force_custom_plan;

-- name: connection_allow_writing
SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE;

-- name: connection_forbid_writing
SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;

-- name: connection_durable
SET synchronous_commit = on;

-- name: connection_fast
SET synchronous_commit = off;

-- name: transaction_begin_write
-- What people and bulk work write is written one after the other, as in SQLite: what was read still holds when it is written.
BEGIN;
SELECT pg_advisory_xact_lock(7236141);

-- name: transaction_begin_dispatch
-- Dispatchers write side by side; each locks the messages it takes.
BEGIN;

-- name: transaction_begin_read
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;

-- name: migration_begin
-- An index over ten million rows takes its time.
SET LOCAL statement_timeout = 0;

-- name: changes_announce
SELECT pg_notify('heliograph_changes', :payload);

-- name: connection_alive
SELECT 1;

-- name: database_data_version
-- What others change comes by LISTEN.
SELECT 0;

-- name: database_encoding
SELECT current_setting('server_encoding');

-- name: database_tables
SELECT tablename FROM pg_tables WHERE schemaname = current_schema();

-- name: database_integrity
-- The server keeps watch over its pages itself; what it has no word for is the schema.
SELECT 'ok';

-- name: database_references
SELECT '', '', '' WHERE false;
