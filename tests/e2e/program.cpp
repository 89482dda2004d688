// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"

#include <QDir>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>

namespace tests {

namespace {

constexpr std::chrono::seconds longestAnswer{20};

QJsonDocument answerOf(QNetworkReply *sent)
{
    const std::unique_ptr<QNetworkReply> reply(sent);
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(2 * int(std::chrono::milliseconds(longestAnswer).count()));
    return QJsonDocument::fromJson(reply->readAll());
}

QNetworkRequest requestFor(const QString &url)
{
    QNetworkRequest request{QUrl(url)};
    request.setTransferTimeout(int(std::chrono::milliseconds(longestAnswer).count()));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

} // namespace

Program::Program(const QString &binary) : m_binary(qEnvironmentVariable("HELIOGRAPH_TEST_BINARY", binary)) {}

Program::~Program()
{
    const QString kept = qEnvironmentVariable("HELIOGRAPH_TEST_LOGS");
    if (kept.isEmpty())
        return;
    const QDir logs(path(QStringLiteral("log")));
    for (const QString &name : logs.entryList(QDir::Files)) {
        const QString unique = QFileInfo(m_directory.path()).fileName() + u'-' + name;
        QFile::copy(logs.filePath(name), QDir(kept).filePath(unique));
    }
}

std::unique_ptr<QProcess> Program::prepared(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_directory.path());
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "DISPLAY",
                                 "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("HELIOGRAPH_DATABASE"),
                       QStringLiteral("sqlite:") + path(QStringLiteral("workspace.db")));
    environment.insert(QStringLiteral("HELIOGRAPH_KEY_FILE"), path(QStringLiteral("workspace.key")));
    environment.insert(QStringLiteral("HELIOGRAPH_LOG_DIR"), path(QStringLiteral("log")));
    for (auto it = m_surroundings.environment.cbegin(); it != m_surroundings.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    process->setChildProcessModifier(m_surroundings.inChild);
    process->setProgram(m_binary);
    process->setArguments(arguments);
    return process;
}

Outcome Program::run(const QStringList &arguments, const QByteArray &input, int timeoutMs) const
{
    const auto process = prepared(arguments);
    process->start();
    process->write(input);
    process->closeWriteChannel();
    if (!process->waitForFinished(timeoutMs)) {
        process->kill();
        process->waitForFinished(5000);
    }
    const bool exited = process->exitStatus() == QProcess::NormalExit;
    return {exited ? process->exitCode() : -1, process->readAllStandardOutput(), process->readAllStandardError()};
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments, QProcess::ProcessChannelMode mode) const
{
    auto process = prepared(arguments);
    process->setProcessChannelMode(mode);
    process->start();
    process->waitForStarted();
    return process;
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

QJsonDocument fetchJson(const QString &url)
{
    QNetworkAccessManager manager;
    return answerOf(manager.get(requestFor(url)));
}

QJsonDocument postJson(const QString &url, const QJsonObject &object)
{
    QNetworkAccessManager manager;
    return answerOf(manager.post(requestFor(url), QJsonDocument(object).toJson()));
}

} // namespace tests
