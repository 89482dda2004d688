-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: import_insert
INSERT INTO imports (file_name, started_at, owner_id) VALUES (:file_name, :started_at, :owner_id);

-- name: import_find
SELECT id, file_name, started_at, owner_id FROM imports WHERE id = :id;

-- name: import_change_insert
-- Rows: client, JSON of what it was. What a client was before the import is told once.
INSERT INTO import_changes (import_id, client_id, before)
SELECT :import_id, json_extract(value, '$[0]'), json_extract(value, '$[1]')
FROM json_each(:rows) WHERE true
ON CONFLICT DO NOTHING;

-- name: import_change_insert_added
-- What one transaction adds has ids in a row: nobody else adds meanwhile.
INSERT INTO import_changes (import_id, client_id, before)
SELECT CAST(:import_id AS BIGINT), id, NULL FROM clients WHERE id BETWEEN :first AND :last AND import_id = :import_id;

-- name: import_count_changes
SELECT count(*) FROM import_changes WHERE import_id = :import_id;

-- name: import_count_edited
SELECT count(*) FROM import_changes ic LEFT JOIN clients c ON c.id = ic.client_id
WHERE ic.import_id = :import_id AND c.import_id IS DISTINCT FROM CAST(:import_id AS BIGINT);

-- name: import_change_list
-- Whoever was changed by somebody else since is not as the import left him.
SELECT ic.client_id, CASE WHEN c.import_id IS NOT DISTINCT FROM CAST(:import_id AS BIGINT) THEN 1 ELSE 0 END, ic.before
FROM import_changes ic LEFT JOIN clients c ON c.id = ic.client_id
WHERE ic.import_id = :import_id ORDER BY ic.client_id LIMIT :limit;

-- name: import_change_delete
DELETE FROM import_changes WHERE import_id = :import_id AND client_id = :client_id;
