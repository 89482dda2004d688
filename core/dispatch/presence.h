// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes this dispatcher known to the others that share its database, and passes on what the dead ones held.
 */
#pragma once

#include "core/base/moment.h"
#include "core/dispatch/share.h"
#include "core/interfaces/executor.h"

#include <QObject>
#include <QTimer>

namespace core::dispatch {

/**
 * Where there is a server, a heartbeat every 2 s; whoever is not seen for the time of a lease is dead. While the server was
 * away nobody could be seen, so nobody is taken for dead until it has been there for as long. In a file there is one
 * dispatcher at a time (the lock beside it): whoever is in the table when it comes is dead.
 *
 * Thread: dispatch.
 */
class Presence : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds interval{2};
    static constexpr std::chrono::seconds deadAfter = interfaces::Instance::deadAfter;
    /** Clocks that differ by more make leases and ends mean different things to different computers. */
    static constexpr std::chrono::seconds largestSkew{5};

    struct Company
    {
        QString label;       ///< computer and process, for people
        bool shared = false; ///< others may dispatch at the same time
    };

    Presence(interfaces::Executor &executor, const Clock &clock, Company company, QObject *parent = nullptr);

    /** entered() follows, sooner or later. */
    void enter();
    /** left() follows at once if it never entered. */
    void leave();

    /** Not valid until entered(). */
    [[nodiscard]] const InstanceId &id() const { return m_id; }
    /** Nothing also while the clock is wrong. */
    [[nodiscard]] Share share() const { return m_clockIsWrong ? Share() : m_share; }
    [[nodiscard]] int instances() const { return m_alive; }
    /** Whoever was not seen for so long that others take it for dead has no part any more; call it before anything begins.
     */
    void lookAtClock();
    /** A heartbeat now; the timer calls it, tests may. */
    void beat();

Q_SIGNALS:
    void entered();
    void shareChanged();
    /** Somebody died: MessageRepository::releaseOrphans and recoverInterrupted have work. */
    void orphansLeft();
    /** It was taken for dead itself, and has another id now: what it held is in other hands. */
    void replaced();
    /** @param problem  error code; empty: all is well */
    void troubled(const QString &problem);
    void left();

private:
    struct Beat
    {
        InstanceId id;
        int retired = 0;
        QList<interfaces::Instance> alive;
        std::optional<Instant> serverTime;
    };

    /** Who of the others is taken for dead. */
    enum class Verdict { Nobody, WhoIsNotSeen, Everybody };

    [[nodiscard]] static Result<Beat> write(interfaces::UnitOfWork &unit, const Company &company, InstanceId id, Instant now,
                                            Verdict verdict);
    [[nodiscard]] Verdict verdict() const;
    void finish(const Result<Beat> &beat);
    void setShare(const Share &share, bool clockIsWrong);

    interfaces::Executor &m_executor;
    const Clock &m_clock;
    const Company m_company;
    QTimer m_timer;
    InstanceId m_id;
    Share m_share;
    bool m_clockIsWrong = false;
    int m_alive = 0;
    bool m_beating = false;
    bool m_leaving = false;
    Moment m_beatBegun;
    std::optional<Moment> m_seenAt;       ///< our last heartbeat that was written
    std::optional<Ticks> m_watchingSince; ///< without a failure since
};

} // namespace core::dispatch
