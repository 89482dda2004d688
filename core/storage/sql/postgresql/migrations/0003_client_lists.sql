-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Lists of clients by zone and by their last change, and those of one zone, without reading all of them.

CREATE INDEX clients_by_timezone ON clients (timezone_id, id);
CREATE INDEX clients_by_updated_at ON clients (updated_at, id);
