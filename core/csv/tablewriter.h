// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an export writes its rows to, whatever the kind of file.
 */
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <memory>

namespace core::csv {

/**
 * Promises: the file appears under its name only when finish() has succeeded; a writer that is destroyed without it leaves
 * nothing behind, and an older file of that name untouched. Thread: one at a time.
 */
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    /** Cells as they are to be seen; a formula's beginning is guarded here. Errors: Unavailable file.unwritable (path,
     * reason). */
    virtual Status writeRow(const QStringList &cells) = 0;
    /** Errors: Unavailable file.unwritable. */
    virtual Status finish() = 0;

    /**
     * XLSX for a name that ends with .xlsx, else CSV.
     * @param delimiter  of CSV: `;` or `,`
     * Errors: Unavailable file.unwritable.
     */
    static Result<std::unique_ptr<TableWriter>> create(const QString &path, char delimiter);
};

} // namespace core::csv
