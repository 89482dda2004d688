-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: client_columns
c.id, c.phone, c.operator_code, z.name, c.attributes, c.opted_out_at, c.consent, c.owner_id, c.created_at, c.updated_at,
(SELECT group_concat(label, char(31)) FROM (
    SELECT t.label FROM client_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.client_id = c.id ORDER BY ct.position))

-- name: client_tables
clients c LEFT JOIN timezones z ON z.id = c.timezone_id

-- name: client_find
SELECT {@client_columns} FROM {@client_tables} WHERE c.id = :id;

-- name: client_find_by_phone
SELECT {@client_columns} FROM {@client_tables} WHERE c.phone = :phone;

-- name: client_list_by_phones
-- With the import that wrote it last.
SELECT {@client_columns} FROM {@client_tables} WHERE c.phone IN (SELECT value FROM json_each(:phones));

-- name: client_insert
INSERT INTO clients (phone, operator_code, timezone_id, attributes, opted_out_at, consent, owner_id, import_id, created_at,
                     updated_at)
VALUES (:phone, :operator_code, (SELECT id FROM timezones WHERE name = :timezone), :attributes, :opted_out_at, :consent,
        :owner_id, :import_id, :created_at, :updated_at);

-- name: client_update
UPDATE clients
SET phone = :phone, operator_code = :operator_code, timezone_id = (SELECT id FROM timezones WHERE name = :timezone),
    attributes = :attributes, opted_out_at = :opted_out_at, consent = :consent, owner_id = :owner_id, import_id = :import_id,
    updated_at = :updated_at
WHERE id = :id;

-- name: client_delete
DELETE FROM clients WHERE id = :id;

-- name: client_delete_tags
DELETE FROM client_tags WHERE client_id IN ({@id_list});

-- name: client_insert_tags
-- Rows: client, tag, position.
INSERT INTO client_tags (client_id, tag_id, position)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
FROM json_each(:rows) WHERE true
ON CONFLICT DO NOTHING;

-- name: client_insert_words
-- An object: word to list of clients.
INSERT INTO client_words (word, client_id)
SELECT w.key, c.value FROM json_each(:words) w, json_each(w.value) c WHERE true
ON CONFLICT DO NOTHING;

-- name: client_delete_words
DELETE FROM client_words WHERE (word, client_id) IN (
    SELECT w.key, c.value FROM json_each(:words) w, json_each(w.value) c);

-- name: timezone_ensure
INSERT INTO timezones (name) VALUES (:name) ON CONFLICT DO NOTHING;

-- name: timezone_list
-- One seek a zone, however many clients are there.
SELECT z.name FROM timezones z
WHERE (SELECT c.id FROM clients c WHERE c.timezone_id = z.id ORDER BY c.timezone_id, c.id LIMIT 1) IS NOT NULL
ORDER BY z.name;

-- name: tag_ensure
INSERT INTO tags (label, folded) VALUES (:label, :folded) ON CONFLICT DO NOTHING;

-- name: tag_find
SELECT id FROM tags WHERE folded = :folded;

-- name: tag_counts
SELECT t.label, n.clients
FROM (SELECT tag_id, count(*) AS clients FROM client_tags GROUP BY tag_id) n JOIN tags t ON t.id = n.tag_id
ORDER BY n.clients DESC, t.folded;

-- name: operator_code_counts
SELECT operator_code, count(*) AS clients FROM clients GROUP BY operator_code ORDER BY clients DESC, operator_code;

-- name: attribute_key_change
INSERT INTO attribute_keys (key, clients) VALUES (:key, :change)
ON CONFLICT (key) DO UPDATE SET clients = attribute_keys.clients + excluded.clients;

-- name: attribute_key_list
SELECT key FROM attribute_keys WHERE clients > 0 ORDER BY key;

-- Lists -------------------------------------------------------------------------------------------------------------

-- name: client_page_descending
-- Who is on the page first, then what it shows: where a filter leaves many to sort, their tags are not read for that.
SELECT {sort}, {@client_columns}
FROM (SELECT c.id FROM clients c WHERE {filter} ORDER BY {sort} DESC, c.id DESC LIMIT :limit) found
JOIN {@client_tables_of_found} ORDER BY {sort} DESC, c.id DESC;

-- name: client_page_ascending
SELECT {sort}, {@client_columns}
FROM (SELECT c.id FROM clients c WHERE {filter} ORDER BY {sort} ASC, c.id ASC LIMIT :limit) found
JOIN {@client_tables_of_found} ORDER BY {sort} ASC, c.id ASC;

-- name: client_tables_of_found
clients c ON c.id = found.id LEFT JOIN timezones z ON z.id = c.timezone_id

-- name: client_tables_by_timezone
-- The names in their order, then the clients of each: nothing is left to sort.
timezones z CROSS JOIN clients c ON c.timezone_id = z.id

-- name: client_page_by_timezone_descending
SELECT {sort}, {@client_columns} FROM {@client_tables_by_timezone} WHERE {filter}
ORDER BY {sort} DESC, c.id DESC LIMIT :limit;

-- name: client_page_by_timezone_ascending
SELECT {sort}, {@client_columns} FROM {@client_tables_by_timezone} WHERE {filter}
ORDER BY {sort} ASC, c.id ASC LIMIT :limit;

-- name: client_page_after_descending
({sort}, c.id) < (:value{n}, :id{n})

-- name: client_page_after_ascending
({sort}, c.id) > (:value{n}, :id{n})

-- name: client_sort_id
c.id

-- name: client_sort_phone
c.phone

-- name: client_sort_operator_code
c.operator_code

-- name: client_sort_timezone
z.name

-- name: client_sort_updated_at
c.updated_at

-- name: client_count
SELECT count(*) FROM clients c WHERE {filter};

-- Conditions on c ---------------------------------------------------------------------------------------------------

-- name: client_has_phone
c.phone = :phone{n}

-- name: client_has_phone_between
c.phone BETWEEN :from{n} AND :to{n}

-- name: client_has_phone_widely_between
-- Of one digit or two: nearly everybody. The plus keeps the index of phones away, which would leave them all to be sorted.
+c.phone BETWEEN :from{n} AND :to{n}

-- name: client_has_phone_between_too
c.phone BETWEEN :from2{n} AND :to2{n}

-- name: client_has_word
c.id IN (SELECT w.client_id FROM client_words w WHERE w.word >= :word{n} AND w.word < :beyond{n})

-- name: client_has_word_too
-- Beside a phone, where one of both is enough.
{@client_has_word}

-- name: client_has_operator_code
c.operator_code IN (SELECT value FROM json_each(:codes{n}))

-- name: client_has_timezone
c.timezone_id = (SELECT id FROM timezones WHERE name = :timezone{n})

-- name: client_is_opted_out
c.opted_out_at IS NOT NULL

-- name: client_is_not_opted_out
c.opted_out_at IS NULL

-- name: client_tag_ids
SELECT t.id FROM tags t WHERE t.folded IN (SELECT value FROM json_each(:tags{n}))

-- name: client_is_among_tagged
-- For lists and counts: from the tags to their clients, be they few or many.
c.id IN (SELECT ct.client_id FROM client_tags ct WHERE ct.tag_id IN ({@client_tag_ids}))

-- name: client_has_any_tag
-- For audiences, which look at one client after the other.
EXISTS (SELECT 1 FROM client_tags ct WHERE ct.client_id = c.id AND ct.tag_id IN ({@client_tag_ids}))

-- name: client_has_no_tag
NOT EXISTS (SELECT 1 FROM client_tags ct WHERE ct.client_id = c.id AND ct.tag_id IN ({@client_tag_ids}))

-- name: client_has_all_tags
(SELECT count(*) FROM client_tags ct WHERE ct.client_id = c.id AND ct.tag_id IN ({@client_tag_ids})) = :number{n}

-- name: client_lacks_attribute
trim(coalesce(json_extract(c.attributes, :path{n}), '')) = ''

-- name: client_is_after
c.id > :after{n}

-- Audiences ---------------------------------------------------------------------------------------------------------

-- name: audience_by_timezone
SELECT z.name, count(*) AS clients FROM {@client_tables} WHERE {filter} GROUP BY c.timezone_id ORDER BY clients DESC, z.name;

-- name: audience_by_operator_code
SELECT c.operator_code, count(*) AS clients FROM clients c WHERE {filter}
GROUP BY c.operator_code ORDER BY clients DESC, c.operator_code;

-- name: audience_sample
SELECT {@client_columns} FROM (SELECT c.id FROM clients c WHERE {filter} ORDER BY c.id LIMIT :limit) found
JOIN {@client_tables_of_found} ORDER BY c.id;
