-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How much longer each pause is than the one before; it was 2 for all.

ALTER TABLE gateways ADD COLUMN retry_factor DOUBLE PRECISION NOT NULL DEFAULT 2;
