// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Guesses the encoding of a text file: its byte order mark, else what its bytes look like (uchardet).
 */
#pragma once

#include <QIODevice>
#include <QString>
#include <QStringList>

namespace core::csv {

/**
 * The encoding as QStringDecoder names it, for instance "windows-1251". Reads at most the first 64 MiB, until it meets
 * something that is not ASCII; plain ASCII is UTF-8. The device stands at its beginning afterwards.
 */
[[nodiscard]] QString detectedEncoding(QIODevice &device);

/** What an operator may choose from, the likeliest first. */
[[nodiscard]] const QStringList &offeredEncodings();

} // namespace core::csv
