// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/postgresserver.h"

#include "core/storage/connection.h"
#include "core/storage/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace tests {

using core::storage::Connection;
using core::storage::DatabaseUrl;

namespace {

constexpr const char *variable = "HELIOGRAPH_TEST_POSTGRES"; ///< the folder that ctest gave to postgres.sh

QString firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qUtf8Printable(path));
    return QString::fromUtf8(file.readLine()).trimmed();
}

} // namespace

PostgresServer &PostgresServer::shared()
{
    if (qEnvironmentVariableIsSet(variable)) {
        static PostgresServer given{Found::ByCtest};
        return given;
    }
    static PostgresServer own{QStringList{QStringLiteral("fsync = off")}};
    return own;
}

PostgresServer::PostgresServer(Found) : m_url(firstLineOf(qEnvironmentVariable(variable) + QStringLiteral("/url"))) {}

PostgresServer::PostgresServer(const QStringList &options) : m_isOwn(true)
{
    control(QStringList{QStringLiteral("start"), m_folder.filePath(QStringLiteral("server"))} + options);
    m_url = firstLineOf(m_folder.filePath(QStringLiteral("server/url")));
}

PostgresServer::~PostgresServer()
{
    if (m_isOwn)
        control({QStringLiteral("stop"), m_folder.filePath(QStringLiteral("server"))});
}

void PostgresServer::goDown()
{
    control({QStringLiteral("down"), m_folder.filePath(QStringLiteral("server"))});
}

void PostgresServer::comeUp()
{
    control({QStringLiteral("up"), m_folder.filePath(QStringLiteral("server"))});
}

void PostgresServer::control(const QStringList &arguments) const
{
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedChannels);
    script.start(QStringLiteral(HELIOGRAPH_POSTGRES_SCRIPT), arguments);
    if (!script.waitForFinished(120000) || script.exitCode() != 0)
        qFatal("postgres.sh %s failed", qUtf8Printable(arguments.join(u' ')));
}

void PostgresServer::run(const QString &sql) const
{
    runIn(*DatabaseUrl::parse(m_url), sql);
}

void PostgresServer::runIn(const DatabaseUrl &url, const QString &sql)
{
    const auto connection = Connection::open(url, Connection::Access::ReadWrite);
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().detail));
    if (const auto done = (*connection)->runText(sql, sql); !done)
        qFatal("%s", qUtf8Printable(done.error().detail));
}

DatabaseUrl PostgresServer::urlOf(const QString &database) const
{
    return *DatabaseUrl::parse(QString(m_url).replace(QStringLiteral("/postgres?"), u'/' + database + u'?'));
}

DatabaseUrl PostgresServer::createDatabase()
{
    const QString name = QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++m_created);
    run(QStringLiteral("CREATE DATABASE ") + name);
    return urlOf(name);
}

DatabaseUrl PostgresServer::createWorkspace()
{
    if (m_template.isEmpty()) {
        const DatabaseUrl made = createDatabase();
        if (const auto prepared = core::storage::prepareDatabase(made); !prepared)
            qFatal("%s %s", qUtf8Printable(prepared.error().code), qUtf8Printable(prepared.error().detail));
        m_template = made.name();
    }
    const QString name = QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++m_created);
    run(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, m_template));
    const DatabaseUrl made = urlOf(name);
    runIn(made, QStringLiteral("UPDATE workspace SET id = gen_random_uuid()"));
    return made;
}

void PostgresServer::dropDatabase(const DatabaseUrl &url)
{
    run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(url.name()));
}

} // namespace tests
