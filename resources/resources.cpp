// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** @file The compiled-in resources have no code; this gives their library something to compile. */
