-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: message_ids_begin
INSERT INTO sqlite_sequence (name, seq) VALUES ('messages', :base);

-- name: message_ids_reserve
-- The last of :count fresh numbers; no message will ever have one of them.
UPDATE sqlite_sequence SET seq = seq + :count WHERE name = 'messages' RETURNING seq;

-- name: message_ids_last
-- The last number that was used, for a message or for a request.
SELECT seq FROM sqlite_sequence WHERE name = 'messages';

-- name: message_ids_move
UPDATE sqlite_sequence SET seq = :base WHERE name = 'messages';
