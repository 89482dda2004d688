-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: table_columns
-- Name, kind (core/storage/tableschema.cpp knows the words), place in the primary key from 1, or 0.
SELECT name,
       CASE type WHEN 'INTEGER' THEN 'integer' WHEN 'REAL' THEN 'real' WHEN 'TEXT' THEN 'text' WHEN 'BLOB' THEN 'bytes' END,
       pk
FROM pragma_table_info(:table) ORDER BY name;

-- name: table_parents
SELECT DISTINCT "table" FROM pragma_foreign_key_list(:table);

-- name: table_refuse
CREATE TRIGGER "moved_{name}_{event}" BEFORE {event} ON {table}
BEGIN
    SELECT RAISE(ABORT, 'the workspace was moved');
END;

-- name: tables_refuse_begin
-- Triggers hold what they do themselves.
SELECT 1;

-- name: tables_freeze
-- Who has begun to write is alone.
SELECT 1;

-- name: tables_settle
-- The plans are made for any number of rows.
SELECT 1;

-- name: row_key_text
{column} COLLATE BINARY

-- name: sequence_tables
SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%';

-- name: sequence_position
SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = :table;

-- name: sequences_forget
DELETE FROM sqlite_sequence;

-- name: sequence_set
INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :position);
