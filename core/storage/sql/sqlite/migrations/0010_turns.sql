-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The times that a mailing had when it began: its series goes by them, whatever becomes of its own times after that.

ALTER TABLE mailings ADD COLUMN turn_start INTEGER;
ALTER TABLE mailings ADD COLUMN turn_end INTEGER;

UPDATE mailings SET turn_start = start_at, turn_end = end_at WHERE series_id = id;
