// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of ClientRepository: audiences. The SQL of every backend against AudienceFilter::matches. On every backend.

#include "tests/storage/contractworkspace.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

using namespace core::domain;
using namespace core::interfaces;

namespace tests {

class AudienceContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    QList<Client> m_clients;

    void add(const Client &client)
    {
        m_clients.append(client);
        m_clients.last().id = COMMIT(unit.clients.insert(client));
    }

    /** Every set of three tags with two codes; every fifth has opted out, every third has a name. */
    void addEveryKindOfClient()
    {
        const QStringList labels{u"vip"_qs, u"Ёлка"_qs, u"old"_qs};
        const QStringList zones{u"Europe/Moscow"_qs, u"UTC"_qs, u"Asia/Omsk"_qs, u"UTC"_qs};
        m_clients.clear();
        for (int i = 0; i < 16; ++i) {
            QStringList tags;
            for (int bit = 0; bit < 3; ++bit) {
                if (i & (1 << bit))
                    tags += labels[bit];
            }
            ClientBuilder client = aClient().phone(i).operatorCode(i < 8 ? u"911"_qs : u"912"_qs).tags(tags);
            client.timezone(zones[i % 4]);
            if (i % 5 == 0)
                client.optedOut(at("2024-01-01T00:00:00Z"));
            if (i % 3 != 1)
                client.attribute(u"name"_qs, i % 3 == 0 ? u"Anna"_qs : u" "_qs);
            add(client);
        }
    }

    static QList<AudienceFilter> manyFilters()
    {
        using Mode = AudienceFilter::TagsMode;
        const QList<QStringList> codes{{}, {u"911"_qs}, {u"912"_qs, u"911"_qs}, {u"999"_qs}};
        const QList<QStringList> tags{{},
                                      {u"vip"_qs},
                                      {u"VIP"_qs, u"ЁЛКА"_qs},
                                      {u"vip"_qs, u"ёлка"_qs, u"old"_qs},
                                      {u"nobody"_qs},
                                      {u"vip"_qs, u"nobody"_qs}};
        const QList<QStringList> excluded{{}, {u"Old"_qs}, {u"old"_qs, u"vip"_qs}, {u"nobody"_qs}};
        QList<AudienceFilter> filters;
        for (const QStringList &someCodes : codes) {
            for (const QStringList &someTags : tags) {
                for (const QStringList &someExcluded : excluded) {
                    filters.append({someCodes, someTags, someExcluded, Mode::Any});
                    filters.append({someCodes, someTags, someExcluded, Mode::All});
                }
            }
        }
        return filters;
    }

    QList<core::ClientId> expectedIds(const AudienceFilter &filter) const
    {
        QList<core::ClientId> ids;
        for (const Client &client : m_clients) {
            if (filter.matches(client) && !client.optedOutAt)
                ids.append(client.id);
        }
        return ids;
    }

    static qint64 sum(const QList<LabelCount> &labels)
    {
        return std::accumulate(labels.begin(), labels.end(), qint64(0),
                               [](qint64 total, const LabelCount &label) { return total + label.count; });
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void choosesExactlyWhomTheDomainRuleMatches()
    {
        addEveryKindOfClient();
        for (const AudienceFilter &filter : manyFilters()) {
            const QByteArray name = filter.canonicalText().toUtf8();
            QList<core::ClientId> ids;
            for (const Client &client : LOOK(unit.clients.audienceSample(filter, {}, 100)))
                ids.append(client.id);
            QVERIFY2(ids == expectedIds(filter), name.constData());

            const AudienceSummary summary = LOOK(unit.clients.audience(filter));
            const auto matching = std::count_if(m_clients.cbegin(), m_clients.cend(),
                                                [&](const Client &client) { return filter.matches(client); });
            QVERIFY2(summary.count == ids.size() && summary.optedOut == matching - ids.size(), name.constData());
            QVERIFY2(sum(summary.byTimezone) == summary.count && sum(summary.byOperatorCode) == summary.count,
                     name.constData());
        }
    }

    void givesTheClientsThemselvesInSteps()
    {
        addEveryKindOfClient();
        QList<Client> sample = LOOK(unit.clients.audienceSample({}, {}, 5));
        QCOMPARE(sample.size(), 5);
        QCOMPARE(sample[0], m_clients[1]); // the first one has opted out
        const QList<Client> following = LOOK(unit.clients.audienceSample({}, sample.last().id, 100));
        QCOMPARE(following.size(), 7);
        QVERIFY(following.first().id > sample.last().id);
    }

    void countsZonesAndCodesMostFirst()
    {
        addEveryKindOfClient(); // 1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14 have not opted out
        const AudienceSummary summary = LOOK(unit.clients.audience({}));
        QCOMPARE(summary.count, 12);
        QCOMPARE(summary.optedOut, 4);
        QCOMPARE(summary.byTimezone.size(), 3);
        QCOMPARE(summary.byTimezone[0], (LabelCount{u"UTC"_qs, 6}));
        QVERIFY(summary.byTimezone.contains(LabelCount{u"Asia/Omsk"_qs, 3}));
        QCOMPARE(summary.byOperatorCode.size(), 2);
        QVERIFY(summary.byOperatorCode.contains(LabelCount{u"912"_qs, 6}));
    }

    void countsWhoLacksAFieldOrLeftItBlank()
    {
        addEveryKindOfClient();
        const AudienceFilter filter{{u"912"_qs}, {}, {}, AudienceFilter::TagsMode::Any}; // 8, 9, 11, 12, 13, 14
        QCOMPARE(LOOK(unit.clients.countLacking(filter, u"name"_qs)), 4);                // not 9 and 12
        QCOMPARE(LOOK(unit.clients.countLacking(filter, u"city"_qs)), 6);
        QCOMPARE(LOOK(unit.clients.countLacking({{u"999"_qs}, {}, {}, {}}, u"name"_qs)), 0);
    }

    void treatsLabelsAsTextNotAsPatterns()
    {
        add(aClient().phone(1).tags({u"50%"_qs}));
        add(aClient().phone(2).tags({u"505"_qs}));
        add(aClient().phone(3).tags({u"o'clock \"x\""_qs}));
        QCOMPARE(LOOK(unit.clients.audience({{}, {u"50%"_qs}, {}, {}})).count, 1);
        QCOMPARE(LOOK(unit.clients.audience({{}, {u"O'CLOCK \"X\""_qs}, {}, {}})).count, 1);
        QCOMPARE(LOOK(unit.clients.audience({{}, {u"' OR 1=1 --"_qs}, {}, {}})).count, 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::AudienceContractTest)
#include "audiencecontracttest.moc"
