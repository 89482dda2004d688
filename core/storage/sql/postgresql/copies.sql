-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: table_columns
SELECT a.attname,
       CASE t.typname WHEN 'int4' THEN 'integer' WHEN 'int8' THEN 'integer' WHEN 'float8' THEN 'real' WHEN 'text' THEN 'text'
                      WHEN 'bytea' THEN 'bytes' END,
       coalesce(array_position(CAST(i.indkey AS SMALLINT[]), a.attnum) + 1, 0)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE c.relname = :table AND c.relkind = 'r' AND n.nspname = current_schema()
ORDER BY a.attname;

-- name: table_parents
SELECT DISTINCT p.relname
FROM pg_constraint f
JOIN pg_class c ON c.oid = f.conrelid
JOIN pg_class p ON p.oid = f.confrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE f.contype = 'f' AND c.relname = :table AND n.nspname = current_schema();

-- name: table_refuse
CREATE TRIGGER "moved_{name}_{event}" BEFORE {event} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION heliograph_moved();

-- name: tables_refuse_begin
-- The state is one of ours (core/storage/postgresdialect.cpp).
CREATE OR REPLACE FUNCTION heliograph_moved() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN RAISE EXCEPTION ''the workspace was moved'' USING ERRCODE = ''HG001''; END';

-- name: tables_freeze
-- Dispatchers do not wait for the right to write, so all are kept out of the tables; reading goes on. While the other side
-- is busy this one is idle, though not for so long.
SET LOCAL idle_in_transaction_session_timeout = '10min';
LOCK TABLE {tables} IN EXCLUSIVE MODE;

-- name: tables_settle
-- Else the first plans would be made for empty tables.
SET LOCAL statement_timeout = 0;
ANALYZE {tables};

-- name: row_key_text
-- As SQLite has it. Where the column says so too, its index serves.
{column} COLLATE "C"

-- name: sequence_of_table
FROM pg_class s
JOIN pg_depend d ON d.objid = s.oid AND d.classid = CAST('pg_class' AS regclass) AND d.refclassid = d.classid
     AND d.deptype = 'i'
JOIN pg_class t ON t.oid = d.refobjid
JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
WHERE s.relkind = 'S'

-- name: sequence_tables
SELECT t.relname {@sequence_of_table};

-- name: sequence_position
SELECT coalesce(max(pg_sequence_last_value(s.oid)), 0) {@sequence_of_table} AND t.relname = :table;

-- name: sequences_forget
-- Each is set anew.
SELECT 1;

-- name: sequence_set
SELECT setval(CAST(s.oid AS regclass), :position) {@sequence_of_table} AND t.relname = :table;
