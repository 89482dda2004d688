// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A workspace in a file, the dispatcher on its thread, a gateway over HTTP: the engine as the program wires it.
 *
 * For end-to-end tests of the engine in one process. What was handed to the transport is noted by the clock's ticks.
 */
#pragma once

#include "core/dispatch/dispatcher.h"
#include "core/gateways/gatewayfactory.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/mailingrepository.h"
#include "core/services/integrityservice.h"
#include "core/services/mailingservice.h"
#include "core/storage/workspace.h"
#include "tests/e2e/simulatorthread.h"
#include "tests/support/builders.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

namespace tests {

/** Seals nothing: what goes in comes out. */
class NoSecrets final : public core::interfaces::SecretStore
{
public:
    core::Result<QByteArray> seal(const QByteArray &plain) override { return plain; }
    core::Result<QByteArray> open(const QByteArray &sealed) override { return sealed; }
    core::Result<QString> exportKey() override { return QString(); }
    core::Status importKey(const QString &) override { return {}; }
};

/** When requests were handed over. Thread: any. */
class HandOvers
{
public:
    void note()
    {
        const QMutexLocker lock(&m_mutex);
        m_ticks.append(core::SystemClock().ticks());
    }
    [[nodiscard]] QList<core::Ticks> ticks() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_ticks;
    }

private:
    mutable QMutex m_mutex;
    QList<core::Ticks> m_ticks;
};

/** The gateways of the program, with a note of each hand-over. */
class NotingFactory final : public core::interfaces::GatewayFactory
{
public:
    NotingFactory(const core::Clock &clock, HandOvers &handOvers) : m_factory(clock), m_handOvers(handOvers) {}

    [[nodiscard]] core::Status check(const core::domain::GatewayProfile &profile) const override
    {
        return m_factory.check(profile);
    }
    core::Result<std::unique_ptr<core::interfaces::Gateway>> make(const core::domain::GatewayProfile &profile,
                                                                  const QByteArray &secret) override
    {
        HELIOGRAPH_ASSIGN(auto gateway, m_factory.make(profile, secret));
        return std::unique_ptr<core::interfaces::Gateway>(std::make_unique<Noting>(std::move(gateway), m_handOvers));
    }
    [[nodiscard]] bool recognisesRepeats(const core::domain::GatewayProfile &profile) const override
    {
        return m_factory.recognisesRepeats(profile);
    }

private:
    class Noting final : public core::interfaces::Gateway
    {
    public:
        Noting(std::unique_ptr<core::interfaces::Gateway> gateway, HandOvers &handOvers)
            : m_gateway(std::move(gateway)), m_handOvers(handOvers)
        {}
        [[nodiscard]] bool recognisesRepeats() const override { return m_gateway->recognisesRepeats(); }
        void send(const core::interfaces::OutgoingMessage &message, core::Milliseconds timeout, Done done) override
        {
            m_handOvers.note();
            m_gateway->send(message, timeout, std::move(done));
        }
        bool withdraw(qint64 requestId) override { return m_gateway->withdraw(requestId); }
        void cut(qint64 requestId) override { m_gateway->cut(requestId); }
        [[nodiscard]] int openRequests() const override { return m_gateway->openRequests(); }

    private:
        std::unique_ptr<core::interfaces::Gateway> m_gateway;
        HandOvers &m_handOvers;
    };

    core::gateways::GatewayFactory m_factory;
    HandOvers &m_handOvers;
};

/** Thread: that of the test; the dispatcher has one of its own. */
class RealEngine
{
public:
    template <typename F>
    auto write(F work)
    {
        return m_workspace->executor().write(core::interfaces::Lane::Interactive, std::move(work)).takeResult();
    }
    template <typename F>
    auto read(F work)
    {
        return m_workspace->executor().read(std::move(work)).takeResult();
    }
    RealEngine(int clients, const SimulatorThread &simulator, GatewayBuilder gateway)
        : m_workspace(*core::storage::Workspace::open(url())), m_factory(m_clock, m_handOvers),
          m_dispatcher(new core::dispatch::Dispatcher(
              {m_workspace->executor(), m_workspace->changes(), m_factory, m_secrets, m_clock}))
    {
        m_dispatcher->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_dispatcher, &QObject::deleteLater);
        m_thread.start();
        core::domain::GatewayProfile profile = gateway.isDefault(true);
        profile.url = QStringLiteral("http://127.0.0.1:%1/v1/send/").arg(simulator.port());
        (void)write([&](core::interfaces::UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_TRY(unit.gateways.insert(profile));
            for (int i = 1; i <= clients; ++i)
                HELIOGRAPH_TRY(
                    unit.clients.insert(aClient().phone(i).attribute(QStringLiteral("name"), QString::fromUtf8("Анна"))));
            return {};
        });
    }
    ~RealEngine()
    {
        QObject::connect(m_dispatcher, &core::dispatch::Dispatcher::stopped, &m_thread, &QThread::quit,
                         Qt::DirectConnection);
        QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::stop);
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(RealEngine)

    core::MailingId schedule(MailingBuilder mailing)
    {
        mailing.state(core::domain::MailingState::Scheduled).times(m_clock.now(), m_clock.now() + std::chrono::hours{1});
        return *write([&](core::interfaces::UnitOfWork &unit) { return unit.mailings.insert(mailing); });
    }
    void start() { QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::start); }

    core::domain::MailingStatistics statistics(core::MailingId id)
    {
        return *read([&](core::interfaces::UnitOfWork &unit) { return unit.mailings.statistics(id, m_clock.now()); });
    }
    qint64 count(core::MailingId id, core::domain::MessageStatus status) { return statistics(id).counts[status]; }
    core::services::IntegrityReport check()
    {
        return *core::services::IntegrityService(m_workspace->executor()).check(false).takeResult();
    }
    [[nodiscard]] core::storage::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] core::storage::DatabaseUrl url() const
    {
        return core::storage::DatabaseUrl::sqliteFile(m_folder.filePath(QStringLiteral("workspace.db")));
    }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    [[nodiscard]] const HandOvers &handOvers() const { return m_handOvers; }

private:
    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    NoSecrets m_secrets;
    HandOvers m_handOvers;
    std::unique_ptr<core::storage::Workspace> m_workspace;
    NotingFactory m_factory;
    QThread m_thread;
    core::dispatch::Dispatcher *m_dispatcher;
};

} // namespace tests
