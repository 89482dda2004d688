-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was removed because it was old, summed by day: everything that statistics tell of it stays.

ALTER TABLE mailings ADD COLUMN messages_removed_at BIGINT; -- NULL: all of them are there

-- A day is a number of days since 1970 (UTC), that of the message's end.
CREATE TABLE message_totals (
    mailing_id BIGINT NOT NULL,
    day INTEGER NOT NULL,
    gateway_id BIGINT NOT NULL,     -- of the last attempt; 0: it never went out
    status INTEGER NOT NULL,
    operator_code TEXT COLLATE "C" NOT NULL, -- of the client as it was then; '': it was deleted before
    timezone_id BIGINT NOT NULL,    -- the same; 0: it was deleted before
    error_kind INTEGER NOT NULL,    -- -1: without an error
    error_status INTEGER NOT NULL,
    messages BIGINT NOT NULL,
    segments BIGINT NOT NULL,
    PRIMARY KEY (mailing_id, day, gateway_id, status, operator_code, timezone_id, error_kind, error_status)
);

-- The same by status alone, for counts of what is left. Always what the totals add up to.
CREATE TABLE mailing_removals (
    mailing_id BIGINT NOT NULL,
    status INTEGER NOT NULL,
    messages BIGINT NOT NULL,
    PRIMARY KEY (mailing_id, status)
);

CREATE TABLE event_totals (
    day INTEGER NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (day, actor, action)
);
