// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databaseurl.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace core::storage {

namespace {

constexpr QLatin1String sqlitePrefix("sqlite:");

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(sqlitePrefix)) {
        const QString path = trimmed.mid(sqlitePrefix.size());
        if (path.isEmpty())
            return Failure(Error::invalidField("database", "database.url_no_path", {trimmed}));
        return sqliteFile(path);
    }

    const QUrl url(trimmed, QUrl::StrictMode);
    const bool isPostgresql = url.scheme() == QLatin1String("postgresql") || url.scheme() == QLatin1String("postgres");
    if (!url.isValid() || !isPostgresql)
        return Failure(Error::invalidField("database", "database.url", {url.toString(QUrl::RemovePassword)}));
    if (!url.password().isEmpty())
        return Failure(Error::invalidField("database", "database.url_password"));

    DatabaseUrl result;
    result.m_kind = Kind::Postgresql;
    result.m_text = trimmed;
    result.m_host = url.host();
    result.m_port = url.port();
    result.m_user = url.userName(QUrl::FullyDecoded);
    result.m_name = url.path(QUrl::FullyDecoded).mid(1);
    if (result.m_name.isEmpty() || result.m_name.contains(u'/'))
        return Failure(Error::invalidField("database", "database.url_no_name", {trimmed}));
    HELIOGRAPH_TRY(result.readOptions(QUrlQuery(url)));
    return result;
}

Status DatabaseUrl::readOptions(const QUrlQuery &query)
{
    static const QStringList known{QStringLiteral("host"), QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
                                   QStringLiteral("sslcert"), QStringLiteral("sslkey")};
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        // The driver takes a semicolon for the end of an option.
        if (!known.contains(key) || value.isEmpty() || value.contains(u';'))
            return Failure(Error::invalidField("database", "database.url_option", {key, known.join(QLatin1String(", "))}));
        if (key == known.first())
            m_host = value; // the folder of a socket, which the place of a host cannot hold
        else
            m_options.append({key, value});
    }
    return {};
}

DatabaseUrl DatabaseUrl::withPassword(const QString &password) const
{
    DatabaseUrl result = *this;
    result.m_password = password;
    return result;
}

DatabaseUrl DatabaseUrl::sqliteFile(const QString &path)
{
    DatabaseUrl result;
    result.m_path = QFileInfo(path).absoluteFilePath();
    return result;
}

QString DatabaseUrl::canonicalPath() const
{
    const QFileInfo file(m_path);
    if (m_path.isEmpty() || file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.path()).canonicalFilePath();
    return folder.isEmpty() ? m_path : QDir(folder).filePath(file.fileName());
}

QString DatabaseUrl::text() const
{
    return m_kind == Kind::Sqlite ? sqlitePrefix + m_path : m_text;
}

} // namespace core::storage
