-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Copying a workspace into another database: any table, its rows in the order of its key.

-- name: row_list
SELECT {columns} FROM {table} WHERE {after} AND {up_to} ORDER BY {key} LIMIT ?;

-- name: row_delete
DELETE FROM {table} WHERE {after} AND {up_to};

-- name: row_is_anywhere
1 = 1

-- name: row_is_after
({key}) > ({places})

-- name: row_is_up_to
({key}) <= ({places})

-- name: row_insert
INSERT INTO {table} ({columns}) VALUES {rows};

-- name: row_count
SELECT count(*) FROM {table};

-- name: row_greatest_id
SELECT coalesce(max({key}), 0) FROM {table};

-- name: row_exists
SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT 1) one;

-- name: user_count_added
-- Beside the one that comes with the schema.
SELECT count(*) FROM users WHERE email <> :email OR password_hash IS NOT NULL;

-- name: unfinished_copy_create
-- A table of its own: the copy of every other one stays like its original.
CREATE TABLE unfinished_copy (workspace_id TEXT NOT NULL, source TEXT NOT NULL);

-- name: unfinished_copy_insert
INSERT INTO unfinished_copy (workspace_id, source) VALUES (:workspace_id, :source);

-- name: unfinished_copy_find
SELECT workspace_id, source FROM unfinished_copy;

-- name: unfinished_copy_drop
DROP TABLE unfinished_copy;

-- name: workspace_origin
SELECT id, created_at FROM workspace;

-- name: workspace_delete
DELETE FROM workspace;

-- name: workspace_move
UPDATE workspace SET moved_to = :moved_to;
