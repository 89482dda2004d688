// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of GatewayRepository. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class GatewayContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ContractWorkspace> m_workspace;

    QStringList defaults()
    {
        QStringList names;
        for (const GatewayWithState &gateway : LOOK(unit.gateways.list())) {
            if (gateway.profile.isDefault)
                names.append(gateway.profile.name);
        }
        return names;
    }

    core::GatewayId add(const QString &name) { return COMMIT(unit.gateways.insert(aGateway().name(name))); }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init() { m_workspace = ContractWorkspace::open(); }
    void cleanup() { m_workspace.reset(); }

    void givesBackEveryFieldThatWasStored()
    {
        RetryLimits retry;
        retry.maxAttempts = 3;
        retry.firstDelay = 1500ms;
        retry.maxDelay = 90s;
        retry.jitter = 0.25;
        retry.factor = 1.75;
        GatewayProfile profile = aGateway()
                                     .name(u"Шлюз"_qs)
                                     .kind(u"simulator"_qs)
                                     .connections(512)
                                     .rate(0.5, RateUnit::Parts)
                                     .timeout(300s)
                                     .retry(retry)
                                     .enabled(false);
        profile.url = u"https://gateway.example/v1/send/"_qs;
        profile.sealedSecret = QByteArray("\0\xff binary", 9);
        profile.sender = u"Shop"_qs;
        profile.options = QMap<QString, QString>{{u"ca"_qs, u"/etc/ca.pem"_qs}, {u"ключ"_qs, QString()}};
        profile.id = COMMIT(unit.gateways.insert(profile));
        profile.isDefault = true; // the first one
        QVERIFY(profile.id.isValid());
        QCOMPARE(LOOK(unit.gateways.find(profile.id)).profile, profile);

        GatewayProfile edited = aGateway().name(u"other"_qs);
        edited.id = profile.id;
        edited.isDefault = true;
        COMMIT(unit.gateways.update(edited));
        QCOMPARE(LOOK(unit.gateways.find(profile.id)).profile, edited);
    }

    void beginsWithoutGateways()
    {
        QVERIFY(LOOK(unit.gateways.list()).isEmpty());
        QVERIFY(!LOOK(unit.gateways.findByName(u"main"_qs)));
    }

    void refusesANameThatIsTaken()
    {
        add(u"one"_qs);
        const core::GatewayId two = add(u"two"_qs);
        const auto inserted = ATTEMPT(unit.gateways.insert(aGateway().name(u"one"_qs)));
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().kind, core::ErrorKind::Conflict);
        QCOMPARE(inserted.error().code, u"gateway.name_exists"_qs);
        QCOMPARE(inserted.error().args, QStringList{u"one"_qs});
        GatewayProfile renamed = aGateway().name(u"one"_qs);
        renamed.id = two;
        const core::Status updated = ATTEMPT(unit.gateways.update(renamed));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"gateway.name_exists"_qs);
        QCOMPARE(LOOK(unit.gateways.find(two)).profile.name, u"two"_qs);
    }

    void knowsNoGatewayThatWasNeverThere()
    {
        const auto found = ATTEMPT(unit.gateways.find(core::GatewayId{987}));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(found.error().code, u"gateway.unknown"_qs);
        GatewayProfile stranger = aGateway();
        stranger.id = core::GatewayId{987};
        const core::Status updated = ATTEMPT(unit.gateways.update(stranger));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"gateway.unknown"_qs);
    }

    void listsByName()
    {
        for (const QString &name : {u"b"_qs, u"c"_qs, u"a"_qs})
            add(name);
        QStringList names;
        for (const GatewayWithState &gateway : LOOK(unit.gateways.list()))
            names.append(gateway.profile.name);
        QCOMPARE(names, (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
        QCOMPARE(LOOK(unit.gateways.findByName(u"b"_qs))->profile.name, u"b"_qs);
    }

    void hasExactlyOneDefault()
    {
        const core::GatewayId one = add(u"one"_qs);
        const core::GatewayId two = add(u"two"_qs);
        QCOMPARE(defaults(), QStringList{u"one"_qs});

        GatewayProfile profile = LOOK(unit.gateways.find(two)).profile;
        profile.isDefault = true;
        COMMIT(unit.gateways.update(profile));
        QCOMPARE(defaults(), QStringList{u"two"_qs});

        COMMIT(unit.gateways.insert(aGateway().name(u"three"_qs).isDefault(true)));
        QCOMPARE(defaults(), QStringList{u"three"_qs});
        QVERIFY(!LOOK(unit.gateways.find(one)).profile.isDefault);
    }

    void forgetsARemovedGateway()
    {
        const core::GatewayId id = add(u"one"_qs);
        COMMIT(unit.gateways.remove(id));
        QVERIFY(LOOK(unit.gateways.list()).isEmpty());
        QVERIFY(add(u"one"_qs) != id);
        QCOMPARE(defaults(), QStringList{u"one"_qs});
    }

    void keepsTheStateOfTheBreaker()
    {
        const core::GatewayId id = add(u"one"_qs);
        QCOMPARE(LOOK(unit.gateways.find(id)).state.breaker, BreakerState::Closed);
        const core::Instant now = at("2024-03-01T09:00:00.123Z");
        const GatewayState open{BreakerState::Open, now, u"HTTP 500"_qs, now + 5s, 2};
        COMMIT(unit.gateways.saveState(id, open));
        QCOMPARE(LOOK(unit.gateways.find(id)).state, open);
        QCOMPARE(LOOK(unit.gateways.list()).value(0).state, open);
        GatewayProfile profile = LOOK(unit.gateways.find(id)).profile;
        profile.name = u"renamed"_qs;
        COMMIT(unit.gateways.update(profile)); // an edit leaves the state alone
        QCOMPARE(LOOK(unit.gateways.findByName(u"renamed"_qs))->state, open);
        const GatewayState closed{BreakerState::Closed, now + 1h, QString(), std::nullopt, 0};
        COMMIT(unit.gateways.saveState(id, closed));
        QCOMPARE(LOOK(unit.gateways.find(id)).state, closed);
    }

    void countsWhatWaitsForIt()
    {
        Ledger ledger;
        m_workspace.reset();
        const Mailing mailing = ledger.running(4);
        const auto waiting = [&](core::GatewayId id) {
            return ledger.workspace()->looked([&](UnitOfWork &unit) { return unit.gateways.countWaiting(id); });
        };
        QCOMPARE(waiting(ledger.gateway), 4);
        const QList<core::MessageId> sending = ledger.sending(mailing, 2);
        QCOMPARE(waiting(ledger.gateway), 4);
        ledger.record(ledger.outcome(sending[0], MessageStatus::Sent));
        QCOMPARE(waiting(ledger.gateway), 3);
        QCOMPARE(waiting(core::GatewayId{ledger.gateway.value + 1}), 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::GatewayContractTest)
#include "gatewaycontracttest.moc"
