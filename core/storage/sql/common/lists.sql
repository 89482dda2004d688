-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The columns of JSON parameters (core/storage/jsontext.h).

-- name: id_list
SELECT value FROM json_each(:ids)

-- name: clients_walked_by_id
clients c

-- name: for_update
/* locked already: there is one writer at a time */

-- name: for_claim
/* locked already: there is one writer at a time */

-- name: messages_by_due
messages m
