-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whatever is sent passes through two statuses within moments, and each step of it changed every index that has the status.

-- Pending, or ended.
DROP INDEX messages_by_status;
CREATE INDEX messages_by_status ON messages (mailing_id, status) WHERE status <> 1;
-- A few thousand at most.
CREATE INDEX messages_sending ON messages (mailing_id) WHERE status = 1;

-- Over all mailings, only final statuses have indexes; the others are looked for mailing by mailing. Only statements over all
-- mailings say `status >= 2`: no other takes them by mistake.
DROP INDEX messages_of_status;
CREATE INDEX messages_of_status ON messages (status) WHERE status >= 2;
DROP INDEX messages_by_end;
CREATE INDEX messages_by_end ON messages (status, ended_at) WHERE ended_at IS NOT NULL AND status >= 2;
