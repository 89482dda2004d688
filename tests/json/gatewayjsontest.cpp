// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/gatewayjson.h"

#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::json::gatewayEditFromJson;
using core::json::toJson;
using tests::errorLine;

class GatewayJsonTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    static core::domain::GatewayWithState sample()
    {
        core::domain::GatewayWithState gateway;
        gateway.profile.id = core::GatewayId{1};
        gateway.profile.name = u"main"_qs;
        gateway.profile.kind = u"http-json"_qs;
        gateway.profile.url = u"https://gateway.example/"_qs;
        gateway.profile.sealedSecret = "sealed";
        gateway.profile.isDefault = true;
        gateway.state.since = tests::at("2026-11-20T09:00:00Z");
        return gateway;
    }

private Q_SLOTS:
    void isTheObjectOfTheSpecification()
    {
        const QJsonObject expected =
            parsed(R"({"id":1,"name":"main","kind":"http-json","url":"https:\/\/gateway.example\/","sender":null,
            "enabled":true,"is_default":true,"connections":64,"rate":null,"rate_unit":"messages","timeout":10,
            "retry":{"max_attempts":8,"first_delay":2,"max_delay":900,"factor":2,"jitter":0.2},"options":{},"state":"closed",
            "state_since":"2026-11-20T09:00:00Z","reason":null,"next_probe_at":null,"has_secret":true})");
        QCOMPARE(toJson(sample()), expected);
    }

    void theSecretNeverComesOut()
    {
        const QByteArray text = QJsonDocument(toJson(sample())).toJson();

        QVERIFY(!text.contains("sealed"));
    }

    void comesBackAsItWent()
    {
        core::domain::GatewayWithState gateway = sample();
        gateway.profile.rate = 5.5;
        gateway.profile.rateUnit = core::domain::RateUnit::Parts;
        gateway.profile.retry.firstDelay = core::Milliseconds{2500};
        gateway.profile.retry.factor = 1.5;
        gateway.profile.retry.jitter = 0.5;
        gateway.profile.options.insert(u"charset"_qs, u"UTF-8"_qs);

        const auto edit = gatewayEditFromJson(toJson(gateway));
        QVERIFY(edit);
        QVERIFY(!edit->secret);
        core::domain::GatewayProfile base;
        base.id = gateway.profile.id;
        base.sealedSecret = gateway.profile.sealedSecret;

        QCOMPARE(toJson({*core::domain::edited(base, *edit), gateway.state}), toJson(gateway));
    }

    void theRestOfRetryStaysAsItWas()
    {
        core::domain::GatewayProfile base = sample().profile;
        base.retry.maxDelay = std::chrono::seconds{60};

        const auto edit = gatewayEditFromJson(parsed(R"({"retry":{"max_attempts":3}})"), base);

        QCOMPARE(edit->retry->maxAttempts, 3);
        QCOMPARE(edit->retry->maxDelay, std::chrono::seconds{60});
    }

    void numbersThatDoNotFitAreRefusedByTheRules()
    {
        const auto edit = gatewayEditFromJson(parsed(R"({"connections":99999999999,"retry":{"first_delay":1e200}})"));

        QVERIFY(edit);
        QVERIFY(!core::domain::edited(sample().profile, *edit));
    }

    void errorsAreNamedTogether()
    {
        const auto edit =
            gatewayEditFromJson(parsed(R"({"connections":"many","retry":{"often":true},"rate_unit":"words"})"));

        QCOMPARE(errorLine(edit.error()),
                 u"connections json:type a whole number; rate_unit json:choice words; retry.often json:unknown"_qs);
    }
};

QTEST_GUILESS_MAIN(GatewayJsonTest)
#include "gatewayjsontest.moc"
