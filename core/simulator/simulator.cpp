// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/simulator.h"

#include "core/base/errorsentences.h"
#include "core/simulator/httpconnection.h"
#include "core/simulator/laterqueue.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace core::simulator {

namespace {

constexpr qsizetype entriesPerPiece = 1000; ///< of the log: a millisecond or two

const QByteArray &okBody()
{
    static const QByteArray body = QByteArrayLiteral("{\"code\":0,\"message\":\"OK\"}");
    return body;
}

QByteArray refusal(int code, const QString &message)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}})
        .toJson(QJsonDocument::Compact);
}

QString sentence(const Error &error)
{
    const FieldError field = error.fields.value(0);
    return field.field + QLatin1String(": ") + filledSentence(QString::fromUtf8(errorSentence(field.code)), field.args);
}

Outcome outcomeOf(const FaultChoice &choice, bool acceptedBefore)
{
    switch (choice.fault) {
    case Fault::None:
        return acceptedBefore ? Outcome::Repeat : Outcome::Accepted;
    case Fault::Status:
        return Outcome::Status;
    case Fault::Hang:
        return Outcome::Hang;
    case Fault::Garbage:
        return Outcome::Garbage;
    case Fault::Empty:
        return Outcome::Empty;
    case Fault::Code1:
        return Outcome::Code1;
    case Fault::Reset:
        return Outcome::Reset;
    case Fault::Unauthorized:
        return Outcome::Unauthorized;
    }
    Q_UNREACHABLE();
}

/** What a request carries; `phone` is 0 if it cannot be understood. */
LogEntry readMessage(const HttpRequest &request, qint64 pathId)
{
    LogEntry entry;
    entry.at = instantFromMs(QDateTime::currentMSecsSinceEpoch());
    entry.id = pathId;
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const QJsonValue text = object.value(QLatin1String("text"));
    if (object.value(QLatin1String("id")).toInteger(-1) == pathId && text.isString()) {
        entry.phone = object.value(QLatin1String("phone")).toInteger(0);
        entry.text = text.toString().toUtf8();
    }
    return entry;
}

} // namespace

Simulator::Simulator(FaultPlan plan, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_server(new QTcpServer(this)), m_later(new LaterQueue(this))
{
    m_server->setListenBacklogSize(1024);
    m_server->setMaxPendingConnections(1024);
    connect(m_server, &QTcpServer::newConnection, this, &Simulator::takeConnections);
    m_down.setParent(this);
    m_down.setSingleShot(true);
}

Simulator::~Simulator() = default;

Result<quint16> Simulator::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress::LocalHost, port)) {
        return Failure(
            Error::make(ErrorKind::Unavailable, "simulator.listen", {QString::number(port)}, m_server->errorString()));
    }
    m_port = m_server->serverPort();
    planDown();
    return m_port;
}

void Simulator::setFaults(FaultPlan plan)
{
    m_plan = std::move(plan);
    planDown();
}

SimulatorStats Simulator::stats() const
{
    SimulatorStats stats = m_log.stats();
    stats.maxOpen = m_maxOpen;
    return stats;
}

void Simulator::takeConnections()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        m_connections.insert(connection);
        connect(connection, &HttpConnection::requestRead, this, &Simulator::take);
        connect(connection, &HttpConnection::closed, this, [this](HttpConnection *closed) {
            m_connections.remove(closed);
            m_open.remove(closed);
        });
    }
}

void Simulator::take(HttpConnection *connection, const HttpRequest &request)
{
    if (request.path == "/_log" && request.method == "GET") {
        takeLog(connection);
    } else if (request.path == "/_stats" && request.method == "GET") {
        const SimulatorStats now = stats();
        connection->answer(200, QJsonDocument(QJsonObject{{QStringLiteral("requests"), now.requests},
                                                          {QStringLiteral("ids"), now.ids},
                                                          {QStringLiteral("accepted"), now.accepted},
                                                          {QStringLiteral("repeats"), now.repeats},
                                                          {QStringLiteral("max_open"), now.maxOpen}})
                                    .toJson(QJsonDocument::Compact));
    } else if (request.path == "/_faults" && request.method == "POST") {
        takeFaults(connection, request.body);
    } else if (request.path.startsWith("/_")) {
        connection->answer(404, refusal(1, QStringLiteral("There are GET /_log, GET /_stats and POST /_faults")));
    } else if (request.method != "POST") {
        connection->answer(405, refusal(1, QStringLiteral("Messages are sent by POST")), "Allow: POST\r\n");
    } else {
        takeMessage(connection, request);
    }
}

void Simulator::takeLog(HttpConnection *connection)
{
    // What comes while it is told is not in it: it would have no end.
    connection->answerInPieces([this, told = qsizetype(0), end = m_log.entries().size(), isOver = false]() mutable {
        if (isOver)
            return QByteArray();
        const qsizetype from = std::exchange(told, std::min(told + entriesPerPiece, end));
        isOver = told == end;
        return (from == 0 ? "[" : ",\n") + m_log.toJson(from, told) + (isOver ? "]\n" : "");
    });
}

void Simulator::takeMessage(HttpConnection *connection, const HttpRequest &request)
{
    bool number = false;
    const qint64 id = request.path.sliced(request.path.lastIndexOf('/') + 1).toLongLong(&number);
    if (!number) {
        connection->answer(404, refusal(1, QStringLiteral("The path must end with the number of the message")));
        return;
    }
    LogEntry entry = readMessage(request, id);
    if (entry.phone == 0) {
        entry.outcome = Outcome::Invalid;
        m_log.add(entry);
        connection->answer(400,
                           refusal(1, QStringLiteral("Expected id (as in the path) and phone as numbers, text as text")));
        return;
    }

    const FaultChoice choice = m_plan.choose(id, entry.phone, m_log.nextAttempt(id));
    const bool acceptedBefore = m_log.isAccepted(id);
    entry.outcome = outcomeOf(choice, acceptedBefore);
    entry.status = quint16(choice.status);
    entry.accepted = choice.accepts && !acceptedBefore;
    m_log.add(std::move(entry));
    countOpen(connection);

    if (choice.latency.count() == 0) {
        answerMessage(connection, choice);
        return;
    }
    m_later->add(choice.latency, [this, guarded = QPointer(connection), choice] {
        if (guarded)
            answerMessage(guarded, choice);
    });
}

void Simulator::answerMessage(HttpConnection *connection, const FaultChoice &choice)
{
    if (choice.fault == Fault::Hang)
        return; // still open, until the client gives up
    m_open.remove(connection);

    QByteArray headers;
    if (m_plan.retryAfter() && (choice.status == 429 || choice.status == 503))
        headers = "Retry-After: " + QByteArray::number(*m_plan.retryAfter()) + "\r\n";
    switch (choice.fault) {
    case Fault::None:
        connection->answer(200, okBody());
        break;
    case Fault::Status:
        if (choice.status < 400)
            headers += "Location: /elsewhere\r\n";
        connection->answer(choice.status, refusal(choice.status, QStringLiteral("As the fault plan says")), headers);
        break;
    case Fault::Garbage:
        connection->answer(200, QByteArrayLiteral("<html>\xff{\"code\":0"));
        break;
    case Fault::Empty:
        connection->answer(200, {});
        break;
    case Fault::Code1:
        connection->answer(200, refusal(1, QStringLiteral("Refused")));
        break;
    case Fault::Unauthorized:
        connection->answer(401, refusal(401, QStringLiteral("Unauthorized")));
        break;
    case Fault::Reset:
        connection->reset();
        break;
    case Fault::Hang:
        break;
    }
}

void Simulator::countOpen(HttpConnection *connection)
{
    m_open.insert(connection);
    if (m_open.size() <= m_maxOpen)
        return;
    // The event loop may tell of this request before it tells that an earlier one was given up: do not count those.
    m_open.removeIf([connection](HttpConnection *open) { return open != connection && open->isAbandoned(); });
    m_maxOpen = std::max(m_maxOpen, qint64(m_open.size()));
}

void Simulator::takeFaults(HttpConnection *connection, const QByteArray &body)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsed);
    if (!document.isObject()) {
        const bool isJson = parsed.error == QJsonParseError::NoError;
        connection->answer(400, refusal(1, isJson ? QStringLiteral("not a JSON object") : parsed.errorString()));
        return;
    }
    const QJsonObject changes = document.object();
    Result<FaultPlan> plan = m_plan.changed(changes);
    if (!plan) {
        connection->answer(400, refusal(1, sentence(plan.error())));
        return;
    }
    connection->answer(200, okBody());
    m_plan = *std::move(plan);
    if (changes.contains(QLatin1String("down")))
        planDown();
}

void Simulator::planDown()
{
    m_down.stop();
    if (m_port == 0)
        return;
    if (!m_server->isListening())
        comeBack();
    if (const auto down = m_plan.down())
        startDownTimer(down->from, [this, duration = down->to - down->from] { goDown(duration); });
}

void Simulator::goDown(Milliseconds duration)
{
    m_server->close();
    for (HttpConnection *connection : QSet(m_connections))
        connection->reset();
    startDownTimer(duration, [this] { comeBack(); });
}

void Simulator::comeBack()
{
    // Somebody else may hold the port for a moment; a gateway that comes back late is still better than none.
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        startDownTimer(Milliseconds{100}, [this] { comeBack(); });
}

void Simulator::startDownTimer(Milliseconds delay, std::function<void()> then)
{
    m_down.disconnect(this);
    connect(&m_down, &QTimer::timeout, this, std::move(then));
    m_down.start(delay);
}

} // namespace core::simulator
