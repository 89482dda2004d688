// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the members of a JSON object one by one, and collects everything that is wrong with them.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <optional>

namespace core::json {

/** A member that may be null: not there, null, or a value. */
template <typename T>
using Nullable = std::optional<std::optional<T>>;

/**
 * Promises:
 *  - A member that is absent reads as nothing; one of another type too, and is an error (json:type, args: what it must be).
 *  - errors() names all errors at once, members that nobody asked for among them (json:unknown).
 *
 * Thread: one.
 */
class ObjectReader
{
public:
    /** @param prefix  what stands before each name in errors, for instance "filter." */
    explicit ObjectReader(QJsonObject object, QString prefix = {});

    [[nodiscard]] std::optional<QString> text(const QString &key);
    [[nodiscard]] std::optional<bool> boolean(const QString &key);
    [[nodiscard]] std::optional<double> number(const QString &key);
    [[nodiscard]] std::optional<qint64> integer(const QString &key);
    [[nodiscard]] std::optional<QStringList> texts(const QString &key);
    [[nodiscard]] std::optional<QList<qint64>> integers(const QString &key);
    [[nodiscard]] std::optional<QMap<QString, QString>> textMap(const QString &key);
    [[nodiscard]] std::optional<Instant> time(const QString &key); ///< with an offset
    [[nodiscard]] std::optional<QJsonObject> object(const QString &key);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    /** The same for a member that may be null: `orNull(key, &ObjectReader::time)`. */
    template <typename T>
    [[nodiscard]] Nullable<T> orNull(const QString &key, std::optional<T> (ObjectReader::*read)(const QString &))
    {
        if (take(key).isNull())
            return Nullable<T>(std::in_place);
        std::optional<T> value = (this->*read)(key);
        return value ? Nullable<T>(std::move(value)) : Nullable<T>();
    }

    /** A text that `fromText` knows; others are an error (json:choice). */
    template <typename FromText>
    [[nodiscard]] auto choice(const QString &key, FromText fromText) -> decltype(fromText(QString()))
    {
        const std::optional<QString> name = text(key);
        if (!name)
            return {};
        auto chosen = fromText(*name);
        if (!chosen)
            fail(key, "json:choice", {*name});
        return chosen;
    }

    /** Members that must be there (json:missing); to be said after they were read. */
    void need(const QStringList &keys);
    /** Read-only members: known, and not looked at. */
    void skip(const QStringList &keys);
    void fail(const QString &key, const char *code, const QStringList &args = {});
    /** Errors of an inner object, named as they are. */
    void add(const QList<FieldError> &errors);
    [[nodiscard]] QList<FieldError> errors() const;

private:
    [[nodiscard]] QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_prefix;
    QSet<QString> m_known;
    QList<FieldError> m_errors;
};

/**
 * What is wrong with an object that cannot be read as a whole: `unreadable`, what is missing included, and what the rules of
 * the domain say to the rest of it, so that all of it is told at once.
 */
template <typename T>
[[nodiscard]] Error allErrors(QList<FieldError> unreadable, const Result<T> &rest)
{
    QSet<QString> named;
    for (const FieldError &error : std::as_const(unreadable))
        named.insert(error.field);
    const QList<FieldError> ruled = rest ? QList<FieldError>() : rest.error().fields;
    for (const FieldError &error : ruled) {
        if (!named.contains(error.field))
            unreadable.append(error);
    }
    return Error::invalid(std::move(unreadable));
}

} // namespace core::json
