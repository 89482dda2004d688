// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One line of a spool of results (core/storage/resultspool): a JSON object, with numbers as the database stores them.
 *
 * What a gateway said is left out, since it may repeat text and phone; its kind and HTTP status are kept.
 */
#pragma once

#include "core/interfaces/messagerepository.h"

namespace core::storage {

struct SpooledOutcome
{
    InstanceId by;
    interfaces::MessageOutcome outcome;
};

/** With the line break. */
[[nodiscard]] QByteArray toLine(const SpooledOutcome &spooled);
/** Nothing: it was not written to its end, or not by us. */
[[nodiscard]] std::optional<SpooledOutcome> outcomeFromLine(const QByteArray &line);

} // namespace core::storage
