// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gatewayscript.h"

#include "tests/support/scriptedgateway.h"

namespace tests {

using core::domain::AnswerKind;

GatewayStep GatewayStep::accept()
{
    GatewayStep step;
    step.answer.httpStatus = 200;
    step.answer.text = QStringLiteral("{\"code\":0,\"message\":\"OK\"}");
    step.accepts = true;
    return step;
}

GatewayStep GatewayStep::refuse()
{
    GatewayStep step = fail(AnswerKind::Refused, 200);
    step.answer.text = QStringLiteral("{\"code\":1,\"message\":\"No\"}");
    return step;
}

GatewayStep GatewayStep::hang(bool accepts)
{
    GatewayStep step = cut(accepts);
    step.delay.reset();
    return step;
}

GatewayStep GatewayStep::connecting()
{
    GatewayStep step = hang();
    step.connects = false;
    return step;
}

GatewayStep GatewayStep::cut(bool accepts)
{
    GatewayStep step = fail(AnswerKind::Timeout);
    step.accepts = accepts;
    return step;
}

GatewayStep GatewayStep::lie()
{
    GatewayStep step = fail(AnswerKind::BadAnswer, 200);
    step.answer.text = QStringLiteral("<html>");
    step.accepts = true;
    return step;
}

GatewayStep GatewayStep::throttle(core::Milliseconds retryAfter)
{
    GatewayStep step = fail(AnswerKind::Throttled, 429);
    step.answer.retryAfter = retryAfter;
    return step;
}

GatewayStep GatewayStep::fail(AnswerKind kind, int httpStatus)
{
    GatewayStep step;
    step.answer.kind = kind;
    step.answer.httpStatus = httpStatus;
    return step;
}

GatewayStep GatewayStep::after(core::Milliseconds wait) const
{
    GatewayStep later = *this;
    later.delay = wait;
    return later;
}

GatewayScript::GatewayScript(const core::Clock &clock) : m_clock(clock) {}

void GatewayScript::next(const GatewayStep &step, int times)
{
    m_next.insert(m_next.end(), std::size_t(times), step);
}

void GatewayScript::deliverDue()
{
    const QList<ScriptedGateway *> gateways = m_gateways; // an answer may make or end gateways
    for (ScriptedGateway *gateway : gateways) {
        if (m_gateways.contains(gateway))
            gateway->deliverDue();
    }
}

void GatewayScript::answerHanging(const GatewayStep &step)
{
    const QList<ScriptedGateway *> gateways = m_gateways;
    for (ScriptedGateway *gateway : gateways) {
        if (m_gateways.contains(gateway))
            gateway->answerHanging(step);
    }
}

int GatewayScript::requestsOf(qint64 requestId) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(),
                             [&](const ScriptedRequest &request) { return request.requestId == requestId; }));
}

int GatewayScript::openRequests() const
{
    int open = 0;
    for (const ScriptedGateway *gateway : m_gateways)
        open += gateway->openRequests();
    return open;
}

GatewayStep GatewayScript::begun(const core::interfaces::OutgoingMessage &message, core::Milliseconds timeout)
{
    m_requests.append({message.requestId, message.phone, message.text, timeout, m_clock.now(), m_clock.ticks()});
    m_mostOpen = std::max(m_mostOpen, openRequests());
    GatewayStep step = m_usual;
    if (const auto special = m_byPhone.constFind(message.phone); special != m_byPhone.cend()) {
        step = *special;
    } else if (!m_next.empty()) {
        step = m_next.front();
        m_next.pop_front();
    }
    if (step.accepts)
        book(message);
    return step;
}

void GatewayScript::book(const core::interfaces::OutgoingMessage &message)
{
    int &times = m_accepted[message.requestId];
    if (times > 0 && m_recognisesRepeats)
        return;
    ++times;
    ++m_acceptedByPhone[message.phone];
}

} // namespace tests
