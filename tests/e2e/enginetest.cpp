// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/messagerepository.h"
#include "tests/e2e/realengine.h"

using namespace std::chrono_literals;
using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::UnitOfWork;

namespace tests {

/** Storage, dispatcher, transport and a stranger's gateway together, in one process: what arrives, how often. */
class EngineTest : public QObject
{
    Q_OBJECT

    static GatewayBuilder impatient() { return aGateway().connections(64).timeout(1s).retry({.firstDelay = 100ms}); }

private Q_SLOTS:
    void sendsEverythingOnceThroughAGatewayWithFaults()
    {
        constexpr int clients = 1500;
        const SimulatorThread simulator({QStringLiteral("--status"), QStringLiteral("500=8%"), QStringLiteral("--garbage"),
                                         QStringLiteral("2%"), QStringLiteral("--reset"), QStringLiteral("2%"),
                                         QStringLiteral("--latency"), QStringLiteral("1ms..5ms"), QStringLiteral("--seed"),
                                         QStringLiteral("7")});
        RealEngine engine(clients, simulator, impatient());
        const MailingId id = engine.schedule(aMailing().text(QStringLiteral("Привет, {name}!")));
        engine.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.statistics(id).state, MailingState::Finished, 60'000);
        QCOMPARE(engine.count(id, MessageStatus::Sent), clients);
        QCOMPARE(engine.check().problems, QStringList());
        QHash<qint64, int> acceptedOnce;
        const auto log = simulator.log();
        for (const auto &entry : log)
            acceptedOnce[entry.id] += entry.accepted ? 1 : 0;
        QCOMPARE(acceptedOnce.size(), clients);
        for (const int times : std::as_const(acceptedOnce))
            QCOMPARE(times, 1);
        QVERIFY2(log.size() > clients * 11 / 10, "the faults did not happen");
    }

    void whenConnectionsAreResetTheGatewaySeesAsManyRequestsAsThereWereAttempts()
    {
        constexpr int clients = 600;
        const SimulatorThread simulator({QStringLiteral("--reset"), QStringLiteral("20%"), QStringLiteral("--latency"),
                                         QStringLiteral("0ms..5ms"), QStringLiteral("--seed"), QStringLiteral("3")});
        // Patient: a request that is cut while the gateway has no time to read it never arrives.
        RealEngine engine(clients, simulator, impatient().timeout(30s));
        const MailingId id = engine.schedule(aMailing());
        engine.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.statistics(id).state, MailingState::Finished, 60'000);
        QHash<qint64, int> requests;
        const auto log = simulator.log();
        for (const auto &entry : log)
            ++requests[entry.id];
        const auto messages =
            *engine.read([&](UnitOfWork &unit) { return unit.messages.page({.mailing = id}, {.limit = clients}); });
        QCOMPARE(messages.rows.size(), clients);
        int repeated = 0;
        for (const core::domain::Message &message : messages.rows) {
            QCOMPARE(requests.value(message.id.value), message.attempts);
            repeated += message.attempts > 1 ? 1 : 0;
        }
        QVERIFY2(repeated > clients / 10, "no connection was reset");
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::EngineTest)
#include "enginetest.moc"
