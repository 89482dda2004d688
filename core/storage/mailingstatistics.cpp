// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailingstatistics.h"

#include "core/storage/jsontext.h"
#include "core/storage/mailingrow.h"
#include "core/storage/statuschanges.h"

#include <algorithm>

namespace core::storage {

namespace {

constexpr std::chrono::seconds rateSpan{30};
constexpr qsizetype maxErrors = 10;

/** How much of a slot lies within the last 30 s: 1 for the recent ones, less for the oldest. */
double shareWithin(qint64 slot, Instant now)
{
    const double slotWidth = Milliseconds(domain::ThroughputSlot::width).count();
    const double inside = (slotBegin(slot) + domain::ThroughputSlot::width - (now - rateSpan)).count();
    return std::clamp(inside / slotWidth, 0.0, 1.0);
}

} // namespace

domain::MailingSummary readMailingSummary(Row &row)
{
    domain::MailingSummary summary;
    summary.mailing = readMailing(row);
    summary.counts = readCounts(row);
    summary.choosing = row.flag();
    return summary;
}

MailingStatisticsReader::MailingStatisticsReader(Connection &connection) : m_connection(connection) {}

Result<QHash<MailingId, double>> MailingStatisticsReader::rates(const QList<MailingId> &ids, Instant now)
{
    QHash<MailingId, double> sent;
    Statement select(m_connection, "throughput_recent");
    select.bind(":ids", jsonNumbers(ids)).bind(":first", slotOf(now - rateSpan)).bind(":last", slotOf(now));
    HELIOGRAPH_TRY(select.forEach([&sent, now](Row &row) {
        const MailingId id = row.id<MailingId>();
        const qint64 slot = row.integer();
        const double messages = static_cast<double>(row.integer());
        sent[id] += messages * shareWithin(slot, now);
    }));
    QHash<MailingId, double> rates;
    for (auto one = sent.cbegin(); one != sent.cend(); ++one) {
        if (one.value() >= 1) // less is what is left of the last message as its slot goes by
            rates.insert(one.key(), one.value() / static_cast<double>(rateSpan.count()));
    }
    return rates;
}

Status MailingStatisticsReader::fillRates(QList<domain::MailingSummary> &summaries, Instant now)
{
    QList<MailingId> ids;
    for (const domain::MailingSummary &summary : std::as_const(summaries))
        ids << summary.mailing.id;
    HELIOGRAPH_ASSIGN(const auto rates, this->rates(ids, now));
    for (domain::MailingSummary &summary : summaries)
        summary.rate = rates.value(summary.mailing.id);
    return {};
}

Result<QList<domain::ErrorCount>> MailingStatisticsReader::errors(MailingId id)
{
    // Several kinds may go by one label.
    QMap<QString, domain::ErrorCount> byLabel;
    Statement select(m_connection, "mailing_error_list");
    HELIOGRAPH_TRY(select.bind(":mailing_id", id).forEach([&byLabel](Row &row) {
        const auto kind = row.enumerated<domain::AnswerKind>();
        const int httpStatus = row.small();
        domain::ErrorCount &error = byLabel[domain::errorLabel(kind, httpStatus)];
        error.count += row.integer();
        error.waiting += row.integer();
    }));
    QList<domain::ErrorCount> errors;
    for (auto entry = byLabel.cbegin(); entry != byLabel.cend(); ++entry) {
        errors << *entry;
        errors.last().label = entry.key();
    }
    std::stable_sort(errors.begin(), errors.end(), [](const domain::ErrorCount &left, const domain::ErrorCount &right) {
        return left.total() > right.total();
    });
    return errors.mid(0, maxErrors);
}

Result<domain::MailingStatistics> MailingStatisticsReader::statistics(const domain::Mailing &mailing, Instant now)
{
    domain::MailingStatistics statistics;
    statistics.mailing = mailing.id;
    statistics.state = mailing.state;
    Statement select(m_connection, "counters_find");
    HELIOGRAPH_TRY(select.bind(":mailing_id", mailing.id).forEach([&statistics](Row &row) {
        statistics.counts = readCounts(row);
        statistics.choosing = row.flag();
        statistics.firstSentAt = row.optionalInstant();
        statistics.lastSentAt = row.optionalInstant();
    }));
    HELIOGRAPH_ASSIGN(const auto rates, this->rates({mailing.id}, now));
    statistics.rate = rates.value(mailing.id);
    HELIOGRAPH_ASSIGN(statistics.errors, errors(mailing.id));
    return statistics;
}

Result<domain::WorkspaceStatistics> MailingStatisticsReader::workspace(Instant now)
{
    domain::WorkspaceStatistics statistics;
    Statement states(m_connection, "mailing_count_by_state");
    HELIOGRAPH_TRY(states.forEach([&statistics](Row &row) {
        const auto state = static_cast<std::size_t>(row.integer());
        if (state < statistics.mailingsByState.size())
            statistics.mailingsByState[state] = row.integer();
    }));
    Statement sum(m_connection, "counters_sum_visible");
    HELIOGRAPH_ASSIGN(const auto messages, sum.first(readCounts));
    statistics.messages = messages.value_or(domain::StatusCounts());

    Statement list(m_connection, "mailing_summary_list");
    HELIOGRAPH_ASSIGN(statistics.mailings, list.list(readMailingSummary));
    HELIOGRAPH_TRY(fillRates(statistics.mailings, now));
    return statistics;
}

Result<QList<domain::GatewayCounts>> MailingStatisticsReader::byGateway()
{
    Statement select(m_connection, "counters_sum_by_gateway");
    return select.list([](Row &row) {
        domain::GatewayCounts counts;
        counts.gateway = row.id<GatewayId>();
        counts.counts = readCounts(row);
        return counts;
    });
}

Result<QList<domain::ThroughputSlot>> MailingStatisticsReader::throughput(MailingId id, Instant since)
{
    Statement select(m_connection, id.isValid() ? "throughput_list" : "throughput_list_all");
    if (id.isValid())
        select.bind(":mailing_id", id);
    return select.bind(":slot", slotOf(since)).list([](Row &row) {
        domain::ThroughputSlot slot;
        slot.at = slotBegin(row.integer());
        slot.sent = row.integer();
        slot.failed = row.integer();
        return slot;
    });
}

} // namespace core::storage
