// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>

namespace tests {

Program::Program(QString binary) : m_binary(std::move(binary)) {}

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
    process->setProcessEnvironment(environment);
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

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = prepared(arguments);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
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
    QNetworkRequest request{QUrl(url)};
    request.setTransferTimeout(5000);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    return QJsonDocument::fromJson(reply->readAll());
}

} // namespace tests
