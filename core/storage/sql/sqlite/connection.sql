-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: connection_allow_writing
-- Readers never wait for the writer. Theirs to switch on it is not: two that try at once lock each other out.
PRAGMA journal_mode = WAL;

-- name: connection_set_up
-- A log of about 64 MiB stays on the disk. It goes into the file when it has grown that long: a page that is written often in
-- between goes there once.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -40960;
PRAGMA wal_autocheckpoint = 16000;
PRAGMA journal_size_limit = 67108864;

-- name: connection_forbid_writing
PRAGMA query_only = ON;

-- name: connection_leave_log
-- All that is in the log goes into the file, and the log goes. Refused at once while anybody else has the file open.
PRAGMA journal_mode = DELETE;

-- name: connection_journal
PRAGMA journal_mode;

-- name: connection_durable
PRAGMA synchronous = FULL;

-- name: connection_fast
PRAGMA synchronous = NORMAL;

-- name: transaction_begin_write
BEGIN IMMEDIATE;

-- name: transaction_begin_dispatch
BEGIN IMMEDIATE;

-- name: transaction_begin_read
BEGIN;

-- name: transaction_begin_alone
-- Without a log, nobody else reads or writes until it ends.
BEGIN EXCLUSIVE;

-- name: database_copy
-- Sees one snapshot; whoever writes meanwhile does not wait.
VACUUM INTO :path;

-- name: database_data_version
PRAGMA data_version;

-- name: database_tables
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%';

-- name: database_integrity
-- One row "ok", or a row a problem.
PRAGMA integrity_check(100);

-- name: database_first_problem
-- "ok", or what is wrong first. Leaves out whether indexes agree with their tables, which takes several times as long.
PRAGMA quick_check(1);

-- name: database_references
SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 100;
