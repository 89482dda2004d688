// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writes XLSX with libxlsxwriter, row by row in constant memory. All cells are text: a phone is not a number.
 */
#pragma once

#include "core/csv/tablewriter.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace core::csv {

/** A sheet that is full is followed by another one with the same header (the first row written). */
class XlsxWriter final : public TableWriter
{
public:
    /** Rows of a sheet, the header included; a limit of the format. */
    static constexpr qint64 maxSheetRows = 1'048'576;

    /** Errors: Unavailable file.unwritable (path, reason). */
    static Result<std::unique_ptr<XlsxWriter>> create(const QString &path);

    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;
    ~XlsxWriter() override;

    Status writeRow(const QStringList &cells) override;
    Status finish() override;

private:
    explicit XlsxWriter(const QString &path);
    Status writeCells(const QStringList &cells);
    [[nodiscard]] Error unwritable(const QString &reason) const;

    QString m_path;
    QString m_partPath;                 ///< written here until it is whole
    lxw_workbook *m_workbook = nullptr; ///< owned; closing it frees it
    lxw_worksheet *m_sheet = nullptr;
    QStringList m_header;
    qint64 m_sheetRows = 0;
};

} // namespace core::csv
