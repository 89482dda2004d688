-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Statuses are the numbers of domain::MessageStatus: 0 pending, 1 sending, 2 sent, 3 delivered, 4 undelivered, 5 failed,
-- 6 expired, 7 cancelled, 8 opted out, 9 unknown.
--
-- A message is sending for moments only, and would change an index by status twice for them: what is sending has an index of
-- its own. That of all others (messages_by_status) is used only by statements that say its condition, `status <> 1`.

-- name: message_held_columns
m.id, m.mailing_id, m.status, m.firm, m.attempts, m.gateway_id, m.error_kind, m.error_status, m.ended_at

-- Audience ----------------------------------------------------------------------------------------------------------

-- name: audience_range
-- So many clients, whether they match or not: a step takes the same time for every filter.
SELECT count(*), max(id) FROM (SELECT id FROM clients WHERE id > :after ORDER BY id LIMIT :limit) found;

-- name: audience_insert
INSERT INTO messages (mailing_id, client_id, phone, status, created_at, next_attempt_at)
SELECT CAST(:mailing_id AS BIGINT), c.id, c.phone, 0, CAST(:created_at AS BIGINT), CAST(:next_attempt_at AS BIGINT)
FROM {@clients_walked_by_id} WHERE {filter} AND c.id > :after AND c.id <= :last ORDER BY c.id
ON CONFLICT DO NOTHING;

-- name: message_list_out_of_step
-- Of the clients of a step: unsent though they no longer match, or cancelled for that, or to be, though they match again.
SELECT {@message_held_columns}, m.matches FROM (
    SELECT m.*, CASE WHEN {filter} THEN 1 ELSE 0 END AS matches FROM {@clients_walked_by_id} CROSS JOIN messages m
    WHERE c.id > :after AND c.id <= :last AND m.client_id = c.id AND m.mailing_id = :mailing_id {@for_update}) m
WHERE (m.status = 0 AND m.matches = 0) OR (m.status = 1 AND m.matches = 0 AND m.cancel_reason IS NULL)
   OR (m.status IN (1, 7, 9) AND m.cancel_reason = :reason AND m.matches = 1);

-- name: message_set_cancel_reason
-- Of what is sending: it is cancelled if it comes back unsent.
UPDATE messages SET cancel_reason = :reason WHERE id IN ({@id_list});

-- name: message_list_leaving
-- Come back unsent, and to be cancelled then.
SELECT {@message_held_columns} FROM messages m
WHERE m.id IN ({@id_list}) AND +m.status = 0 AND m.cancel_reason = :reason;

-- Claiming ----------------------------------------------------------------------------------------------------------

-- name: message_claim_columns
-- A text costs as much as all the numbers: the name of a time zone is looked up once for many.
m.id, m.firm, m.attempts, m.gateway_id, m.error_kind, m.error_status, m.next_attempt_at, coalesce(m.request_id, m.id),
m.client_id, m.phone, c.phone, c.timezone_id, c.opted_out_at, c.updated_at,
CASE WHEN :with_operator_code = 1 THEN c.operator_code END, CASE WHEN :with_attributes = 1 THEN c.attributes END

-- name: message_claim_tables
{@messages_by_due} LEFT JOIN clients c ON c.id = m.client_id

-- name: timezone_names
SELECT id, name FROM timezones WHERE id IN ({@id_list});

-- name: message_list_due
-- None of them is leased; PostgreSQL takes the order of the index only where it hears of that column as well.
SELECT {@message_claim_columns} FROM {@message_claim_tables}
WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.leased_until IS NULL AND m.next_attempt_at <= :now
ORDER BY m.leased_until, m.next_attempt_at, m.id LIMIT :limit {@for_claim};

-- name: message_list_abandoned
SELECT {@message_claim_columns} FROM {@message_claim_tables}
WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.leased_until < :now AND m.next_attempt_at <= :now LIMIT :limit
{@for_claim};

-- name: message_is_held_by
m.instance_id IS NOT DISTINCT FROM CAST(:by AS BIGINT)

-- name: message_lease
UPDATE messages SET leased_until = :leased_until, instance_id = :by WHERE status = 0 AND id IN ({@id_list});

-- name: message_lease_renew
UPDATE messages AS m SET leased_until = :leased_until WHERE m.status = 0 AND m.id IN ({@id_list}) AND {@message_is_held_by};

-- name: message_release
UPDATE messages AS m
SET leased_until = NULL, instance_id = NULL, next_attempt_at = coalesce(:next_attempt_at, m.next_attempt_at)
WHERE m.status = 0 AND m.id IN ({@id_list}) AND {@message_is_held_by};

-- name: message_put_off
UPDATE messages AS m
SET leased_until = NULL, instance_id = NULL,
    next_attempt_at = CASE WHEN (SELECT c.updated_at FROM clients c WHERE c.id = m.client_id) <= :claimed_at
                           THEN :until ELSE m.next_attempt_at END
WHERE m.status = 0 AND m.id IN ({@id_list}) AND {@message_is_held_by};

-- name: message_release_orphans
UPDATE messages AS m SET leased_until = NULL, instance_id = NULL
WHERE m.mailing_id IN (SELECT mailing_id FROM mailing_counters WHERE pending > 0) AND m.status = 0
  AND m.leased_until IS NOT NULL AND {@instance_is_gone};

-- name: message_count_leased
SELECT count(*) FROM {@messages_by_due}
WHERE m.mailing_id IN (SELECT mailing_id FROM mailing_counters WHERE pending > 0) AND m.status = 0 AND m.leased_until > :now;

-- name: message_list_postponed
-- What was tried already and is due soon pauses before its next attempt; the rest waits for a window to open.
SELECT m.id FROM messages m
WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.status <> 1 AND m.id > :after AND m.leased_until IS NULL
  AND m.next_attempt_at > :now AND (m.attempts = 0 OR m.next_attempt_at > :pauses_end)
ORDER BY m.id LIMIT :limit;

-- name: message_wake
UPDATE messages SET next_attempt_at = :now WHERE status = 0 AND id IN ({@id_list});

-- name: message_wake_of_client
UPDATE messages SET next_attempt_at = :now
WHERE client_id = :client_id AND status = 0 AND leased_until IS NULL AND next_attempt_at > :now
  AND (attempts = 0 OR next_attempt_at > :pauses_end);

-- name: message_next_due
SELECT m.next_attempt_at FROM {@messages_by_due}
WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.leased_until IS NULL
ORDER BY m.leased_until, m.next_attempt_at LIMIT 1;

-- name: message_last_due
SELECT m.next_attempt_at FROM {@messages_by_due}
WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.leased_until IS NULL
ORDER BY m.leased_until DESC, m.next_attempt_at DESC LIMIT 1;

-- name: message_count_due_from
SELECT count(*) FROM (
    SELECT 1 FROM {@messages_by_due}
    WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.leased_until IS NULL AND m.next_attempt_at >= :from
    LIMIT :limit) found;

-- Sending -----------------------------------------------------------------------------------------------------------

-- name: message_list_sendable
-- The mailing is read in the transaction that marks: a pause committed before wins. State 2 = running.
SELECT {@message_held_columns}, c.opted_out_at, c.updated_at
FROM messages m JOIN mailings ml ON ml.id = m.mailing_id JOIN clients c ON c.id = m.client_id
WHERE m.id IN ({@id_list}) AND m.status = 0 AND {@message_is_held_by} AND ml.state = 2 AND ml.archived_at IS NULL
  AND ml.end_at > :now AND (m.firm = 1 OR c.phone = m.phone)
{@for_update};

-- name: message_mark_sending
-- A firm message goes out as it did before.
UPDATE messages
SET status = 1, attempts = attempts + 1, leased_until = NULL, instance_id = :by, segments = :segments,
    gateway_id = CASE WHEN firm = 1 THEN gateway_id ELSE :gateway_id END,
    text_version = CASE WHEN firm = 1 THEN text_version ELSE :text_version END
WHERE id IN ({@id_list});

-- name: message_mark_plain
-- First attempts of one mailing, of clients whom nobody has changed since the claim: all or none (PlainMessages). The plus
-- keeps the indexes of mailings and statuses away.
UPDATE messages AS m
SET status = 1, attempts = attempts + 1, leased_until = NULL, segments = :segments, gateway_id = :gateway_id,
    text_version = :text_version
WHERE m.id IN ({@id_list}) AND +m.mailing_id = :mailing_id AND +m.status = 0 AND m.firm = 0 AND m.error_kind IS NULL
  AND {@message_is_held_by}
  AND EXISTS (SELECT 1 FROM mailings ml
              WHERE ml.id = :mailing_id AND ml.state = 2 AND ml.archived_at IS NULL AND ml.end_at > :now)
  AND EXISTS (SELECT 1 FROM clients c
              WHERE c.id = m.client_id AND c.opted_out_at IS NULL AND c.phone = m.phone AND c.updated_at <= :claimed_at);

-- name: message_text_store
-- By message: its text.
INSERT INTO message_texts (message_id, text)
SELECT CAST(key AS INTEGER), value FROM json_each(:texts) WHERE true
ON CONFLICT (message_id) DO UPDATE SET text = excluded.text;

-- name: message_list_open
-- Also what recovery gave up (9 = unknown, 11 = interrupted): that it was accepted may come to light later.
SELECT {@message_held_columns}, CASE WHEN {@message_is_held_by} THEN 1 ELSE 0 END, coalesce(m.request_id, m.id)
FROM messages m
WHERE m.id IN ({@id_list}) AND (m.status IN (0, 1) OR (m.status = 9 AND m.error_kind = 11)) ORDER BY m.id {@for_update};

-- name: message_acceptances
-- By message: when it was accepted.
SELECT CAST(key AS INTEGER) AS message_id, value AS at FROM json_each(:accepted)

-- name: message_accept_plain
-- Accepted at the first attempt, of one mailing: all or none (PlainMessages).
UPDATE messages AS m
SET status = 2, leased_until = NULL, instance_id = NULL, next_attempt_at = NULL, sent_at = a.at, ended_at = a.at
FROM ({@message_acceptances}) a
WHERE m.id = a.message_id AND +m.mailing_id = :mailing_id AND +m.status = 1 AND m.firm = 0 AND m.error_kind IS NULL
  AND m.request_id IS NULL AND {@message_is_held_by};

-- name: message_accept
-- Others of which nothing is to be told but when they were accepted.
UPDATE messages
SET status = 2, leased_until = NULL, instance_id = NULL, next_attempt_at = NULL, sent_at = a.at, ended_at = a.at,
    error_kind = NULL, error_status = NULL, error_text = NULL
FROM ({@message_acceptances}) a
WHERE messages.id = a.message_id;

-- name: message_outcomes
-- Rows: id, status, attempts taken back, next attempt, sent at, firm, error given, its kind, status and text, gateway's id,
-- ended at.
SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS status, json_extract(value, '$[2]') AS taken_back,
       json_extract(value, '$[3]') AS next_attempt_at, json_extract(value, '$[4]') AS sent_at,
       json_extract(value, '$[5]') AS firm, json_extract(value, '$[6]') AS error_given,
       json_extract(value, '$[7]') AS error_kind, json_extract(value, '$[8]') AS error_status,
       json_extract(value, '$[9]') AS error_text, json_extract(value, '$[10]') AS gateway_message_id,
       json_extract(value, '$[11]') AS ended_at
FROM json_each(:rows)

-- name: message_record
UPDATE messages
SET status = o.status, attempts = messages.attempts - o.taken_back, leased_until = NULL, instance_id = NULL,
    next_attempt_at = CASE WHEN o.status = 0 THEN coalesce(o.next_attempt_at, messages.next_attempt_at) END,
    sent_at = coalesce(o.sent_at, messages.sent_at), ended_at = o.ended_at,
    cancel_reason = CASE WHEN o.status = 0 THEN messages.cancel_reason END,
    firm = CASE WHEN o.firm = 1 THEN 1 ELSE messages.firm END,
    error_kind = CASE WHEN o.error_given = 1 THEN o.error_kind ELSE messages.error_kind END,
    error_status = CASE WHEN o.error_given = 1 THEN o.error_status ELSE messages.error_status END,
    error_text = CASE WHEN o.error_given = 1 THEN o.error_text ELSE messages.error_text END,
    gateway_message_id = coalesce(o.gateway_message_id, messages.gateway_message_id)
FROM ({@message_outcomes}) o
WHERE messages.id = o.id;

-- name: message_attempt_insert
-- Rows: message, number, at, kind, HTTP status, answer.
INSERT INTO message_attempts (message_id, number, at, kind, http_status, answer)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'),
       json_extract(value, '$[4]'), json_extract(value, '$[5]')
FROM json_each(:rows);

-- name: message_take_back
UPDATE messages SET status = 0, attempts = attempts - 1, leased_until = NULL, instance_id = NULL
WHERE id IN ({@id_list}) AND +status = 1;

-- name: message_list_interrupted
SELECT {@message_held_columns} FROM messages m
WHERE m.mailing_id IN (SELECT mailing_id FROM mailing_counters WHERE sending > 0) AND m.status = 1 AND {@instance_is_gone}
LIMIT :limit {@for_claim};

-- name: message_interrupt
UPDATE messages
SET status = :status, attempts = attempts - :taken_back, firm = 1, leased_until = NULL, instance_id = NULL,
    next_attempt_at = :next_attempt_at, ended_at = :ended_at,
    cancel_reason = CASE WHEN :taken_back = 1 THEN cancel_reason END,
    error_kind = :error_kind, error_status = 0, error_text = ''
WHERE id IN ({@id_list});

-- Endings -----------------------------------------------------------------------------------------------------------

-- name: message_list_pending
SELECT {@message_held_columns} FROM messages m WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.status <> 1 LIMIT :limit
{@for_update};

-- name: message_list_pending_of_client
SELECT {@message_held_columns} FROM messages m WHERE m.client_id = :client_id AND m.status = 0 {@for_update};

-- name: message_settle
-- Where a request went out without a trustworthy answer, nobody can say that it was never accepted: unknown.
UPDATE messages
SET status = CASE WHEN firm = 1 THEN 9 ELSE :status END, cancel_reason = :reason, leased_until = NULL, instance_id = NULL,
    next_attempt_at = NULL, ended_at = :ended_at
WHERE id IN ({@id_list});

-- name: message_list_cancelled
SELECT {@message_held_columns} FROM messages m
WHERE m.mailing_id = :mailing_id AND m.status IN (7, 9) AND m.status <> 1 AND m.cancel_reason = :reason
  AND m.client_id IS NOT NULL LIMIT :limit {@for_update};

-- name: message_revive
UPDATE messages
SET status = 0, cancel_reason = NULL, leased_until = NULL, instance_id = NULL, next_attempt_at = :now, ended_at = NULL
WHERE id IN ({@id_list});

-- name: message_list_retriable
SELECT {@message_held_columns} FROM messages m
WHERE m.mailing_id = :mailing_id AND m.status = :status AND m.status <> 1 AND m.id > :after AND m.client_id IS NOT NULL
ORDER BY m.id LIMIT :limit {@for_update};

-- name: message_retry
UPDATE messages
SET status = 0, attempts = 0, cancel_reason = NULL, leased_until = NULL, instance_id = NULL, next_attempt_at = :now,
    ended_at = NULL,
    error_kind = NULL, error_status = NULL, error_text = NULL
WHERE id IN ({@id_list});

-- name: message_fresh_requests
-- Rows: message, its fresh request id.
SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS request_id FROM json_each(:rows)

-- name: message_renumber
-- What was accepted before is another request now.
UPDATE messages
SET request_id = r.request_id, firm = 0, sent_at = NULL, delivered_at = NULL, gateway_message_id = NULL
FROM ({@message_fresh_requests}) r
WHERE messages.id = r.id;

-- name: message_forget_client
UPDATE messages SET client_id = NULL WHERE client_id = :client_id;

-- name: message_list_following
-- Unsent messages in nobody's hands, whose phone follows the client's.
SELECT {@message_held_columns} FROM messages m
WHERE m.client_id = :client_id AND m.status = 0 AND m.firm = 0 AND (m.leased_until IS NULL OR m.leased_until < :now)
{@for_update};

-- name: message_count_with_phone
-- Others than :id: a phone that goes and comes back is its own.
SELECT count(*) FROM messages WHERE phone = :phone AND mailing_id = :mailing_id AND id <> :id;

-- name: message_set_phone
UPDATE messages SET phone = :phone WHERE id = :id;

-- For people --------------------------------------------------------------------------------------------------------

-- name: message_columns
m.id, m.mailing_id, m.client_id, m.phone, m.status, m.attempts, m.segments, m.created_at, m.sent_at, m.delivered_at,
m.ended_at, m.next_attempt_at, m.error_kind, m.error_status, m.error_text, m.gateway_message_id, {@message_client_name},
ml.name

-- name: message_client_name
json_extract(c.attributes, '$.name')

-- name: message_tables
messages m LEFT JOIN clients c ON c.id = m.client_id LEFT JOIN mailings ml ON ml.id = m.mailing_id

-- name: message_find
SELECT {@message_columns} FROM {@message_tables} WHERE m.id = :id;

-- name: message_page_descending
SELECT {@message_columns} FROM {@message_tables} WHERE {filter} ORDER BY m.id DESC LIMIT :limit;

-- name: message_page_ascending
SELECT {@message_columns} FROM {@message_tables} WHERE {filter} ORDER BY m.id ASC LIMIT :limit;

-- name: message_page_by_end_descending
SELECT {@message_columns} FROM {@message_tables} WHERE {filter} ORDER BY m.ended_at DESC, m.id DESC LIMIT :limit;

-- name: message_page_by_end_ascending
SELECT {@message_columns} FROM {@message_tables} WHERE {filter} ORDER BY m.ended_at ASC, m.id ASC LIMIT :limit;

-- name: message_count
SELECT count(*) FROM messages m WHERE {filter};

-- name: message_is_before
m.id < :id{n}

-- name: message_is_after
m.id > :id{n}

-- name: message_ended_before_row
m.ended_at <= :ended{n} AND (m.ended_at < :ended{n} OR m.id < :id{n})

-- name: message_ended_after_row
m.ended_at >= :ended{n} AND (m.ended_at > :ended{n} OR m.id > :id{n})

-- name: message_ended_since
m.ended_at >= :since{n}

-- name: message_ended_until
m.ended_at < :until{n}

-- name: message_of_mailing
m.mailing_id = :mailing{n}

-- name: message_of_client
m.client_id = :client{n}

-- name: message_has_status
m.status = :status{n} AND m.status <> 1

-- name: message_is_sending
m.status = 1

-- name: message_has_final_status
-- Over all mailings: the indexes by id and by end have this condition.
m.status = :status{n} AND m.status >= 2

-- name: message_has_status_of
m.status IN (SELECT value FROM json_each(:statuses{n}))

-- name: message_waits_again
-- The index has these conditions.
m.status = 0 AND m.error_kind IS NOT NULL

-- name: message_has_phone
m.phone = :phone{n}

-- name: message_has_digits
CAST(m.phone AS TEXT) LIKE '%' || :digits{n} || '%'

-- name: message_has_error_of
-- Rows: kind, HTTP status.
(m.error_kind, coalesce(m.error_status, 0)) IN (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:errors{n}))

-- name: message_attempt_list
SELECT number, at, kind, http_status, answer FROM message_attempts WHERE message_id = :id ORDER BY id;

-- name: message_text_find
-- The version where the text is the same for everybody, else what was rendered for this message.
SELECT v.text, t.text FROM messages m
LEFT JOIN mailing_versions v ON v.mailing_id = m.mailing_id AND v.version = m.text_version
LEFT JOIN message_texts t ON t.message_id = m.id
WHERE m.id = :id;

-- name: message_count_by_timezone
-- With what was removed, as the totals tell it. What is sending has an index of its own.
SELECT label, status, sum(messages) FROM (
    SELECT coalesce(z.name, '') AS label, m.status AS status, count(*) AS messages
    FROM messages m LEFT JOIN clients c ON c.id = m.client_id LEFT JOIN timezones z ON z.id = c.timezone_id
    WHERE m.mailing_id = :mailing_id AND m.status <> 1 GROUP BY coalesce(z.name, ''), m.status
    UNION ALL
    SELECT coalesce(z.name, ''), 1, count(*)
    FROM messages m LEFT JOIN clients c ON c.id = m.client_id LEFT JOIN timezones z ON z.id = c.timezone_id
    WHERE m.mailing_id = :mailing_id AND m.status = 1 GROUP BY coalesce(z.name, '')
    UNION ALL
    SELECT coalesce(z.name, ''), t.status, t.messages
    FROM message_totals t LEFT JOIN timezones z ON z.id = t.timezone_id WHERE t.mailing_id = :mailing_id) counted
GROUP BY label, status ORDER BY label;

-- name: messages_picked
-- The next pending one from each of so many points, evenly between the first and the last: as many seeks, however many wait.
point(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM point WHERE n < :sample - 1),
bounds(low, high) AS (
    SELECT (SELECT id FROM messages WHERE mailing_id = :mailing_id AND status = 0 AND status <> 1 ORDER BY id LIMIT 1),
           (SELECT id FROM messages WHERE mailing_id = :mailing_id AND status = 0 AND status <> 1 ORDER BY id DESC LIMIT 1)),
picked(id) AS (
    SELECT DISTINCT (SELECT m.id FROM messages m
                     WHERE m.mailing_id = :mailing_id AND m.status = 0 AND m.status <> 1
                       AND m.id >= low + (high - low) * n / (:sample - 1)
                     ORDER BY m.id LIMIT 1)
    FROM point, bounds)

-- name: message_sample_pending_by_timezone
WITH RECURSIVE {@messages_picked}
SELECT coalesce(z.name, '') AS label, count(*)
FROM picked p JOIN messages m ON m.id = p.id LEFT JOIN clients c ON c.id = m.client_id LEFT JOIN timezones z ON z.id = c.timezone_id
GROUP BY coalesce(z.name, '') ORDER BY label;

-- name: message_sample_due_from
WITH RECURSIVE {@messages_picked}
SELECT count(CASE WHEN m.next_attempt_at >= :from THEN 1 END), count(*) FROM picked p JOIN messages m ON m.id = p.id;

-- name: message_count_by_operator_code
SELECT label, status, sum(messages) FROM (
    SELECT coalesce(c.operator_code, '') AS label, m.status AS status, count(*) AS messages
    FROM messages m LEFT JOIN clients c ON c.id = m.client_id
    WHERE m.mailing_id = :mailing_id AND m.status <> 1 GROUP BY coalesce(c.operator_code, ''), m.status
    UNION ALL
    SELECT coalesce(c.operator_code, ''), 1, count(*) FROM messages m LEFT JOIN clients c ON c.id = m.client_id
    WHERE m.mailing_id = :mailing_id AND m.status = 1 GROUP BY coalesce(c.operator_code, '')
    UNION ALL
    SELECT t.operator_code, t.status, t.messages FROM message_totals t WHERE t.mailing_id = :mailing_id) counted
GROUP BY label, status ORDER BY label;

-- name: message_recount
SELECT status, sum(messages) FROM (
    SELECT status, count(*) AS messages FROM messages WHERE mailing_id = :mailing_id AND status <> 1 GROUP BY status
    UNION ALL
    SELECT 1, count(*) FROM messages WHERE mailing_id = :mailing_id AND status = 1
    UNION ALL
    SELECT status, messages FROM message_totals WHERE mailing_id = :mailing_id) counted
GROUP BY status;
