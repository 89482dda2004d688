-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Lists are JSON texts for both databases (core/storage/jsontext.h); here they become arrays and sets.

-- name: id_list
SELECT unnest(CAST(translate(:ids, '[]', '{}') AS BIGINT[]))

-- name: for_update
FOR UPDATE OF m

-- name: for_claim
-- What another dispatcher is just taking is not waited for.
FOR UPDATE OF m SKIP LOCKED

-- name: server_time
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT);

-- name: message_ids_begin
SELECT setval(pg_get_serial_sequence('messages', 'id'), :base);

-- name: message_ids_reserve
-- The last of :count fresh numbers, in a row: messages are added under the lock of all who write.
SELECT setval(pg_get_serial_sequence('messages', 'id'), nextval(pg_get_serial_sequence('messages', 'id')) - 1 + :count);

-- Clients -----------------------------------------------------------------------------------------------------------

-- name: client_columns
c.id, c.phone, c.operator_code, z.name, c.attributes, c.opted_out_at, c.consent, c.owner_id, c.created_at, c.updated_at,
(SELECT string_agg(t.label, chr(31) ORDER BY ct.position)
 FROM client_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.client_id = c.id)

-- name: client_list_by_phones
SELECT {@client_columns} FROM {@client_tables}
WHERE c.phone IN (SELECT unnest(CAST(translate(:phones, '[]', '{}') AS BIGINT[])));

-- name: client_insert_tags
INSERT INTO client_tags (client_id, tag_id, position)
SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS BIGINT), CAST(value ->> 2 AS INTEGER)
FROM jsonb_array_elements(CAST(:rows AS JSONB))
ON CONFLICT DO NOTHING;

-- name: client_word_pairs
SELECT w.key AS word, CAST(c.value AS BIGINT) AS client_id
FROM jsonb_each(CAST(:words AS JSONB)) w, jsonb_array_elements_text(w.value) c

-- name: client_insert_words
INSERT INTO client_words (word, client_id) {@client_word_pairs} ON CONFLICT DO NOTHING;

-- name: client_delete_words
DELETE FROM client_words WHERE (word, client_id) IN ({@client_word_pairs});

-- name: client_has_word_too
-- As an array, for which there is an index: beside an OR, PostgreSQL would look at every client to see whether it is in a set.
c.id = ANY (ARRAY(SELECT w.client_id FROM client_words w WHERE w.word >= :word{n} AND w.word < :beyond{n}))

-- name: client_has_operator_code
c.operator_code IN (SELECT value FROM jsonb_array_elements_text(CAST(:codes{n} AS JSONB)))

-- name: client_tag_ids
SELECT t.id FROM tags t WHERE t.folded IN (SELECT value FROM jsonb_array_elements_text(CAST(:tags{n} AS JSONB)))

-- name: client_is_among_tagged
-- As an array: the tags come first. How many clients a tag has cannot be told before it is looked up; PostgreSQL takes all of
-- them for frequent, and to find the ten clients of a rare one it would ask a million for their tags.
c.id = ANY (ARRAY(SELECT ct.client_id FROM client_tags ct WHERE ct.tag_id = ANY (ARRAY({@client_tag_ids}))))

-- name: client_lacks_attribute
trim(coalesce(jsonb_path_query_first(CAST(c.attributes AS JSONB), CAST(:path{n} AS JSONPATH)) #>> '{}', '')) = ''

-- name: client_tables_by_timezone
timezones z JOIN clients c ON c.timezone_id = z.id

-- name: audience_by_timezone
SELECT z.name, count(*) AS clients FROM {@client_tables} WHERE {filter} GROUP BY z.name ORDER BY clients DESC, z.name;

-- name: import_change_insert
INSERT INTO import_changes (import_id, client_id, before)
SELECT CAST(:import_id AS BIGINT), CAST(value ->> 0 AS BIGINT), value ->> 1
FROM jsonb_array_elements(CAST(:rows AS JSONB))
ON CONFLICT DO NOTHING;

-- Messages ----------------------------------------------------------------------------------------------------------

-- name: message_text_store
INSERT INTO message_texts (message_id, text)
SELECT CAST(key AS BIGINT), value FROM jsonb_each_text(CAST(:texts AS JSONB))
ON CONFLICT (message_id) DO UPDATE SET text = excluded.text;

-- name: message_acceptances
SELECT CAST(key AS BIGINT) AS message_id, CAST(value AS BIGINT) AS at FROM jsonb_each_text(CAST(:accepted AS JSONB))

-- name: message_outcomes
SELECT CAST(value ->> 0 AS BIGINT) AS id, CAST(value ->> 1 AS INTEGER) AS status, CAST(value ->> 2 AS INTEGER) AS taken_back,
       CAST(value ->> 3 AS BIGINT) AS next_attempt_at, CAST(value ->> 4 AS BIGINT) AS sent_at,
       CAST(value ->> 5 AS INTEGER) AS firm, CAST(value ->> 6 AS INTEGER) AS error_given,
       CAST(value ->> 7 AS INTEGER) AS error_kind, CAST(value ->> 8 AS INTEGER) AS error_status, value ->> 9 AS error_text,
       value ->> 10 AS gateway_message_id, CAST(value ->> 11 AS BIGINT) AS ended_at
FROM jsonb_array_elements(CAST(:rows AS JSONB))

-- name: message_attempt_insert
INSERT INTO message_attempts (message_id, number, at, kind, http_status, answer)
SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS INTEGER), CAST(value ->> 2 AS BIGINT), CAST(value ->> 3 AS INTEGER),
       CAST(value ->> 4 AS INTEGER), value ->> 5
FROM jsonb_array_elements(CAST(:rows AS JSONB));

-- name: message_fresh_requests
SELECT CAST(value ->> 0 AS BIGINT) AS id, CAST(value ->> 1 AS BIGINT) AS request_id
FROM jsonb_array_elements(CAST(:rows AS JSONB))

-- name: message_client_name
CAST(c.attributes AS JSONB) ->> 'name'

-- name: message_has_status_of
m.status IN (SELECT unnest(CAST(translate(:statuses{n}, '[]', '{}') AS INTEGER[])))

-- name: message_has_error_of
(m.error_kind, coalesce(m.error_status, 0)) IN (
    SELECT CAST(value ->> 0 AS INTEGER), CAST(value ->> 1 AS INTEGER) FROM jsonb_array_elements(CAST(:errors{n} AS JSONB)))
