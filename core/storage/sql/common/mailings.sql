-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- States are the numbers of domain::MailingState: 0 draft, 1 scheduled, 2 running, 3 paused, 4 finished, 5 cancelled.

-- name: mailing_columns
ml.id, ml.name, ml.text, ml.filter, ml.audience_mode, ml.start_at, ml.end_at, ml.window_from, ml.window_to, ml.window_weekdays,
ml.repeat, ml.repeat_until, ml.gateway_id, ml.rate_limit, ml.priority, ml.allow_missing_fields, ml.state, ml.paused_from,
ml.owner_id, ml.series_id, ml.archived_at, ml.messages_removed_at, ml.created_at, ml.updated_at

-- name: mailing_insert
INSERT INTO mailings (name, name_folded, text, text_version, search_text, filter, filter_key, audience_mode, start_at, end_at,
                      window_from, window_to, window_weekdays, repeat, repeat_until, gateway_id, rate_limit, priority,
                      allow_missing_fields, state, paused_from, owner_id, series_id, archived_at, created_at, updated_at)
VALUES (:name, :name_folded, :text, 1, :search_text, :filter, :filter_key, :audience_mode, :start_at, :end_at, :window_from,
        :window_to, :window_weekdays, :repeat, :repeat_until, :gateway_id, :rate_limit, :priority, :allow_missing_fields,
        :state, :paused_from, :owner_id, :series_id, :archived_at, :created_at, :updated_at);

-- name: mailing_update
UPDATE mailings
SET name = :name, name_folded = :name_folded, text = :text, text_version = text_version + :new_version,
    search_text = :search_text, filter = :filter, filter_key = :filter_key, audience_mode = :audience_mode,
    start_at = :start_at, end_at = :end_at, window_from = :window_from, window_to = :window_to,
    window_weekdays = :window_weekdays, repeat = :repeat, repeat_until = :repeat_until, gateway_id = :gateway_id,
    rate_limit = :rate_limit, priority = :priority, allow_missing_fields = :allow_missing_fields, state = :state,
    paused_from = :paused_from, owner_id = :owner_id, series_id = :series_id, archived_at = :archived_at,
    updated_at = :updated_at,
    turn_start = CASE WHEN {@mailing_has_not_begun} THEN CAST(:start_at AS BIGINT) ELSE turn_start END,
    turn_end = CASE WHEN {@mailing_has_not_begun} THEN CAST(:end_at AS BIGINT) ELSE turn_end END
WHERE id = :id;

-- name: mailing_has_not_begun
-- What is sending has an index of its own.
(state IN (0, 1) OR (state = 3 AND paused_from = 1))
  AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.mailing_id = mailings.id AND m.status <> 1)
  AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.mailing_id = mailings.id AND m.status = 1)

-- name: mailing_begin_series
-- A repeated mailing without a series is the first of its own; what follows goes by the times it has then.
UPDATE mailings SET series_id = id, turn_start = start_at, turn_end = end_at
WHERE id = :id AND repeat <> 0 AND series_id IS NULL;

-- name: mailing_first_turn
SELECT coalesce(turn_start, start_at), coalesce(turn_end, end_at) FROM mailings WHERE id = :series_id;

-- name: mailing_version_insert
INSERT INTO mailing_versions (mailing_id, version, text, created_at)
SELECT id, text_version, text, :created_at FROM mailings WHERE id = :id;

-- name: mailing_text_version
SELECT text_version FROM mailings WHERE id = :id;

-- name: mailing_find
SELECT {@mailing_columns} FROM mailings ml WHERE ml.id = :id;

-- name: mailing_is_running
SELECT count(*) FROM mailings WHERE id = :id AND state = 2 AND archived_at IS NULL AND end_at > :now;

-- name: mailing_list_active
SELECT {@mailing_columns} FROM mailings ml WHERE ml.id IN (
    SELECT id FROM mailings WHERE state IN (1, 2, 3) AND archived_at IS NULL
    UNION
    SELECT mailing_id FROM mailing_counters WHERE pending > 0)
ORDER BY ml.id;

-- name: mailing_list_twins
SELECT {@mailing_columns} FROM mailings ml
WHERE ml.state IN (1, 2, 3, 4) AND ml.archived_at IS NULL AND ml.filter_key = :filter_key AND ml.text = :text AND ml.id <> :id
ORDER BY ml.id;

-- name: mailing_count_occurrences
SELECT count(*) FROM mailings WHERE series_id = :series_id AND start_at = :start_at;

-- name: mailing_list_occurrences
-- The first, those that await their start (states 1 = scheduled, 3 = paused), and the latest.
SELECT {@mailing_columns} FROM mailings ml
WHERE ml.series_id = :series_id AND (ml.id = :series_id OR ml.state = 1 OR (ml.state = 3 AND ml.paused_from = 1)
    OR ml.start_at = (SELECT max(start_at) FROM mailings WHERE series_id = :series_id))
ORDER BY CASE WHEN ml.id = :series_id THEN 0 ELSE 1 END, ml.start_at;

-- name: mailing_audience_progress
SELECT audience_last_client, audience_complete FROM mailings WHERE id = :id;

-- name: mailing_save_audience_progress
UPDATE mailings SET audience_last_client = :last_client, audience_complete = :complete WHERE id = :id;

-- name: mailing_count_by_state
SELECT state, count(*) FROM mailings WHERE archived_at IS NULL GROUP BY state;

-- Lists -------------------------------------------------------------------------------------------------------------

-- name: mailing_summary_tables
mailings ml JOIN mailing_counters k ON k.mailing_id = ml.id

-- name: mailing_is_choosing
-- A live one (1) never ends choosing. States 2 = running, 3 = paused.
CASE WHEN ml.audience_mode = 0 AND ml.audience_complete = 0 AND (ml.state = 2 OR (ml.state = 3 AND ml.paused_from = 2))
     THEN 1 ELSE 0 END

-- name: mailing_page_descending
SELECT {sort}, {@mailing_columns}, {@counters_columns}, {@mailing_is_choosing} FROM {@mailing_summary_tables}
WHERE {filter} ORDER BY {sort} DESC, ml.id DESC LIMIT :limit;

-- name: mailing_page_ascending
SELECT {sort}, {@mailing_columns}, {@counters_columns}, {@mailing_is_choosing} FROM {@mailing_summary_tables}
WHERE {filter} ORDER BY {sort} ASC, ml.id ASC LIMIT :limit;

-- name: mailing_page_after_descending
({sort}, ml.id) < (:value{n}, :id{n})

-- name: mailing_page_after_ascending
({sort}, ml.id) > (:value{n}, :id{n})

-- name: mailing_sort_id
ml.id

-- name: mailing_sort_start_at
ml.start_at

-- name: mailing_sort_name
ml.name_folded

-- name: mailing_summary_list
SELECT {@mailing_columns}, {@counters_columns}, {@mailing_is_choosing}
FROM {@mailing_summary_tables} WHERE ml.archived_at IS NULL ORDER BY ml.id DESC;

-- name: mailing_count
SELECT count(*) FROM mailings ml WHERE {filter};

-- name: mailing_has_state
ml.state = :state{n}

-- name: mailing_is_not_archived
ml.archived_at IS NULL

-- name: mailing_contains
ml.search_text LIKE '%' || :part{n} || '%' ESCAPE '!'

-- Rates -------------------------------------------------------------------------------------------------------------

-- name: throughput_recent
SELECT mailing_id, slot, sent FROM throughput WHERE mailing_id IN ({@id_list}) AND slot BETWEEN :first AND :last;
