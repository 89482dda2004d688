// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A gateway that answers by script: accepts, refuses, hangs, cuts, lies, when the test says so; and its factory.
 *
 * For tests of the dispatcher only. No network and no clock of its own: delays and timeouts pass when the test moves the
 * script's clock and calls GatewayScript::deliverDue().
 */
#pragma once

#include "tests/support/gatewayscript.h"

#include <QObject>
#include <map>

namespace tests {

/** Keeps the contract of core::interfaces::Gateway. An answer without delay comes from the event loop. Thread: one. */
class ScriptedGateway final : public core::interfaces::Gateway
{
public:
    /** @param script  must outlive the gateway */
    ScriptedGateway(GatewayScript &script, int connections);
    ~ScriptedGateway() override;
    Q_DISABLE_COPY_MOVE(ScriptedGateway)

    [[nodiscard]] bool recognisesRepeats() const override { return m_script.recognisesRepeats(); }
    void send(const core::interfaces::OutgoingMessage &message, core::Milliseconds timeout, Done done) override;
    bool withdraw(qint64 requestId) override;
    void cut(qint64 requestId) override;
    [[nodiscard]] int openRequests() const override { return int(m_open.size()); }

    void deliverDue();
    void answerHanging(const GatewayStep &step);

private:
    struct Request
    {
        core::interfaces::OutgoingMessage message;
        core::Milliseconds timeout;
        Done done;
        core::Ticks deadline;
        GatewayStep step;
        std::optional<core::Ticks> answerAt; ///< nothing: hangs
    };

    void beginWaiting();
    void finish(qint64 requestId, const core::interfaces::GatewayAnswer &answer);
    [[nodiscard]] bool isDue(const Request &request) const;

    GatewayScript &m_script;
    int m_connections;
    std::deque<Request> m_waiting;    ///< above the connections; never begun
    std::map<qint64, Request> m_open; ///< by request id
    QObject m_context;                ///< drops queued answers with the gateway
};

/** Makes scripted gateways: one script per profile name. Thread: one. */
class ScriptedGatewayFactory final : public core::interfaces::GatewayFactory
{
public:
    explicit ScriptedGatewayFactory(const core::Clock &clock);

    [[nodiscard]] GatewayScript &script(const QString &profileName = QStringLiteral("main"));
    /** The next and all following make() calls end with this error; nothing: they succeed again. */
    void failToMake(const std::optional<core::Error> &error) { m_error = error; }
    /** check() ends with this error; nothing: it finds nothing wrong. */
    void failToCheck(const std::optional<core::Error> &error) { m_refusal = error; }
    [[nodiscard]] const QList<QByteArray> &secrets() const { return m_secrets; } ///< given to make(), in order
    void deliverDue();

    [[nodiscard]] core::Status check(const core::domain::GatewayProfile &profile) const override;
    core::Result<std::unique_ptr<core::interfaces::Gateway>> make(const core::domain::GatewayProfile &profile,
                                                                  const QByteArray &secret) override;
    [[nodiscard]] bool recognisesRepeats(const core::domain::GatewayProfile &profile) const override;

private:
    const core::Clock &m_clock;
    std::map<QString, std::unique_ptr<GatewayScript>> m_scripts;
    QList<QByteArray> m_secrets;
    std::optional<core::Error> m_error;
    std::optional<core::Error> m_refusal;
};

} // namespace tests
