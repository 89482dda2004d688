-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A large workspace, made inside the database. {names} are numbers that LargeWorkspace puts in. Ids of clients, tags and
-- imports are counted from 1: the workspace was fresh. What looks random is arithmetic on the id, so that two runs, and two
-- databases, make the same.

-- Clients -----------------------------------------------------------------------------------------------------------

-- name: large_timezones
INSERT INTO timezones (name) VALUES ('Europe/Moscow'), ('Asia/Yekaterinburg'), ('Asia/Novosibirsk'), ('Europe/Samara'),
    ('Asia/Vladivostok'), ('Europe/Kaliningrad');

-- name: large_names
CREATE TEMPORARY TABLE large_names (n INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL);

-- name: large_names_fill
INSERT INTO large_names (n, name, folded) VALUES
    (0, 'Анна', 'анна'), (1, 'Мария', 'мария'), (2, 'Елена', 'елена'), (3, 'Ольга', 'ольга'), (4, 'Иван', 'иван'),
    (5, 'Пётр', 'пётр'), (6, 'Олег', 'олег'), (7, 'Павел', 'павел'), (8, 'Дарья', 'дарья'), (9, 'Софья', 'софья'),
    (10, 'Никита', 'никита'), (11, 'Роман', 'роман'), (12, 'Тимур', 'тимур'), (13, 'Юлия', 'юлия'), (14, 'Фёдор', 'фёдор'),
    (15, 'Зоя', 'зоя');

-- name: large_cities
CREATE TEMPORARY TABLE large_cities (n INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL);

-- name: large_cities_fill
INSERT INTO large_cities (n, name, folded) VALUES
    (0, 'Москва', 'москва'), (1, 'Екатеринбург', 'екатеринбург'), (2, 'Новосибирск', 'новосибирск'), (3, 'Самара', 'самара'),
    (4, 'Владивосток', 'владивосток'), (5, 'Калининград', 'калининград');

-- name: large_name_draw
i * 40692 % 2147483647 / 7 % 16

-- name: large_city_draw
-- One half lives in the first city, whose zone has the same number.
CASE WHEN i * 69621 % 2147483647 / 11 % 10 < 5 THEN 0 ELSE i * 69621 % 2147483647 / 13 % 6 END

-- name: large_code_draw
-- Five codes have 62 % of the clients, 38 others one each.
CASE WHEN i * 48271 % 2147483647 / 17 % 100 < 20 THEN 916 WHEN i * 48271 % 2147483647 / 17 % 100 < 34 THEN 903
     WHEN i * 48271 % 2147483647 / 17 % 100 < 46 THEN 926 WHEN i * 48271 % 2147483647 / 17 % 100 < 55 THEN 905
     WHEN i * 48271 % 2147483647 / 17 % 100 < 62 THEN 985 ELSE 900 + i * 48271 % 2147483647 / 17 % 100 END

-- name: large_clients
-- The last seven digits are those of no other client: 3^14 has no divisor in common with 10^7.
INSERT INTO clients (phone, operator_code, timezone_id, attributes, opted_out_at, consent, owner_id, import_id, created_at,
                     updated_at)
WITH RECURSIVE numbers (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM numbers WHERE i < {clients}),
drawn AS (SELECT i, {@large_code_draw} AS code, {@large_city_draw} AS city, {@large_name_draw} AS name FROM numbers)
SELECT 70000000000 + code * 10000000 + i * 4782969 % 10000000, CAST(code AS TEXT), city + 1,
       '{"city":"' || (SELECT c.name FROM large_cities c WHERE c.n = city) || '","contract":"D' || CAST(i AS TEXT) ||
       '","name":"' || (SELECT l.name FROM large_names l WHERE l.n = drawn.name) || '"}',
       CASE WHEN i % 33 = 0 THEN {now} - i * 39373 % 2147483647 % {year} END, NULL, 1, CASE WHEN i % 10 = 0 THEN 1 END,
       {now} - {year} + i * {year} / {clients}, {now} - i * 39373 % 2147483647 * 15 % {year}
FROM drawn;

-- name: large_imports
INSERT INTO imports (file_name, started_at, owner_id) VALUES ('clients.csv', {now} - {year}, 1);

-- name: large_import_changes
INSERT INTO import_changes (import_id, client_id, before) SELECT import_id, id, NULL FROM clients WHERE import_id = 1;

-- name: large_tags
-- The last one is rare: one client in 100 000 has it.
INSERT INTO tags (label, folded)
WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 201)
SELECT CASE WHEN i = 201 THEN 'Редкий' ELSE 'Tag' || CAST(i AS TEXT) END,
       CASE WHEN i = 201 THEN 'редкий' ELSE 'tag' || CAST(i AS TEXT) END
FROM numbers;

-- name: large_client_tags
-- The cube of what is drawn: one client in three has the first of 200 tags, one in 400 the last.
INSERT INTO client_tags (client_id, tag_id, position)
WITH draws (position, factor) AS (VALUES (0, 48271), (1, 69621), (2, 39373)),
drawn AS (
    SELECT c.id AS i, d.position, CAST(c.id AS BIGINT) * d.factor % 2147483647 / 19 % 1000 AS u
    FROM clients c CROSS JOIN draws d WHERE c.id % 4 >= d.position)
SELECT i, 1 + u * u * u * 200 / 1000000000, position FROM drawn WHERE true
ON CONFLICT DO NOTHING;

-- name: large_client_tags_rare
INSERT INTO client_tags (client_id, tag_id, position) SELECT id, 201, 3 FROM clients WHERE id % 100000 = 1;

-- name: large_client_words
INSERT INTO client_words (word, client_id)
WITH drawn AS (
    SELECT i, {@large_city_draw} AS city, {@large_name_draw} AS name FROM (SELECT CAST(id AS BIGINT) AS i FROM clients) c),
words (word, client_id) AS (
    SELECT l.folded, d.i FROM drawn d JOIN large_names l ON l.n = d.name
    UNION ALL SELECT c.folded, d.i FROM drawn d JOIN large_cities c ON c.n = d.city
    UNION ALL SELECT 'd' || CAST(id AS TEXT), id FROM clients
    UNION ALL SELECT t.folded, ct.client_id FROM client_tags ct JOIN tags t ON t.id = ct.tag_id)
SELECT word, client_id FROM words ORDER BY word, client_id;

-- name: large_attribute_keys
INSERT INTO attribute_keys (key, clients) VALUES ('city', {clients}), ('contract', {clients}), ('name', {clients});

-- History -----------------------------------------------------------------------------------------------------------

-- name: large_events
-- One for every other client, by eight people; one in 200 tells of a client that was deleted.
INSERT INTO events (at, actor, action, mailing_id, client_id, message_id, before, after)
SELECT {now} - {year} + i * {year} / {clients}, 'user' || CAST(i * 48271 % 2147483647 / 23 % 8 AS TEXT) || '@example.org',
       CASE WHEN i % 200 = 0 THEN 'client.delete' WHEN i % 20 = 0 THEN 'client.opt_out' ELSE 'client.edit' END, NULL,
       CASE WHEN i % 200 = 0 THEN i + 1000000000 ELSE i END, NULL,
       '{"phone":"+' || CAST(CASE WHEN i % 200 = 0 THEN 70000000000 ELSE 0 END + phone AS TEXT) || '"}', ''
FROM (SELECT CAST(id AS BIGINT) AS i, phone FROM clients WHERE id % 2 = 0) c;

-- name: large_mailing_events
-- What was done to a mailing, step by step, from its start on.
INSERT INTO events (at, actor, action, mailing_id, client_id, message_id, before, after)
WITH steps (n, action, actor) AS (
    VALUES (1, 'mailing.create', 'user1@example.org'), (2, 'mailing.edit', 'user1@example.org'),
           (3, 'mailing.start', 'dispatcher'), (4, 'mailing.pause', 'user2@example.org'),
           (5, 'mailing.resume', 'user2@example.org'))
SELECT {start} + n * 60000, actor, action, {mailing}, NULL, NULL, '', '' FROM steps;

-- Messages of one mailing -------------------------------------------------------------------------------------------

-- name: large_messages_last
SELECT coalesce(max(id), 0) FROM messages;

-- name: large_messages
-- Of clients in a row, in their order; the first {handled} of them had their turn, spread over {span} ms from {start} on.
-- Of those, 76 % were delivered and 14 % sent. The next {open} are in the hands of a gateway, the rest is {rest}; where that
-- is pending (0), every 50th waits after an error, and what follows the open ones is leased.
INSERT INTO messages (mailing_id, client_id, phone, status, attempts, segments, created_at, next_attempt_at, leased_until,
                      sent_at, delivered_at, gateway_id, text_version, firm, cancel_reason, error_kind, error_status,
                      error_text, gateway_message_id, ended_at)
WITH placed AS (
    SELECT c.id AS i, c.phone, CAST(c.id - {first} AS BIGINT) AS p,
           (CAST(c.id AS BIGINT) + {mailing} * 7919) * 69621 % 2147483647 / 29 % 1000 AS r
    FROM clients c WHERE c.id >= {first} AND c.id < {first} + {size}),
drawn AS MATERIALIZED (
    SELECT i, phone, p, r, {start} + p * {span} / {size} AS at,
           CASE WHEN p >= {handled} + {open} THEN {rest} WHEN p >= {handled} THEN 1
                WHEN r < 760 THEN 3 WHEN r < 900 THEN 2 WHEN r < 940 THEN 4 WHEN r < 972 THEN 5 WHEN r < 982 THEN 6
                WHEN r < 990 THEN 8 WHEN r < 998 THEN 7 ELSE 9 END AS status
    FROM placed)
SELECT {mailing}, i, phone, status,
       CASE WHEN status = 0 AND p % 50 <> 0 OR status IN (6, 7, 8) THEN 0 WHEN status = 5 THEN 3
            WHEN status IN (2, 3) AND r % 33 = 0 THEN 2 ELSE 1 END,
       CASE WHEN status IN (0, 6, 7, 8) THEN 0 ELSE 1 END, {start},
       CASE WHEN status = 0 AND p % 50 = 0 THEN {now} + 30000 WHEN status IN (0, 1) THEN {start} END,
       CASE WHEN status = 0 AND p < {handled} + 2 * {open} AND p % 50 <> 0 THEN {now} + 60000 END,
       CASE WHEN status IN (2, 3, 4) THEN at END, CASE WHEN status = 3 THEN at + 5000 + r END,
       CASE WHEN status IN (0, 6, 7, 8) THEN NULL ELSE {gateway} END, CASE WHEN status IN (0, 6, 7, 8) THEN NULL ELSE 1 END,
       CASE WHEN status = 9 THEN 1 ELSE 0 END, CASE WHEN status = 7 THEN 1 END,
       CASE WHEN status = 4 THEN 6 WHEN status = 5 THEN 4 WHEN status = 9 THEN 3 WHEN status = 0 AND p % 50 = 0 THEN 4 END,
       CASE WHEN status = 4 THEN 400 WHEN status = 5 THEN 500 + r % 4 WHEN status = 9 THEN 0
            WHEN status = 0 AND p % 50 = 0 THEN 503 END,
       CASE WHEN status IN (4, 5, 9) OR status = 0 AND p % 50 = 0 THEN 'Service unavailable' END,
       CASE WHEN status IN (2, 3, 4) THEN CAST((i + {mailing} * CAST(100000000 AS BIGINT)) * 48271 AS TEXT) END,
       CASE WHEN status = 3 THEN at + 5000 + r WHEN status IN (4, 5) THEN at + 60000 WHEN status IN (0, 1) THEN NULL ELSE at END
FROM drawn ORDER BY i;

-- name: large_attempts
-- Those that were not accepted at once: all of what failed, the first of what was sent at the second.
INSERT INTO message_attempts (message_id, number, at, kind, http_status, answer)
WITH numbers (n) AS (VALUES (1), (2), (3))
SELECT m.id, n, coalesce(m.ended_at, {now}) - 60000 + n * 10000, coalesce(m.error_kind, 4), coalesce(m.error_status, 503),
       'Service unavailable'
FROM messages m CROSS JOIN numbers
WHERE m.id > {before} AND m.status <> 4 AND (m.error_kind IS NOT NULL AND n <= m.attempts OR m.error_kind IS NULL AND n < m.attempts);

-- name: large_texts
INSERT INTO message_texts (message_id, text)
SELECT id, 'Добрый день! Ваш заказ ' || CAST(id AS TEXT) || ' готов.' FROM messages WHERE id > {before} AND attempts > 0;

-- name: large_counters
UPDATE mailing_counters
SET (pending, sending, sent, delivered, undelivered, failed, expired, cancelled, opted_out, unknown, first_sent_at,
     last_sent_at) = (
    SELECT sum(CASE status WHEN 0 THEN 1 ELSE 0 END), sum(CASE status WHEN 1 THEN 1 ELSE 0 END),
           sum(CASE status WHEN 2 THEN 1 ELSE 0 END), sum(CASE status WHEN 3 THEN 1 ELSE 0 END),
           sum(CASE status WHEN 4 THEN 1 ELSE 0 END), sum(CASE status WHEN 5 THEN 1 ELSE 0 END),
           sum(CASE status WHEN 6 THEN 1 ELSE 0 END), sum(CASE status WHEN 7 THEN 1 ELSE 0 END),
           sum(CASE status WHEN 8 THEN 1 ELSE 0 END), sum(CASE status WHEN 9 THEN 1 ELSE 0 END), min(sent_at), max(sent_at)
    FROM messages WHERE id > {before})
WHERE mailing_id = {mailing};

-- name: large_errors
INSERT INTO mailing_errors (mailing_id, kind, http_status, messages, waiting)
SELECT mailing_id, error_kind, coalesce(error_status, 0), sum(CASE status WHEN 0 THEN 0 ELSE 1 END),
       sum(CASE status WHEN 0 THEN 1 ELSE 0 END)
FROM messages WHERE id > {before} AND status IN (0, 4, 5, 9) AND error_kind IS NOT NULL
GROUP BY mailing_id, error_kind, coalesce(error_status, 0);

-- name: large_throughput
INSERT INTO throughput (mailing_id, slot, sent, failed)
SELECT {mailing}, slot, sum(sent), sum(failed)
FROM (SELECT sent_at / 10000 AS slot, 1 AS sent, 0 AS failed FROM messages WHERE id > {before} AND sent_at IS NOT NULL
      UNION ALL
      SELECT ended_at / 10000, 0, 1 FROM messages WHERE id > {before} AND status IN (4, 5, 9)) ended
GROUP BY slot ORDER BY slot;

-- name: large_activity
INSERT INTO activity (slot, status, messages)
SELECT slot, status, sum(messages)
FROM (SELECT ended_at / 10000 AS slot, status, 1 AS messages FROM messages WHERE id > {before} AND ended_at IS NOT NULL
      UNION ALL
      SELECT sent_at / 10000, 2, 1 FROM messages WHERE id > {before} AND status IN (3, 4)) ended
GROUP BY slot, status ORDER BY slot, status
ON CONFLICT (slot, status) DO UPDATE SET messages = activity.messages + excluded.messages;
