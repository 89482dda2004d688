// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writes CSV (RFC 4180) that spreadsheets open as they should: UTF-8 with a byte order mark, CR LF, quotes where needed.
 */
#pragma once

#include "core/csv/tablewriter.h"

#include <QByteArrayView>
#include <QFileDevice>

namespace core::csv {

class CsvWriter final : public TableWriter
{
public:
    /** Errors: Unavailable file.unwritable (path, reason). */
    static Result<std::unique_ptr<CsvWriter>> create(const QString &path, char delimiter);

    Status writeRow(const QStringList &cells) override;
    Status finish() override;

    /** A row cell by cell, without the guard against formulas: what the caller gives is what stands in the file. UTF-8. */
    void addCell(QByteArrayView cell);
    Status endRow();

private:
    CsvWriter(const QString &path, char delimiter);
    Status flush();
    [[nodiscard]] Error unwritable() const;

    std::unique_ptr<QFileDevice> m_file; ///< a QSaveFile, except for pipes and devices
    char m_delimiter;
    QByteArray m_buffer;
    bool m_rowBegun = false;
};

} // namespace core::csv
