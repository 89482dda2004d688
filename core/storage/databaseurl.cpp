// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databaseurl.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

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
    result.m_server = trimmed;
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
    return m_kind == Kind::Sqlite ? sqlitePrefix + m_path : m_server;
}

} // namespace core::storage
