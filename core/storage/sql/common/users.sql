-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: user_columns
u.id, u.email, u.name, u.role, u.active, u.created_at

-- name: user_insert
INSERT INTO users (email, name, role, active, created_at) VALUES (:email, :name, :role, :active, :created_at);

-- name: user_update
UPDATE users SET email = :email, name = :name, role = :role, active = :active WHERE id = :id;

-- name: user_delete
DELETE FROM users WHERE id = :id;

-- name: user_find
SELECT {@user_columns} FROM users u WHERE u.id = :id;

-- name: user_find_by_email
SELECT {@user_columns} FROM users u WHERE u.email = :email;

-- name: user_count
SELECT count(*) FROM users;

-- name: user_count_active_of_role
SELECT count(*) FROM users WHERE role = :role AND active = 1;

-- name: user_password_find
SELECT password_hash FROM users WHERE id = :id;

-- name: user_password_save
UPDATE users SET password_hash = :password_hash WHERE id = :id;

-- Lists -------------------------------------------------------------------------------------------------------------

-- name: user_page_descending
SELECT {sort}, {@user_columns} FROM users u WHERE {filter} ORDER BY {sort} DESC, u.id DESC LIMIT :limit;

-- name: user_page_ascending
SELECT {sort}, {@user_columns} FROM users u WHERE {filter} ORDER BY {sort} ASC, u.id ASC LIMIT :limit;

-- name: user_page_after_descending
({sort}, u.id) < (:value{n}, :id{n})

-- name: user_page_after_ascending
({sort}, u.id) > (:value{n}, :id{n})

-- name: user_sort_id
u.id

-- name: user_sort_email
u.email

-- Sign-ins that failed ----------------------------------------------------------------------------------------------

-- name: failed_sign_in_insert
INSERT INTO failed_sign_ins (key, at) VALUES (:key, :at);

-- name: failed_sign_in_count
SELECT count(*), min(at) FROM failed_sign_ins WHERE key = :key AND at > :since AND at <= :until;

-- name: failed_sign_in_forget
DELETE FROM failed_sign_ins WHERE at <= :until;
