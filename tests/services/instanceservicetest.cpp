// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/instanceservice.h"
#include "core/services/statisticsservice.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::services::Instances;
using namespace std::chrono_literals;

namespace tests {

class InstanceServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { workspace.emplace(); }

    void namesWhoWasSeenLatelyByTheClockOfTheServer()
    {
        workspace->data.serverTime = clock.now() + 3s; // this computer's clock is a little behind
        enter(u"gone (1)"_qs, clock.now() - 58s);
        enter(u"server (2)"_qs, clock.now() - 57s);
        enter(u"anna-laptop (3)"_qs, clock.now());

        QCOMPARE(labels(), (QStringList{u"server (2)"_qs, u"anna-laptop (3)"_qs}));
    }

    void aWorkspaceOnAServerIsSharedEvenWhileNobodySends()
    {
        workspace->data.serverTime = clock.now();
        const auto found = read();
        QVERIFY(found && found->areShared && found->alive.isEmpty());
    }

    void inAFileNobodyIsToldFromOneThatCrashed()
    {
        enter(u"crashed (1)"_qs, clock.now());
        const auto found = read();
        QVERIFY(found && *found == Instances());
    }

    void metricsCountTheSame()
    {
        workspace->data.serverTime = clock.now();
        enter(u"gone (1)"_qs, clock.now() - 61s);
        enter(u"server (2)"_qs, clock.now());
        core::services::StatisticsService statistics(workspace->executor, clock);
        const auto metrics = statistics.metrics().result();
        QVERIFY(metrics && metrics->instances.areShared);
        QCOMPARE(metrics->instances.alive.size(), 1);
    }

    void aDatabaseThatDoesNotAnswerIsAnError()
    {
        workspace->executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        const auto found = read();
        QVERIFY(!found);
        QCOMPARE(found.error().code, u"database.lost"_qs);
    }

private:
    void enter(const QString &label, core::Instant seenAt) { QVERIFY(workspace->instances.enter(label, seenAt)); }

    core::Result<Instances> read() { return core::services::InstanceService(workspace->executor).instances().result(); }

    QStringList labels()
    {
        const core::Result<Instances> found = read();
        QStringList labels;
        for (const auto &one : found.value().alive)
            labels << one.label;
        return labels;
    }

    ManualClock clock{core::instantFromMs(1'800'000'000'000)};
    std::optional<FakeWorkspace> workspace;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::InstanceServiceTest)
#include "instanceservicetest.moc"
