// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/metrics.h"

#include <QHash>

namespace core::rest {

using domain::BreakerState;
using interfaces::GatewayActivity;

namespace {

using Labels = QList<std::pair<const char *, QString>>;

/** Writes samples, each metric under its heading. */
class Page
{
public:
    void begin(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    }
    void sample(double value, const Labels &labels = {}) { sample("", value, labels); }
    void histogram(const Histogram &times, const Labels &labels = {})
    {
        qint64 total = 0;
        for (qsizetype i = 0; i < times.counts().size(); ++i) {
            total += times.counts()[i];
            const bool isLast = i == times.bounds().size();
            Labels bounded = labels;
            bounded.emplaceBack("le", isLast ? QStringLiteral("+Inf") : QString::number(times.bounds()[i]));
            sample("_bucket", double(total), bounded);
        }
        sample("_sum", times.sum(), labels);
        sample("_count", double(total), labels);
    }
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    void sample(const char *suffix, double value, const Labels &labels)
    {
        m_text += m_name + suffix;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QByteArray escaped = labels[i].second.toUtf8();
            escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            m_text += (i == 0 ? QByteArray("{") : QByteArray(",")) + labels[i].first + "=\"" + escaped + '"';
        }
        m_text += (labels.isEmpty() ? QByteArray(" ") : QByteArray("} ")) + QByteArray::number(value, 'g', 15) + '\n';
    }

    QByteArray m_name;
    QByteArray m_text;
};

using Names = QHash<GatewayId, QString>;

void writeProcess(Page &page, const ProcessFacts &process, const interfaces::EngineSnapshot &engine)
{
    page.begin("heliograph_build_info", "gauge", "Version of the program and of Qt.");
    page.sample(1, {{"version", process.version}, {"qt", QString::fromLatin1(qVersion())}});
    page.begin("heliograph_dispatching", "gauge", "1 if this process sends.");
    page.sample(engine.dispatching ? 1 : 0);
    page.begin("heliograph_rate", "gauge", "Messages accepted per second, over the last 3 s.");
    page.sample(engine.rate);
    page.begin("heliograph_share", "gauge",
               "Part of each rate and of each gateway's connections that this process may use.");
    page.sample(engine.share);
    if (process.residentBytes > 0) {
        page.begin("process_resident_memory_bytes", "gauge", "Memory in use.");
        page.sample(double(process.residentBytes));
    }
    page.begin("process_start_time_seconds", "gauge", "When the program started, in seconds since 1970.");
    page.sample(double(toMs(process.startedAt)) / 1000);
    if (engine.claimTimes.counts().isEmpty())
        return; // nothing is known of the engine yet
    page.begin("heliograph_claim_seconds", "histogram", "From asking the database for due messages to having them.");
    page.histogram(engine.claimTimes);
    page.begin("heliograph_commit_seconds", "histogram", "From handing results to the database to their commit.");
    page.histogram(engine.commitTimes);
}

void writeActivity(Page &page, const QList<GatewayActivity> &gateways, const Names &names)
{
    const auto named = [&names](const GatewayActivity &gateway) {
        return Labels{{"gateway", names.value(gateway.gateway, gateway.gateway.text())}};
    };
    page.begin("heliograph_queue_messages", "gauge", "Messages in hand.");
    for (const GatewayActivity &gateway : gateways)
        page.sample(gateway.inHand, named(gateway));
    page.begin("heliograph_open_requests", "gauge", "Requests without an answer yet.");
    for (const GatewayActivity &gateway : gateways)
        page.sample(gateway.open, named(gateway));
    page.begin("heliograph_requests_total", "counter", "Requests that have ended, by what the answer means.");
    for (const GatewayActivity &gateway : gateways) {
        for (auto answers = gateway.answers.cbegin(); answers != gateway.answers.cend(); ++answers) {
            Labels labels = named(gateway);
            labels.emplaceBack("kind", domain::toText(answers.key()));
            page.sample(double(answers.value()), labels);
        }
    }
    page.begin("heliograph_send_seconds", "histogram", "From the beginning of a request to its answer.");
    for (const GatewayActivity &gateway : gateways)
        page.histogram(gateway.sendTimes, named(gateway));
}

void writeWorkspace(Page &page, const services::WorkspaceMetrics &workspace, const Names &names)
{
    page.begin("heliograph_messages", "gauge", "Messages by status and gateway, from the counters.");
    for (const domain::GatewayCounts &counts : workspace.counts) {
        for (const domain::MessageStatus status : domain::allMessageStatuses)
            page.sample(double(counts.counts[status]),
                        {{"status", domain::toText(status)}, {"gateway", names.value(counts.gateway)}});
    }
    page.begin("heliograph_leases", "gauge", "Messages that a dispatcher has claimed and not yet given back.");
    page.sample(double(workspace.leased));
    page.begin("heliograph_breaker_state", "gauge", "1 for the state that the breaker is in.");
    for (const domain::GatewayWithState &gateway : workspace.gateways) {
        for (const BreakerState state : {BreakerState::Closed, BreakerState::Open, BreakerState::HalfOpen,
                                         BreakerState::Attention, BreakerState::KeyMissing})
            page.sample(gateway.state.breaker == state ? 1 : 0,
                        {{"gateway", gateway.profile.name}, {"state", domain::toText(state)}});
    }
}

} // namespace

QByteArray metricsText(const ProcessFacts &process, const interfaces::EngineSnapshot &engine,
                       const std::optional<services::WorkspaceMetrics> &workspace)
{
    Names names;
    if (workspace) {
        for (const domain::GatewayWithState &gateway : workspace->gateways)
            names.insert(gateway.profile.id, gateway.profile.name);
    }
    Page page;
    writeProcess(page, process, engine);
    writeActivity(page, engine.gateways, names);
    page.begin("heliograph_database_up", "gauge", "1 if the database answered.");
    page.sample(workspace ? 1 : 0);
    if (workspace) {
        page.begin("heliograph_instances", "gauge", "Dispatchers that are alive.");
        page.sample(workspace->instances.areShared ? double(workspace->instances.alive.size()) : process.instances);
        writeWorkspace(page, *workspace, names);
    }
    return page.text();
}

} // namespace core::rest
