// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// dispatch_local_ratio, dispatch_latency_ratio: the whole engine over HTTP ÷ a bare loop over the same access managers.

#include "core/gateways/gatewayfactory.h"
#include "core/gateways/httptransport.h"
#include "tests/bench/drive.h"
#include "tests/bench/measure.h"
#include "tests/bench/simulatorprocess.h"
#include "tests/support/builders.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>

namespace tests::bench {

using namespace std::chrono_literals;
using namespace core;

namespace {

constexpr qint64 firstBareId = 1'000'000'000'000; ///< no message of a workspace has such a number

/** The transport of http-json and nothing else: no ledger, no template, no limits, no reading of answers. */
class BareLoop
{
public:
    BareLoop(QString url, int connections)
        : m_url(std::move(url)), m_connections(connections),
          m_transport(connections, *gateways::HttpTransport::verifyingTls({}))
    {}

    /** Sends so many, always `connections` open, and waits for the last answer. */
    double rate(int messages)
    {
        m_left = messages;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < m_connections; ++i)
            sendNext();
        m_untilAnswered.exec();
        return messages / (double(timer.nsecsElapsed()) / 1e9);
    }
    [[nodiscard]] int refused() const { return m_refused; }

private:
    void sendNext()
    {
        if (m_left == 0)
            return;
        --m_left;
        ++m_open;
        const QByteArray number = QByteArray::number(m_next);
        gateways::HttpRequest request{QUrl(m_url + QString::fromLatin1(number)),
                                      {{"Content-Type", "application/json"}, {"Accept", "application/json"}},
                                      "{\"id\":" + number +
                                          ",\"phone\":79990000000,\"text\":\"Добрый день, Анна! Ваш заказ готов.\"}"};
        m_transport.post(m_next++, std::move(request), 10s, [this](const gateways::HttpOutcome &outcome) {
            m_refused += outcome.status == 200 ? 0 : 1;
            --m_open;
            sendNext();
            if (m_open == 0)
                m_untilAnswered.quit();
        });
    }

    const QString m_url;
    const int m_connections;
    gateways::HttpTransport m_transport;
    QEventLoop m_untilAnswered;
    qint64 m_next = firstBareId;
    int m_left = 0;
    int m_open = 0;
    int m_refused = 0;
};

struct Setting
{
    QStringList faults; ///< of the simulator
    int connections;
    int messages;
    int bareMessages; ///< before and after
};

Result<Reading> ratio(const Setting &setting)
{
    const SimulatorProcess simulator(setting.faults);
    HELIOGRAPH_ASSIGN(const auto workspace, BenchWorkspace::make(setting.messages));
    domain::GatewayProfile profile = aGateway().connections(setting.connections).timeout(10s).isDefault(true);
    profile.url = simulator.url();
    SystemClock clock;
    gateways::GatewayFactory gateways(clock);

    BareLoop bare(simulator.url(), setting.connections);
    const double before = bare.rate(setting.bareMessages);
    HELIOGRAPH_ASSIGN(const Drive drive, driveMailing(*workspace, profile, gateways, benchMailing()));
    const double after = bare.rate(setting.bareMessages);
    if (bare.refused() > 0)
        return Failure(Error::make(ErrorKind::Internal, "bench.refused", {}, QString::number(bare.refused())));

    return Reading{drive.rate() / ((before + after) / 2),
                   {{QStringLiteral("messages"), drive.messages},
                    {QStringLiteral("connections"), setting.connections},
                    {QStringLiteral("rate"), drive.rate()},
                    {QStringLiteral("bare_rates"), QJsonArray{before, after}},
                    {QStringLiteral("processor_us_per_message"), drive.processSeconds * 1e6 / double(drive.messages)}}};
}

} // namespace

Result<Reading> dispatchLocalRatio()
{
    return ratio({{}, 64, 200'000, 50'000});
}

Result<Reading> dispatchLatencyRatio()
{
    return ratio({{QStringLiteral("--latency"), QStringLiteral("100ms")}, 256, 200'000, 25'000});
}

} // namespace tests::bench
