// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtTest>

namespace tests {

using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;

/** How much of the disk a message takes, and that ids of two workspaces do not meet. */
class MessageSizeTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 20000;
    static constexpr int batch = 500;

    core::Instant m_now = at("2024-03-01T09:00:00Z");

    static void addClients(TestDatabase &database, core::Instant now)
    {
        for (int first = 0; first < clients; first += 1000) {
            core::interfaces::ImportBatch rows;
            rows.defaultTimezone = u"Europe/Moscow"_qs;
            rows.now = now;
            for (int i = first; i < first + 1000; ++i) {
                core::interfaces::ImportRow row;
                // Scattered, as phones are: neighbours in the list are not neighbours in the index.
                row.phone = phoneNumber(int((qint64{i} * 7919) % 9999991));
                rows.rows << row;
            }
            database.write([rows](UnitOfWork &unit) { return unit.clients.import(rows); });
        }
    }

    core::domain::Mailing chosen(TestDatabase &database)
    {
        core::domain::Mailing mailing = aMailing();
        mailing.id = database.write([&](UnitOfWork &unit) { return unit.mailings.insert(mailing); });
        core::interfaces::AudienceStep step;
        while (!step.complete) {
            const core::ClientId after = step.lastClient;
            step =
                database.write([&](UnitOfWork &unit) { return unit.messages.chooseAudience(mailing, after, 5000, m_now); });
        }
        return mailing;
    }

    int sendSome(TestDatabase &database, const core::domain::Mailing &mailing)
    {
        const auto claimed = database.write([&](UnitOfWork &unit) {
            return unit.messages.claim({mailing.id, batch, m_now, m_now + std::chrono::minutes(1), false});
        });
        QList<core::interfaces::SendIntent> intents;
        QList<core::interfaces::MessageOutcome> outcomes;
        for (const auto &message : claimed) {
            intents << core::interfaces::SendIntent{message.id, core::GatewayId{1}, 1, 1, {}};
            core::interfaces::MessageOutcome outcome;
            outcome.id = message.id;
            outcome.status = MessageStatus::Sent;
            outcome.at = m_now;
            outcomes << outcome;
        }
        database.write([&](UnitOfWork &unit) { return unit.messages.markSending(intents, m_now, {}); });
        database.write([&](UnitOfWork &unit) { return unit.messages.record(outcomes, {}); });
        return int(claimed.size());
    }

    static qint64 bytesOfMessages(TestDatabase &database)
    {
        return numberOf(*database.connect(), u"SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'messages%'"_qs);
    }

private Q_SLOTS:
    void takesAtMost250BytesWithItsIndexes()
    {
        TestDatabase database;
        addClients(database, m_now);
        QElapsedTimer timer;
        timer.start();
        const core::domain::Mailing mailing = chosen(database);
        qInfo("audience: %lld messages/s", clients * 1000LL / std::max<qint64>(1, timer.elapsed()));
        const qint64 pending = bytesOfMessages(database) / clients;
        timer.start();
        int sent = 0;
        while (sent < clients)
            sent += sendSome(database, mailing);
        qInfo("claim, mark, record: %lld messages/s", clients * 1000LL / std::max<qint64>(1, timer.elapsed()));
        const qint64 done = bytesOfMessages(database) / clients;
        qInfo("%lld bytes a message while pending, %lld when sent", pending, done);
        QVERIFY(pending <= 250);
        QVERIFY(done <= 250);
        const auto counts = database.read([&](UnitOfWork &unit) { return unit.mailings.counts(mailing.id); });
        QCOMPARE(counts[MessageStatus::Sent], clients);
    }

    void workspacesDoNotShareIds()
    {
        const auto firstId = [this] {
            TestDatabase database;
            database.write([](UnitOfWork &unit) { return unit.clients.insert(aClient()); });
            const core::domain::Mailing mailing = chosen(database);
            return database.read([&](UnitOfWork &unit) {
                               return unit.messages.page({mailing.id, {}, {}, {}, {}}, {});
                           })
                .rows.first()
                .id;
        };
        const core::MessageId here = firstId();
        const core::MessageId there = firstId();
        QVERIFY(here != there);
        QVERIFY(here.value > 0 && here.value < (qint64{1} << 52) + 1);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageSizeTest)
#include "messagesizetest.moc"
