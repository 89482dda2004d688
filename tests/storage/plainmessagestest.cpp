// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/plainmessages.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/storage/transaction.h"
#include "tests/storage/postgresserver.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtTest>

namespace tests {

using core::InstanceId;
using core::MessageId;
using core::domain::MessageStatus;
using core::interfaces::MessageOutcome;
using core::interfaces::SendIntent;
using core::interfaces::UnitOfWork;
using core::storage::Connection;
using core::storage::PlainMessages;
using core::storage::StatusChanges;
using core::storage::Transaction;

/** The short way by itself: the contract suite would not see it never being taken. On every backend. */
class PlainMessagesTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T09:00:00Z");
    std::unique_ptr<TestDatabase> m_database;
    core::domain::Mailing m_mailing;
    QList<MessageId> m_ids;

    QSet<MessageId> marked(Connection &connection)
    {
        QList<SendIntent> intents;
        for (const MessageId id : m_ids)
            intents << SendIntent{id, m_mailing.gateway, 1, 1, {}, m_now, m_mailing.id};
        StatusChanges changes;
        const auto marked = PlainMessages(connection, {}, changes).markSending(intents, m_now);
        return marked && changes.write(connection) ? *marked : QSet<MessageId>();
    }

    QSet<MessageId> accepted(Connection &connection)
    {
        QList<MessageOutcome> outcomes;
        for (const MessageId id : m_ids) {
            MessageOutcome outcome;
            outcome.id = id;
            outcome.status = MessageStatus::Sent;
            outcome.at = m_now;
            outcome.firstOf = m_mailing.id;
            outcomes << outcome;
        }
        StatusChanges changes;
        const auto accepted = PlainMessages(connection, {}, changes).accept(outcomes);
        return accepted && changes.write(connection) ? *accepted : QSet<MessageId>();
    }

    [[nodiscard]] QSet<MessageId> all() const { return {m_ids.cbegin(), m_ids.cend()}; }

    [[nodiscard]] qint64 number(const QString &status)
    {
        return numberOf(*m_database->connect(), u"SELECT count(*) FROM messages WHERE status = "_qs + status);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(const bool, isServer);
        m_database = isServer ? std::make_unique<TestDatabase>(PostgresServer::shared().createDatabase())
                              : std::make_unique<TestDatabase>();
        m_database->write([this](UnitOfWork &unit) -> core::Result<bool> {
            m_mailing = aMailing().state(core::domain::MailingState::Running);
            HELIOGRAPH_ASSIGN(m_mailing.gateway, unit.gateways.insert(aGateway()));
            for (int i = 1; i <= 3; ++i)
                HELIOGRAPH_TRY(unit.clients.insert(aClient().phone(i)));
            HELIOGRAPH_ASSIGN(m_mailing.id, unit.mailings.insert(m_mailing));
            HELIOGRAPH_TRY(unit.messages.chooseAudience(m_mailing, {}, 10, m_now));
            HELIOGRAPH_ASSIGN(const auto claimed,
                              unit.messages.claim({m_mailing.id, 10, m_now, m_now + std::chrono::minutes{1}}));
            m_ids.clear();
            for (const auto &message : claimed)
                m_ids << message.id;
            return true;
        });
        QCOMPARE(m_ids.size(), 3);
    }

    void takesThemAllOrNone()
    {
        const auto connection = m_database->connect();
        {
            auto transaction = Transaction::begin(*connection, Transaction::Kind::Dispatch);
            QVERIFY(transaction);
            QCOMPARE(marked(*connection), all());
            QCOMPARE(marked(*connection), QSet<MessageId>()); // they are being sent already
            QVERIFY(transaction->commit());
        }
        QCOMPARE(number(u"1"_qs), 3);
        auto transaction = Transaction::begin(*connection, Transaction::Kind::Dispatch);
        QCOMPARE(accepted(*connection), all());
        QCOMPARE(accepted(*connection), QSet<MessageId>());
        QVERIFY(transaction->commit());
        QCOMPARE(number(u"2"_qs), 3);
    }

    void leavesThemAsTheyAreWhereOneHasToBeLookedAt()
    {
        m_database->write([this](UnitOfWork &unit) -> core::Result<bool> {
            HELIOGRAPH_ASSIGN(auto client, unit.clients.find(core::ClientId{2}));
            client.updatedAt = m_now + std::chrono::milliseconds{1};
            HELIOGRAPH_TRY(unit.clients.update(client));
            return true;
        });
        const auto connection = m_database->connect();
        auto transaction = Transaction::begin(*connection, Transaction::Kind::Dispatch);
        QCOMPARE(marked(*connection), QSet<MessageId>());
        QVERIFY(transaction->commit());
        QCOMPARE(number(u"0"_qs), 3);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PlainMessagesTest)
#include "plainmessagestest.moc"
