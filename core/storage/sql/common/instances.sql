-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: instance_insert
INSERT INTO instances (label, started_at, seen_at, counted) VALUES (:label, :now, :now, 0);

-- name: instance_beat
UPDATE instances SET seen_at = :now, counted = :counted WHERE id = :id;

-- name: instance_delete
DELETE FROM instances WHERE id = :id;

-- name: instance_retire
DELETE FROM instances WHERE seen_at < :since AND id <> :except;

-- name: instance_list
SELECT id, label, started_at, seen_at, counted FROM instances ORDER BY id;

-- name: instance_is_gone
-- Of whoever holds m.
(m.instance_id IS NULL OR m.instance_id NOT IN (SELECT id FROM instances))

-- name: server_time
-- A file has no clock.
SELECT NULL;
