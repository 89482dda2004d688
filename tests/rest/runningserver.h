// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The server of the REST interface over real sockets, with small routes of its own, and a client that writes what it
 * likes. For tests only.
 */
#pragma once

#include "core/rest/answers.h"
#include "core/rest/restserver.h"

#include <QFile>
#include <QTcpSocket>
#include <QtTest>

namespace tests {

/**
 * On a port of its own, with routes that answer at once, later, with what they got, or with a file. A token is the name of
 * a role.
 *
 * Thread: one, with an event loop.
 */
struct RunningServer
{
    using Access = core::rest::Access;
    using Actor = core::domain::Actor;
    using ApiCall = core::rest::ApiCall;
    using BodyKind = core::rest::BodyKind;
    using Role = core::domain::Role;

    explicit RunningServer(const core::rest::SocketLimits &limits = {})
        : guard(routes(), {.whose = whose, .areMetricsPublic = {}}, clock), server(guard, limits)
    {
        const auto address = server.listen({.address = {QHostAddress::LocalHost, 0}});
        port = address ? address->port : 0;
    }
    static QFuture<core::Result<Actor>> whose(const QString &token)
    {
        const auto role = core::domain::roleFromText(token).value_or(Role::Viewer);
        return QtFuture::makeReadyFuture(core::Result<Actor>(Actor{.user = core::UserId{1}, .label = token, .role = role}));
    }
    static core::Status mayUpload(const Actor &actor)
    {
        if (actor.role == Role::Viewer)
            return core::Failure(core::Error::make(core::ErrorKind::PermissionDenied, "access.role"));
        return {};
    }
    void upload(const ApiCall &call)
    {
        uploaded = call.request.bodyFile ? call.request.bodyFile->fileName() : QString();
        QFile file(uploaded);
        const qint64 size = file.open(QIODevice::ReadOnly) ? file.size() : -1;
        call.answer(core::rest::jsonResponse({{u"size"_qs, size}, {u"inMemory"_qs, call.request.body.size()}}));
    }
    core::rest::Routes routes()
    {
        return {
            {"GET", "/now", Access::Public, BodyKind::None,
             [](const ApiCall &call) {
                 call.answer(core::rest::jsonResponse({{u"ok"_qs, true}}));
             }},
            {"GET", "/later", Access::Public, BodyKind::None, [this](const ApiCall &call) { waiting << call.answer; }},
            {"POST", "/size", Access::Public, BodyKind::Json,
             [](const ApiCall &call) {
                 call.answer(core::rest::jsonResponse({{u"size"_qs, call.request.body.size()}}));
             }},
            {"POST", "/file", Access::Public, BodyKind::File, [this](const ApiCall &call) { upload(call); }},
            {"POST", "/guarded", Access::SignedIn, BodyKind::File, [this](const ApiCall &call) { upload(call); }, mayUpload},
            {"GET", "/download", Access::Public, BodyKind::None, [this](const ApiCall &call) {
                 core::rest::ApiResponse response{.contentType = "text/csv"};
                 response.file = download;
                 call.answer(response);
             }}};
    }

    core::SystemClock clock;
    QList<core::rest::Answer> waiting;
    QString uploaded;
    QString download;
    core::rest::RequestGuard guard;
    core::rest::RestServer server;
    quint16 port = 0;
};

/** A client that sends bytes as it likes. Thread: as of the server. */
struct RawClient
{
    explicit RawClient(const RunningServer &running)
    {
        socket.connectToHost(QHostAddress::LocalHost, running.port);
        connected = QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }
    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    /** Everything until `end` has come, or the connection was closed. */
    QByteArray readUntil(const QByteArray &end)
    {
        (void)QTest::qWaitFor(
            [&] {
                held += socket.readAll();
                return held.contains(end) || isClosed();
            },
            10'000);
        return held;
    }
    QByteArray readToTheEnd()
    {
        (void)QTest::qWaitFor(
            [&] {
                held += socket.readAll();
                return isClosed();
            },
            10'000);
        return held + socket.readAll();
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
    QByteArray held;
    bool connected = false;
};

[[nodiscard]] inline QByteArray post(const char *path, const QByteArray &body, const char *type = "application/json")
{
    return QByteArray("POST ") + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace tests
