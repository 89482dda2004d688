// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/tablecopy.h"

#include "core/storage/rowdigest.h"
#include "core/storage/transaction.h"

namespace core::storage {

namespace {

/** Goes through a table from its first key to its last. */
class Walk
{
public:
    explicit Walk(TableRows &rows) : m_rows(rows) {}

    /** Number of rows read; 0 at the end. */
    Result<qint64> step()
    {
        HELIOGRAPH_ASSIGN(const QList<StoredValues> batch, m_rows.read(m_rest, m_rows.batch()));
        for (const StoredValues &row : batch)
            m_digest.add(row);
        if (!batch.isEmpty())
            m_rest.after = m_rows.table().keyOf(batch.last());
        return batch.size();
    }

    [[nodiscard]] const RowDigest &digest() const { return m_digest; }

private:
    TableRows &m_rows;
    KeyRange m_rest;
    RowDigest m_digest;
};

} // namespace

TableCopy::TableCopy(const TableRows &original, const TableRows &copy) : m_original(original), m_copy(copy) {}

Result<KeyRange> TableCopy::forEachBatch(const Advance &advance, const Batch &work)
{
    KeyRange range;
    for (;;) {
        HELIOGRAPH_ASSIGN(const QList<StoredValues> rows, m_original.read({range.after, {}}, m_original.batch()));
        if (rows.isEmpty())
            return KeyRange{range.after, {}};
        range.upTo = m_original.table().keyOf(rows.last());
        HELIOGRAPH_TRY(work(range, rows));
        HELIOGRAPH_TRY(advance(rows.size()));
        range.after = range.upTo;
    }
}

Result<bool> TableCopy::isCopied(const KeyRange &range, const QList<StoredValues> &rows)
{
    HELIOGRAPH_ASSIGN(const QList<StoredValues> present, m_copy.read(range, rows.size() + 1));
    return present == rows;
}

Status TableCopy::replace(const KeyRange &range, const QList<StoredValues> &rows)
{
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(m_copy.connection(), Transaction::Kind::Write));
    HELIOGRAPH_TRY(m_copy.erase(range));
    if (!rows.isEmpty())
        HELIOGRAPH_TRY(m_copy.insert(rows));
    return transaction.commit();
}

Status TableCopy::dropDifferences(const Advance &advance)
{
    HELIOGRAPH_ASSIGN(const KeyRange beyond,
                      forEachBatch(advance, [this](const KeyRange &range, const auto &rows) -> Status {
                          HELIOGRAPH_ASSIGN(const bool copied, isCopied(range, rows));
                          return copied ? Status() : replace(range, {});
                      }));
    return replace(beyond, {});
}

Status TableCopy::fill(const Advance &advance)
{
    HELIOGRAPH_ASSIGN(const qint64 present, m_copy.count());
    return forEachBatch(advance,
                        [&](const KeyRange &range, const auto &rows) -> Status {
                            if (present > 0) {
                                HELIOGRAPH_ASSIGN(const bool copied, isCopied(range, rows));
                                if (copied)
                                    return {};
                            }
                            return replace(range, rows);
                        })
        .map([](const KeyRange &) {});
}

Status TableCopy::verify(const Advance &advance)
{
    Walk original(m_original);
    Walk copy(m_copy);
    // Side by side: a server ends a transaction that is idle for too long.
    for (qint64 there = 1, here = 1; there + here > 0;) {
        HELIOGRAPH_ASSIGN(there, original.step());
        HELIOGRAPH_ASSIGN(here, copy.step());
        HELIOGRAPH_TRY(advance(there));
    }
    if (original.digest().rows() != copy.digest().rows() || original.digest().sum() != copy.digest().sum())
        return Failure(
            Error::make(ErrorKind::Corrupt, "copy.differs",
                        {name(), QString::number(original.digest().rows()), QString::number(copy.digest().rows())}));
    return {};
}

} // namespace core::storage
