-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The history by time, by who acted, and by both, page by page without reading the rest.

CREATE INDEX events_by_time ON events (at, id);
CREATE INDEX events_by_actor ON events (actor, id);
CREATE INDEX events_by_actor_and_time ON events (actor, at, id);
-- By the phone of a client that is gone: as few as there were deletions.
CREATE INDEX events_of_deletions ON events (id) WHERE action = 'client.delete';
