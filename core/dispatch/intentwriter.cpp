// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/intentwriter.h"

#include "core/base/async.h"
#include "core/base/logging.h"
#include "core/dispatch/messagepreparer.h"

#include <QTimer>
#include <algorithm>

namespace core::dispatch {

using interfaces::SendIntent;
using interfaces::UnitOfWork;

namespace {

constexpr Milliseconds pauseAfterFailure{1000};

} // namespace

IntentWriter::IntentWriter(GatewayId gateway, const InstanceId &self, interfaces::Executor &executor, const Clock &clock,
                           QObject *parent)
    : QObject(parent), m_gateway(gateway), m_self(self), m_executor(executor), m_clock(clock)
{}

bool IntentWriter::holds(MailingId mailing) const
{
    return std::any_of(m_messages.cbegin(), m_messages.cend(),
                       [mailing](const TakenMessage &taken) { return taken.mailing == mailing; });
}

void IntentWriter::write(std::vector<TakenMessage> messages)
{
    QList<SendIntent> intents;
    for (TakenMessage &taken : messages) {
        intents.append(intentFor(taken.message, m_gateway, taken.mailing, taken.textVersion, taken.goesOutAsWritten));
        m_messages.insert(taken.message.claimed.id, std::move(taken));
    }
    whenDone(m_executor.write(interfaces::Lane::Dispatch,
                              [intents, now = m_clock.now(), self = m_self](UnitOfWork &unit) {
                                  return unit.messages.markSending(intents, now, self);
                              }),
             this, [this](const Result<QList<MessageId>> &result) { finish(result); });
}

void IntentWriter::settle()
{
    m_settling = true;
    whenDone(m_executor.write(interfaces::Lane::Dispatch,
                              [ids = m_inDoubt, now = m_clock.now(), self = m_self](UnitOfWork &unit) {
                                  return unit.messages.takeBack(ids, now, self);
                              }),
             this, [this](const Status &settled) {
                 m_settling = false;
                 if (!settled) {
                     QTimer::singleShot(pauseAfterFailure, this, [this] { Q_EMIT marked({}); }); // who hears it tries again
                     return;
                 }
                 m_inDoubt.clear();
                 Q_EMIT marked({});
             });
}

void IntentWriter::finish(const Result<QList<MessageId>> &result)
{
    auto messages = std::exchange(m_messages, {});
    MarkedBatch batch;
    if (result) {
        for (const MessageId id : *result)
            batch.ready.push_back(messages.take(id));
        batch.refused = messages.keys();
    } else {
        qCWarning(logDispatch).noquote().nospace()
            << "gateway=" << m_gateway.value << " mark_failed error=" << result.error().code;
        if (!m_executor.tellsOfEveryCommit())
            m_inDoubt << messages.keys();
        for (TakenMessage &message : messages)
            batch.unmarked.push_back(std::move(message));
    }
    Q_EMIT marked(batch);
}

} // namespace core::dispatch
