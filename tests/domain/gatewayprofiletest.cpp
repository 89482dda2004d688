// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/gatewayprofile.h"
#include "tests/support/errorline.h"

#include <QTest>
#include <functional>
#include <limits>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

namespace {

GatewayProfile complete()
{
    GatewayProfile profile;
    profile.name = u"main"_qs;
    profile.kind = u"http-json"_qs;
    profile.url = u"https://gateway.example/v1/send/"_qs;
    return profile;
}

} // namespace

class GatewayProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsOfAnotherKindAreForgotten()
    {
        GatewayProfile base;
        base.kind = u"simulator"_qs;
        base.options = {{u"latency"_qs, u"5"_qs}};
        GatewayEdit edit;
        edit.kind = u" simulator "_qs;
        QCOMPARE(core::domain::applied(base, edit).options.size(), 1);

        edit.kind = u"http-json"_qs;
        QVERIFY(core::domain::applied(base, edit).options.isEmpty());
        edit.options = QMap<QString, QString>{{u"ca_file"_qs, u"x"_qs}};
        QCOMPARE(core::domain::applied(base, edit).options.keys(), QStringList{u"ca_file"_qs});
    }

    void appliesWhatIsNamed()
    {
        QCOMPARE(*edited(complete(), {}), complete());

        GatewayEdit edit;
        edit.name = u" second  gateway "_qs;
        edit.url = u" http://127.0.0.1:8099/ "_qs;
        edit.sender = u" Shop "_qs;
        edit.connections = 512;
        edit.rate = 0.5;
        edit.rateUnit = RateUnit::Parts;
        edit.timeout = 300s;
        edit.retry = RetryLimits{3, 1s, 1min, 0};
        edit.options = QMap<QString, QString>{{u"ca"_qs, u"x"_qs}};
        edit.enabled = false;
        edit.isDefault = true;
        edit.secret = u"never applied here"_qs;
        const auto profile = edited(complete(), edit);
        QVERIFY(profile);
        QCOMPARE(profile->name, u"second gateway"_qs);
        QCOMPARE(profile->url, u"http://127.0.0.1:8099/"_qs);
        QCOMPARE(profile->sender, u"Shop"_qs);
        QCOMPARE(profile->connections, 512);
        QCOMPARE(profile->rate, std::optional(0.5));
        QCOMPARE(profile->rateUnit, RateUnit::Parts);
        QCOMPARE(profile->timeout, 300s);
        QCOMPARE(profile->retry, (RetryLimits{3, 1s, 1min, 0}));
        QCOMPARE(profile->options.value(u"ca"_qs), u"x"_qs);
        QVERIFY(!profile->enabled && profile->isDefault && profile->sealedSecret.isEmpty());

        GatewayEdit clearing;
        clearing.rate = std::optional<double>();
        QVERIFY(!edited(*profile, clearing)->rate);
    }

    void refusesAFieldAndSaysWhy_data()
    {
        QTest::addColumn<GatewayEdit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected, const std::function<void(GatewayEdit &)> &change) {
            GatewayEdit edit;
            change(edit);
            QTest::newRow(name) << edit << QString::fromLatin1(expected);
        };
        row("no name", "name name:empty", [](GatewayEdit &e) { e.name = u" "_qs; });
        row("64 characters", "", [](GatewayEdit &e) { e.name = QString(64, u'я'); });
        row("65 characters", "name name:too_long 64", [](GatewayEdit &e) { e.name = QString(65, u'я'); });
        row("no kind", "kind gateway:kind |http-json, simulator", [](GatewayEdit &e) { e.kind = QString(); });
        row("other kind", "kind gateway:kind pigeon|http-json, simulator", [](GatewayEdit &e) { e.kind = u"pigeon"_qs; });
        row("password", "url gateway:url_secret", [](GatewayEdit &e) { e.url = u"http://user:pass@x/"_qs; });
        row("user", "url gateway:url_secret", [](GatewayEdit &e) { e.url = u"http://user@x/"_qs; });
        row("query", "url gateway:url_query", [](GatewayEdit &e) { e.url = u"http://x/send?key=1"_qs; });
        row("fragment", "url gateway:url_query", [](GatewayEdit &e) { e.url = u"http://x/#send"_qs; });
        row("no url", "url gateway:url ", [](GatewayEdit &e) { e.url = QString(); });
        row("other scheme", "url gateway:url ftp://x/", [](GatewayEdit &e) { e.url = u"ftp://x/"_qs; });
        row("no host", "url gateway:url http:///send", [](GatewayEdit &e) { e.url = u"http:///send"_qs; });
        row("no path", "url gateway:url http://x:8080", [](GatewayEdit &e) { e.url = u"http://x:8080"_qs; });
        row("no scheme", "url gateway:url gateway.example", [](GatewayEdit &e) { e.url = u"gateway.example"_qs; });
        row("secret with a line break", "secret gateway:secret", [](GatewayEdit &e) { e.secret = u"abc\n"_qs; });
        row("secret with a tab", "secret gateway:secret", [](GatewayEdit &e) { e.secret = u"a\tbc"_qs; });
        row("secret of any letters", "", [](GatewayEdit &e) { e.secret = u"пароль, 1 = 2"_qs; });
        row("simulator needs no url", "", [](GatewayEdit &e) {
            e.kind = u"simulator"_qs;
            e.url = QString();
        });
        row("no connection", "connections number:range 1|512", [](GatewayEdit &e) { e.connections = 0; });
        row("513 connections", "connections number:range 1|512", [](GatewayEdit &e) { e.connections = 513; });
        row("rate of nothing", "rate rate:range", [](GatewayEdit &e) { e.rate = 0.0; });
        row("infinite rate", "rate rate:range", [](GatewayEdit &e) { e.rate = std::numeric_limits<double>::infinity(); });
        row("no time", "timeout number:range 1|300", [](GatewayEdit &e) { e.timeout = 0s; });
        row("301 seconds", "timeout number:range 1|300", [](GatewayEdit &e) { e.timeout = 301s; });
        const auto retry = [&row](const char *name, const char *errors, const RetryLimits &limits) {
            row(name, errors, [limits](GatewayEdit &e) { e.retry = limits; });
        };
        const double nan = std::numeric_limits<double>::quiet_NaN();
        retry("the bounds of all", "", {100, 24h, 24h, 0.9, 10});
        retry("the other bounds", "", {1, 1ms, 1ms, 0, 1});
        retry("no attempt", "retry.max_attempts number:range 1|100", {0, 1s, 2s, 0});
        retry("101 attempts", "retry.max_attempts number:range 1|100", {101, 1s, 2s, 0});
        retry("no delay", "retry.first_delay number:range 0.001|86400", {1, 0s, 2s, 0});
        retry("delays crossed", "retry.max_delay number:range 3|86400", {1, 3s, 2s, 0});
        retry("more than a day", "retry.max_delay number:range 3|86400", {1, 3s, 24h + 1ms, 0});
        retry("shrinking", "retry.factor number:range 1|10", {1, 1s, 2s, 0, 0.9});
        retry("a factor that is none", "retry.factor number:range 1|10", {1, 1s, 2s, 0, nan});
        retry("jitter of all", "retry.jitter number:range 0|0.9", {1, 1s, 2s, 1});
        retry("jitter that is none", "retry.jitter number:range 0|0.9", {1, 1s, 2s, nan});
        row("all at once",
            "name name:empty; url gateway:url x; connections number:range 1|512; rate rate:range; "
            "timeout number:range 1|300; retry.max_attempts number:range 1|100",
            [](GatewayEdit &e) {
                e = {QString(), {}, u"x"_qs, {}, {}, 0, -1.0, {}, 0s, RetryLimits{0, 1s, 2s, 0}, {}, {}, {}};
            });
    }

    void refusesAFieldAndSaysWhy()
    {
        QFETCH(GatewayEdit, edit);
        QFETCH(QString, expected);
        const auto result = edited(complete(), edit);
        QCOMPARE(result ? QString() : errorLine(result.error()), expected);
    }

    void hasWordsForStatesAndUnits()
    {
        QStringList names;
        for (const BreakerState state : {BreakerState::Closed, BreakerState::Open, BreakerState::HalfOpen,
                                         BreakerState::Attention, BreakerState::KeyMissing})
            names.append(toText(state));
        QCOMPARE(names.join(u' '), u"closed open half_open attention key_missing"_qs);
        QCOMPARE(rateUnitFromText(toText(RateUnit::Messages)), std::optional(RateUnit::Messages));
        QCOMPARE(rateUnitFromText(toText(RateUnit::Parts)), std::optional(RateUnit::Parts));
        QVERIFY(!rateUnitFromText(u"bytes"_qs));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::GatewayProfileTest)
#include "gatewayprofiletest.moc"
