// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the parameters after the `?` of a call, as core/json/objectreader does with the members of a body.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/page.h"

#include <QSet>
#include <QStringList>
#include <QUrlQuery>
#include <optional>

namespace core::rest {

/** `?limit=`, `?cursor=`, `?count=`. */
struct PageParameters
{
    domain::PageRequest request;
    bool withCount = false;
};

/** A parameter that is absent reads as nothing; check() names everything that is wrong at once. Thread: one. */
class QueryReader
{
public:
    explicit QueryReader(const QUrlQuery &query);

    [[nodiscard]] std::optional<QString> text(const QString &name);
    [[nodiscard]] QStringList texts(const QString &name); ///< may stand there several times
    [[nodiscard]] std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    [[nodiscard]] std::optional<bool> boolean(const QString &name);
    [[nodiscard]] std::optional<Instant> time(const QString &name); ///< with an offset
    /** A positive number; invalid if it is absent. */
    template <typename IdType>
    [[nodiscard]] IdType id(const QString &name)
    {
        return IdType{integer(name, 1, std::numeric_limits<qint64>::max()).value_or(0)};
    }
    template <typename FromText>
    [[nodiscard]] auto choice(const QString &name, FromText fromText) -> decltype(fromText(QString()))
    {
        const std::optional<QString> given = text(name);
        if (!given)
            return {};
        auto chosen = fromText(*given);
        if (!chosen)
            fail(name, "json:choice", {*given});
        return chosen;
    }
    /** The same for a parameter that may stand there several times. */
    template <typename FromText>
    [[nodiscard]] auto choices(const QString &name, FromText fromText)
        -> QList<typename std::invoke_result_t<FromText, const QString &>::value_type>
    {
        QList<typename std::invoke_result_t<FromText, const QString &>::value_type> chosen;
        const QStringList given = texts(name);
        for (const QString &one : given) {
            if (const auto value = fromText(one))
                chosen << *value;
            else
                fail(name, "json:choice", {one});
        }
        return chosen;
    }
    /** Names that begin with `prefix`, with their values; the prefix is cut off. */
    [[nodiscard]] QList<std::pair<QString, QString>> startingWith(const QString &prefix);
    [[nodiscard]] PageParameters page();

    void fail(const QString &name, const char *code, const QStringList &args = {});
    /** Field errors that are named as the parameter is. */
    void add(const Error &error) { m_errors += error.fields; }
    /** Errors: InvalidInput with all that cannot be read; parameters that nobody asked for among them (query:unknown). */
    [[nodiscard]] Status check() const;

private:
    QList<std::pair<QString, QString>> m_items;
    QSet<QString> m_known;
    QList<FieldError> m_errors;
};

} // namespace core::rest
