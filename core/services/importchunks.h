// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the file of an import in pieces, each row checked, so that one piece is read while another is written.
 *
 * Knows no database: which clients are there already is found out when a piece is written. Only for ImportRun.
 */
#pragma once

#include "core/csv/csvreader.h"
#include "core/csv/importreport.h"
#include "core/services/importplan.h"

#include <QMap>
#include <QSet>
#include <memory>
#include <vector>

namespace core::services {

/** Some thousand rows of the file. */
struct ImportChunk
{
    struct Refused
    {
        csv::CsvRow row;
        csv::RejectReason reason = csv::RejectReason::PhoneEmpty;
    };

    QList<domain::ImportRow> rows; ///< accepted, no phone twice within the file
    std::vector<Refused> refused;
    qint64 doubles = 0;
    qint64 bytesRead = 0;           ///< of the file, with this piece
    bool last = false;              ///< no other follows
    std::optional<Error> stoppedBy; ///< the file cannot be read behind these rows; then `last`
};

/** Phones seen so far; takes half the memory of a set of 64-bit numbers. */
class PhoneSet
{
public:
    /** False if it is in already. */
    bool insert(domain::PhoneNumber phone)
    {
        const auto number = static_cast<quint64>(phone.number());
        QSet<quint32> &set = m_sets[number >> 32];
        const qsizetype before = set.size();
        set.insert(static_cast<quint32>(number));
        return set.size() > before;
    }

private:
    QMap<quint64, QSet<quint32>> m_sets; ///< by the upper half, of which there are three
};

/**
 * Promises: memory does not depend on the size of the file, but for 8 bytes or so a client (doubles).
 *
 * Thread: one at a time.
 */
class ImportChunks
{
public:
    static constexpr qsizetype rowsAtOnce = 6000;
    static constexpr qint64 bytesAtOnce = 1024 * 1024;

    /** Errors: Unavailable csv.unreadable; InvalidInput csv.encoding. */
    static Result<std::unique_ptr<ImportChunks>> open(const ImportPlan &plan, Instant now);

    /** Not after one that was `last`. */
    ImportChunk next();
    [[nodiscard]] qint64 bytesTotal() const { return m_bytesTotal; }

private:
    ImportChunks(const ImportPlan &plan, Instant now, std::unique_ptr<csv::CsvReader> reader);
    void take(const csv::CsvRow &row, ImportChunk &chunk);
    [[nodiscard]] bool hasRoomForExtraTags(const QStringList &tags) const;

    std::unique_ptr<csv::CsvReader> m_reader;
    csv::ClientRowParser m_parser;
    const qint64 m_headerLine;
    const QStringList m_extraTags;
    const qint64 m_bytesTotal;
    PhoneSet m_phones; ///< of accepted rows
};

} // namespace core::services
