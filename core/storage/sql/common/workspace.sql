-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: setting_list
SELECT key, value FROM settings;

-- name: setting_save
INSERT INTO settings (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: remembered_find
SELECT value FROM remembered WHERE key = :key;

-- name: remembered_save
INSERT INTO remembered (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;
