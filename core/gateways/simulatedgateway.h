// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The gateway kind `simulator`: answers inside the program, without any network.
 *
 * For `heliograph demo` and whoever wants to see a mailing run before there is a gateway. Tests of the network use
 * core/simulator instead.
 */
#pragma once

#include "core/interfaces/gateway.h"

#include <QObject>
#include <QRandomGenerator>
#include <deque>
#include <memory>
#include <unordered_map>

namespace core::gateways {

/** The profile's options, read. Shares are percent of the requests. */
struct SimulatedBehaviour
{
    Milliseconds latencyFrom{20}; ///< option `latency`: "20..80" or "50", milliseconds
    Milliseconds latencyTo{80};
    int failurePercent = 0;      ///< `failure_percent`: HTTP 500
    int refusedPercent = 0;      ///< `refused_percent`: code 1
    int timeoutPercent = 0;      ///< `timeout_percent`: no answer
    std::optional<quint32> seed; ///< `seed`: the same faults for the same sends; without, others every time

    /** latency, failure_percent, refused_percent, timeout_percent, seed. */
    [[nodiscard]] static QStringList optionNames();
    /** Errors: InvalidInput with every wrong option, named `options.<name>` (gateway:latency, gateway:percent,
     * gateway:seed). */
    static Result<SimulatedBehaviour> fromOptions(const QMap<QString, QString> &options);
};

/** Promises and thread: interfaces::Gateway. `done` may destroy the gateway. */
class SimulatedGateway final : public QObject, public interfaces::Gateway
{
public:
    /** @param connections  1 … 512 */
    SimulatedGateway(int connections, const SimulatedBehaviour &behaviour);
    ~SimulatedGateway() override;

    [[nodiscard]] bool recognisesRepeats() const override { return true; }
    void send(const interfaces::OutgoingMessage &message, Milliseconds timeout, Done done) override;
    bool withdraw(qint64 requestId) override;
    void cut(qint64 requestId) override;
    [[nodiscard]] int openRequests() const override { return m_open; }

private:
    struct Request;

    [[nodiscard]] Request *find(qint64 requestId) const;
    void begin(Request &request);
    void beginWaiting();
    void cut(Request &request);
    void end(Request &request, const interfaces::GatewayAnswer &answer);
    [[nodiscard]] interfaces::GatewayAnswer drawAnswer();

    const int m_connections;
    const SimulatedBehaviour m_behaviour;
    QRandomGenerator m_random;
    std::unordered_map<Request *, std::unique_ptr<Request>> m_requests;
    std::deque<Request *> m_waiting;
    int m_open = 0;
};

} // namespace core::gateways
