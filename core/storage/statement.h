// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A named statement with its values, and the rows it gives.
 *
 * Errors of preparing and binding wait until the statement is run, so that callers check one Result.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/phonenumber.h"
#include "core/storage/connection.h"

#include <QList>
#include <QVariant>
#include <optional>
#include <type_traits>
#include <utility>

class QSqlQuery;

namespace core::storage {

/** A row being read, column after column in the order of the SELECT. NULL reads as 0, empty or nothing. */
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    [[nodiscard]] qint64 integer() { return value().toLongLong(); }
    [[nodiscard]] int small() { return static_cast<int>(integer()); }
    [[nodiscard]] bool flag() { return integer() != 0; }
    [[nodiscard]] double real() { return value().toDouble(); }
    [[nodiscard]] QString text() { return value().toString(); }
    [[nodiscard]] QByteArray bytes() { return value().toByteArray(); }
    [[nodiscard]] Instant instant() { return instantFromMs(integer()); }
    [[nodiscard]] domain::PhoneNumber phone() { return domain::PhoneNumber::fromNumber(integer()); }
    template <typename Id>
    [[nodiscard]] Id id()
    {
        return Id{integer()};
    }
    template <typename Enum>
    [[nodiscard]] Enum enumerated()
    {
        return static_cast<Enum>(integer());
    }
    [[nodiscard]] std::optional<Instant> optionalInstant();
    [[nodiscard]] std::optional<QString> optionalText();
    [[nodiscard]] std::optional<double> optionalReal();
    [[nodiscard]] std::optional<qint64> optionalInteger();
    /** As the driver gives it; for columns that are known by the schema only. */
    [[nodiscard]] QVariant any() { return value(); }

private:
    [[nodiscard]] QVariant value();

    const QSqlQuery &m_query;
    int m_column = 0;
};

/** Thread: that of its connection. Lives within one function. */
class Statement
{
public:
    Statement(Connection &connection, const char *name);
    Statement(Connection &connection, const char *name, const Pieces &pieces);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const char *name, qint64 value) { return bindValue(name, QVariant(value)); }
    Statement &bind(const char *name, int value) { return bindValue(name, QVariant(value)); }
    Statement &bind(const char *name, bool value) { return bindValue(name, QVariant(value ? 1 : 0)); }
    Statement &bind(const char *name, double value) { return bindValue(name, QVariant(value)); }
    /** A null string is stored as an empty one; std::nullopt is what becomes NULL. */
    Statement &bind(const char *name, const QString &value);
    Statement &bind(const char *name, const char *) = delete;
    Statement &bindBytes(const char *name, const QByteArray &value) { return bindValue(name, QVariant(value)); }
    Statement &bind(const char *name, Instant value) { return bind(name, toMs(value)); }
    Statement &bind(const char *name, domain::PhoneNumber value) { return bind(name, value.number()); }
    /** An invalid id becomes NULL. */
    template <typename Tag>
    Statement &bind(const char *name, Id<Tag> value)
    {
        return value.isValid() ? bind(name, value.value) : bindNull(name);
    }
    template <typename T>
    Statement &bind(const char *name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }
    /** The number behind an enumerator, as Row::enumerated reads it. */
    template <typename Enum>
    requires std::is_enum_v<Enum> Statement &bind(const char *name, Enum value)
    {
        return bind(name, static_cast<qint64>(value));
    }
    Statement &bindNull(const char *name) { return bindValue(name, QVariant()); }
    Statement &bindValue(const char *name, const QVariant &value);
    /** For the next `?` of a statement that has no names. */
    Statement &bindNext(const QVariant &value);

    Status run();
    /** Number of rows changed. */
    Result<qint64> runCounting();
    /** Id of the row inserted. */
    Result<qint64> runInserting();

    /** `read(Row &)` is called for every row. */
    template <typename Read>
    Status forEach(Read read)
    {
        HELIOGRAPH_TRY(execute());
        while (advance()) {
            Row row(*m_query);
            read(row);
        }
        return finished();
    }

    template <typename Read>
    auto list(Read read) -> Result<QList<std::invoke_result_t<Read, Row &>>>
    {
        QList<std::invoke_result_t<Read, Row &>> rows;
        HELIOGRAPH_TRY(forEach([&rows, &read](Row &row) { rows << read(row); }));
        return rows;
    }

    /** The first row, or nothing. */
    template <typename Read>
    auto first(Read read) -> Result<std::optional<std::invoke_result_t<Read, Row &>>>
    {
        std::optional<std::invoke_result_t<Read, Row &>> found;
        HELIOGRAPH_TRY(execute());
        if (advance()) {
            Row row(*m_query);
            found = read(row);
        }
        HELIOGRAPH_TRY(finished());
        return found;
    }

    /** The first column of the first row as a number; 0 without rows. */
    Result<qint64> number();

private:
    Status execute();
    [[nodiscard]] bool advance();
    Status finished();

    Connection &m_connection;
    QString m_where;
    std::shared_ptr<QSqlQuery> m_query;
    int m_bound = 0; ///< by bindNext()
    std::optional<Error> m_error;
};

} // namespace core::storage
