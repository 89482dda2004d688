-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is old is added to the totals of its day (86 400 000 ms, UTC) and removed.

-- Messages ----------------------------------------------------------------------------------------------------------

-- name: retention_messages_ended
-- All final statuses one by one: the index of a mailing's messages by end has the time behind the status.
m.status IN (2, 3, 4, 5, 6, 7, 8, 9) AND m.ended_at < :before

-- name: retention_mailing_ended
-- Finished or cancelled, and nothing was done to it since.
ml.state IN (4, 5) AND ml.updated_at < :before

-- name: retention_list_mailings
SELECT ml.id FROM mailings ml
WHERE ml.id > :after AND {@retention_mailing_ended}
  AND EXISTS (SELECT 1 FROM messages m WHERE m.mailing_id = ml.id AND {@retention_messages_ended})
ORDER BY ml.id LIMIT :limit;

-- name: retention_mark_mailing
-- The first statement of a batch: it looks once more whether the mailing has ended, and where several write at once it makes
-- the others wait, a retry as well.
UPDATE mailings AS ml SET messages_removed_at = :now
WHERE ml.id = :mailing_id AND {@retention_mailing_ended}
  AND EXISTS (SELECT 1 FROM messages m WHERE m.mailing_id = ml.id AND {@retention_messages_ended});

-- name: retention_list_messages
SELECT m.id FROM messages m WHERE m.mailing_id = :mailing_id AND {@retention_messages_ended} LIMIT :limit;

-- name: message_total_add
INSERT INTO message_totals (mailing_id, day, gateway_id, status, operator_code, timezone_id, error_kind, error_status, messages,
                            segments)
SELECT m.mailing_id, m.ended_at / 86400000, coalesce(m.gateway_id, 0), m.status, coalesce(c.operator_code, ''),
       coalesce(c.timezone_id, 0), coalesce(m.error_kind, -1), coalesce(m.error_status, 0), count(*), sum(m.segments)
FROM messages m LEFT JOIN clients c ON c.id = m.client_id
WHERE m.id IN ({@id_list})
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ON CONFLICT (mailing_id, day, gateway_id, status, operator_code, timezone_id, error_kind, error_status) DO UPDATE
SET messages = message_totals.messages + excluded.messages, segments = message_totals.segments + excluded.segments;

-- name: mailing_removal_add
INSERT INTO mailing_removals (mailing_id, status, messages)
SELECT m.mailing_id, m.status, count(*) FROM messages m WHERE m.id IN ({@id_list}) GROUP BY m.mailing_id, m.status
ON CONFLICT (mailing_id, status) DO UPDATE SET messages = mailing_removals.messages + excluded.messages;

-- name: message_attempt_delete
DELETE FROM message_attempts WHERE message_id IN ({@id_list});

-- name: message_text_delete
DELETE FROM message_texts WHERE message_id IN ({@id_list});

-- name: retention_text_old
-- 9 = unknown: tried again, a firm one goes out as it did before; every other one is rendered anew.
{@retention_messages_ended} AND NOT (m.status = 9 AND m.firm = 1)

-- name: message_text_list
-- By message: whether its text is old.
SELECT t.message_id, CASE WHEN {@retention_text_old} THEN 1 ELSE 0 END
FROM (SELECT message_id FROM message_texts WHERE message_id > :after ORDER BY message_id LIMIT :limit) t
LEFT JOIN messages m ON m.id = t.message_id
ORDER BY t.message_id;

-- name: message_text_lock
-- Those whose text is still old; a retry waits, or was there before.
SELECT m.id FROM messages m WHERE m.id IN ({@id_list}) AND {@retention_text_old} {@for_update};

-- name: message_delete
DELETE FROM messages WHERE id IN ({@id_list});

-- name: message_total_list
SELECT t.day, t.gateway_id, t.status, t.operator_code, coalesce(z.name, ''), t.error_kind, t.error_status, t.messages, t.segments
FROM message_totals t LEFT JOIN timezones z ON z.id = t.timezone_id
WHERE t.mailing_id = :mailing_id
ORDER BY t.day, t.gateway_id, t.status, t.operator_code, coalesce(z.name, ''), t.error_kind, t.error_status;

-- name: message_total_recount
SELECT status, sum(messages) FROM message_totals WHERE mailing_id = :mailing_id GROUP BY status;

-- name: mailing_removal_find
SELECT status, messages FROM mailing_removals WHERE mailing_id = :mailing_id;

-- name: mailing_removal_sum
SELECT status, sum(messages) FROM mailing_removals GROUP BY status;

-- name: mailing_removal_delete
DELETE FROM mailing_removals WHERE mailing_id = :mailing_id;

-- name: mailing_removal_recount
INSERT INTO mailing_removals (mailing_id, status, messages)
SELECT mailing_id, status, sum(messages) FROM message_totals WHERE mailing_id = :mailing_id GROUP BY mailing_id, status;

-- Events ------------------------------------------------------------------------------------------------------------

-- name: event_delete_old
DELETE FROM events WHERE id IN (SELECT e.id FROM events e WHERE e.at < :before ORDER BY e.at LIMIT :limit)
RETURNING at / 86400000, actor, action;

-- name: event_total_add
INSERT INTO event_totals (day, actor, action, events) VALUES (:day, :actor, :action, :events)
ON CONFLICT (day, actor, action) DO UPDATE SET events = event_totals.events + excluded.events;

-- name: event_total_list
SELECT day, actor, action, events FROM event_totals ORDER BY day, actor, action;
