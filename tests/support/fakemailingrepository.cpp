// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakemailingrepository.h"

#include "tests/support/fakepaging.h"

namespace tests {

using core::domain::Mailing;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::AudienceProgress;
using core::interfaces::Change;
using core::interfaces::MailingQuery;

namespace {

bool matchesQuery(const Mailing &mailing, const MailingQuery &query)
{
    const QString wanted = query.search.trimmed().toCaseFolded();
    return (!query.state || *query.state == mailing.state) && (query.withArchived || !mailing.archivedAt) &&
           (wanted.isEmpty() || mailing.name.toCaseFolded().contains(wanted) ||
            mailing.text.toCaseFolded().contains(wanted));
}

/** Tests that put a mailing into a state say nothing of its audience: what has not begun to choose has chosen. */
bool isChoosing(const FakeMailing &entry)
{
    const Mailing &mailing = entry.mailing;
    const bool hasBegun = mailing.state == MailingState::Running ||
                          (mailing.state == MailingState::Paused && mailing.pausedFrom == MailingState::Running);
    return hasBegun && mailing.audienceMode == core::domain::AudienceMode::Frozen && entry.progress.lastClient.isValid() &&
           !entry.progress.complete;
}

bool newestFirst(const Mailing &a, const Mailing &b)
{
    return a.id > b.id;
}

} // namespace

FakeMailingRepository::FakeMailingRepository(FakeData &data) : m_data(data) {}

core::Result<core::MailingId> FakeMailingRepository::insert(const Mailing &mailing)
{
    FakeMailing entry{mailing, {mailing.text}, {}, {mailing.startAt, mailing.endAt}};
    entry.mailing.id = core::MailingId{m_data.newId()};
    entry.mailing.messagesRemovedAt.reset(); // a new one has lost nothing
    if (mailing.repeat != core::domain::Repeat::None && !mailing.seriesId.isValid())
        entry.mailing.seriesId = entry.mailing.id;
    m_data.mailings.insert(entry.mailing.id, entry);
    m_data.changes |= Change::Mailings;
    return entry.mailing.id;
}

core::Status FakeMailingRepository::update(const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(FakeMailing *const entry, stored(mailing.id));
    if (entry->mailing.text != mailing.text)
        entry->texts.append(mailing.text);
    const bool beginsSeries = mailing.repeat != core::domain::Repeat::None && !mailing.seriesId.isValid();
    const bool hasBegun = !(entry->mailing.state == MailingState::Draft || core::domain::awaitsStart(entry->mailing)) ||
                          std::any_of(m_data.messages.cbegin(), m_data.messages.cend(),
                                      [&mailing](const FakeMessage &one) { return one.message.mailing == mailing.id; });
    if (!hasBegun || beginsSeries)
        entry->turn = {mailing.startAt, mailing.endAt};
    const auto messagesRemovedAt = entry->mailing.messagesRemovedAt;
    entry->mailing = mailing;
    entry->mailing.messagesRemovedAt = messagesRemovedAt;
    if (beginsSeries)
        entry->mailing.seriesId = mailing.id;
    m_data.changes |= Change::Mailings;
    return {};
}

core::Result<Mailing> FakeMailingRepository::find(core::MailingId id)
{
    HELIOGRAPH_ASSIGN(const FakeMailing *const entry, stored(id));
    return entry->mailing;
}

core::Result<core::domain::Page<core::domain::MailingSummary>> FakeMailingRepository::page(
    const MailingQuery &query, const core::domain::PageRequest &request, core::Instant now)
{
    HELIOGRAPH_ASSIGN(const auto mailings, pageOf(matching(query), request, [&](const Mailing &mailing) {
                          QString sortValue;
                          if (request.sortBy == QLatin1String("start_at"))
                              sortValue = sortable(core::toMs(mailing.startAt));
                          else if (request.sortBy == QLatin1String("name"))
                              sortValue = mailing.name.toCaseFolded();
                          return core::domain::PageKey{sortValue, mailing.id.value};
                      }));
    core::domain::Page<core::domain::MailingSummary> page;
    page.next = mailings.next;
    for (const Mailing &mailing : mailings.rows)
        page.rows.append(
            {mailing, m_data.counts(mailing.id), m_data.rate(mailing.id, now), isChoosing(m_data.mailings[mailing.id])});
    return page;
}

core::Result<qint64> FakeMailingRepository::count(const MailingQuery &query)
{
    return matching(query).size();
}

core::Result<QList<Mailing>> FakeMailingRepository::active()
{
    QList<Mailing> active;
    for (const FakeMailing &entry : std::as_const(m_data.mailings)) {
        const Mailing &mailing = entry.mailing;
        const bool ended = mailing.state == MailingState::Cancelled || mailing.state == MailingState::Finished;
        const bool pending = m_data.counts(mailing.id)[MessageStatus::Pending] > 0;
        if ((core::domain::isActive(mailing.state) && (!mailing.archivedAt || pending)) || (ended && pending))
            active.append(mailing);
    }
    return active;
}

core::Result<QList<Mailing>> FakeMailingRepository::twinCandidates(const Mailing &mailing)
{
    QList<Mailing> twins;
    for (const FakeMailing &entry : std::as_const(m_data.mailings)) {
        const Mailing &other = entry.mailing;
        const bool counts = core::domain::isActive(other.state) || other.state == MailingState::Finished;
        if (counts && !other.archivedAt && other.text == mailing.text &&
            other.filter.canonicalText() == mailing.filter.canonicalText())
            twins.append(other);
    }
    return twins;
}

core::Result<bool> FakeMailingRepository::hasOccurrence(core::MailingId series, core::Instant startAt)
{
    return std::any_of(m_data.mailings.cbegin(), m_data.mailings.cend(), [&](const FakeMailing &entry) {
        return entry.mailing.seriesId == series && entry.mailing.startAt == startAt;
    });
}

core::Result<core::domain::Occurrence> FakeMailingRepository::firstTurn(core::MailingId series)
{
    return m_data.mailings.value(series).turn;
}

core::Result<QList<Mailing>> FakeMailingRepository::occurrences(core::MailingId series)
{
    QList<Mailing> all;
    for (const FakeMailing &entry : std::as_const(m_data.mailings)) {
        if (entry.mailing.seriesId == series)
            all.append(entry.mailing);
    }
    std::sort(all.begin(), all.end(), [series](const Mailing &a, const Mailing &b) {
        return std::pair(a.id != series, a.startAt) < std::pair(b.id != series, b.startAt);
    });
    const auto latest =
        std::max_element(all.begin(), all.end(), [](const Mailing &a, const Mailing &b) { return a.startAt < b.startAt; });
    const core::MailingId latestId = latest == all.end() ? core::MailingId() : latest->id;
    all.removeIf([series, latestId](const Mailing &one) {
        return one.id != series && one.id != latestId && !core::domain::awaitsStart(one);
    });
    return all;
}

core::Result<int> FakeMailingRepository::textVersion(core::MailingId id)
{
    HELIOGRAPH_ASSIGN(const FakeMailing *const entry, stored(id));
    return int(entry->texts.size());
}

core::Result<AudienceProgress> FakeMailingRepository::audienceProgress(core::MailingId id)
{
    HELIOGRAPH_ASSIGN(const FakeMailing *const entry, stored(id));
    return entry->progress;
}

core::Status FakeMailingRepository::saveAudienceProgress(core::MailingId id, const AudienceProgress &progress)
{
    HELIOGRAPH_ASSIGN(FakeMailing *const entry, stored(id));
    entry->progress = progress;
    return {};
}

core::Result<core::domain::StatusCounts> FakeMailingRepository::counts(core::MailingId id)
{
    return m_data.damagedCounters.value(id, m_data.counts(id));
}

core::Result<core::domain::MailingStatistics> FakeMailingRepository::statistics(core::MailingId id, core::Instant now)
{
    HELIOGRAPH_ASSIGN(const FakeMailing *const entry, stored(id));
    core::domain::MailingStatistics statistics;
    statistics.mailing = id;
    statistics.state = entry->mailing.state;
    statistics.counts = m_data.counts(id);
    statistics.choosing = isChoosing(*entry);
    statistics.rate = m_data.rate(id, now);
    for (const FakeEnding &ending : std::as_const(m_data.endings)) {
        if (ending.mailing != id || ending.status != MessageStatus::Sent)
            continue;
        statistics.firstSentAt = std::min(statistics.firstSentAt.value_or(ending.at), ending.at);
        statistics.lastSentAt = std::max(statistics.lastSentAt.value_or(ending.at), ending.at);
    }
    QMap<QString, core::domain::ErrorCount> errors;
    for (const FakeMessage &held : std::as_const(m_data.messages)) {
        if (held.message.mailing != id)
            continue;
        if (const QString label = endedWith(held.message); !label.isEmpty())
            ++errors[label].count;
        if (const QString label = waitsAfter(held.message); !label.isEmpty())
            ++errors[label].waiting;
    }
    for (const FakeRemoved &gone : std::as_const(m_data.removed)) {
        if (const QString label = endedWith(gone.message); gone.message.mailing == id && !label.isEmpty())
            ++errors[label].count;
    }
    for (auto it = errors.begin(); it != errors.end(); ++it)
        statistics.errors.append({it.key(), it->count, it->waiting});
    std::stable_sort(statistics.errors.begin(), statistics.errors.end(),
                     [](const auto &a, const auto &b) { return a.total() > b.total(); });
    statistics.errors = statistics.errors.mid(0, 10);
    return statistics;
}

core::Result<core::domain::WorkspaceStatistics> FakeMailingRepository::workspaceStatistics(core::Instant now)
{
    core::domain::WorkspaceStatistics statistics;
    QList<Mailing> mailings = matching({});
    std::sort(mailings.begin(), mailings.end(), newestFirst);
    for (const Mailing &mailing : std::as_const(mailings)) {
        const core::domain::StatusCounts counts = m_data.counts(mailing.id);
        ++statistics.mailingsByState[static_cast<std::size_t>(mailing.state)];
        statistics.messages += counts;
        statistics.mailings.append({mailing, counts, m_data.rate(mailing.id, now), isChoosing(m_data.mailings[mailing.id])});
    }
    return statistics;
}

core::Result<QList<core::domain::GatewayCounts>> FakeMailingRepository::countsByGateway()
{
    QMap<core::GatewayId, core::domain::StatusCounts> counts;
    const QList<Mailing> mailings = matching({});
    for (const Mailing &mailing : mailings)
        counts[mailing.gateway] += m_data.counts(mailing.id);
    QList<core::domain::GatewayCounts> list;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry)
        list.append({entry.key(), entry.value()});
    return list;
}

core::Result<QList<core::domain::ThroughputSlot>> FakeMailingRepository::throughput(core::MailingId id, core::Instant since)
{
    using core::domain::ThroughputSlot;
    QMap<core::Instant, ThroughputSlot> slotsByTime;
    for (const FakeEnding &ending : std::as_const(m_data.endings)) {
        const core::Instant at = core::Instant{ending.at.time_since_epoch() / ThroughputSlot::width * ThroughputSlot::width};
        const bool shown = ending.status == MessageStatus::Sent || ending.status == MessageStatus::Failed;
        if (!shown || (id.isValid() && ending.mailing != id) || at + ThroughputSlot::width <= since)
            continue;
        ThroughputSlot &slot = slotsByTime[at];
        slot.at = at;
        ++(ending.status == MessageStatus::Sent ? slot.sent : slot.failed);
    }
    return slotsByTime.values();
}

QList<Mailing> FakeMailingRepository::matching(const MailingQuery &query) const
{
    QList<Mailing> mailings;
    for (const FakeMailing &entry : std::as_const(m_data.mailings)) {
        if (matchesQuery(entry.mailing, query))
            mailings.append(entry.mailing);
    }
    return mailings;
}

core::Result<FakeMailing *> FakeMailingRepository::stored(core::MailingId id)
{
    const auto found = m_data.mailings.find(id);
    if (found == m_data.mailings.end())
        return core::Failure(core::Error::make(core::ErrorKind::NotFound, "mailing.unknown"));
    return &*found;
}

} // namespace tests
