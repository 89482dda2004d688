// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a scripted gateway answers, and the book it keeps of everything that reached it.
 *
 * For tests only; the answering itself is done by ScriptedGateway.
 */
#pragma once

#include "core/interfaces/gateway.h"

#include <QMap>
#include <deque>

namespace tests {

class ScriptedGateway;

/** What happens to one request. */
struct GatewayStep
{
    core::interfaces::GatewayAnswer answer;
    bool accepts = false; ///< the gateway's own book says accepted, whatever it answers
    bool connects = true; ///< false: its connection is being made, nothing has left
    std::optional<core::Milliseconds> delay = core::Milliseconds{0}; ///< by the script's clock; nothing: hangs

    [[nodiscard]] static GatewayStep accept();
    [[nodiscard]] static GatewayStep refuse();                   ///< readable no: AnswerKind::Refused
    [[nodiscard]] static GatewayStep hang(bool accepts = false); ///< until its timeout, cut() or answerHanging()
    [[nodiscard]] static GatewayStep connecting();               ///< hangs, and may be withdrawn
    [[nodiscard]] static GatewayStep cut(bool accepts = false);  ///< the connection breaks after the request: Timeout
    [[nodiscard]] static GatewayStep lie();                      ///< accepts, and answers garbage
    [[nodiscard]] static GatewayStep throttle(core::Milliseconds retryAfter);
    /** @param httpStatus  0: no HTTP answer */
    [[nodiscard]] static GatewayStep fail(core::domain::AnswerKind kind, int httpStatus = 0);

    [[nodiscard]] GatewayStep after(core::Milliseconds wait) const; ///< the same, later
};

/** One request that was begun. */
struct ScriptedRequest
{
    qint64 requestId = 0;
    core::domain::PhoneNumber phone;
    QString text;
    core::Milliseconds timeout{0};
    core::Instant at{};
    core::Ticks ticks{};
};

/**
 * The script of one gateway profile.
 *
 * The step of a request is, in this order: what was set for its phone, the next step in line, the usual step
 * (at first: accept). Thread: one.
 */
class GatewayScript
{
public:
    explicit GatewayScript(const core::Clock &clock);

    void always(const GatewayStep &step) { m_usual = step; }
    void next(const GatewayStep &step, int times = 1);
    void forPhone(core::domain::PhoneNumber phone, const GatewayStep &step) { m_byPhone.insert(phone, step); }
    void setRecognisesRepeats(bool recognises) { m_recognisesRepeats = recognises; }
    [[nodiscard]] bool recognisesRepeats() const { return m_recognisesRepeats; }

    /** Gives the delayed answers whose time has come, and the timeouts; call it after the clock was moved. */
    void deliverDue();
    /** Every request that is open is answered with `step` now. */
    void answerHanging(const GatewayStep &step);

    [[nodiscard]] const QList<ScriptedRequest> &requests() const { return m_requests; } ///< in the order they were begun
    [[nodiscard]] int requestsOf(qint64 requestId) const;
    /** Request id → how often accepted; a gateway that recognises repeats accepts an id once. */
    [[nodiscard]] const QMap<qint64, int> &accepted() const { return m_accepted; }
    [[nodiscard]] int acceptedForPhone(core::domain::PhoneNumber phone) const { return m_acceptedByPhone.value(phone); }
    [[nodiscard]] int openRequests() const;
    [[nodiscard]] int mostOpen() const { return m_mostOpen; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }

    // For ScriptedGateway: what connects to the script, and what reaches it.
    void attach(ScriptedGateway *gateway) { m_gateways.append(gateway); }
    void detach(ScriptedGateway *gateway) { m_gateways.removeOne(gateway); }
    GatewayStep begun(const core::interfaces::OutgoingMessage &message, core::Milliseconds timeout);
    void book(const core::interfaces::OutgoingMessage &message); ///< enters it as accepted

private:
    const core::Clock &m_clock;
    GatewayStep m_usual = GatewayStep::accept();
    std::deque<GatewayStep> m_next;
    QMap<core::domain::PhoneNumber, GatewayStep> m_byPhone;
    QList<ScriptedRequest> m_requests;
    QMap<qint64, int> m_accepted;
    QMap<core::domain::PhoneNumber, int> m_acceptedByPhone;
    QList<ScriptedGateway *> m_gateways;
    int m_mostOpen = 0;
    bool m_recognisesRepeats = true;
};

} // namespace tests
