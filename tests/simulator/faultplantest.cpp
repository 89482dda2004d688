// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/faultplan.h"
#include "core/base/errorsentences.h"

#include <QJsonDocument>
#include <QtTest>

using namespace core;
using namespace core::simulator;
using namespace std::chrono_literals;

namespace tests {

namespace {

constexpr qint64 phone = 79990000001;
constexpr qint64 otherPhone = 79990000002;

FaultPlan planOf(const QString &arguments)
{
    const auto plan = FaultPlan::fromArguments(arguments.split(u' ', Qt::SkipEmptyParts));
    return plan ? *plan : FaultPlan();
}

int countOf(const FaultPlan &plan, Fault fault, int requests)
{
    int count = 0;
    for (int id = 1; id <= requests; ++id)
        count += plan.choose(id, phone, 1).fault == fault ? 1 : 0;
    return count;
}

} // namespace

class FaultPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesEveryRequestAloneWithoutOptions();
    void strikesTheGivenShare_data();
    void strikesTheGivenShare();
    void strikesAPhoneOnEveryAttempt();
    void prefersThePhonesFaultToAShare();
    void keepsApartSeveralStatuses();
    void choosesTheSameWhateverTheOrderOfRequestsAndOptions();
    void choosesDifferentlyForAnotherSeed();
    void liesAboutHalfOfTheRequestsItSwallows_data();
    void liesAboutHalfOfTheRequestsItSwallows();
    void drawsLatencyWithinItsRange();
    void refusesEverybodyWhenUnauthorized();
    void readsDownAndRetryAfter();
    void namesTheOptionThatCannotBeUsed_data();
    void namesTheOptionThatCannotBeUsed();
    void changesOnlyTheNamedOptions();
    void takesSharesAsNumbers_data();
    void takesSharesAsNumbers();
    void whatIsReplacedMakesRoomFirst();
    void isDownFromNowOnForASingleTime();
    void aNumberIsAShareOfOne();
    void takesBackAnOptionByNull();
    void staysAsItWasWhenAChangeIsRefused();
};

void FaultPlanTest::leavesEveryRequestAloneWithoutOptions()
{
    const FaultChoice choice = FaultPlan().choose(1, phone, 1);
    QCOMPARE(choice.fault, Fault::None);
    QCOMPARE(choice.status, 200);
    QVERIFY(choice.accepts);
    QCOMPARE(choice.latency, 0ms);
}

void FaultPlanTest::strikesTheGivenShare_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("percent");

    QTest::newRow("status") << QStringLiteral("--status 500=10%") << Fault::Status << 10;
    QTest::newRow("hang") << QStringLiteral("--hang 1%") << Fault::Hang << 1;
    QTest::newRow("garbage") << QStringLiteral("--garbage=5%") << Fault::Garbage << 5;
    QTest::newRow("empty beside others") << QStringLiteral("--empty 20% --hang 30% --code1 10%") << Fault::Empty << 20;
    QTest::newRow("code1") << QStringLiteral("--code1 50%") << Fault::Code1 << 50;
    QTest::newRow("reset always") << QStringLiteral("--reset 100%") << Fault::Reset << 100;
    QTest::newRow("never") << QStringLiteral("--reset 0%") << Fault::Reset << 0;
}

void FaultPlanTest::strikesTheGivenShare()
{
    QFETCH(const QString, arguments);
    QFETCH(const Fault, fault);
    QFETCH(const int, percent);

    const int count = countOf(planOf(arguments), fault, 20'000);
    QVERIFY2(std::abs(count - percent * 200) <= 200, qPrintable(QString::number(count)));
    if (percent == 0 || percent == 100)
        QCOMPARE(count, percent * 200);
}

void FaultPlanTest::strikesAPhoneOnEveryAttempt()
{
    const FaultPlan plan = planOf(QStringLiteral("--status 500=phone:79990000001,phone:79990000003"));
    for (int attempt = 1; attempt <= 20; ++attempt) {
        QCOMPARE(plan.choose(7, phone, attempt).status, 500);
        QCOMPARE(plan.choose(7, otherPhone, attempt).fault, Fault::None);
    }
}

void FaultPlanTest::prefersThePhonesFaultToAShare()
{
    const FaultPlan plan = planOf(QStringLiteral("--status 500=100% --reset phone:79990000001"));
    QCOMPARE(plan.choose(1, phone, 1).fault, Fault::Reset);
    QCOMPARE(plan.choose(1, otherPhone, 1).fault, Fault::Status);
}

void FaultPlanTest::keepsApartSeveralStatuses()
{
    const FaultPlan plan = planOf(QStringLiteral("--status 500=50% --status 503=50%"));
    QHash<int, int> counts;
    for (int id = 0; id < 2'000; ++id)
        ++counts[plan.choose(id, phone, 1).status];
    QCOMPARE(counts.size(), 2);
    QVERIFY(counts[500] > 800 && counts[503] > 800);
}

void FaultPlanTest::choosesTheSameWhateverTheOrderOfRequestsAndOptions()
{
    const FaultPlan plan = planOf(QStringLiteral("--reset 20% --hang 20% --seed 5"));
    const FaultPlan same = planOf(QStringLiteral("--seed 5 --hang 20% --reset 20%"));
    for (int id = 200; id > 0; --id) {
        const FaultChoice once = plan.choose(id, phone, 2);
        const FaultChoice again = same.choose(id, phone, 2);
        QCOMPARE(again.fault, once.fault);
        QCOMPARE(again.accepts, once.accepts);
    }
}

void FaultPlanTest::choosesDifferentlyForAnotherSeed()
{
    const FaultPlan one = planOf(QStringLiteral("--reset 50% --seed 1"));
    const FaultPlan two = planOf(QStringLiteral("--reset 50% --seed 2"));
    int different = 0;
    for (int id = 0; id < 1'000; ++id)
        different += one.choose(id, phone, 1).fault != two.choose(id, phone, 1).fault ? 1 : 0;
    QVERIFY2(different > 400 && different < 600, qPrintable(QString::number(different)));
}

void FaultPlanTest::liesAboutHalfOfTheRequestsItSwallows_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("lies");

    QTest::newRow("hang") << QStringLiteral("--hang 100%") << true;
    QTest::newRow("garbage") << QStringLiteral("--garbage 100%") << true;
    QTest::newRow("empty") << QStringLiteral("--empty 100%") << true;
    QTest::newRow("reset") << QStringLiteral("--reset 100%") << true;
    QTest::newRow("status") << QStringLiteral("--status 500=100%") << false;
    QTest::newRow("code1") << QStringLiteral("--code1 100%") << false;
    QTest::newRow("unauthorized") << QStringLiteral("--unauthorized") << false;
}

void FaultPlanTest::liesAboutHalfOfTheRequestsItSwallows()
{
    QFETCH(const QString, arguments);
    QFETCH(const bool, lies);

    const FaultPlan plan = planOf(arguments);
    int accepted = 0;
    for (int id = 0; id < 1'000; ++id)
        accepted += plan.choose(id, phone, 1).accepts ? 1 : 0;
    if (lies)
        QVERIFY2(accepted > 400 && accepted < 600, qPrintable(QString::number(accepted)));
    else
        QCOMPARE(accepted, 0);
}

void FaultPlanTest::drawsLatencyWithinItsRange()
{
    const FaultPlan plan = planOf(QStringLiteral("--latency 50ms..52ms"));
    QSet<qint64> seen;
    for (int id = 0; id < 200; ++id)
        seen.insert(plan.choose(id, phone, 1).latency.count());
    QCOMPARE(seen, (QSet<qint64>{50, 51, 52}));
    QCOMPARE(planOf(QStringLiteral("--latency 2s")).choose(1, phone, 1).latency, 2000ms);
    QCOMPARE(planOf(QStringLiteral("--latency 1m")).choose(1, phone, 1).latency, 60000ms);
}

void FaultPlanTest::refusesEverybodyWhenUnauthorized()
{
    const FaultChoice choice = planOf(QStringLiteral("--unauthorized --hang phone:79990000001")).choose(1, phone, 1);
    QCOMPARE(choice.fault, Fault::Unauthorized);
    QCOMPARE(choice.status, 401);
}

void FaultPlanTest::readsDownAndRetryAfter()
{
    const FaultPlan plan = planOf(QStringLiteral("--down 30s..60s --retry-after 5"));
    QCOMPARE(plan.down(), std::optional(DurationRange{30s, 60s}));
    QCOMPARE(plan.retryAfter(), std::optional(5));
}

void FaultPlanTest::namesTheOptionThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("code");

    const auto row = [](const char *name, const char *arguments, const char *option, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(option) << QString::fromLatin1(code);
    };
    row("unknown option", "--hnag 1%", "hnag", "simulator:option");
    row("no option at all", "1%", "1%", "simulator:option");
    row("no value", "--hang", "hang", "simulator:value");
    row("value forgotten before the next", "--hang --empty 1%", "hang", "simulator:value");
    row("share without percent", "--hang 1", "hang", "simulator:share");
    row("share over a hundred", "--hang 101%", "hang", "simulator:share");
    row("share below zero", "--hang -1%", "hang", "simulator:share");
    row("phone without digits", "--hang phone:", "hang", "simulator:share");
    row("shares together over a hundred", "--hang 60% --reset 60%", "reset", "simulator:sum");
    row("status without code", "--status 10%", "status", "simulator:status");
    row("status of success", "--status 200=10%", "status", "simulator:status");
    row("status without share", "--status 500=", "status", "simulator:share");
    row("latency without unit", "--latency 50", "latency", "simulator:duration");
    row("latency backwards", "--latency 200ms..50ms", "latency", "simulator:duration");
    row("latency too long to count", "--latency 99999999999999m", "latency", "simulator:duration");
    row("seed in words", "--seed five", "seed", "simulator:number");
    row("retry-after below zero", "--retry-after=-1", "retry-after", "simulator:number");
    row("unauthorized with a share", "--unauthorized 5%", "unauthorized", "simulator:flag");
}

void FaultPlanTest::namesTheOptionThatCannotBeUsed()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, option);
    QFETCH(const QString, code);

    const auto plan = FaultPlan::fromArguments(arguments.split(u' '));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(plan.error().fields.size(), 1);
    QCOMPARE(plan.error().fields[0].field, option);
    QCOMPARE(plan.error().fields[0].code, code);
    QVERIFY(errorSentence(code) != nullptr);
}

void FaultPlanTest::changesOnlyTheNamedOptions()
{
    const FaultPlan plan = planOf(QStringLiteral("--latency 5ms --hang phone:79990000001 --status 500=phone:79990000002"));
    const auto changed = plan.changed({{QStringLiteral("status"), QJsonArray{QStringLiteral("404=phone:79990000003"),
                                                                             QStringLiteral("429=phone:79990000004")}},
                                       {QStringLiteral("retry-after"), 7}});
    QVERIFY(changed);
    QCOMPARE(changed->choose(1, phone, 1).fault, Fault::Hang);
    QCOMPARE(changed->choose(1, otherPhone, 1).fault, Fault::None);
    QCOMPARE(changed->choose(1, 79990000003, 1).status, 404);
    QCOMPARE(changed->choose(1, 79990000004, 1).status, 429);
    QCOMPARE(changed->choose(1, 1, 1).latency, 5ms);
    QCOMPARE(changed->retryAfter(), std::optional(7));
}

void FaultPlanTest::takesSharesAsNumbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status"); // of every request; 200: there is no such fault
    QTest::newRow("object with a number") << QByteArray(R"({"status": {"500": 1}})") << 500;
    QTest::newRow("object with a string") << QByteArray(R"({"status": {"429": "100%"}})") << 429;
    QTest::newRow("object with a phone") << QByteArray(R"({"status": {"404": "phone:79990000001"}})") << 404;
    QTest::newRow("string") << QByteArray(R"({"status": "503=100%"})") << 503;
    QTest::newRow("nothing in the object") << QByteArray(R"({"status": {}})") << 200;
}

void FaultPlanTest::takesSharesAsNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(int, status);
    const auto changed = FaultPlan().changed(QJsonDocument::fromJson(json).object());
    QVERIFY(changed);
    QCOMPARE(changed->choose(1, 79990000001, 1).status, status);
}

void FaultPlanTest::aNumberIsAShareOfOne()
{
    const auto changed = FaultPlan().changed({{QStringLiteral("hang"), 0.25}, {QStringLiteral("retry-after"), 3}});
    QVERIFY(changed);
    const int struck = countOf(*changed, Fault::Hang, 10000);
    QVERIFY2(struck > 2300 && struck < 2700, qPrintable(QString::number(struck)));
    QCOMPARE(changed->retryAfter(), std::optional(3));
    QVERIFY(!FaultPlan().changed({{QStringLiteral("hang"), 1.5}}));
    QVERIFY(!FaultPlan().changed({{QStringLiteral("status"), 0.1}}));
    QVERIFY(!FaultPlan().changed({{QStringLiteral("status"), QJsonObject{{QStringLiteral("200"), 0.1}}}}));
}

void FaultPlanTest::whatIsReplacedMakesRoomFirst()
{
    const FaultPlan plan = planOf(QStringLiteral("--hang 80%"));
    const auto swapped =
        plan.changed({{QStringLiteral("garbage"), QStringLiteral("80%")}, {QStringLiteral("hang"), QStringLiteral("20%")}});
    QVERIFY(swapped);
    QVERIFY(countOf(*swapped, Fault::Hang, 1000) < 300);
    QVERIFY(plan.changed({{QStringLiteral("code1"), QStringLiteral("100%")}, {QStringLiteral("hang"), QJsonValue::Null}}));
    QVERIFY(!plan.changed({{QStringLiteral("code1"), QStringLiteral("30%")}}));
}

void FaultPlanTest::isDownFromNowOnForASingleTime()
{
    QCOMPARE(planOf(QStringLiteral("--down 5s")).down(), std::optional(DurationRange{0s, 5s}));
}

void FaultPlanTest::takesBackAnOptionByNull()
{
    FaultPlan plan = planOf(QStringLiteral("--latency 5ms --hang 100% --down 1s..2s --retry-after 5 --unauthorized"));
    for (const QString &option : FaultPlan::optionNames()) {
        const auto changed = plan.changed({{option, QJsonValue::Null}});
        QVERIFY2(changed, qPrintable(option));
        plan = *changed;
    }
    const FaultChoice choice = plan.choose(1, phone, 1);
    QCOMPARE(choice.fault, Fault::None);
    QCOMPARE(choice.latency, 0ms);
    QVERIFY(!plan.down());
    QVERIFY(!plan.retryAfter());
}

void FaultPlanTest::staysAsItWasWhenAChangeIsRefused()
{
    FaultPlan plan = planOf(QStringLiteral("--hang 100%"));
    QVERIFY(!plan.set(QStringLiteral("hang"), {QStringLiteral("often")}));
    QVERIFY(!plan.set(QStringLiteral("reset"), {QStringLiteral("1%")}));
    QVERIFY(!plan.changed({{QStringLiteral("hang"), QJsonObject()}}));
    QCOMPARE(countOf(plan, Fault::Hang, 100), 100);
}

} // namespace tests

QTEST_GUILESS_MAIN(tests::FaultPlanTest)
#include "faultplantest.moc"
