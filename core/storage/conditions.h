// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A WHERE clause composed of named fragments, with their values.
 */
#pragma once

#include "core/storage/statement.h"

namespace core::storage {

/**
 * All conditions hold together. A fragment's `{n}` becomes the number of the condition, so that one fragment may be used
 * several times with values of its own (`:word{n}`).
 * Thread: that of the connection.
 */
class Conditions
{
public:
    using Values = QList<std::pair<const char *, QVariant>>; ///< names without colon and number

    explicit Conditions(const Connection &connection);

    void require(const char *fragment, const Values &values = {});
    /** One of the fragments at least; they share the values. */
    void requireAny(const QList<const char *> &fragments, const Values &values);

    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }
    /** True for every row if there are no conditions. */
    [[nodiscard]] QString text() const;
    void bindTo(Statement &statement) const;

private:
    const Connection &m_connection;
    QStringList m_texts;
    QList<std::pair<QByteArray, QVariant>> m_values;
};

} // namespace core::storage
