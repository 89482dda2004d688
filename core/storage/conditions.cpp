// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/conditions.h"

namespace core::storage {

Conditions::Conditions(const Connection &connection) : m_connection(connection) {}

void Conditions::require(const char *fragment, const Values &values)
{
    requireAny({fragment}, values);
}

void Conditions::requireAny(const QList<const char *> &fragments, const Values &values)
{
    const QString number = QString::number(m_texts.size());
    QStringList alternatives;
    for (const char *fragment : fragments)
        alternatives << u'(' + m_connection.text(fragment).replace(QLatin1String("{n}"), number) + u')';
    m_texts << u'(' + alternatives.join(u' ' + m_connection.text("condition_or") + u' ') + u')';
    for (const auto &[name, value] : values)
        m_values.append({':' + QByteArray(name) + number.toLatin1(), value});
}

QString Conditions::text() const
{
    if (m_texts.isEmpty())
        return m_connection.text("condition_true");
    return m_texts.join(u' ' + m_connection.text("condition_and") + u' ');
}

void Conditions::bindTo(Statement &statement) const
{
    for (const auto &[name, value] : m_values)
        statement.bindValue(name.constData(), value);
}

} // namespace core::storage
