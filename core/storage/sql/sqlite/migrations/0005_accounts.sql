-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Accounts: passwords, tokens, and the sign-ins that failed of late.

ALTER TABLE users ADD COLUMN password_hash BLOB; -- NULL: cannot sign in with a password
ALTER TABLE users ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

-- The users there are came with the workspace; a new one gets its row after the last step, now.
UPDATE users
SET created_at = coalesce((SELECT created_at FROM workspace), CAST(strftime('%s', 'now') AS INTEGER) * 1000);

CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,         -- NULL: never
    last_used_at INTEGER
);

CREATE INDEX tokens_by_user ON tokens (user_id);
CREATE INDEX tokens_by_expiry ON tokens (expires_at) WHERE expires_at IS NOT NULL;

-- One row for the account and one for the address of each failure. Keys are hashes: people type passwords in the wrong field.
CREATE TABLE failed_sign_ins (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL,
    at INTEGER NOT NULL
);

CREATE INDEX failed_sign_ins_by_key ON failed_sign_ins (key, at);
CREATE INDEX failed_sign_ins_by_time ON failed_sign_ins (at);
