// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importchunks.h"

#include "core/domain/tags.h"

namespace core::services {

Result<std::unique_ptr<ImportChunks>> ImportChunks::open(const ImportPlan &plan, Instant now)
{
    HELIOGRAPH_ASSIGN(auto reader, csv::CsvReader::open(plan.request.path, plan.format));
    return std::unique_ptr<ImportChunks>(new ImportChunks(plan, now, std::move(reader)));
}

ImportChunks::ImportChunks(const ImportPlan &plan, Instant now, std::unique_ptr<csv::CsvReader> reader)
    : m_reader(std::move(reader)), m_parser(plan.parser(now)), m_headerLine(plan.format.headerLine),
      m_extraTags(plan.request.extraTags), m_bytesTotal(m_reader->bytesTotal())
{}

ImportChunk ImportChunks::next()
{
    ImportChunk chunk;
    const qint64 bytesBefore = m_reader->bytesRead();
    csv::CsvRow row;
    for (qsizetype rows = 0; rows < rowsAtOnce && m_reader->bytesRead() - bytesBefore < bytesAtOnce; ++rows) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            chunk.stoppedBy = more.error();
        if (!more || !*more) {
            chunk.last = true;
            break;
        }
        if (row.line() > m_headerLine)
            take(row, chunk);
    }
    chunk.bytesRead = m_reader->bytesRead();
    return chunk;
}

void ImportChunks::take(const csv::CsvRow &row, ImportChunk &chunk)
{
    auto client = m_parser.parse(row);
    if (!client) {
        chunk.refused.push_back({row, client.error().reason});
        return;
    }
    if (!hasRoomForExtraTags(client->tags)) {
        chunk.refused.push_back({row, csv::RejectReason::Tags});
        return;
    }
    if (m_phones.insert(client->phone))
        chunk.rows.append(*std::move(client));
    else
        ++chunk.doubles;
}

bool ImportChunks::hasRoomForExtraTags(const QStringList &tags) const
{
    return tags.size() + m_extraTags.size() <= domain::maxTags || domain::normalisedTags(tags + m_extraTags).has_value();
}

} // namespace core::services
