// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/openrequests.h"

#include "core/base/logging.h"

#include <QStringBuilder>
#include <algorithm>
#include <utility>

namespace core::dispatch {

namespace {

constexpr qsizetype loggedAnswer = 200;

/** What the gateway said, without the text of the message if it repeats that, and without whole phones. */
QString loggable(QString answer, const QString &text)
{
    // The end of a long text may have been cut off with the answer's.
    constexpr qsizetype telling = 20;
    const QString beginning = text.left(telling);
    const qsizetype at = beginning.trimmed().isEmpty() ? -1 : answer.indexOf(beginning);
    if (at >= 0)
        answer.replace(at, text.size(), QStringLiteral("[text]"));
    return redacted(answer).left(loggedAnswer);
}

} // namespace

OpenRequests::OpenRequests(GatewayId gateway, const Clock &clock, Answered answered)
    : m_gateway(gateway), m_clock(clock), m_answered(std::move(answered))
{}

void OpenRequests::connectTo(std::unique_ptr<interfaces::Gateway> link)
{
    if (m_link && m_link->openRequests() > 0)
        m_retiring.push_back(std::move(m_link));
    m_link = std::move(link);
    ++m_linkNumber;
}

void OpenRequests::begin(OpenRequest request, Milliseconds timeout)
{
    request.begunAt = m_clock.ticks();
    request.recognisesRepeats = m_link->recognisesRepeats();
    request.link = m_linkNumber;
    const qint64 requestId = request.message.claimed.requestId;
    const interfaces::OutgoingMessage outgoing{requestId, request.message.claimed.phone, request.message.text};
    const Milliseconds untilEnd = request.endAt - m_clock.now();
    m_open.insert(requestId, std::move(request));
    m_link->send(outgoing, std::min(timeout, untilEnd),
                 [this, requestId](const interfaces::GatewayAnswer &answer) { end(requestId, answer); });
}

void OpenRequests::end(qint64 requestId, const interfaces::GatewayAnswer &answer)
{
    const OpenRequest request = m_open.take(requestId);
    m_times.add(m_clock.ticks() - request.begunAt);
    ++m_answers[answer.kind];
    log(request, answer);
    m_answered(request, answer);
}

std::vector<OpenRequest> OpenRequests::withdraw(std::optional<MailingId> mailing)
{
    QList<qint64> unsent;
    for (auto request = m_open.cbegin(); request != m_open.cend(); ++request) {
        const auto takesBack = [id = request.key()](const auto &link) { return link->withdraw(id); };
        if (request->mailing == mailing.value_or(request->mailing) &&
            (takesBack(m_link) || std::ranges::any_of(m_retiring, takesBack)))
            unsent.append(request.key());
    }
    std::vector<OpenRequest> withdrawn;
    for (const qint64 requestId : std::as_const(unsent))
        withdrawn.push_back(m_open.take(requestId));
    return withdrawn;
}

void OpenRequests::setEnd(MailingId mailing, Instant endAt)
{
    for (OpenRequest &request : m_open) {
        if (request.mailing == mailing)
            request.endAt = endAt;
    }
}

void OpenRequests::cutEnded()
{
    std::erase_if(m_retiring, [](const auto &link) { return link->openRequests() == 0; });
    const Instant now = m_clock.now();
    QList<qint64> ended;
    for (auto request = m_open.cbegin(); request != m_open.cend(); ++request) {
        if (request->endAt <= now)
            ended.append(request.key());
    }
    for (const qint64 requestId : std::as_const(ended)) {
        m_link->cut(requestId);
        for (const auto &link : m_retiring)
            link->cut(requestId);
    }
}

void OpenRequests::log(const OpenRequest &request, const interfaces::GatewayAnswer &answer) const
{
    if (!logDispatch().isInfoEnabled())
        return;
    const interfaces::ClaimedMessage &claimed = request.message.claimed;
    const auto took = std::chrono::duration_cast<Milliseconds>(m_clock.ticks() - request.begunAt);
    const QString line = u"mailing=" % QString::number(request.mailing.value) % u" client=" %
                         QString::number(claimed.client.value) % u" message=" % QString::number(claimed.id.value) %
                         u" gateway=" % QString::number(m_gateway.value) % u" phone=" % claimed.phone.redacted() %
                         u" attempt=" % QString::number(request.number) % u" kind=" % toText(answer.kind) % u" http=" %
                         QString::number(answer.httpStatus) % u" ms=" % QString::number(took.count()) % u" answer=" %
                         logValue(loggable(answer.text, request.message.text));
    qCInfo(logDispatch).noquote() << line;
}

} // namespace core::dispatch
