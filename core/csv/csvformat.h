// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How a CSV file is to be read: what detection guesses and an operator may change.
 */
#pragma once

#include <QString>

namespace core::csv {

struct CsvFormat
{
    QString encoding = QStringLiteral("UTF-8"); ///< as QStringDecoder names it, for instance "windows-1251"
    char delimiter = ';';
    qint64 headerLine = 0; ///< physical line of the header, from 1; 0: the file has none

    bool operator==(const CsvFormat &) const = default;
};

} // namespace core::csv
