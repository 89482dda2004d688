// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/rowdigest.h"

namespace core::storage {

namespace {

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

/** Its kind, and its length where that varies, come first: rows that differ never look the same. */
void append(QByteArray &bytes, const QVariant &value)
{
    append(bytes, value.typeId());
    switch (value.typeId()) {
    case QMetaType::LongLong:
        append(bytes, value.toLongLong());
        break;
    case QMetaType::Double:
        append(bytes, value.toDouble());
        break;
    case QMetaType::QString: {
        // Not as UTF-8, where all that is no text becomes the same.
        const QString text = value.toString();
        append(bytes, text.size());
        bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
        break;
    }
    case QMetaType::QByteArray: {
        const QByteArray held = value.toByteArray();
        append(bytes, held.size());
        bytes.append(held);
        break;
    }
    default:
        break;
    }
}

} // namespace

void RowDigest::add(const StoredValues &row)
{
    QByteArray bytes;
    for (const QVariant &value : row)
        append(bytes, value);
    m_hash.addData(bytes);
    ++m_rows;
}

} // namespace core::storage
