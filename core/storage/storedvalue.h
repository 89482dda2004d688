// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One value of any table, as every database would give it.
 */
#pragma once

#include <QList>
#include <QVariant>
#include <optional>

namespace core::storage {

/** What a column holds, whatever a database calls it. */
enum class ValueKind : quint8 { Integer, Real, Text, Bytes };

/** Of a row, in the order of its table's columns. */
using StoredValues = QList<QVariant>;

/**
 * qlonglong, double, QString or QByteArray, so that equal values are equal; not valid: NULL. Nothing if it is no value of
 * that kind: SQLite keeps what does not fit as it is.
 */
[[nodiscard]] std::optional<QVariant> canonicalValue(ValueKind kind, const QVariant &stored);

} // namespace core::storage
