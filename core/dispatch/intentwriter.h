// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Commits what is about to be sent, before it is sent: what was leased first, not what a claim lets out at once.
 *
 * Whose turn it is and how many go at once decides core/dispatch/sendlane.
 */
#pragma once

#include "core/dispatch/flowtable.h"
#include "core/interfaces/executor.h"

#include <QHash>
#include <QObject>

namespace core::dispatch {

/** What became of one batch. */
struct MarkedBatch
{
    std::vector<TakenMessage> ready;    ///< committed as sending
    QList<MessageId> refused;           ///< paused, ended, opted out or edited meanwhile
    std::vector<TakenMessage> unmarked; ///< storage refused the whole batch
};

/** One batch at a time; the answer comes by marked(), and never before write() has returned. Thread: dispatch. */
class IntentWriter : public QObject
{
    Q_OBJECT

public:
    /** @param self  this dispatcher; read when something is written */
    IntentWriter(GatewayId gateway, const InstanceId &self, interfaces::Executor &executor, const Clock &clock,
                 QObject *parent = nullptr);

    /** Only while it is idle. */
    void write(std::vector<TakenMessage> messages);
    [[nodiscard]] bool isIdle() const { return m_messages.isEmpty() && !m_settling; }
    /** A batch that was refused may have been committed all the same: a server's answer can be lost. */
    [[nodiscard]] bool isInDoubt() const { return !m_inDoubt.isEmpty(); }
    /** Takes back what is in doubt; tells by marked() when that is done or may be tried again. Only while it is idle. */
    void settle();
    [[nodiscard]] int count() const { return int(m_messages.size()); }
    /** Something of this mailing is being written. */
    [[nodiscard]] bool holds(MailingId mailing) const;

Q_SIGNALS:
    void marked(const core::dispatch::MarkedBatch &batch);

private:
    void finish(const Result<QList<MessageId>> &result);

    const GatewayId m_gateway;
    const InstanceId &m_self;
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    QHash<MessageId, TakenMessage> m_messages;
    QList<MessageId> m_inDoubt;
    bool m_settling = false;
};

} // namespace core::dispatch
