// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storedvalue.h"

#include <QByteArray>
#include <QString>

namespace core::storage {

namespace {

/** PostgreSQL's driver gives positive ones as if they had no sign. */
bool isInteger(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

/** The drivers take a text that is null for NULL. */
QVariant neverNull(const QString &text)
{
    return text.isNull() ? QString(QLatin1String("")) : text;
}

QVariant neverNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

std::optional<QVariant> canonicalValue(ValueKind kind, const QVariant &stored)
{
    if (stored.isNull())
        return QVariant();
    switch (kind) {
    case ValueKind::Integer:
        if (isInteger(stored))
            return stored.toLongLong();
        break;
    case ValueKind::Real:
        if (stored.typeId() == QMetaType::Double || isInteger(stored))
            return stored.toDouble() + 0.0; // SQLite knows no negative zero
        break;
    case ValueKind::Text:
        if (stored.typeId() == QMetaType::QString)
            return neverNull(stored.toString());
        break;
    case ValueKind::Bytes:
        if (stored.typeId() == QMetaType::QByteArray)
            return neverNull(stored.toByteArray());
        break;
    }
    return std::nullopt;
}

} // namespace core::storage
