// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/outcomedecision.h"

#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::dispatch::AnsweredAttempt;
using core::dispatch::outcomeOf;
using core::dispatch::RetryPolicy;
using core::domain::AnswerKind;
using core::domain::MessageStatus;
using core::interfaces::GatewayAnswer;
using core::interfaces::MessageOutcome;

namespace tests {

namespace {

AnsweredAttempt attempt()
{
    return {.message = {7},
            .requestId = 70,
            .number = 1,
            .answeredAt = at("2024-03-01T08:00:00Z"),
            .deadline = at("2024-03-02T08:00:00Z")};
}

MessageOutcome decide(const AnsweredAttempt &attempt, AnswerKind kind, std::optional<core::Milliseconds> retryAfter = {})
{
    return outcomeOf(attempt, {.kind = kind, .httpStatus = 299, .text = QStringLiteral("said"), .retryAfter = retryAfter},
                     RetryPolicy({}));
}

} // namespace

/** The retry table of the specification, row by row. */
class OutcomeDecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTable_data()
    {
        QTest::addColumn<AnswerKind>("kind");
        QTest::addColumn<bool>("recognisesRepeats");
        QTest::addColumn<MessageStatus>("status");
        QTest::addColumn<bool>("attemptCounts");
        QTest::addColumn<bool>("firm");
        const auto pending = MessageStatus::Pending;
        const auto unknown = MessageStatus::Unknown;
        QTest::newRow("accepted") << AnswerKind::Accepted << true << MessageStatus::Sent << true << false;
        QTest::newRow("refused") << AnswerKind::Refused << true << pending << true << false;
        QTest::newRow("bad answer, repeats recognised") << AnswerKind::BadAnswer << true << pending << true << true;
        QTest::newRow("bad answer, repeats not recognised") << AnswerKind::BadAnswer << false << unknown << true << true;
        QTest::newRow("timeout, repeats recognised") << AnswerKind::Timeout << true << pending << true << true;
        QTest::newRow("timeout, repeats not recognised") << AnswerKind::Timeout << false << unknown << true << true;
        QTest::newRow("transient") << AnswerKind::Transient << false << pending << true << false;
        QTest::newRow("throttled") << AnswerKind::Throttled << true << pending << false << false;
        QTest::newRow("rejected") << AnswerKind::Rejected << true << MessageStatus::Failed << true << false;
        QTest::newRow("refused us") << AnswerKind::RefusedUs << true << pending << false << false;
        QTest::newRow("misconfigured") << AnswerKind::Misconfigured << true << pending << false << false;
    }
    void followsTheTable()
    {
        QFETCH(AnswerKind, kind);
        QFETCH(bool, recognisesRepeats);
        AnsweredAttempt answered = attempt();
        answered.recognisesRepeats = recognisesRepeats;
        const MessageOutcome outcome = decide(answered, kind);
        QTEST(outcome.status, "status");
        QTEST(outcome.attemptCounts, "attemptCounts");
        QTEST(outcome.firm, "firm");
        QCOMPARE(outcome.id.value, 7);
        QCOMPARE(outcome.requestId, 70);
        QCOMPARE(outcome.attempt.has_value(), kind != AnswerKind::Accepted);
        QCOMPARE(outcome.nextAttemptAt.has_value(), outcome.status == MessageStatus::Pending);
    }

    void theLastAttemptFailsIfEveryAnswerWasTrustworthy()
    {
        AnsweredAttempt last = attempt();
        last.number = 8;
        QCOMPARE(decide(last, AnswerKind::Transient).status, MessageStatus::Failed);
        QCOMPARE(decide(last, AnswerKind::Refused).status, MessageStatus::Failed);
        QCOMPARE(decide(last, AnswerKind::Timeout).status, MessageStatus::Unknown);
    }

    void anEarlierDoubtIsNeverForgotten()
    {
        AnsweredAttempt doubtful = attempt();
        doubtful.firm = true;
        doubtful.number = 8;
        QCOMPARE(decide(doubtful, AnswerKind::Transient).status, MessageStatus::Unknown);
        QCOMPARE(decide(doubtful, AnswerKind::Rejected).status, MessageStatus::Unknown);
        QCOMPARE(decide(doubtful, AnswerKind::Accepted).status, MessageStatus::Sent);
    }

    void aProbeUsesUpNoAttempt()
    {
        AnsweredAttempt probe = attempt();
        probe.probe = true;
        probe.number = 8;
        const MessageOutcome outcome = decide(probe, AnswerKind::Transient);
        QCOMPARE(outcome.status, MessageStatus::Pending);
        QVERIFY(!outcome.attemptCounts);
    }

    void aProbeUsesUpNoAttemptEvenIfThereIsOnlyOne()
    {
        AnsweredAttempt probe = attempt();
        probe.probe = true;
        const GatewayAnswer down{.kind = AnswerKind::Transient};
        QCOMPARE(outcomeOf(probe, down, RetryPolicy({.maxAttempts = 1})).status, MessageStatus::Pending);
    }

    void whatHasAttemptsLeftButNoTimeWaitsForItsEnd()
    {
        AnsweredAttempt late = attempt();
        late.deadline = late.answeredAt + 1s;
        const MessageOutcome outcome = decide(late, AnswerKind::Transient);
        QCOMPARE(outcome.status, MessageStatus::Pending);
        QCOMPARE(outcome.nextAttemptAt, std::optional(late.deadline));
        late.number = 8;
        QCOMPARE(decide(late, AnswerKind::Transient).status, MessageStatus::Failed);
    }

    void throttlingWaitsAsLongAsAskedButAtMostAQuarterOfAnHour()
    {
        const auto now = attempt().answeredAt;
        QCOMPARE(decide(attempt(), AnswerKind::Throttled, 7s).nextAttemptAt, std::optional(now + 7s));
        QCOMPARE(decide(attempt(), AnswerKind::Throttled, 10h).nextAttemptAt, std::optional(now + 15min));
        // A gateway that says "at once", or nothing, is not asked a thousand times a second.
        QCOMPARE(decide(attempt(), AnswerKind::Throttled, 0s).nextAttemptAt, std::optional(now + 1s));
        QCOMPARE(decide(attempt(), AnswerKind::Throttled).nextAttemptAt, std::optional(now + 1s));
    }

    void keepsTheFirstFiveHundredCharactersOfTheAnswer()
    {
        GatewayAnswer chatty{.kind = AnswerKind::Rejected, .httpStatus = 400, .text = QString(4000, u'x')};
        const MessageOutcome outcome = outcomeOf(attempt(), chatty, RetryPolicy({}));
        QCOMPARE(outcome.error->answer.size(), 500);
        QCOMPARE(outcome.attempt->answer.size(), 500);
        QCOMPARE(outcome.error->httpStatus, 400);
    }

    void cutsNoCharacterOfTheAnswerInHalf()
    {
        GatewayAnswer chatty{.kind = AnswerKind::Rejected, .httpStatus = 400, .text = QString(499, u'x') + u"😀"_qs};
        const MessageOutcome outcome = outcomeOf(attempt(), chatty, RetryPolicy({}));
        QCOMPARE(outcome.error->answer, QString(499, u'x'));
        QCOMPARE(outcome.attempt->answer, QString(499, u'x'));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::OutcomeDecisionTest)
#include "outcomedecisiontest.moc"
