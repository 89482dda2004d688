// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which fault the simulator shows to which request.
 *
 * Decides only; Simulator carries it out. `heliograph simulator` fills it from the command line and `POST /_faults`
 * changes it while running.
 *
 * | option | value | what the client sees | accepted? |
 * |---|---|---|---|
 * | latency | `50ms` or `50ms..200ms` | every answer comes that much later | |
 * | status | `500=TARGET`, several times | that HTTP status (300 … 599) | no |
 * | hang | TARGET | no answer; the connection stays open | every second time |
 * | garbage | TARGET | 200 with a body that is no JSON | every second time |
 * | empty | TARGET | 200 without a body | every second time |
 * | code1 | TARGET | `{"code":1,…}` | no |
 * | reset | TARGET | the connection is reset (RST) instead of an answer | every second time |
 * | unauthorized | – | 401, always | no |
 * | down | `30s..60s` | the port is closed between these moments after the start (or the change); `30s`: until then | |
 * | retry-after | seconds | Retry-After on every 429 and 503 | |
 * | seed | number | other draws | |
 *
 * TARGET is a share of the requests, phones that are always struck, or both: `1%`, `phone:79990000001`,
 * `1%,phone:79990000001,phone:79990000002`. A phone's fault goes before shares.
 * Where the table says "every second time", the gateway is a liar: half of these requests were accepted although the
 * answer does not tell, as with a real gateway that dies between its database and its socket.
 */
#pragma once

#include "core/simulator/faultsyntax.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace core::simulator {

enum class Fault : quint8 { None, Status, Hang, Garbage, Empty, Code1, Reset, Unauthorized };

/** What one request meets. */
struct FaultChoice
{
    Fault fault = Fault::None;
    int status = 200;    ///< of the answer
    bool accepts = true; ///< the message is taken before the fault strikes
    Milliseconds latency{0};
};

/**
 * Promises:
 *  - Equal plans choose equally for equal (id, phone, attempt), in whatever order requests arrive.
 *  - A value that cannot be used changes nothing and is an error that names the option.
 *
 * Thread: any (value).
 */
class FaultPlan
{
public:
    /** @param arguments  `--name value`, `--name=value`, `--unauthorized`. Errors: InvalidInput on the option. */
    static Result<FaultPlan> fromArguments(const QStringList &arguments);

    /** The option names without dashes, in the order of the table above. */
    static QStringList optionNames();

    /**
     * Replaces all that `option` held before.
     * @param values  one, several for status; none: as in a new plan, but `unauthorized` on
     * Errors: InvalidInput on `option`: simulator:option, :duration, :share, :number, :status or :sum.
     */
    Status set(const QString &option, const QStringList &values);

    /**
     * This plan with the options named by `changes`: strings as in set(), lists of them, numbers, booleans, null for none.
     * Where a share is meant a number is one of 1 (0.1 is 10%); status also takes an object, `{"500": 0.1, "429": "5%"}`.
     */
    Result<FaultPlan> changed(const QJsonObject &changes) const;

    /** @param attempt  1 for the first request with this id */
    [[nodiscard]] FaultChoice choose(qint64 id, qint64 phone, int attempt) const;

    [[nodiscard]] std::optional<DurationRange> down() const { return m_down; }
    [[nodiscard]] std::optional<int> retryAfter() const { return m_retryAfter; } ///< seconds

private:
    struct Rule
    {
        Fault fault = Fault::None;
        int status = 200;
        FaultTarget target;
    };

    Status setFault(Fault fault, const QString &option, const QStringList &values);
    Status replaceRules(Fault fault, const QList<Rule> &rules, const QString &option);
    [[nodiscard]] const Rule *ruleFor(qint64 phone, double draw) const;

    QList<Rule> m_rules; ///< sorted by fault and status, so that the order of options does not matter
    DurationRange m_latency;
    std::optional<DurationRange> m_down;
    std::optional<int> m_retryAfter;
    bool m_unauthorized = false;
    quint64 m_seed = 0;
};

} // namespace core::simulator
