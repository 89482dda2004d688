-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: transaction_commit
COMMIT;

-- name: transaction_rollback
ROLLBACK;

-- name: transaction_attempt
SAVEPOINT attempt;

-- name: transaction_attempt_stands
RELEASE SAVEPOINT attempt;

-- name: transaction_attempt_undone
ROLLBACK TO SAVEPOINT attempt;

-- name: migration_begin
-- Nothing to prepare.
SELECT 1;

-- name: schema_create_history
CREATE TABLE schema_migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL
);

-- name: schema_history
SELECT number, name, checksum FROM schema_migrations ORDER BY number;

-- name: schema_record
INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (:number, :name, :checksum, :applied_at);

-- name: workspace_insert
INSERT INTO workspace (singleton, id, message_id_base, created_at) VALUES (1, :id, :message_id_base, :created_at);

-- name: workspace_find
SELECT id, message_id_base, moved_to FROM workspace;

-- name: workspace_move_message_ids
UPDATE workspace SET message_id_base = :message_id_base;
