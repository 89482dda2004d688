// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the simulator was asked and what it made of it: the truth that tests compare with.
 */
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>

namespace core::simulator {

/** How a request ended, as far as the gateway knows. */
enum class Outcome : quint8 { Accepted, Repeat, Status, Hang, Garbage, Empty, Code1, Reset, Unauthorized, Invalid };

struct LogEntry
{
    Instant at{};
    qint64 id = 0;
    qint64 phone = 0;
    QByteArray text; ///< UTF-8
    int attempt = 0; ///< 1 for the first request with this id
    Outcome outcome = Outcome::Accepted;
    quint16 status = 200;  ///< of the answer; told for Status only
    bool accepted = false; ///< by this request and no other the message was taken
};

struct SimulatorStats
{
    qint64 requests = 0;
    qint64 ids = 0;      ///< different ones
    qint64 accepted = 0; ///< of them
    qint64 repeats = 0;  ///< requests answered as repeats
    qint64 maxOpen = 0;  ///< most requests that waited for their answer at once
};

/** "accepted", "repeat", "status_500", "hang", … */
[[nodiscard]] QByteArray outcomeName(const LogEntry &entry);

/**
 * Grows by one entry a request until the simulator ends; equal texts are held once. Thread: one.
 */
class MessageLog
{
public:
    /** The number the next request with this id gets. */
    [[nodiscard]] int nextAttempt(qint64 id) const { return m_ids.value(id).requests + 1; }
    [[nodiscard]] bool isAccepted(qint64 id) const { return m_ids.value(id).accepted; }

    /** Sets `attempt`; everything else is the caller's. */
    void add(LogEntry entry);

    [[nodiscard]] const QList<LogEntry> &entries() const { return m_entries; }
    [[nodiscard]] SimulatorStats stats() const { return m_stats; } ///< without maxOpen
    /** `{"t","id","phone","text","attempt","outcome","accepted"}` of the entries in `[from, to)`, with commas between. */
    [[nodiscard]] QByteArray toJson(qsizetype from, qsizetype to) const;

private:
    struct Id
    {
        int requests = 0;
        bool accepted = false;
    };

    QList<LogEntry> m_entries;
    QHash<qint64, Id> m_ids;
    QSet<QByteArray> m_texts;
    SimulatorStats m_stats;
};

} // namespace core::simulator
