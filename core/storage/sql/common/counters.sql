-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: counters_insert
INSERT INTO mailing_counters (mailing_id) VALUES (:mailing_id);

-- name: counters_change
UPDATE mailing_counters
SET pending = pending + :pending, sending = sending + :sending, sent = sent + :sent, delivered = delivered + :delivered,
    undelivered = undelivered + :undelivered, failed = failed + :failed, expired = expired + :expired,
    cancelled = cancelled + :cancelled, opted_out = opted_out + :opted_out, unknown = unknown + :unknown,
    first_sent_at = coalesce(first_sent_at, :first_sent_at), last_sent_at = coalesce(:last_sent_at, last_sent_at)
WHERE mailing_id = :mailing_id;

-- name: counters_hold
-- Whoever changes the status of a message changes this row as well.
SELECT m.mailing_id FROM mailing_counters m WHERE m.mailing_id = :mailing_id {@for_update};

-- name: counters_set
UPDATE mailing_counters
SET pending = :pending, sending = :sending, sent = :sent, delivered = :delivered, undelivered = :undelivered, failed = :failed,
    expired = :expired, cancelled = :cancelled, opted_out = :opted_out, unknown = :unknown
WHERE mailing_id = :mailing_id;

-- name: counters_list_pending
-- Lists begin with the youngest messages, and those are of the youngest mailings.
SELECT mailing_id FROM mailing_counters WHERE pending > 0 ORDER BY mailing_id DESC;

-- name: counters_list_sending
SELECT mailing_id FROM mailing_counters WHERE sending > 0 ORDER BY mailing_id DESC;

-- name: counters_columns
k.pending, k.sending, k.sent, k.delivered, k.undelivered, k.failed, k.expired, k.cancelled, k.opted_out, k.unknown

-- name: counters_find
SELECT {@counters_columns}, {@mailing_is_choosing}, k.first_sent_at, k.last_sent_at
FROM {@mailing_summary_tables} WHERE k.mailing_id = :mailing_id;

-- name: counters_sum
SELECT sum(k.pending), sum(k.sending), sum(k.sent), sum(k.delivered), sum(k.undelivered), sum(k.failed), sum(k.expired),
       sum(k.cancelled), sum(k.opted_out), sum(k.unknown)
FROM mailing_counters k;

-- name: counters_sum_visible
SELECT sum(k.pending), sum(k.sending), sum(k.sent), sum(k.delivered), sum(k.undelivered), sum(k.failed), sum(k.expired),
       sum(k.cancelled), sum(k.opted_out), sum(k.unknown)
FROM mailing_counters k JOIN mailings ml ON ml.id = k.mailing_id WHERE ml.archived_at IS NULL;

-- name: counters_sum_by_gateway
SELECT ml.gateway_id, sum(k.pending), sum(k.sending), sum(k.sent), sum(k.delivered), sum(k.undelivered), sum(k.failed),
       sum(k.expired), sum(k.cancelled), sum(k.opted_out), sum(k.unknown)
FROM mailing_counters k JOIN mailings ml ON ml.id = k.mailing_id WHERE ml.archived_at IS NULL
GROUP BY ml.gateway_id ORDER BY ml.gateway_id;

-- name: mailing_error_change
INSERT INTO mailing_errors (mailing_id, kind, http_status, messages, waiting)
VALUES (:mailing_id, :kind, :http_status, :ended, :waiting)
ON CONFLICT (mailing_id, kind, http_status) DO UPDATE
SET messages = mailing_errors.messages + excluded.messages, waiting = mailing_errors.waiting + excluded.waiting;

-- name: mailing_error_list
SELECT kind, http_status, messages, waiting FROM mailing_errors
WHERE mailing_id = :mailing_id AND (messages > 0 OR waiting > 0);

-- name: mailing_error_list_all
SELECT DISTINCT kind, http_status FROM mailing_errors WHERE messages > 0 OR waiting > 0;

-- name: mailing_error_delete
DELETE FROM mailing_errors WHERE mailing_id = :mailing_id;

-- name: mailing_error_recount
-- Statuses: undelivered, failed, unknown; pending waits. What was removed is in the totals. `status <> 1` is the index's.
INSERT INTO mailing_errors (mailing_id, kind, http_status, messages, waiting)
SELECT mailing_id, error_kind, error_status, sum(ended), sum(waiting) FROM (
    SELECT mailing_id, error_kind, coalesce(error_status, 0) AS error_status, CASE WHEN status = 0 THEN 0 ELSE 1 END AS ended,
           CASE WHEN status = 0 THEN 1 ELSE 0 END AS waiting
    FROM messages WHERE mailing_id = :mailing_id AND status IN (0, 4, 5, 9) AND status <> 1
      AND error_kind IS NOT NULL
    UNION ALL
    SELECT mailing_id, error_kind, error_status, messages, 0
    FROM message_totals WHERE mailing_id = :mailing_id AND status IN (4, 5, 9) AND error_kind >= 0) counted
GROUP BY mailing_id, error_kind, error_status;

-- name: throughput_change
INSERT INTO throughput (mailing_id, slot, sent, failed) VALUES (:mailing_id, :slot, :sent, :failed)
ON CONFLICT (mailing_id, slot) DO UPDATE
SET sent = throughput.sent + excluded.sent, failed = throughput.failed + excluded.failed;

-- name: throughput_list
SELECT slot, sent, failed FROM throughput WHERE mailing_id = :mailing_id AND slot >= :slot ORDER BY slot;

-- name: throughput_list_all
SELECT slot, sum(sent), sum(failed) FROM throughput WHERE slot >= :slot GROUP BY slot ORDER BY slot;

-- name: activity_change
INSERT INTO activity (slot, status, messages) VALUES (:slot, :status, :change)
ON CONFLICT (slot, status) DO UPDATE SET messages = activity.messages + excluded.messages;

-- name: activity_since
SELECT status, sum(messages) FROM activity WHERE slot >= :slot GROUP BY status;
