-- SPDX-FileCopyrightText: 2026 Heliograph contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Pieces of WHERE clauses (core/storage/conditions.h). {n} tells several uses of one fragment apart.

-- name: condition_true
1 = 1

-- name: condition_and
 AND 
-- name: condition_or
 OR 
