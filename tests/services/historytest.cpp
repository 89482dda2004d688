// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/history.h"

#include "tests/services/actors.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::services::difference;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsKept()
    {
        const QJsonObject before{{u"name"_qs, u"A"_qs}, {u"rate"_qs, 1}, {u"gone"_qs, true}};
        const QJsonObject after{{u"name"_qs, u"A"_qs}, {u"rate"_qs, 2}, {u"added"_qs, u"x"_qs}};

        const auto found = difference(before, after);

        QCOMPARE(found.before, uR"({"gone":true,"rate":1})"_qs);
        QCOMPARE(found.after, uR"({"added":"x","rate":2})"_qs);
    }

    void theTimeOfTheChangeIsNoDifference()
    {
        const auto found = difference({{u"updated_at"_qs, u"a"_qs}}, {{u"updated_at"_qs, u"b"_qs}});

        QVERIFY(found.before.isEmpty());
        QVERIFY(found.after.isEmpty());
    }

    void whatItIsAboutStandsOnBothSides()
    {
        const QJsonObject before{{u"name"_qs, u"main"_qs}, {u"rate"_qs, 1}};
        const QJsonObject after{{u"name"_qs, u"main"_qs}, {u"rate"_qs, 2}};

        const auto found = difference(before, after, {u"name"_qs});

        QCOMPARE(found.before, uR"({"name":"main","rate":1})"_qs);
        QCOMPARE(found.after, uR"({"name":"main","rate":2})"_qs);
        QCOMPARE(difference(before, before, {u"name"_qs}).after, uR"({"name":"main"})"_qs);
    }

    void theLogTellsWhoAndWhatWithoutPhonesAndTexts()
    {
        tests::FakeWorkspace workspace;
        const tests::LogCapture log;
        core::domain::Actor actor = tests::admin();
        actor.label = u"cli:79990000001 anna"_qs;

        QVERIFY(core::services::record(
            workspace.unit, actor, {}, "client.edit",
            {.mailing = core::MailingId{5}, .client = core::ClientId{7}, .message = core::MessageId{9}},
            {uR"({"phone":"79990000002"})"_qs, uR"({"text":"Hello"})"_qs}));

        QCOMPARE(log.lines(),
                 QStringList{uR"(action=client.edit actor="cli:7999***0001 anna" mailing=5 client=7 message=9)"_qs});
    }

    void anEventTellsWhoWhenAndWhat()
    {
        tests::FakeWorkspace workspace;
        const auto at = tests::at("2024-03-01T08:00:00Z");

        QVERIFY(core::services::record(workspace.unit, tests::anOperator(2), at, "client.edit",
                                       {.client = core::ClientId{5}}, {u"a"_qs, u"b"_qs}));

        const core::domain::Event event = workspace.data.events.first();
        QCOMPARE(event.at, at);
        QCOMPARE(event.actor, u"operator2@example.org"_qs);
        QCOMPARE(event.action, u"client.edit"_qs);
        QCOMPARE(event.client, core::ClientId{5});
        QVERIFY(!event.mailing.isValid());
        QCOMPARE(event.before, u"a"_qs);
        QCOMPARE(event.after, u"b"_qs);
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "historytest.moc"
