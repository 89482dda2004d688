// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/queryreader.h"

#include "core/json/timetext.h"

namespace core::rest {

namespace {

/** Forms of HTML write a blank as `+`; QUrlQuery leaves it. */
QString plain(QString text)
{
    text = QUrl::fromPercentEncoding(text.replace(u'+', QStringLiteral("%20")).toUtf8());
    return text;
}

bool isKeepable(const QString &text)
{
    return !text.contains(QChar::Null) && !text.contains(QChar::ReplacementCharacter);
}

} // namespace

QueryReader::QueryReader(const QUrlQuery &query)
{
    for (const auto &[name, value] : query.queryItems(QUrl::FullyEncoded))
        m_items.emplaceBack(plain(name), plain(value));
    for (const auto &[name, value] : std::as_const(m_items)) {
        if (!isKeepable(name) || !isKeepable(value))
            fail(name, "text:unreadable");
    }
}

std::optional<QString> QueryReader::text(const QString &name)
{
    const QStringList values = texts(name);
    if (values.size() > 1)
        fail(name, "query:repeated");
    return values.isEmpty() ? std::nullopt : std::optional(values.first());
}

QStringList QueryReader::texts(const QString &name)
{
    m_known.insert(name);
    QStringList values;
    for (const auto &[itemName, value] : std::as_const(m_items)) {
        if (itemName == name)
            values << value;
    }
    return values;
}

std::optional<qint64> QueryReader::integer(const QString &name, qint64 least, qint64 most)
{
    const std::optional<QString> given = text(name);
    if (!given)
        return {};
    bool isNumber = false;
    const qint64 number = given->toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    fail(name, "number:range", {QString::number(least), QString::number(most)});
    return {};
}

std::optional<bool> QueryReader::boolean(const QString &name)
{
    return choice(name, [](const QString &given) -> std::optional<bool> {
        if (given == QLatin1String("true"))
            return true;
        return given == QLatin1String("false") ? std::optional(false) : std::nullopt;
    });
}

std::optional<Instant> QueryReader::time(const QString &name)
{
    const std::optional<QString> given = text(name);
    if (!given)
        return {};
    const auto instant = json::instantFromText(*given, name);
    if (instant)
        return *instant;
    add(instant.error());
    return {};
}

QList<std::pair<QString, QString>> QueryReader::startingWith(const QString &prefix)
{
    QList<std::pair<QString, QString>> found;
    for (const auto &[name, value] : std::as_const(m_items)) {
        if (!name.startsWith(prefix))
            continue;
        m_known.insert(name);
        found.emplaceBack(name.mid(prefix.size()), value);
    }
    return found;
}

PageParameters QueryReader::page()
{
    PageParameters page;
    page.request.limit = static_cast<int>(integer(QStringLiteral("limit"), 1, domain::maxPageSize).value_or(50));
    page.request.after = text(QStringLiteral("cursor")).value_or(QString());
    page.withCount = boolean(QStringLiteral("count")).value_or(false);
    if (!page.request.after.isEmpty() && !domain::decodedCursor(page.request.after))
        fail(QStringLiteral("cursor"), "page:cursor");
    return page;
}

void QueryReader::fail(const QString &name, const char *code, const QStringList &args)
{
    m_errors.append({name, QString::fromLatin1(code), args});
}

Status QueryReader::check() const
{
    QList<FieldError> errors = m_errors;
    for (const auto &[name, value] : m_items) {
        if (!m_known.contains(name))
            errors.append({name, QStringLiteral("query:unknown"), {}});
    }
    if (errors.isEmpty())
        return {};
    Error error = Error::invalid(std::move(errors));
    error.code = QStringLiteral("request.parameter");
    return Failure(std::move(error));
}

} // namespace core::rest
