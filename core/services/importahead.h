// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the next piece of an import's file on a thread of the pool while the one before it is written.
 *
 * Only for ImportRun.
 */
#pragma once

#include "core/services/importchunks.h"

#include <QFuture>

namespace core::services {

/** Begins to read at once; one piece waits at most. Thread: one at a time. */
class ImportAhead
{
public:
    explicit ImportAhead(ImportChunks &chunks);
    /** Waits for what is being read. */
    ~ImportAhead();
    Q_DISABLE_COPY_MOVE(ImportAhead)

    /** False behind the last piece. */
    [[nodiscard]] bool hasNext() const { return m_reading.isValid(); }
    /** There is one, and next() will not wait for it. */
    [[nodiscard]] bool isReady() const { return m_reading.isValid() && m_reading.isFinished(); }
    /** Only if there is one. */
    [[nodiscard]] ImportChunk next();

private:
    void readOn();

    ImportChunks &m_chunks;
    QFuture<ImportChunk> m_reading;
};

} // namespace core::services
