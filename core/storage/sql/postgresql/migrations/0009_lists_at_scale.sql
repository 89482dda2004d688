-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What few rows of many are, without reading the many.

-- Over all mailings: what waits after an error.
CREATE INDEX messages_waiting_again_anywhere ON messages (status, id) WHERE status = 0 AND error_kind IS NOT NULL;
CREATE INDEX clients_opted_out ON clients (opted_out_at, id) WHERE opted_out_at IS NOT NULL;
