// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A stranger's SMS gateway on a loopback port, fast and as faulty as wanted: for tests, `heliograph simulator` and trials.
 *
 * Knows nothing of the program but the http-json contract:
 *  - `POST /any/path/{id}` with `{"id": 42, "phone": 79990000001, "text": "…"}`: 200 `{"code":0,"message":"OK"}`, unless
 *    the fault plan (faultplan.h) says otherwise. An id is accepted once; later requests with it are repeats, and answer 0.
 *  - `GET /_log`: every request since the start, in the order of arrival:
 *    `[{"t","id","phone","text","attempt","outcome","accepted"}]`. `outcome` is accepted, repeat, invalid or the fault's
 *    name (`status_500`, `hang`, …); `accepted` is true for the one request of an id by which the message was taken,
 *    whatever the client was told.
 *    Told bit by bit between other answers, as it was when it was asked for.
 *  - `GET /_stats`: `{"requests","ids","accepted","repeats","max_open"}`.
 *  - `POST /_faults`: an object with the options of the fault plan; the others stay as they are.
 */
#pragma once

#include "core/simulator/faultplan.h"
#include "core/simulator/messagelog.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>

class QTcpServer;

namespace core::simulator {

struct HttpRequest;
class HttpConnection;
class LaterQueue;

/**
 * Promises:
 *  - At least 20 000 answers a second on one core.
 *  - Listens on 127.0.0.1 only.
 *  - What happens to an id is decided and logged when its request has arrived, latency or not.
 *
 * Thread: its own (movable before listen()); destroy it there.
 */
class Simulator final : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(FaultPlan plan = {}, QObject *parent = nullptr);
    ~Simulator() override;

    /**
     * @param port  0: any that is free
     * @return the port. Errors: Unavailable simulator.listen (port).
     */
    Result<quint16> listen(quint16 port);

    /** The times of `down` count from now. */
    void setFaults(FaultPlan plan);

    [[nodiscard]] SimulatorStats stats() const;
    [[nodiscard]] const QList<LogEntry> &log() const { return m_log.entries(); }

private:
    void takeConnections();
    void take(HttpConnection *connection, const HttpRequest &request);
    void takeLog(HttpConnection *connection);
    void takeMessage(HttpConnection *connection, const HttpRequest &request);
    void takeFaults(HttpConnection *connection, const QByteArray &body);
    void answerMessage(HttpConnection *connection, const FaultChoice &choice);
    void countOpen(HttpConnection *connection);

    void planDown();
    void goDown(Milliseconds duration);
    void comeBack();
    void startDownTimer(Milliseconds delay, std::function<void()> then);

    FaultPlan m_plan;
    MessageLog m_log;
    QTcpServer *m_server;
    LaterQueue *m_later;
    QSet<HttpConnection *> m_connections;
    QSet<HttpConnection *> m_open; ///< with a message that waits for its answer
    qint64 m_maxOpen = 0;
    quint16 m_port = 0;
    QTimer m_down; ///< until the gateway goes down or comes back
};

} // namespace core::simulator
