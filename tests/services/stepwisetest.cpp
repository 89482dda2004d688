// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/stepwise.h"

#include <QtTest>

using core::Result;
using core::services::Step;
using core::services::stepByStep;

class StepwiseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsUntilAValueIsThere()
    {
        int steps = 0;
        const Step<int> step = [&steps] {
            ++steps;
            return QtFuture::makeReadyFuture(Result<std::optional<int>>(steps < 3 ? std::nullopt : std::optional(steps)));
        };

        QCOMPARE(*stepByStep(step).result(), 3);
    }

    void anErrorEndsIt()
    {
        int steps = 0;
        const Step<int> step = [&steps] {
            ++steps;
            return QtFuture::makeReadyFuture(
                Result<std::optional<int>>(tl::unexpect, core::Error::make(core::ErrorKind::Unavailable, "database.full")));
        };

        QCOMPARE(stepByStep(step).result().error().code, u"database.full"_qs);
        QCOMPARE(steps, 1);
    }

    void aMillionStepsAtOnceNeedNoStack()
    {
        int steps = 0;
        const Step<int> step = [&steps] {
            ++steps;
            return QtFuture::makeReadyFuture(
                Result<std::optional<int>>(steps < 1'000'000 ? std::nullopt : std::optional(steps)));
        };

        QCOMPARE(*stepByStep(step).result(), 1'000'000);
    }

    void theNextStepWaitsForTheAnswer()
    {
        QList<std::shared_ptr<QPromise<Result<std::optional<int>>>>> asked;
        const Step<int> step = [&asked] {
            asked.append(std::make_shared<QPromise<Result<std::optional<int>>>>());
            asked.last()->start();
            return asked.last()->future();
        };

        const auto whole = stepByStep(step);
        QCOMPARE(asked.size(), 1);
        const auto first = asked.first();
        first->addResult(Result<std::optional<int>>(std::nullopt));
        first->finish();
        QCOMPARE(asked.size(), 2);
        QVERIFY(!whole.isFinished());
        const auto second = asked.last();
        second->addResult(Result<std::optional<int>>(std::optional(7)));
        second->finish();

        QVERIFY(whole.isFinished());
        QCOMPARE(*whole.result(), 7);
    }
};

QTEST_GUILESS_MAIN(StepwiseTest)
#include "stepwisetest.moc"
