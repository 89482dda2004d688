// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importahead.h"

#include <QtConcurrent>

namespace core::services {

ImportAhead::ImportAhead(ImportChunks &chunks) : m_chunks(chunks)
{
    readOn();
}

ImportAhead::~ImportAhead()
{
    if (m_reading.isValid())
        m_reading.waitForFinished();
}

ImportChunk ImportAhead::next()
{
    ImportChunk chunk = m_reading.takeResult();
    if (!chunk.last)
        readOn();
    return chunk;
}

void ImportAhead::readOn()
{
    m_reading = QtConcurrent::run([this] { return m_chunks.next(); });
}

} // namespace core::services
