// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MailingRepository: single mailings, lists, series and twins. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MailingContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    QStringList listed(const MailingQuery &query, const QString &sortBy = {}, bool descending = true)
    {
        QStringList names;
        PageRequest request{{}, 2, sortBy, descending};
        do {
            const Page<MailingSummary> page = LOOK(unit.mailings.page(query, request, {}));
            for (const MailingSummary &row : page.rows)
                names.append(row.mailing.name);
            request.after = page.next;
        } while (!request.after.isEmpty() && names.size() < 100);
        [&] { QCOMPARE(LOOK(unit.mailings.count(query)), names.size()); }();
        return names;
    }

    static QStringList sortedNames(const QList<Mailing> &mailings)
    {
        QStringList names;
        for (const Mailing &mailing : mailings)
            names.append(mailing.name);
        names.sort();
        return names;
    }

    Mailing add(const char *name, MailingState state, bool archived = false)
    {
        Mailing mailing = aMailing().name(QString::fromLatin1(name)).state(state);
        if (archived)
            mailing.archivedAt = m_ledger->now;
        return m_ledger->add(mailing);
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void givesBackEveryFieldThatWasStored()
    {
        Mailing mailing = aMailing()
                              .name(u"Весна \"1\""_qs)
                              .text(u"{name|friend}, hi 😀\nline"_qs)
                              .filter({{u"911"_qs, u"912"_qs}, {u"vip"_qs}, {u"old"_qs}, AudienceFilter::TagsMode::All})
                              .window(SendWindow::create(22 * 60, 6 * 60, {1, 5}).value())
                              .rateLimit(0.5)
                              .priority(Priority::High)
                              .live()
                              .repeats(Repeat::Weekly)
                              .state(MailingState::Paused)
                              .archived(at("2024-04-01T00:00:00.001Z"));
        mailing.repeatUntil = at("2025-01-01T00:00:00Z");
        mailing.pausedFrom = MailingState::Scheduled;
        mailing.allowMissingFields = true;
        mailing.gateway = m_ledger->gateway;
        mailing.id = COMMIT(unit.mailings.insert(mailing));
        QVERIFY(mailing.id.isValid());
        mailing.seriesId = mailing.id; // a repeated one begins its own series
        QCOMPARE(LOOK(unit.mailings.find(mailing.id)), mailing);

        Mailing edited = aMailing().name(u"plain"_qs).window(SendWindow::create({}, {}, {6, 7}).value());
        edited.id = mailing.id;
        COMMIT(unit.mailings.update(edited));
        QCOMPARE(LOOK(unit.mailings.find(mailing.id)), edited);
    }

    void knowsNoMailingThatWasNeverThere()
    {
        Mailing stranger = aMailing();
        stranger.id = core::MailingId{98765};
        const auto found = ATTEMPT(unit.mailings.find(stranger.id));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(found.error().code, u"mailing.unknown"_qs);
        const core::Status updated = ATTEMPT(unit.mailings.update(stranger));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"mailing.unknown"_qs);
    }

    void countsTheVersionsOfTheText()
    {
        Mailing mailing = m_ledger->add(aMailing());
        QCOMPARE(LOOK(unit.mailings.textVersion(mailing.id)), 1);
        mailing.name = u"another name"_qs;
        COMMIT(unit.mailings.update(mailing));
        QCOMPARE(LOOK(unit.mailings.textVersion(mailing.id)), 1);
        mailing.text = u"another text"_qs;
        COMMIT(unit.mailings.update(mailing));
        QCOMPARE(LOOK(unit.mailings.textVersion(mailing.id)), 2);
    }

    void remembersWhereTheChoiceOfTheAudienceStands()
    {
        const Mailing mailing = m_ledger->add(aMailing());
        QVERIFY(!LOOK(unit.mailings.audienceProgress(mailing.id)).lastClient.isValid());
        QVERIFY(!LOOK(unit.mailings.audienceProgress(mailing.id)).complete);
        COMMIT(unit.mailings.saveAudienceProgress(mailing.id, {core::ClientId{42}, true}));
        COMMIT(unit.mailings.update(mailing)); // an edit of the mailing leaves it alone
        QCOMPARE(LOOK(unit.mailings.audienceProgress(mailing.id)).lastClient, core::ClientId{42});
        QVERIFY(LOOK(unit.mailings.audienceProgress(mailing.id)).complete);
    }

    void listsInEveryOrder()
    {
        for (const char *name : {"b", "d", "a", "c", "b"}) {
            const int day = name[0] == 'a' ? 3 : name[0] - 'a';
            m_ledger->add(
                aMailing().name(QString::fromLatin1(name)).times(m_ledger->now + day * 24h, m_ledger->now + day * 24h + 1h));
        }
        QCOMPARE(listed({}), (QStringList{u"b"_qs, u"c"_qs, u"a"_qs, u"d"_qs, u"b"_qs}));
        QCOMPARE(listed({}, u"name"_qs, false), (QStringList{u"a"_qs, u"b"_qs, u"b"_qs, u"c"_qs, u"d"_qs}));
        QCOMPARE(listed({}, u"name"_qs, true), (QStringList{u"d"_qs, u"c"_qs, u"b"_qs, u"b"_qs, u"a"_qs}));
        QCOMPARE(listed({}, u"start_at"_qs, false), (QStringList{u"b"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"a"_qs}));
        QCOMPARE(listed({}, u"start_at"_qs, true), (QStringList{u"a"_qs, u"d"_qs, u"c"_qs, u"b"_qs, u"b"_qs}));
    }

    void refusesACursorThatWasMadeUp()
    {
        const auto page = ATTEMPT(unit.mailings.page({}, {u"made up"_qs, 10, {}, true}, {}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(page.error().fields.value(0).field, u"cursor"_qs);
        QCOMPARE(page.error().fields.value(0).code, u"page:cursor"_qs);
    }

    void listsOnlyWhatMeetsAllConditions()
    {
        m_ledger->add(aMailing().name(u"Весенняя"_qs).text(u"Sale 50%"_qs));
        m_ledger->add(aMailing().name(u"autumn"_qs).text(u"скидки"_qs).state(MailingState::Draft));
        add("gone", MailingState::Running, true);
        QCOMPARE(listed({}), (QStringList{u"autumn"_qs, u"Весенняя"_qs}));
        QCOMPARE(listed({{}, {}, true}), (QStringList{u"gone"_qs, u"autumn"_qs, u"Весенняя"_qs}));
        QCOMPARE(listed({MailingState::Draft, {}, false}), QStringList{u"autumn"_qs});
        QCOMPARE(listed({{}, u"СЕННЯЯ"_qs, false}), QStringList{u"Весенняя"_qs});
        QCOMPARE(listed({{}, u"Скид"_qs, false}), QStringList{u"autumn"_qs});
        QCOMPARE(listed({{}, u"50%"_qs, false}), QStringList{u"Весенняя"_qs});
        QCOMPARE(listed({{}, u"5_%"_qs, false}), QStringList{});
        QCOMPARE(listed({MailingState::Running, u"autumn"_qs, false}), QStringList{});
    }

    void givesTheSchedulerWhatItWorksOn()
    {
        m_ledger->addClients(1, 2);
        for (const auto &[name, state] :
             std::initializer_list<std::pair<const char *, MailingState>>{{"draft", MailingState::Draft},
                                                                          {"scheduled", MailingState::Scheduled},
                                                                          {"running", MailingState::Running},
                                                                          {"paused", MailingState::Paused},
                                                                          {"finished", MailingState::Finished},
                                                                          {"cancelled", MailingState::Cancelled}})
            add(name, state);
        add("archived", MailingState::Cancelled, true);
        m_ledger->choose(add("cancelled with pending", MailingState::Cancelled));
        m_ledger->choose(add("archived with pending", MailingState::Cancelled, true));
        QCOMPARE(sortedNames(LOOK(unit.mailings.active())),
                 (QStringList{u"archived with pending"_qs, u"cancelled with pending"_qs, u"paused"_qs, u"running"_qs,
                              u"scheduled"_qs}));
    }

    void showsInAListHowFastEachIsSent()
    {
        const Mailing fast = m_ledger->running(6);
        const Mailing idle = m_ledger->add(aMailing());
        for (const core::MessageId id : m_ledger->sending(fast))
            m_ledger->record(m_ledger->outcome(id, MessageStatus::Sent));
        const auto rows = LOOK(unit.mailings.page({}, {}, m_ledger->now + 1s)).rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].mailing.id, idle.id);
        QCOMPARE(rows[0].rate, 0.0);
        QCOMPARE(rows[1].rate, 0.2);
    }

    void findsCandidatesForTwins()
    {
        const AudienceFilter filter{{u"911"_qs, u"912"_qs}, {u"vip"_qs, u"new"_qs}, {}, AudienceFilter::TagsMode::Any};
        const AudienceFilter sameFilter{{u"912"_qs, u"911"_qs}, {u"NEW"_qs, u"vip"_qs}, {}, AudienceFilter::TagsMode::Any};
        const AudienceFilter otherFilter{{u"911"_qs}, {u"vip"_qs, u"new"_qs}, {}, AudienceFilter::TagsMode::Any};
        for (const auto &[name, state] :
             std::initializer_list<std::pair<const char *, MailingState>>{{"draft", MailingState::Draft},
                                                                          {"scheduled", MailingState::Scheduled},
                                                                          {"running", MailingState::Running},
                                                                          {"paused", MailingState::Paused},
                                                                          {"finished", MailingState::Finished},
                                                                          {"cancelled", MailingState::Cancelled}})
            m_ledger->add(aMailing().name(QString::fromLatin1(name)).state(state).filter(sameFilter));
        m_ledger->add(aMailing().name(u"archived"_qs).filter(filter).archived(m_ledger->now));
        m_ledger->add(aMailing().name(u"other text"_qs).filter(filter).text(u"hello"_qs));
        m_ledger->add(aMailing().name(u"other filter"_qs).filter(otherFilter));
        const Mailing mailing = aMailing().filter(filter);
        QCOMPARE(sortedNames(LOOK(unit.mailings.twinCandidates(mailing))),
                 (QStringList{u"finished"_qs, u"paused"_qs, u"running"_qs, u"scheduled"_qs}));
    }

    void aSeriesGoesByTheTimesThatItsFirstOneHadWhenItBegan()
    {
        using core::domain::Occurrence;
        const core::Instant start = at("2024-03-01T08:00:00Z");
        Mailing first =
            m_ledger->add(aMailing().repeats(Repeat::Daily).times(start, start + 2h).state(MailingState::Scheduled));
        QCOMPARE(LOOK(unit.mailings.firstTurn(first.id)), (Occurrence{start, start + 2h}));
        first = LOOK(unit.mailings.find(first.id));
        first.startAt += 1h;
        first.endAt += 2h;
        COMMIT(unit.mailings.update(first));
        const Occurrence planned{start + 1h, start + 4h};
        QCOMPARE(LOOK(unit.mailings.firstTurn(first.id)), planned);

        first.state = MailingState::Running;
        COMMIT(unit.mailings.update(first));
        first.endAt += 72h; // a retry, say
        COMMIT(unit.mailings.update(first));
        QCOMPARE(LOOK(unit.mailings.firstTurn(first.id)), planned);

        COMMIT(unit.clients.insert(aClient()));
        m_ledger->choose(first);
        COMMIT(unit.mailings.saveAudienceProgress(first.id, {})); // a live one looks at everybody again
        first.state = MailingState::Scheduled;
        COMMIT(unit.mailings.update(first));
        first.startAt += 5h; // moved ahead while it runs
        COMMIT(unit.mailings.update(first));
        QCOMPARE(LOOK(unit.mailings.firstTurn(first.id)), planned);

        Mailing late = m_ledger->add(aMailing().times(start, start + 2h));
        late.endAt += 1h;
        late.repeat = Repeat::Weekly;
        COMMIT(unit.mailings.update(late));
        QCOMPARE(LOOK(unit.mailings.firstTurn(late.id)), (Occurrence{start, start + 3h}));
    }

    void knowsTheOccurrencesOfASeries()
    {
        const core::Instant start = at("2024-03-01T08:00:00Z");
        const auto occurrence = [&](int day) {
            return aMailing().repeats(Repeat::Daily).times(start + day * 24h, start + day * 24h + 1h);
        };
        const Mailing single = m_ledger->add(aMailing());
        QVERIFY(!LOOK(unit.mailings.find(single.id)).seriesId.isValid());
        const Mailing first = m_ledger->add(occurrence(0).name(u"first"_qs));
        QCOMPARE(LOOK(unit.mailings.find(first.id)).seriesId, first.id);
        QCOMPARE(sortedNames(LOOK(unit.mailings.occurrences(first.id))), QStringList{u"first"_qs});
        QVERIFY(LOOK(unit.mailings.hasOccurrence(first.id, start)));
        QVERIFY(!LOOK(unit.mailings.hasOccurrence(first.id, start + 24h)));

        m_ledger->add(occurrence(2).name(u"latest"_qs).series(first.id));
        m_ledger->add(occurrence(1).name(u"between"_qs).series(first.id));
        QVERIFY(LOOK(unit.mailings.hasOccurrence(first.id, start + 24h)));
        QVERIFY(!LOOK(unit.mailings.hasOccurrence(single.id, single.startAt)));
        const QList<Mailing> ends = LOOK(unit.mailings.occurrences(first.id));
        QCOMPARE(ends.size(), 2);
        QCOMPARE(ends[0].name, u"first"_qs);
        QCOMPARE(ends[1].name, u"latest"_qs);

        m_ledger->add(occurrence(-1).name(u"to come"_qs).series(first.id).state(MailingState::Scheduled));
        QStringList names;
        for (const Mailing &mailing : LOOK(unit.mailings.occurrences(first.id)))
            names << mailing.name;
        QCOMPARE(names, (QStringList{u"first"_qs, u"to come"_qs, u"latest"_qs}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MailingContractTest)
#include "mailingcontracttest.moc"
