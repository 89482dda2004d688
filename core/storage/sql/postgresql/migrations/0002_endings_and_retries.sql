-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When a message ended, for lists by time; and which messages wait for another attempt after an error.

ALTER TABLE messages ADD COLUMN ended_at BIGINT; -- NULL: pending or sending

-- What the first schema knows of it: the answer where there was one, the last attempt, or the beginning.
UPDATE messages
SET ended_at = coalesce(delivered_at, sent_at, (SELECT max(a.at) FROM message_attempts a WHERE a.message_id = messages.id),
                        created_at)
WHERE status >= 2;

-- Over all mailings; as with messages_of_status, lists of one mailing never take it by mistake.
CREATE INDEX messages_by_end ON messages (status, ended_at, id) WHERE ended_at IS NOT NULL AND status >= 0;
-- 21 bytes a message; without it, a mailing of last month among the messages of last week would read all of these.
CREATE INDEX messages_of_mailing_by_end ON messages (mailing_id, status, ended_at, id) WHERE ended_at IS NOT NULL;
-- As large as the number of messages that wait after an error, in the order of ids.
CREATE INDEX messages_waiting_again ON messages (mailing_id, status, id) WHERE status = 0 AND error_kind IS NOT NULL;

-- Pending messages by the error they had last, beside those that ended with it. Always what a recount would give.
ALTER TABLE mailing_errors ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0;

INSERT INTO mailing_errors (mailing_id, kind, http_status, messages, waiting)
SELECT mailing_id, error_kind, coalesce(error_status, 0), 0, count(*) FROM messages
WHERE status = 0 AND error_kind IS NOT NULL GROUP BY mailing_id, error_kind, coalesce(error_status, 0)
ON CONFLICT (mailing_id, kind, http_status) DO UPDATE SET waiting = excluded.waiting;
