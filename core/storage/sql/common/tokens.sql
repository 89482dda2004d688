-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: token_columns
t.id, t.user_id, t.kind, t.name, t.created_at, t.expires_at, t.last_used_at, {@user_columns}

-- name: token_tables
tokens t JOIN users u ON u.id = t.user_id

-- name: token_insert
INSERT INTO tokens (user_id, kind, name, hash, created_at, expires_at, last_used_at)
VALUES (:user_id, :kind, :name, :hash, :created_at, :expires_at, :last_used_at);

-- name: token_find
SELECT {@token_columns} FROM {@token_tables} WHERE t.id = :id;

-- name: token_find_by_hash
SELECT {@token_columns} FROM {@token_tables} WHERE t.hash = :hash;

-- name: token_delete
DELETE FROM tokens WHERE id = :id;

-- name: token_delete_of_user
DELETE FROM tokens WHERE user_id = :user_id AND kind = :kind AND id <> :except;

-- name: token_delete_expired
DELETE FROM tokens WHERE expires_at <= :now AND kind = :kind;

-- name: token_touch
UPDATE tokens SET last_used_at = :at
WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :since OR last_used_at > :at);

-- Lists -------------------------------------------------------------------------------------------------------------

-- name: token_page_descending
SELECT {sort}, {@token_columns} FROM {@token_tables} WHERE {filter} ORDER BY {sort} DESC LIMIT :limit;

-- name: token_page_ascending
SELECT {sort}, {@token_columns} FROM {@token_tables} WHERE {filter} ORDER BY {sort} ASC LIMIT :limit;

-- name: token_page_after_descending
({sort}, t.id) < (:value{n}, :id{n})

-- name: token_page_after_ascending
({sort}, t.id) > (:value{n}, :id{n})

-- name: token_sort_id
t.id

-- name: token_of_user
t.user_id = :user{n}
