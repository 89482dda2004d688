// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/forecast.h"

#include "core/domain/timezonename.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::services {

namespace {

constexpr int maxScheduleSlots = 96;
/** Openings and closings looked at; a mailing of years in dozens of zones has more, and nobody needs its last hour. */
constexpr int maxTurns = 20000;

/** Clients whose clocks agree. */
struct Group
{
    const QTimeZone *zone = nullptr; ///< nullptr: not known here, and nothing is sent there within a window
    double waiting = 0;
    bool open = true;
    Instant turnsAt{}; ///< when `open` has to be looked at again
};

/** A stretch of time in which the same groups are open. */
struct Stretch
{
    Instant from{};
    Instant to{};
    double messages = 0;
};

void look(Group &group, const std::optional<domain::SendWindow> &window, Instant at, Instant end)
{
    if (!window) {
        group.turnsAt = end;
        return;
    }
    if (!group.zone) {
        group.open = false;
        group.turnsAt = end;
        return;
    }
    group.open = window->isOpen(at, *group.zone);
    const auto turn = group.open ? window->nextClosing(at, *group.zone) : window->nextOpening(at, *group.zone);
    // An open window that does not close within days is looked at again; a shut one that never opens is not.
    group.turnsAt = turn.value_or(group.open ? at + std::chrono::hours{8 * 24} : end);
}

std::vector<Group> groupsOf(const ForecastInput &input)
{
    std::vector<Group> groups;
    for (const interfaces::LabelCount &row : input.waitingByTimezone) {
        if (row.count <= 0)
            continue;
        Group group{domain::findTimeZone(row.label), static_cast<double>(row.count)};
        look(group, input.window, input.from, input.end);
        groups.push_back(group);
    }
    return groups;
}

double waitingIn(const std::vector<Group> &groups, bool openOnly)
{
    return std::accumulate(groups.begin(), groups.end(), 0.0, [openOnly](double sum, const Group &group) {
        return group.open || !openOnly ? sum + group.waiting : sum;
    });
}

/** The next moment at which something changes: a window turns, the open groups are done, or the mailing ends. */
Instant nextTurn(const std::vector<Group> &groups, Instant at, Instant end, double open, double rate)
{
    Instant next = end;
    for (const Group &group : groups) {
        if (group.waiting > 0)
            next = std::min(next, group.turnsAt);
    }
    if (open > 0) {
        const double milliseconds = std::ceil(open / rate * 1000);
        if (milliseconds < static_cast<double>((next - at).count()))
            next = at + Milliseconds{static_cast<qint64>(milliseconds)};
    }
    return next;
}

void send(std::vector<Group> &groups, double open, double messages)
{
    const double left = messages >= open ? 0 : 1 - messages / open;
    for (Group &group : groups) {
        if (group.open)
            group.waiting *= left;
    }
}

/** @param at  from where on; tells up to where it went: what still waits before the end was not followed any further */
std::vector<Stretch> run(std::vector<Group> &groups, const ForecastInput &input, Instant &at)
{
    std::vector<Stretch> stretches;
    for (int turn = 0; turn < maxTurns && at < input.end && waitingIn(groups, false) > 0; ++turn) {
        const double open = waitingIn(groups, true);
        const Instant next = nextTurn(groups, at, input.end, open, input.rate);
        const double seconds = static_cast<double>((next - at).count()) / 1000;
        const double messages = std::min(open, seconds * input.rate);
        if (messages > 0) {
            stretches.push_back({at, next, messages});
            send(groups, open, messages);
        }
        at = next;
        for (Group &group : groups) {
            if (group.turnsAt <= at)
                look(group, input.window, at, input.end);
        }
    }
    return stretches;
}

QList<ForecastSlot> scheduleOf(const std::vector<Stretch> &stretches)
{
    if (stretches.empty())
        return {};
    const Instant from = stretches.front().from;
    const Milliseconds whole = stretches.back().to - from;
    const Milliseconds width{std::max<qint64>(1000, (whole.count() + maxScheduleSlots - 1) / maxScheduleSlots)};
    std::vector<double> messages(static_cast<std::size_t>((whole.count() + width.count() - 1) / width.count()));
    for (const Stretch &stretch : stretches) {
        const double perMillisecond = stretch.messages / static_cast<double>((stretch.to - stretch.from).count());
        for (Instant at = stretch.from; at < stretch.to;) {
            const auto slot = static_cast<std::size_t>((at - from) / width);
            const Instant to = std::min<Instant>(stretch.to, from + width * static_cast<qint64>(slot + 1));
            messages[slot] += perMillisecond * static_cast<double>((to - at).count());
            at = to;
        }
    }
    // Rounded as a running sum, so that the slots add up to all messages.
    QList<ForecastSlot> schedule;
    double sum = 0;
    qint64 told = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        sum += messages[i];
        const qint64 upToHere = std::llround(sum);
        schedule.append({from + width * static_cast<qint64>(i), upToHere - told});
        told = upToHere;
    }
    return schedule;
}

/** Without a rate only this is certain: whose window does not open before the end. */
double neverOpen(const std::vector<Group> &groups, Instant end)
{
    return std::accumulate(groups.begin(), groups.end(), 0.0, [end](double sum, const Group &group) {
        return !group.open && group.turnsAt >= end ? sum + group.waiting : sum;
    });
}

} // namespace

ForecastResult forecast(const ForecastInput &input)
{
    ForecastResult result;
    std::vector<Group> groups = groupsOf(input);
    const double waiting = waitingIn(groups, false);
    if (input.from >= input.end) {
        result.forecast.willExpire = std::llround(waiting);
        return result;
    }
    if (waiting <= 0) {
        result.forecast.doneAt = input.from;
        return result;
    }
    if (input.rate <= 0) {
        result.forecast.willExpire = std::llround(neverOpen(groups, input.end));
        return result;
    }
    Instant reached = input.from;
    const std::vector<Stretch> stretches = run(groups, input, reached);
    result.schedule = scheduleOf(stretches);
    if (reached < input.end && waitingIn(groups, false) > 0)
        return result;
    result.forecast.willExpire = std::llround(waitingIn(groups, false));
    // What expires is settled at the end.
    result.forecast.doneAt = result.forecast.willExpire > 0 || stretches.empty() ? input.end : stretches.back().to;
    return result;
}

} // namespace core::services
