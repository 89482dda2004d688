// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateways/simulatedgateway.h"

#include <QStringList>
#include <QTimer>
#include <algorithm>

namespace core::gateways {

using domain::AnswerKind;
using interfaces::GatewayAnswer;

namespace {

constexpr int longestLatencyMs = 10 * 60 * 1000;

/** A whole number in [0, most], or the field's error is noted. */
int readNumber(const QMap<QString, QString> &options, const char *name, int otherwise, int most, const char *code,
               QList<FieldError> &errors)
{
    const QString text = options.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return otherwise;
    bool number = false;
    const int value = text.toInt(&number);
    if (!number || value < 0 || value > most)
        errors.append({QStringLiteral("options.%1").arg(QLatin1String(name)), QString::fromLatin1(code), {text}});
    return value;
}

std::optional<std::pair<int, int>> readRange(const QString &text)
{
    const QStringList ends = text.split(QStringLiteral(".."));
    bool numbers[2] = {false, false};
    const int from = ends.first().toInt(&numbers[0]);
    const int to = ends.last().toInt(&numbers[1]);
    if (ends.size() > 2 || !numbers[0] || !numbers[1] || from < 0 || to < from || to > longestLatencyMs)
        return std::nullopt;
    return std::pair(from, to);
}

} // namespace

struct SimulatedGateway::Request
{
    qint64 id = 0;
    Done done;
    QTimer deadline;
    QTimer answer;
    bool begun = false;
};

QStringList SimulatedBehaviour::optionNames()
{
    return {QStringLiteral("latency"), QStringLiteral("failure_percent"), QStringLiteral("refused_percent"),
            QStringLiteral("timeout_percent"), QStringLiteral("seed")};
}

Result<SimulatedBehaviour> SimulatedBehaviour::fromOptions(const QMap<QString, QString> &options)
{
    SimulatedBehaviour behaviour;
    QList<FieldError> errors;

    if (const QString latency = options.value(QStringLiteral("latency")); !latency.isEmpty()) {
        if (const auto range = readRange(latency)) {
            behaviour.latencyFrom = Milliseconds{range->first};
            behaviour.latencyTo = Milliseconds{range->second};
        } else {
            errors.append({QStringLiteral("options.latency"), QStringLiteral("gateway:latency"), {latency}});
        }
    }
    behaviour.failurePercent = readNumber(options, "failure_percent", 0, 100, "gateway:percent", errors);
    behaviour.refusedPercent =
        readNumber(options, "refused_percent", 0, 100 - behaviour.failurePercent, "gateway:percent", errors);
    behaviour.timeoutPercent = readNumber(
        options, "timeout_percent", 0, 100 - behaviour.failurePercent - behaviour.refusedPercent, "gateway:percent", errors);
    if (!options.value(QStringLiteral("seed")).isEmpty())
        behaviour.seed = quint32(readNumber(options, "seed", 0, std::numeric_limits<int>::max(), "gateway:seed", errors));

    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return behaviour;
}

SimulatedGateway::SimulatedGateway(int connections, const SimulatedBehaviour &behaviour)
    : m_connections(connections), m_behaviour(behaviour),
      m_random(behaviour.seed ? QRandomGenerator(*behaviour.seed) : QRandomGenerator(QRandomGenerator::global()->generate()))
{}

SimulatedGateway::~SimulatedGateway() = default;

void SimulatedGateway::send(const interfaces::OutgoingMessage &message, Milliseconds timeout, Done done)
{
    auto owned = std::make_unique<Request>();
    Request *request = owned.get();
    m_requests.emplace(request, std::move(owned));
    request->id = message.requestId;
    request->done = std::move(done);
    request->deadline.setSingleShot(true);
    request->answer.setSingleShot(true);
    request->answer.setTimerType(Qt::PreciseTimer);
    connect(&request->deadline, &QTimer::timeout, this, [this, request] { cut(*request); });
    request->deadline.start(timeout);
    m_waiting.push_back(request);
    beginWaiting();
}

void SimulatedGateway::beginWaiting()
{
    while (!m_waiting.empty() && m_open < m_connections) {
        Request &request = *m_waiting.front();
        m_waiting.pop_front();
        begin(request);
    }
}

void SimulatedGateway::begin(Request &request)
{
    request.begun = true;
    ++m_open;
    // Drawn in the order of the sends, answered or not: that is what makes a seed repeatable.
    const auto spread = int((m_behaviour.latencyTo - m_behaviour.latencyFrom).count());
    const Milliseconds latency = m_behaviour.latencyFrom + Milliseconds{m_random.bounded(spread + 1)};
    const GatewayAnswer answer = drawAnswer();
    if (answer.kind == AnswerKind::Timeout)
        return; // the deadline tells
    connect(&request.answer, &QTimer::timeout, this, [this, &request, answer] { end(request, answer); });
    request.answer.start(latency);
}

GatewayAnswer SimulatedGateway::drawAnswer()
{
    int draw = m_random.bounded(100);
    if ((draw -= m_behaviour.failurePercent) < 0)
        return {AnswerKind::Transient, 500, QStringLiteral("Simulated failure"), {}, {}};
    if ((draw -= m_behaviour.refusedPercent) < 0)
        return {AnswerKind::Refused, 200, QStringLiteral("{\"code\":1,\"message\":\"Simulated refusal\"}"), {}, {}};
    if ((draw -= m_behaviour.timeoutPercent) < 0)
        return {AnswerKind::Timeout, 0, {}, {}, {}};
    return {AnswerKind::Accepted, 200, QStringLiteral("{\"code\":0,\"message\":\"OK\"}"), {}, {}};
}

SimulatedGateway::Request *SimulatedGateway::find(qint64 requestId) const
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
                                    [requestId](const auto &entry) { return entry.first->id == requestId; });
    return found == m_requests.end() ? nullptr : found->first;
}

bool SimulatedGateway::withdraw(qint64 requestId)
{
    Request *request = find(requestId);
    if (!request || request->begun)
        return false;
    std::erase(m_waiting, request);
    m_requests.erase(request);
    return true;
}

void SimulatedGateway::cut(qint64 requestId)
{
    if (Request *request = find(requestId))
        cut(*request);
}

void SimulatedGateway::cut(Request &request)
{
    const AnswerKind kind = request.begun ? AnswerKind::Timeout : AnswerKind::Transient;
    const QString why =
        request.begun ? QStringLiteral("No answer in time") : QStringLiteral("No connection became free in time");
    end(request, {kind, 0, why, {}, {}});
}

void SimulatedGateway::end(Request &request, const GatewayAnswer &answer)
{
    if (request.begun)
        --m_open;
    else
        std::erase(m_waiting, &request);
    const auto ended = m_requests.extract(&request); // goes at the end of this function, whatever becomes of us
    const Done done = std::move(request.done);
    request.deadline.stop();
    request.answer.stop();
    beginWaiting();
    done(answer); // and nothing of ours after this: we may be gone
}

} // namespace core::gateways
