-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema. Times are milliseconds since 1970 (UTC), phones are numbers (7XXXXXXXXXX), statuses and kinds are the
-- numbers of core/domain. Once released, this file is never changed: the next change is the next number.

CREATE TABLE workspace (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    id TEXT NOT NULL,
    message_id_base INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    moved_to TEXT
);

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    active INTEGER NOT NULL
);

INSERT INTO users (email, name, role, active) VALUES ('local@localhost', 'Local administrator', 2, 1);

-- Clients -----------------------------------------------------------------------------------------------------------

CREATE TABLE timezones (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE clients (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone INTEGER NOT NULL UNIQUE,
    operator_code TEXT NOT NULL,
    timezone_id INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    opted_out_at INTEGER,
    consent TEXT,
    owner_id INTEGER,
    import_id INTEGER,          -- the import that wrote it last; an edit clears it
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE INDEX clients_by_operator_code ON clients (operator_code);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE -- full Unicode case folding; SQLite folds ASCII only
);

CREATE TABLE client_tags (
    client_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (client_id, tag_id)
) WITHOUT ROWID;

CREATE INDEX client_tags_by_tag ON client_tags (tag_id, client_id);

-- Folded words of tags and attribute values, for the search by prefix.
CREATE TABLE client_words (
    word TEXT NOT NULL,
    client_id INTEGER NOT NULL,
    PRIMARY KEY (word, client_id)
) WITHOUT ROWID;

CREATE TABLE attribute_keys (key TEXT PRIMARY KEY, clients INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    owner_id INTEGER
);

-- What an import changed, so that it can be taken back.
CREATE TABLE import_changes (
    import_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    before TEXT,                -- JSON; NULL: the import added this client
    PRIMARY KEY (import_id, client_id)
) WITHOUT ROWID;

-- Gateways ----------------------------------------------------------------------------------------------------------

CREATE TABLE gateways (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    sealed_secret BLOB,
    sender TEXT NOT NULL,
    connections INTEGER NOT NULL,
    rate REAL,
    rate_unit INTEGER NOT NULL,
    timeout_s INTEGER NOT NULL,
    retry_max_attempts INTEGER NOT NULL,
    retry_first_delay_ms INTEGER NOT NULL,
    retry_max_delay_ms INTEGER NOT NULL,
    retry_jitter REAL NOT NULL,
    options TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    is_default INTEGER NOT NULL
);

CREATE TABLE gateway_states (
    gateway_id INTEGER PRIMARY KEY REFERENCES gateways (id) ON DELETE CASCADE,
    breaker INTEGER NOT NULL,
    since INTEGER NOT NULL,
    reason TEXT NOT NULL,
    next_probe_at INTEGER,
    probes INTEGER NOT NULL
);

-- Mailings ----------------------------------------------------------------------------------------------------------

CREATE TABLE mailings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    text TEXT NOT NULL,
    text_version INTEGER NOT NULL,
    search_text TEXT NOT NULL,  -- folded name and text
    filter TEXT NOT NULL,       -- JSON
    filter_key TEXT NOT NULL,   -- equal for equal filters
    audience_mode INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    window_from INTEGER,        -- minutes since local midnight
    window_to INTEGER,
    window_weekdays INTEGER,    -- bit 0 = Monday, no bit = every day; NULL: no window
    repeat INTEGER NOT NULL,
    repeat_until INTEGER,
    gateway_id INTEGER,
    rate_limit REAL,
    priority INTEGER NOT NULL,
    allow_missing_fields INTEGER NOT NULL,
    state INTEGER NOT NULL,
    paused_from INTEGER NOT NULL,
    owner_id INTEGER,
    series_id INTEGER,
    archived_at INTEGER,
    audience_last_client INTEGER NOT NULL DEFAULT 0,
    audience_complete INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE INDEX mailings_by_state ON mailings (state);
CREATE INDEX mailings_by_start ON mailings (start_at);
CREATE INDEX mailings_by_name ON mailings (name_folded);
CREATE UNIQUE INDEX mailings_by_series ON mailings (series_id, start_at) WHERE series_id IS NOT NULL;

CREATE TABLE mailing_versions (
    mailing_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (mailing_id, version)
) WITHOUT ROWID;

-- Always what a recount would give.
CREATE TABLE mailing_counters (
    mailing_id INTEGER PRIMARY KEY,
    pending INTEGER NOT NULL DEFAULT 0,
    sending INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    undelivered INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    expired INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    opted_out INTEGER NOT NULL DEFAULT 0,
    unknown INTEGER NOT NULL DEFAULT 0,
    first_sent_at INTEGER,
    last_sent_at INTEGER
);

CREATE INDEX mailings_waiting ON mailing_counters (mailing_id) WHERE pending > 0;

-- Messages that ended with an error, by what it was.
CREATE TABLE mailing_errors (
    mailing_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (mailing_id, kind, http_status)
) WITHOUT ROWID;

-- Slots of ten seconds.
CREATE TABLE throughput (
    mailing_id INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    PRIMARY KEY (mailing_id, slot)
) WITHOUT ROWID;

CREATE INDEX throughput_by_slot ON throughput (slot);

-- How many messages came to a final status in a slot of ten seconds, over all mailings.
CREATE TABLE activity (
    slot INTEGER NOT NULL,
    status INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (slot, status)
) WITHOUT ROWID;

-- Messages ----------------------------------------------------------------------------------------------------------

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mailing_id INTEGER NOT NULL,
    client_id INTEGER,          -- NULL once the client is deleted
    phone INTEGER NOT NULL,
    status INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    segments INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    leased_until INTEGER,
    sent_at INTEGER,
    delivered_at INTEGER,
    request_id INTEGER,         -- NULL: the id
    gateway_id INTEGER,         -- of the last attempt
    text_version INTEGER,       -- of the last attempt
    firm INTEGER NOT NULL DEFAULT 0,
    cancel_reason INTEGER,
    error_kind INTEGER,
    error_status INTEGER,
    error_text TEXT,
    gateway_message_id TEXT
);

CREATE UNIQUE INDEX messages_by_client ON messages (client_id, mailing_id);
CREATE UNIQUE INDEX messages_by_phone ON messages (phone, mailing_id);
CREATE INDEX messages_by_status ON messages (mailing_id, status);
-- For lists over all mailings. They say `status >= 0`, and nothing else does: no other statement takes it by mistake.
CREATE INDEX messages_of_status ON messages (status) WHERE status >= 0;
-- Free ones first (NULL), by due time; then the leased ones by the end of their lease.
CREATE INDEX messages_due ON messages (mailing_id, leased_until, next_attempt_at) WHERE status = 0;

-- Attempts that were not accepted at once.
CREATE TABLE message_attempts (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    answer TEXT NOT NULL
);

CREATE INDEX message_attempts_by_message ON message_attempts (message_id);

-- Rendered texts; a text that is the same for everybody lies in mailing_versions only.
CREATE TABLE message_texts (
    message_id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);

-- History -----------------------------------------------------------------------------------------------------------

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    mailing_id INTEGER,
    client_id INTEGER,
    message_id INTEGER,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);

CREATE INDEX events_by_mailing ON events (mailing_id) WHERE mailing_id IS NOT NULL;
CREATE INDEX events_by_client ON events (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX events_by_message ON events (message_id) WHERE message_id IS NOT NULL;
