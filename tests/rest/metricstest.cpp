// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/metrics.h"

#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using core::GatewayId;
using core::domain::AnswerKind;
using core::domain::BreakerState;
using core::domain::MessageStatus;
using core::interfaces::EngineSnapshot;
using core::interfaces::GatewayActivity;
using core::rest::metricsText;
using core::rest::ProcessFacts;
using core::services::WorkspaceMetrics;

namespace {

/** A line of resources/metrics.md. */
struct Described
{
    QString type;
    QSet<QString> labels;
    QString scope;
};

QMap<QString, Described> describedMetrics()
{
    QFile file(QStringLiteral(HELIOGRAPH_TEST_DATA "/../../resources/metrics.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no table of metrics");
    static const QRegularExpression row(
        QStringLiteral("^\\| `([a-z0-9_]+)` \\| (\\w+) \\| ([^|]*) \\| [^|]* \\| (\\w+) \\|"));
    static const QRegularExpression label(QStringLiteral("`(\\w+)`"));
    QMap<QString, Described> metrics;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const auto match = row.match(line);
        if (!match.hasMatch())
            continue;
        Described metric{match.captured(2), {}, match.captured(4)};
        auto labels = label.globalMatch(match.captured(3));
        while (labels.hasNext())
            metric.labels.insert(labels.next().captured(1));
        metrics.insert(match.captured(1), metric);
    }
    return metrics;
}

/** One heading with what stands under it. */
struct Metric
{
    QString help;
    QString type;
    QSet<QString> labels;                      ///< of all samples, without `le`
    QList<std::pair<QString, double>> samples; ///< "name{labels}" as written, and the value
};

/** Reads the text format 0.0.4 strictly: what it does not describe is a complaint. */
class Page
{
public:
    explicit Page(const QByteArray &text)
    {
        if (!text.endsWith('\n'))
            complain(QStringLiteral("the last line does not end"));
        const QStringList lines = QString::fromUtf8(text).split(u'\n');
        for (const QString &line : lines.mid(0, lines.size() - 1))
            read(line);
    }

    [[nodiscard]] const QMap<QString, Metric> &metrics() const { return m_metrics; }
    [[nodiscard]] QString complaints() const { return m_complaints.join(u'\n'); }
    /** Of the sample as it is written; NaN: there is none. */
    [[nodiscard]] double value(const QString &sample) const
    {
        for (const Metric &metric : m_metrics) {
            for (const auto &[written, value] : metric.samples) {
                if (written == sample)
                    return value;
            }
        }
        return qQNaN();
    }

private:
    void read(const QString &line)
    {
        static const QRegularExpression help(QStringLiteral("^# HELP ([a-z_][a-z0-9_]*) (\\S.*)$"));
        static const QRegularExpression type(QStringLiteral("^# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram)$"));
        static const QRegularExpression sample(
            QStringLiteral("^([a-z_][a-z0-9_]*)(\\{((?:[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)+)\\})? (\\S+)$"));
        const auto helped = help.match(line);
        const auto typed = type.match(line);
        const auto sampled = sample.match(line);
        if (helped.hasMatch()) {
            if (m_metrics.contains(helped.captured(1)))
                complain(QStringLiteral("a second heading: ") + line);
            m_present = helped.captured(1);
            m_metrics[m_present].help = helped.captured(2);
        } else if (typed.hasMatch() && typed.captured(1) == m_present) {
            m_metrics[m_present].type = typed.captured(2);
        } else if (sampled.hasMatch()) {
            readSample(sampled);
        } else {
            complain(line);
        }
    }

    void readSample(const QRegularExpressionMatch &match)
    {
        static const QRegularExpression label(QStringLiteral("([a-z_]+)=\""));
        Metric &metric = m_metrics[m_present];
        const QString suffix = match.captured(1).mid(m_present.size());
        const bool isPart = QStringList{u"_bucket"_qs, u"_sum"_qs, u"_count"_qs}.contains(suffix);
        if (!match.captured(1).startsWith(m_present) || (metric.type == u"histogram"_qs ? !isPart : !suffix.isEmpty()))
            complain(QStringLiteral("under another heading: ") + match.captured());
        bool isNumber = false;
        metric.samples.emplaceBack(match.captured(1) + match.captured(2), match.captured(4).toDouble(&isNumber));
        if (!isNumber)
            complain(QStringLiteral("no number: ") + match.captured());
        auto labels = label.globalMatch(match.captured(3));
        while (labels.hasNext()) {
            const QString name = labels.next().captured(1);
            if (name != u"le"_qs)
                metric.labels.insert(name);
        }
    }

    void complain(const QString &about) { m_complaints << about; }

    QString m_present;
    QMap<QString, Metric> m_metrics;
    QStringList m_complaints;
};

core::domain::GatewayWithState gateway(qint64 id, const QString &name, BreakerState state = BreakerState::Closed)
{
    core::domain::GatewayWithState gateway{tests::aGateway().name(name), {.breaker = state}};
    gateway.profile.id = GatewayId{id};
    return gateway;
}

ProcessFacts facts()
{
    return {u"1.2.3"_qs, tests::at("2024-03-01T08:00:00.250Z"), 64'000'000, 1};
}

/** An engine that has just begun to work through gateway 1. */
EngineSnapshot engine()
{
    GatewayActivity activity{.gateway = GatewayId{1}, .open = 3};
    activity.inHand = 40;
    activity.answers = {{AnswerKind::Accepted, 1000}, {AnswerKind::Timeout, 2}};
    activity.sendTimes = core::requestTimes();
    return {.dispatching = true,
            .rate = 12.5,
            .gateways = {activity},
            .claimTimes = core::databaseTimes(),
            .commitTimes = core::databaseTimes(),
            .share = 0.5};
}

WorkspaceMetrics workspace()
{
    core::domain::StatusCounts counts;
    counts[MessageStatus::Pending] = 7;
    counts[MessageStatus::Sent] = 10'000'000;
    return {{gateway(1, u"main"_qs, BreakerState::HalfOpen)}, {{GatewayId{1}, counts}}, 5, {}};
}

Page fullPage()
{
    return Page(metricsText(facts(), engine(), workspace()));
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheTextFormatOfPrometheus()
    {
        const Page page = fullPage();

        QCOMPARE(page.complaints(), QString());
        for (const Metric &metric : page.metrics()) {
            QVERIFY(!metric.help.isEmpty());
            QVERIFY(!metric.type.isEmpty());
            QVERIFY(!metric.samples.isEmpty());
        }
    }

    void everyNameIsDescribedAndEveryDescribedNameIsThere()
    {
        const QMap<QString, Described> described = describedMetrics();
        const Page page = fullPage();

        QCOMPARE(page.metrics().keys(), described.keys());
        for (auto metric = page.metrics().cbegin(); metric != page.metrics().cend(); ++metric) {
            QVERIFY2(metric->type == described[metric.key()].type, qPrintable(metric.key()));
            QVERIFY2(metric->labels == described[metric.key()].labels, qPrintable(metric.key()));
        }
    }

    void withoutTheDatabaseOnlyTheProcessIsTold()
    {
        QStringList ofTheProcess;
        const QMap<QString, Described> described = describedMetrics();
        for (auto metric = described.cbegin(); metric != described.cend(); ++metric) {
            if (metric->scope == u"process"_qs)
                ofTheProcess << metric.key();
        }
        const Page page(metricsText(facts(), engine(), std::nullopt));

        QCOMPARE(page.complaints(), QString());
        QCOMPARE(page.metrics().keys(), ofTheProcess);
        QCOMPARE(page.value(u"heliograph_database_up"_qs), 0.0);
        QCOMPARE(fullPage().value(u"heliograph_database_up"_qs), 1.0);
        // Names are not known then; numbers are.
        QCOMPARE(page.value(u"heliograph_open_requests{gateway=\"1\"}"_qs), 3.0);
    }

    void tellsWhatItWasGiven()
    {
        const Page page = fullPage();

        QCOMPARE(page.value(u"heliograph_build_info{version=\"1.2.3\",qt=\"%1\"}"_qs.arg(QLatin1String(qVersion()))), 1.0);
        QCOMPARE(page.value(u"heliograph_dispatching"_qs), 1.0);
        QCOMPARE(page.value(u"heliograph_rate"_qs), 12.5);
        QCOMPARE(page.value(u"heliograph_leases"_qs), 5.0);
        QCOMPARE(page.value(u"heliograph_instances"_qs), 1.0);
        QCOMPARE(page.value(u"heliograph_share"_qs), 0.5);
        QCOMPARE(page.value(u"process_resident_memory_bytes"_qs), 64'000'000.0);
        QCOMPARE(page.value(u"process_start_time_seconds"_qs), 1'709'280'000.25);
        QCOMPARE(page.value(u"heliograph_queue_messages{gateway=\"main\"}"_qs), 40.0);
        QCOMPARE(page.value(u"heliograph_requests_total{gateway=\"main\",kind=\"timeout\"}"_qs), 2.0);
    }

    void whereTheWorkspaceIsSharedItsInstancesAreThoseOfTheDatabase()
    {
        WorkspaceMetrics metrics = workspace();
        metrics.instances = {true, {{.label = u"server (1)"_qs}, {.label = u"desktop (2)"_qs}, {.label = u"other (3)"_qs}}};
        QCOMPARE(Page(metricsText(facts(), engine(), metrics)).value(u"heliograph_instances"_qs), 3.0);
        metrics.instances.alive.clear();
        QCOMPARE(Page(metricsText(facts(), engine(), metrics)).value(u"heliograph_instances"_qs), 0.0);
    }

    void everyStatusAndEveryStateIsThere()
    {
        const Page page = fullPage();

        for (const MessageStatus status : core::domain::allMessageStatuses) {
            const QString sample =
                u"heliograph_messages{status=\"%1\",gateway=\"main\"}"_qs.arg(core::domain::toText(status));
            QCOMPARE(page.value(sample), status == MessageStatus::Sent      ? 10'000'000.0
                                         : status == MessageStatus::Pending ? 7.0
                                                                            : 0.0);
        }
        for (const char *state : {"closed", "open", "half_open", "attention", "key_missing"}) {
            const QString sample = u"heliograph_breaker_state{gateway=\"main\",state=\"%1\"}"_qs.arg(QLatin1String(state));
            QCOMPARE(page.value(sample), QByteArray(state) == "half_open" ? 1.0 : 0.0);
        }
    }

    void messagesOfARemovedGatewayHaveNoName()
    {
        WorkspaceMetrics metrics = workspace();
        metrics.counts.first().gateway = {};
        const Page page(metricsText(facts(), engine(), metrics));

        QCOMPARE(page.value(u"heliograph_messages{status=\"pending\",gateway=\"\"}"_qs), 7.0);
    }

    void labelsAreEscaped()
    {
        WorkspaceMetrics metrics = workspace();
        metrics.gateways = {gateway(1, u"a\"b\\c\nd é"_qs)};
        const Page page(metricsText(facts(), engine(), metrics));

        QCOMPARE(page.complaints(), QString());
        QCOMPARE(page.value(u"heliograph_open_requests{gateway=\"a\\\"b\\\\c\\nd é\"}"_qs), 3.0);
    }

    void bucketsAreCumulative()
    {
        EngineSnapshot snapshot = engine();
        for (const double seconds : {0.0005, 0.001, 0.002, 3.0, 60.0})
            snapshot.claimTimes.add(std::chrono::duration<double>(seconds));
        const Page page(metricsText(facts(), snapshot, workspace()));
        const auto bucket = [&page](const char *bound) {
            return page.value(u"heliograph_claim_seconds_bucket{le=\"%1\"}"_qs.arg(QLatin1String(bound)));
        };

        QCOMPARE(bucket("0.001"), 2.0); // the bound itself is within
        QCOMPARE(bucket("0.0025"), 3.0);
        QCOMPARE(bucket("2.5"), 3.0);
        QCOMPARE(bucket("5"), 4.0);
        QCOMPARE(bucket("+Inf"), 5.0);
        QCOMPARE(page.value(u"heliograph_claim_seconds_count"_qs), 5.0);
        QVERIFY(qAbs(page.value(u"heliograph_claim_seconds_sum"_qs) - 63.0035) < 1e-9);
        QCOMPARE(page.value(u"heliograph_send_seconds_bucket{gateway=\"main\",le=\"300\"}"_qs), 0.0);
    }

    void anEngineThatHasSaidNothingHasNoTimes()
    {
        const Page page(metricsText(facts(), {}, workspace()));

        QCOMPARE(page.complaints(), QString());
        QVERIFY(!page.metrics().contains(u"heliograph_claim_seconds"_qs));
        QVERIFY(!page.metrics().contains(u"heliograph_commit_seconds"_qs));
        QCOMPARE(page.value(u"heliograph_dispatching"_qs), 0.0);
    }

    void memoryThatIsNotKnownIsNotTold()
    {
        ProcessFacts process = facts();
        process.residentBytes = 0;

        QVERIFY(!Page(metricsText(process, engine(), workspace())).metrics().contains(u"process_resident_memory_bytes"_qs));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metricstest.moc"
