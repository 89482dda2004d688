// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statement.h"

#include <QSqlError>
#include <QSqlQuery>

namespace core::storage {

QVariant Row::value()
{
    return m_query.value(m_column++);
}

std::optional<Instant> Row::optionalInstant()
{
    const auto number = optionalInteger();
    return number ? std::optional(instantFromMs(*number)) : std::nullopt;
}

std::optional<QString> Row::optionalText()
{
    const QVariant read = value();
    return read.isNull() ? std::nullopt : std::optional(read.toString());
}

std::optional<double> Row::optionalReal()
{
    const QVariant read = value();
    return read.isNull() ? std::nullopt : std::optional(read.toDouble());
}

std::optional<qint64> Row::optionalInteger()
{
    const QVariant read = value();
    return read.isNull() ? std::nullopt : std::optional(read.toLongLong());
}

Statement::Statement(Connection &connection, const char *name) : Statement(connection, name, {}) {}

Statement::Statement(Connection &connection, const char *name, const Pieces &pieces)
    : m_connection(connection), m_where(QString::fromLatin1(name))
{
    auto prepared = connection.prepared(connection.text(name, pieces), m_where);
    if (prepared)
        m_query = std::move(*prepared);
    else
        m_error = prepared.error();
}

Statement::~Statement()
{
    // A statement left half-read would hold a snapshot, and with it the log file.
    if (m_query)
        m_query->finish();
}

Statement &Statement::bind(const char *name, const QString &value)
{
    return bindValue(name, QVariant(value.isNull() ? QLatin1String("") : value));
}

Statement &Statement::bindValue(const char *name, const QVariant &value)
{
    if (m_query)
        m_query->bindValue(QString::fromLatin1(name), value);
    return *this;
}

Statement &Statement::bindNext(const QVariant &value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value);
    return *this;
}

Status Statement::execute()
{
    if (m_error)
        return Failure(*m_error);
    if (!m_query->exec())
        return Failure(m_connection.classified(m_query->lastError(), m_where));
    return {};
}

bool Statement::advance()
{
    return m_query->next();
}

Status Statement::finished()
{
    // next() says "no more rows" and "failed half-way" with the same false.
    const QSqlError error = m_query->lastError();
    m_query->finish();
    if (error.isValid())
        return Failure(m_connection.classified(error, m_where));
    return {};
}

Status Statement::run()
{
    HELIOGRAPH_TRY(execute());
    return finished();
}

Result<qint64> Statement::runCounting()
{
    HELIOGRAPH_TRY(execute());
    const qint64 changed = m_query->numRowsAffected();
    HELIOGRAPH_TRY(finished());
    return changed;
}

Result<qint64> Statement::runInserting()
{
    HELIOGRAPH_TRY(execute());
    const qint64 id = m_query->lastInsertId().toLongLong();
    HELIOGRAPH_TRY(finished());
    return id;
}

Result<qint64> Statement::number()
{
    HELIOGRAPH_ASSIGN(const std::optional<qint64> read, first([](Row &row) { return row.integer(); }));
    return read.value_or(0);
}

} // namespace core::storage
