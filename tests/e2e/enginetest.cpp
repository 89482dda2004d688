// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/dispatcher.h"
#include "core/gateways/gatewayfactory.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/services/integrityservice.h"
#include "core/storage/workspace.h"
#include "tests/e2e/simulatorthread.h"
#include "tests/support/builders.h"

#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace std::chrono_literals;
using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;

namespace tests {

namespace {

class NoSecrets final : public core::interfaces::SecretStore
{
public:
    core::Result<QByteArray> seal(const QByteArray &plain) override { return plain; }
    core::Result<QByteArray> open(const QByteArray &sealed) override { return sealed; }
    core::Result<QString> exportKey() override { return QString(); }
    core::Status importKey(const QString &) override { return {}; }
};

/** A workspace in a file, the dispatcher on its thread, a gateway over HTTP. */
class RunningEngine
{
public:
    template <typename F>
    auto write(F work)
    {
        return m_workspace->executor().write(Lane::Interactive, std::move(work)).takeResult();
    }

    RunningEngine(int clients, const SimulatorThread &simulator, int connections)
        : m_workspace(*core::storage::Workspace::open(
              core::storage::DatabaseUrl::sqliteFile(m_folder.filePath(QStringLiteral("workspace.db"))))),
          m_factory(m_clock), m_dispatcher(new core::dispatch::Dispatcher(
                                  {m_workspace->executor(), m_workspace->changes(), m_factory, m_secrets, m_clock}))
    {
        m_dispatcher->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_dispatcher, &QObject::deleteLater);
        m_thread.start();
        auto profile = aGateway().connections(connections).timeout(1s).retry({.firstDelay = 100ms}).isDefault(true).build();
        profile.url = QStringLiteral("http://127.0.0.1:%1/v1/send/").arg(simulator.port());
        (void)write([&](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_TRY(unit.gateways.insert(profile));
            for (int i = 1; i <= clients; ++i)
                HELIOGRAPH_TRY(
                    unit.clients.insert(aClient().phone(i).attribute(QStringLiteral("name"), QStringLiteral("Анна"))));
            return {};
        });
    }
    ~RunningEngine()
    {
        QSignalSpy stopped(m_dispatcher, &core::dispatch::Dispatcher::stopped);
        QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::stop);
        stopped.wait(20'000);
        m_thread.quit();
        m_thread.wait();
    }

    MailingId schedule(const MailingBuilder &mailing)
    {
        MailingBuilder scheduled = mailing;
        scheduled.state(MailingState::Scheduled).times(m_clock.now(), m_clock.now() + 1h);
        return *write([&](UnitOfWork &unit) { return unit.mailings.insert(scheduled); });
    }
    void start() { QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::start); }
    core::domain::MailingStatistics statistics(MailingId id)
    {
        return *m_workspace->executor()
                    .read([&](UnitOfWork &unit) { return unit.mailings.statistics(id, m_clock.now()); })
                    .takeResult();
    }
    core::services::IntegrityReport check()
    {
        return *core::services::IntegrityService(m_workspace->executor()).check(false).takeResult();
    }

private:
    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    NoSecrets m_secrets;
    std::unique_ptr<core::storage::Workspace> m_workspace;
    core::gateways::GatewayFactory m_factory;
    QThread m_thread;
    core::dispatch::Dispatcher *m_dispatcher;
};

} // namespace

/** Storage, dispatcher, transport and a stranger's gateway together, in one process. */
class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEverythingOnceThroughAGatewayWithFaults()
    {
        constexpr int clients = 1500;
        const SimulatorThread simulator({QStringLiteral("--status"), QStringLiteral("500=8%"), QStringLiteral("--garbage"),
                                         QStringLiteral("2%"), QStringLiteral("--reset"), QStringLiteral("2%"),
                                         QStringLiteral("--latency"), QStringLiteral("1ms..5ms"), QStringLiteral("--seed"),
                                         QStringLiteral("7")});
        RunningEngine engine(clients, simulator, 64);
        const MailingId id = engine.schedule(aMailing().text(QStringLiteral("Привет, {name}!")));
        engine.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.statistics(id).state, MailingState::Finished, 60'000);
        QCOMPARE(engine.statistics(id).counts[MessageStatus::Sent], clients);
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

    void aPauseSilencesWithinASecondAndResumeFinishes()
    {
        constexpr int clients = 600;
        const SimulatorThread simulator({QStringLiteral("--latency"), QStringLiteral("50ms")});
        RunningEngine engine(clients, simulator, 16);
        const MailingId id = engine.schedule(aMailing());
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(engine.statistics(id).counts[MessageStatus::Sent] > 50, 20'000);
        const auto setState = [&](MailingState state) {
            return engine.write([&](UnitOfWork &unit) -> core::Status {
                HELIOGRAPH_ASSIGN(core::domain::Mailing mailing, unit.mailings.find(id));
                mailing.state = state;
                return unit.mailings.update(mailing);
            });
        };
        QVERIFY(setState(MailingState::Paused));
        const qint64 pausedAt = QDateTime::currentMSecsSinceEpoch();
        QTRY_COMPARE(engine.statistics(id).counts[MessageStatus::Sending], 0);
        const auto log = simulator.log();
        QVERIFY(core::toMs(log.last().at) <= pausedAt + 1000);
        QVERIFY(setState(MailingState::Running));
        QTRY_COMPARE_WITH_TIMEOUT(engine.statistics(id).state, MailingState::Finished, 30'000);
        QCOMPARE(simulator.log().size(), clients);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::EngineTest)
#include "enginetest.moc"
