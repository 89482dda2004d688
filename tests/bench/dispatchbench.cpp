// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// dispatch_local_ratio, dispatch_latency_ratio: the whole engine over HTTP ÷ a bare loop over the same gateway. Threads of
// the engine are batch threads (core/base/batchthread); what the bare loop reaches as one stands in the detail.

#include "core/base/batchthread.h"
#include "core/gateways/gatewayfactory.h"
#include "tests/bench/drive.h"
#include "tests/bench/measure.h"
#include "tests/bench/simulatorprocess.h"
#include "tests/support/builders.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;

namespace {

constexpr auto timeout = 10s;
constexpr qint64 firstBareId = 1'000'000'000'000; ///< no message of a workspace has such numbers
constexpr qint64 firstBareIdOfBatch = 2'000'000'000'000;

/** Messages and the seconds that they took, added up. */
struct Total
{
    qint64 messages = 0;
    double seconds = 0;
    double processSeconds = 0;

    void add(const Drive &drive)
    {
        messages += drive.messages;
        seconds += drive.seconds;
        processSeconds += drive.processSeconds;
    }
    [[nodiscard]] double rate() const { return double(messages) / seconds; }
    [[nodiscard]] double processorPerMessage() const { return processSeconds * 1e6 / double(messages); }
};

/** The gateway and its access managers alone: no ledger, no template, no limits, no log. */
class BareLoop
{
public:
    BareLoop(std::unique_ptr<interfaces::Gateway> gateway, int connections, qint64 firstId = firstBareId)
        : m_gateway(std::move(gateway)), m_connections(connections), m_next(firstId)
    {}

    /** Sends so many, always `connections` open, and waits for the last answer. */
    Drive run(int messages)
    {
        m_left = messages;
        const double usedBefore = processSeconds();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < m_connections; ++i)
            sendNext();
        m_untilAnswered.exec();
        return {messages, double(timer.nsecsElapsed()) / 1e9, processSeconds() - usedBefore};
    }
    [[nodiscard]] int refused() const { return m_refused; }

private:
    void sendNext()
    {
        if (m_left == 0)
            return;
        --m_left;
        ++m_open;
        m_gateway->send({m_next++, phoneNumber(1), QStringLiteral("Добрый день, Анна! Ваш заказ готов.")}, timeout,
                        [this](const interfaces::GatewayAnswer &answer) {
                            m_refused += answer.kind == domain::AnswerKind::Accepted ? 0 : 1;
                            --m_open;
                            sendNext();
                            if (m_open == 0)
                                m_untilAnswered.quit();
                        });
    }

    std::unique_ptr<interfaces::Gateway> m_gateway;
    const int m_connections;
    QEventLoop m_untilAnswered;
    qint64 m_next;
    int m_left = 0;
    int m_open = 0;
    int m_refused = 0;
};

/** What the bare loop reaches on a thread like the engine's, with access managers that are made there. */
Result<Drive> runBareAsBatch(interfaces::GatewayFactory &gateways, const domain::GatewayProfile &profile, int messages)
{
    Result<Drive> drive;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        becomeBatchThread();
        auto gateway = gateways.make(profile, {});
        if (gateway)
            drive = BareLoop(std::move(*gateway), profile.connections, firstBareIdOfBatch).run(messages);
        else
            drive = Failure(std::move(gateway.error()));
    }));
    thread->start();
    thread->wait();
    return drive;
}

struct Setting
{
    QStringList faults; ///< of the simulator
    int connections;
    int rounds; ///< the bare loop and a mailing, in turn, so that a machine that slows down slows both
    int clients;
    int bareMessages;
};

Result<Reading> ratio(const Setting &setting)
{
    const SimulatorProcess simulator(setting.faults);
    HELIOGRAPH_ASSIGN(const auto workspace, BenchWorkspace::make(setting.clients));
    domain::GatewayProfile profile = aGateway().connections(setting.connections).timeout(timeout).isDefault(true);
    profile.url = simulator.url();
    SystemClock clock;
    gateways::GatewayFactory gateways(clock);
    domain::Mailing mailing = benchMailing();
    HELIOGRAPH_ASSIGN(mailing.gateway, workspace->addGateway(profile));
    HELIOGRAPH_ASSIGN(auto gateway, gateways.make(profile, {}));

    BareLoop bare(std::move(gateway), setting.connections);
    Total engine;
    Total alone;
    alone.add(bare.run(setting.bareMessages));
    for (int round = 0; round < setting.rounds; ++round) {
        HELIOGRAPH_ASSIGN(const Drive drive, driveMailing(*workspace, gateways, mailing));
        engine.add(drive);
        alone.add(bare.run(setting.bareMessages));
    }
    HELIOGRAPH_ASSIGN(const Drive batch, runBareAsBatch(gateways, profile, setting.rounds * setting.bareMessages));
    if (bare.refused() > 0)
        return Failure(Error::make(ErrorKind::Internal, "bench.refused", {}, QString::number(bare.refused())));

    return Reading{engine.rate() / alone.rate(),
                   {{QStringLiteral("messages"), engine.messages},
                    {QStringLiteral("connections"), setting.connections},
                    {QStringLiteral("rate"), engine.rate()},
                    {QStringLiteral("bare_rate"), alone.rate()},
                    {QStringLiteral("processor_us_per_message"), engine.processorPerMessage()},
                    {QStringLiteral("bare_processor_us_per_message"), alone.processorPerMessage()},
                    {QStringLiteral("batch_bare_rate"), double(batch.messages) / batch.seconds}}};
}

} // namespace

Result<Reading> dispatchLocalRatio()
{
    return ratio({{}, 64, 4, 50'000, 25'000});
}

Result<Reading> dispatchLatencyRatio()
{
    return ratio({{QStringLiteral("--latency"), QStringLiteral("100ms")}, 256, 2, 100'000, 25'000});
}

} // namespace tests::bench
