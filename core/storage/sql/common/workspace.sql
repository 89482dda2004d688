-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: setting_list
SELECT key, value FROM settings;

-- name: setting_save
INSERT INTO settings (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: remembered_find
SELECT value FROM remembered WHERE key = :key;

-- name: remembered_save
INSERT INTO remembered (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: user_find_by_email
SELECT id, email, name, role, active FROM users WHERE email = :email;

-- name: event_insert
INSERT INTO events (at, actor, action, mailing_id, client_id, message_id, before, after)
VALUES (:at, :actor, :action, :mailing_id, :client_id, :message_id, :before, :after);

-- name: event_page_descending
SELECT {sort}, e.id, e.at, e.actor, e.action, e.mailing_id, e.client_id, e.message_id, e.before, e.after
FROM events e WHERE {filter} ORDER BY {sort} DESC LIMIT :limit;

-- name: event_page_ascending
SELECT {sort}, e.id, e.at, e.actor, e.action, e.mailing_id, e.client_id, e.message_id, e.before, e.after
FROM events e WHERE {filter} ORDER BY {sort} ASC LIMIT :limit;

-- name: event_page_after_descending
({sort}, e.id) < (:value{n}, :id{n})

-- name: event_page_after_ascending
({sort}, e.id) > (:value{n}, :id{n})

-- name: event_sort_id
e.id

-- name: event_of_mailing
e.mailing_id = :mailing{n}

-- name: event_of_client
e.client_id = :client{n}

-- name: event_of_message
e.message_id = :message{n}

-- name: event_has_action
substr(e.action, 1, length(:prefix{n})) = :prefix{n}
