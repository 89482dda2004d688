-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: event_insert
INSERT INTO events (at, actor, action, mailing_id, client_id, message_id, before, after)
VALUES (:at, :actor, :action, :mailing_id, :client_id, :message_id, :before, :after);

-- name: event_columns
e.id, e.at, e.actor, e.action, e.mailing_id, e.client_id, e.message_id, e.before, e.after, ml.name, c.phone

-- name: event_tables
events e LEFT JOIN mailings ml ON ml.id = e.mailing_id LEFT JOIN clients c ON c.id = e.client_id

-- name: event_page_descending
SELECT {sort}, {@event_columns} FROM {@event_tables} WHERE {filter} ORDER BY {sort} DESC, e.id DESC LIMIT :limit;

-- name: event_page_ascending
SELECT {sort}, {@event_columns} FROM {@event_tables} WHERE {filter} ORDER BY {sort} ASC, e.id ASC LIMIT :limit;

-- name: event_page_after_descending
({sort}, e.id) < (:value{n}, :id{n})

-- name: event_page_after_ascending
({sort}, e.id) > (:value{n}, :id{n})

-- name: event_sort_id
e.id

-- name: event_sort_time
e.at

-- name: event_count
SELECT count(*) FROM events e WHERE {filter};

-- name: event_actor_list
-- From label to label by the index, not from row to row.
WITH RECURSIVE labels (actor) AS (
    SELECT min(e.actor) FROM events e
    UNION ALL
    SELECT (SELECT min(e.actor) FROM events e WHERE e.actor > labels.actor) FROM labels WHERE labels.actor IS NOT NULL
)
SELECT actor FROM labels WHERE actor IS NOT NULL;

-- name: event_find_deleted_client
-- The index of deletions has the condition on the action.
SELECT e.client_id FROM events e WHERE e.action = 'client.delete' AND e.before LIKE :phone ORDER BY e.id DESC LIMIT 1;

-- name: event_of_mailing
e.mailing_id = :mailing{n}

-- name: event_of_client
e.client_id = :client{n}

-- name: event_of_message
e.message_id = :message{n}

-- name: event_by_actor
e.actor = :actor{n}

-- name: event_by_actor_among_few
-- Of one mailing, client or message: the indexes of actors lead to many more events than that one has.
e.actor || '' = :actor{n}

-- name: event_has_action
substr(e.action, 1, length(:prefix{n})) = :prefix{n}

-- name: event_since
e.at >= :since{n}

-- name: event_until
e.at < :until{n}
