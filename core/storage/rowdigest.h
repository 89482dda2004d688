// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Number and checksum of the rows of a table, whichever database they lie in.
 */
#pragma once

#include "core/storage/storedvalue.h"

#include <QCryptographicHash>

namespace core::storage {

/** Equal for equal rows in the same order. Thread: one at a time. */
class RowDigest
{
public:
    void add(const StoredValues &row);

    [[nodiscard]] qint64 rows() const { return m_rows; }
    /** SHA-256. */
    [[nodiscard]] QByteArray sum() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_rows = 0;
};

} // namespace core::storage
