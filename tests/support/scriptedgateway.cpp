// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedgateway.h"

namespace tests {

using core::domain::AnswerKind;
using core::interfaces::GatewayAnswer;

ScriptedGateway::ScriptedGateway(GatewayScript &script, int connections) : m_script(script), m_connections(connections)
{
    m_script.attach(this);
}

ScriptedGateway::~ScriptedGateway()
{
    m_script.detach(this);
}

void ScriptedGateway::send(const core::interfaces::OutgoingMessage &message, core::Milliseconds timeout, Done done)
{
    m_waiting.push_back({message, timeout, std::move(done), m_script.clock().ticks() + timeout, {}, {}});
    beginWaiting();
}

bool ScriptedGateway::withdraw(qint64 requestId)
{
    const auto open = m_open.find(requestId);
    if (open != m_open.end() && open->second.step.connects)
        return false;
    const auto removed =
        std::erase_if(m_waiting, [requestId](const Request &request) { return request.message.requestId == requestId; });
    if (open == m_open.end())
        return removed > 0;
    m_open.erase(open);
    beginWaiting();
    return true;
}

void ScriptedGateway::cut(qint64 requestId)
{
    if (m_open.contains(requestId)) {
        finish(requestId, GatewayStep::fail(AnswerKind::Timeout).answer);
        return;
    }
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [&](const Request &request) { return request.message.requestId == requestId; });
    if (waiting == m_waiting.end())
        return;
    const Done done = std::move(waiting->done);
    m_waiting.erase(waiting);
    done(GatewayStep::fail(AnswerKind::Transient).answer);
}

void ScriptedGateway::deliverDue()
{
    const core::Ticks now = m_script.clock().ticks();
    while (!m_waiting.empty() && now >= m_waiting.front().deadline)
        cut(m_waiting.front().message.requestId);
    QList<qint64> due;
    for (const auto &[requestId, request] : m_open) {
        if (isDue(request))
            due.append(requestId);
    }
    for (const qint64 requestId : std::as_const(due)) {
        const auto open = m_open.find(requestId);
        if (open == m_open.end())
            continue; // an earlier answer led to its end
        const bool answered = open->second.answerAt && *open->second.answerAt <= std::min(now, open->second.deadline);
        finish(requestId, answered ? open->second.step.answer : GatewayStep::fail(AnswerKind::Timeout).answer);
    }
}

void ScriptedGateway::answerHanging(const GatewayStep &step)
{
    QList<qint64> ids;
    for (const auto &[requestId, request] : m_open)
        ids.append(requestId);
    for (const qint64 requestId : std::as_const(ids)) {
        const auto open = m_open.find(requestId);
        if (open == m_open.end())
            continue;
        if (step.accepts)
            m_script.book(open->second.message);
        finish(requestId, step.answer);
    }
}

void ScriptedGateway::beginWaiting()
{
    while (!m_waiting.empty() && int(m_open.size()) < m_connections) {
        Request request = std::move(m_waiting.front());
        m_waiting.pop_front();
        const qint64 requestId = request.message.requestId;
        Q_ASSERT_X(!m_open.contains(requestId), "ScriptedGateway", "two requests with one id are open");
        Request &open = m_open.emplace(requestId, std::move(request)).first->second;
        open.step = m_script.begun(open.message, open.timeout);
        if (open.step.delay)
            open.answerAt = m_script.clock().ticks() + *open.step.delay;
        if (open.step.delay == core::Milliseconds{0}) {
            QMetaObject::invokeMethod(
                &m_context,
                [this, requestId] {
                    const auto answered = m_open.find(requestId);
                    if (answered != m_open.end() && isDue(answered->second))
                        finish(requestId, answered->second.step.answer);
                },
                Qt::QueuedConnection);
        }
    }
}

void ScriptedGateway::finish(qint64 requestId, const GatewayAnswer &answer)
{
    auto node = m_open.extract(requestId);
    const Done done = std::move(node.mapped().done);
    // The answer may send more, or end this gateway: nothing of it is touched after `done`.
    beginWaiting();
    done(answer);
}

bool ScriptedGateway::isDue(const Request &request) const
{
    const core::Ticks now = m_script.clock().ticks();
    return now >= request.deadline || (request.answerAt && now >= *request.answerAt);
}

ScriptedGatewayFactory::ScriptedGatewayFactory(const core::Clock &clock) : m_clock(clock) {}

GatewayScript &ScriptedGatewayFactory::script(const QString &profileName)
{
    std::unique_ptr<GatewayScript> &script = m_scripts[profileName];
    if (!script)
        script = std::make_unique<GatewayScript>(m_clock);
    return *script;
}

void ScriptedGatewayFactory::deliverDue()
{
    for (const auto &[name, script] : m_scripts)
        script->deliverDue();
}

core::Status ScriptedGatewayFactory::check(const core::domain::GatewayProfile &) const
{
    return m_refusal ? core::Status(core::Failure(*m_refusal)) : core::Status();
}

core::Result<std::unique_ptr<core::interfaces::Gateway>> ScriptedGatewayFactory::make(
    const core::domain::GatewayProfile &profile, const QByteArray &secret)
{
    m_secrets.append(secret);
    if (m_error)
        return core::Failure(*m_error);
    return std::unique_ptr<core::interfaces::Gateway>(
        std::make_unique<ScriptedGateway>(script(profile.name), profile.connections));
}

bool ScriptedGatewayFactory::recognisesRepeats(const core::domain::GatewayProfile &profile) const
{
    const auto found = m_scripts.find(profile.name);
    return found == m_scripts.end() || found->second->recognisesRepeats();
}

} // namespace tests
