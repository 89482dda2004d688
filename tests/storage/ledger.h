// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Short ways to bring messages of a mailing into the state that a test of MessageRepository begins with.
 */
#pragma once

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

namespace tests {

/** A gateway, and as many clients and mailings as asked for, in a workspace of the backend whose turn it is. */
class Ledger
{
public:
    Ledger() : m_workspace(ContractWorkspace::open()), gateway(COMMIT(unit.gateways.insert(aGateway()))) {}

    [[nodiscard]] ContractWorkspace *workspace() const { return m_workspace.get(); }

    QList<core::ClientId> addClients(int first, int number)
    {
        QList<core::ClientId> ids;
        for (int i = first; i < first + number; ++i)
            ids.append(
                COMMIT(unit.clients.insert(aClient().phone(i).attribute(QStringLiteral("name"), QString::number(i)))));
        return ids;
    }

    core::domain::Mailing add(core::domain::Mailing mailing)
    {
        if (!mailing.gateway.isValid())
            mailing.gateway = gateway;
        mailing.id = COMMIT(unit.mailings.insert(mailing));
        return mailing;
    }

    qint64 choose(const core::domain::Mailing &mailing, int limit = 1000)
    {
        qint64 added = 0;
        core::interfaces::AudienceStep step;
        while (!step.complete) {
            const core::ClientId after = step.lastClient;
            step = COMMIT(unit.messages.chooseAudience(mailing, after, limit, now));
            added += step.added;
            if (!step.complete && step.lastClient <= after) {
                QTest::qFail("chooseAudience does not come forward", __FILE__, __LINE__);
                break;
            }
        }
        return added;
    }

    /** A running mailing to everybody, with its audience of `clients` new ones. */
    core::domain::Mailing running(int clients, core::domain::Mailing mailing = aMailing())
    {
        const qint64 first = LOOK(unit.clients.count({})) + 1;
        addClients(int(first), clients);
        core::domain::Mailing added = add(std::move(mailing));
        choose(added);
        return added;
    }

    QList<core::interfaces::ClaimedMessage> claim(const core::domain::Mailing &mailing, int limit = 1000,
                                                  bool withFields = false)
    {
        return COMMIT(unit.messages.claim({mailing.id, limit, now, now + lease, withFields, withFields}));
    }

    QList<core::MessageId> mark(const QList<core::MessageId> &ids, const QString &renderedText = {})
    {
        QList<core::interfaces::SendIntent> intents;
        for (const core::MessageId id : ids)
            intents.append({id, gateway, 1, 1, renderedText, core::Instant::max(), firstOf(id)});
        return COMMIT(unit.messages.markSending(intents, now, {}));
    }

    /** Claims everything due and marks it as going out. */
    QList<core::MessageId> sending(const core::domain::Mailing &mailing, int limit = 1000, const QString &renderedText = {})
    {
        QList<core::MessageId> ids;
        for (const core::interfaces::ClaimedMessage &message : claim(mailing, limit))
            ids.append(message.id);
        return mark(ids, renderedText);
    }

    void record(core::interfaces::MessageOutcome outcome)
    {
        outcome.firstOf = firstOf(outcome.id);
        COMMIT(unit.messages.record({outcome}, {}));
    }

    /** Its mailing, unless it was tried before: what the dispatcher tells of first attempts. */
    core::MailingId firstOf(core::MessageId id)
    {
        const core::domain::Message stored = message(id);
        const bool tried = stored.status == core::domain::MessageStatus::Pending ? stored.attempts > 0 : stored.attempts > 1;
        return tried ? core::MailingId() : stored.mailing;
    }

    /** What the dispatcher records of a failure, as of now. */
    [[nodiscard]] core::interfaces::MessageOutcome outcome(core::MessageId id, core::domain::MessageStatus status) const
    {
        core::interfaces::MessageOutcome outcome;
        outcome.id = id;
        outcome.status = status;
        outcome.at = now;
        return outcome;
    }

    [[nodiscard]] core::interfaces::MessageOutcome failure(core::MessageId id, core::domain::MessageStatus status,
                                                           core::domain::AnswerKind kind, int httpStatus = 0,
                                                           int attempt = 1) const
    {
        core::interfaces::MessageOutcome failed = outcome(id, status);
        failed.attempt = core::domain::Attempt{attempt, now, kind, httpStatus, QStringLiteral("said no")};
        failed.error = core::domain::MessageError{kind, httpStatus, QStringLiteral("said no")};
        return failed;
    }

    core::domain::Message message(core::MessageId id) { return LOOK(unit.messages.find(id)); }
    core::domain::Client clientOf(core::MessageId id)
    {
        const core::ClientId client = message(id).client;
        return LOOK(unit.clients.find(client));
    }
    core::domain::StatusCounts counts(const core::domain::Mailing &mailing)
    {
        return LOOK(unit.mailings.counts(mailing.id));
    }

    /** Ids of all messages, in the order they were made. */
    QList<core::MessageId> ids(const core::domain::Mailing &mailing)
    {
        QList<core::MessageId> ids;
        for (const core::domain::Message &message :
             LOOK(unit.messages.page({mailing.id, {}, {}, {}, {}}, {{}, 1000, {}, true})).rows)
            ids.prepend(message.id);
        return ids;
    }

    [[nodiscard]] static core::domain::StatusCounts expected(
        std::initializer_list<std::pair<core::domain::MessageStatus, int>> numbers)
    {
        core::domain::StatusCounts counts;
        for (const auto &[status, number] : numbers)
            counts[status] = number;
        return counts;
    }

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

public:
    static constexpr std::chrono::seconds lease{60};

    core::Instant now = at("2024-03-01T09:00:00Z"); ///< an hour into aMailing()
    core::GatewayId gateway;
};

} // namespace tests
