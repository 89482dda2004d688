// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/serverplace.h"

#include <QUrl>
#include <QUrlQuery>

namespace core::domain {

namespace {

constexpr int maxPort = 65'535;

/** A name or an address; QUrl knows which characters these have. */
bool isHost(const QString &text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return !url.host().isEmpty();
}

/** A character that means something in a query stays a part of the value. */
QString value(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "/"));
}

/** Keys and values as libpq reads them; see "SSL Mode Descriptions" in its documentation. */
QUrlQuery query(const ServerPlace &place)
{
    QUrlQuery query;
    if (place.isSocket())
        query.addQueryItem(QStringLiteral("host"), value(place.host));
    if (place.isSocket() || place.trust == ServerTrust::None)
        return query;
    const bool isProven = place.trust == ServerTrust::Certificate;
    query.addQueryItem(QStringLiteral("sslmode"), isProven ? QStringLiteral("verify-full") : QStringLiteral("require"));
    if (isProven)
        query.addQueryItem(QStringLiteral("sslrootcert"), value(place.authority));
    return query;
}

} // namespace

Status ServerPlace::check() const
{
    QList<FieldError> errors;
    const auto require = [&errors](bool holds, const char *field, const char *code, const QStringList &args = {}) {
        if (!holds)
            errors.append({QString::fromLatin1(field), QString::fromLatin1(code), args});
        return holds;
    };
    if (require(!host.isEmpty(), "host", "host:empty"))
        require(isSocket() ? !host.contains(u';') : isHost(host), "host", "host:shape", {host});
    require(port >= 1 && port <= maxPort, "port", "port:range", {QString::number(port)});
    if (require(!database.isEmpty(), "database", "database:empty"))
        require(!database.contains(u'/'), "database", "database:shape", {database});
    require(!user.isEmpty(), "user", "user:empty");
    // The driver takes a semicolon for the end of an option.
    if (!isSocket() && trust == ServerTrust::Certificate && require(!authority.isEmpty(), "authority", "authority:empty"))
        require(!authority.contains(u';'), "authority", "authority:shape");
    return errors.isEmpty() ? Status() : Failure(Error::invalid(errors));
}

QString ServerPlace::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user, QUrl::DecodedMode);
    if (!isSocket())
        url.setHost(host);
    url.setPort(port);
    url.setPath(u'/' + database, QUrl::DecodedMode);
    url.setQuery(query(*this));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace core::domain
