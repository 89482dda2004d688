// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Gateways to test against: the simulator on a thread of its own, and a peer that does what its script says.
 */
#pragma once

#include "core/interfaces/gateway.h"
#include "core/simulator/simulator.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <functional>
#include <memory>

namespace tests {

/** A simulator on its own thread, so that it sees what the transport does and not what the test's event loop does. */
class SimulatorThread final
{
public:
    explicit SimulatorThread(const QString &arguments = {})
    {
        const auto plan = core::simulator::FaultPlan::fromArguments(arguments.split(u' ', Qt::SkipEmptyParts));
        m_simulator = new core::simulator::Simulator(plan.value_or(core::simulator::FaultPlan()));
        m_simulator->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_simulator, &QObject::deleteLater);
        m_thread.start();
        m_port = ask([this] { return m_simulator->listen(0).value_or(0); });
    }
    ~SimulatorThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(SimulatorThread)

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/v1/send/").arg(m_port); }
    [[nodiscard]] core::simulator::SimulatorStats stats()
    {
        return ask([this] { return m_simulator->stats(); });
    }
    [[nodiscard]] QList<core::simulator::LogEntry> log()
    {
        return ask([this] { return m_simulator->log(); });
    }

private:
    template <typename Function>
    std::invoke_result_t<Function> ask(Function function)
    {
        std::invoke_result_t<Function> answer;
        QMetaObject::invokeMethod(
            m_simulator, [&] { answer = function(); }, Qt::BlockingQueuedConnection);
        return answer;
    }

    QThread m_thread;
    core::simulator::Simulator *m_simulator;
    quint16 m_port = 0;
};

/** Calls its script with every request it has read to the end; the script writes to the socket what it likes. */
class ScriptedPeer final
{
public:
    using Script = std::function<void(QTcpSocket &socket)>;

    explicit ScriptedPeer(Script script, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_script(std::move(script)), m_server(std::move(server))
    {
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] { take(); });
        m_server->listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1/").arg(m_server->serverPort()); }
    [[nodiscard]] QString url() const { return QStringLiteral("http://") + address(); }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

    static QByteArray answer(const QByteArray &statusLine, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + statusLine + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
               "\r\n" + body;
    }

private:
    void take()
    {
        QTcpSocket *socket = m_server->nextPendingConnection();
        ++m_connections;
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, held = QByteArray()]() mutable {
            held += socket->readAll();
            const qsizetype end = held.indexOf("\r\n\r\n");
            const qsizetype length = held.indexOf("Content-Length: ");
            if (end < 0 || held.size() < end + 4 + held.mid(length + 16, held.indexOf('\r', length) - length - 16).toInt())
                return;
            m_requests += std::exchange(held, {});
            m_script(*socket);
        });
    }

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

inline core::domain::GatewayProfile httpJsonProfile(const QString &url, int connections = 64)
{
    core::domain::GatewayProfile profile;
    profile.name = QStringLiteral("test");
    profile.kind = QStringLiteral("http-json");
    profile.url = url;
    profile.connections = connections;
    return profile;
}

inline core::interfaces::OutgoingMessage messageOf(qint64 id)
{
    return {id, core::domain::PhoneNumber::fromNumber(79990000000 + id), QStringLiteral("Привет, \"%1\"").arg(id)};
}

/** Answers in the order in which they came. */
class Answers final
{
public:
    [[nodiscard]] core::interfaces::Gateway::Done noted(qint64 id)
    {
        return [this, id](const core::interfaces::GatewayAnswer &answer) {
            m_ids += id;
            m_answers += answer;
            m_kinds.insert(id, answer.kind);
        };
    }
    [[nodiscard]] qsizetype count() const { return m_ids.size(); }
    [[nodiscard]] const QList<qint64> &ids() const { return m_ids; }
    [[nodiscard]] core::domain::AnswerKind kindOf(qint64 id) const { return m_kinds.value(id); }
    [[nodiscard]] const core::interfaces::GatewayAnswer &last() const { return m_answers.last(); }
    [[nodiscard]] qsizetype count(core::domain::AnswerKind kind) const
    {
        return std::count_if(m_answers.begin(), m_answers.end(), [kind](const auto &answer) { return answer.kind == kind; });
    }

private:
    QList<qint64> m_ids;
    QList<core::interfaces::GatewayAnswer> m_answers;
    QHash<qint64, core::domain::AnswerKind> m_kinds;
};

} // namespace tests
