-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: gateway_columns
g.id, g.name, g.kind, g.url, g.sealed_secret, g.sender, g.connections, g.rate, g.rate_unit, g.timeout_s, g.retry_max_attempts,
g.retry_first_delay_ms, g.retry_max_delay_ms, g.retry_jitter, g.retry_factor, g.options, g.enabled, g.is_default,
s.breaker, s.since, s.reason, s.next_probe_at, s.probes

-- name: gateway_tables
gateways g LEFT JOIN gateway_states s ON s.gateway_id = g.id

-- name: gateway_insert
INSERT INTO gateways (name, kind, url, sealed_secret, sender, connections, rate, rate_unit, timeout_s, retry_max_attempts,
                      retry_first_delay_ms, retry_max_delay_ms, retry_jitter, retry_factor, options, enabled, is_default)
VALUES (:name, :kind, :url, :sealed_secret, :sender, :connections, :rate, :rate_unit, :timeout_s, :retry_max_attempts,
        :retry_first_delay_ms, :retry_max_delay_ms, :retry_jitter, :retry_factor, :options, :enabled, :is_default);

-- name: gateway_update
UPDATE gateways
SET name = :name, kind = :kind, url = :url, sealed_secret = :sealed_secret, sender = :sender, connections = :connections,
    rate = :rate, rate_unit = :rate_unit, timeout_s = :timeout_s, retry_max_attempts = :retry_max_attempts,
    retry_first_delay_ms = :retry_first_delay_ms, retry_max_delay_ms = :retry_max_delay_ms, retry_jitter = :retry_jitter,
    retry_factor = :retry_factor, options = :options, enabled = :enabled, is_default = :is_default
WHERE id = :id;

-- name: gateway_delete
DELETE FROM gateways WHERE id = :id;

-- name: gateway_unmark_others
UPDATE gateways SET is_default = 0 WHERE id <> :id AND is_default = 1;

-- name: gateway_ensure_default
-- There is a default as long as there is a gateway: the first one added.
UPDATE gateways SET is_default = 1
WHERE id = (SELECT min(id) FROM gateways) AND NOT EXISTS (SELECT 1 FROM gateways WHERE is_default = 1);

-- name: gateway_find
SELECT {@gateway_columns} FROM {@gateway_tables} WHERE g.id = :id;

-- name: gateway_find_by_name
SELECT {@gateway_columns} FROM {@gateway_tables} WHERE g.name = :name;

-- name: gateway_list
SELECT {@gateway_columns} FROM {@gateway_tables} ORDER BY g.name;

-- name: gateway_state_save
INSERT INTO gateway_states (gateway_id, breaker, since, reason, next_probe_at, probes)
VALUES (:gateway_id, :breaker, :since, :reason, :next_probe_at, :probes)
ON CONFLICT (gateway_id) DO UPDATE
SET breaker = excluded.breaker, since = excluded.since, reason = excluded.reason, next_probe_at = excluded.next_probe_at,
    probes = excluded.probes;

-- name: gateway_count_waiting
-- Mailings that name no gateway go by the default one.
SELECT coalesce(sum(k.pending + k.sending), 0)
FROM mailing_counters k JOIN mailings ml ON ml.id = k.mailing_id
WHERE ml.gateway_id = :id OR (ml.gateway_id IS NULL AND EXISTS (SELECT 1 FROM gateways WHERE id = :id AND is_default = 1));
