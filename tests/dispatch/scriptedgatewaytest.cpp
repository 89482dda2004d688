// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The scripted gateway keeps the contract of core::interfaces::Gateway, so that the dispatcher's tests mean something.

#include "tests/support/scriptedgateway.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

class ScriptedGatewayTest : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{"2024-03-01T09:00:00Z"};
    std::unique_ptr<ScriptedGatewayFactory> m_factory;
    std::unique_ptr<core::interfaces::Gateway> m_gateway;
    QList<std::pair<qint64, AnswerKind>> m_answers;

    GatewayScript &script() { return m_factory->script(); }

    void send(qint64 id, core::Milliseconds timeout = 10s)
    {
        m_gateway->send({id, phoneNumber(int(id)), u"Hello"_qs}, timeout,
                        [this, id](const core::interfaces::GatewayAnswer &answer) {
                            m_answers.append({id, answer.kind});
                        });
    }

private Q_SLOTS:
    void init()
    {
        m_answers.clear();
        m_factory = std::make_unique<ScriptedGatewayFactory>(m_clock);
        m_gateway = m_factory->make(aGateway().connections(2).build(), "secret").value();
    }
    void cleanup() { m_gateway.reset(); }

    void answersFromTheEventLoopNeverWithinSend()
    {
        send(1);
        QVERIFY(m_answers.isEmpty());
        QCOMPARE(m_gateway->openRequests(), 1);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].second, AnswerKind::Accepted);
        QCOMPARE(m_gateway->openRequests(), 0);
    }

    void followsTheScript()
    {
        script().next(GatewayStep::refuse());
        script().next(GatewayStep::fail(AnswerKind::Transient, 500), 2);
        script().forPhone(phoneNumber(4), GatewayStep::throttle(5s));
        script().always(GatewayStep::lie());
        for (const qint64 id : {1, 2, 3, 4, 5})
            send(id);
        QTRY_COMPARE(m_answers.size(), 5);
        const QList<std::pair<qint64, AnswerKind>> expected{{1, AnswerKind::Refused},
                                                            {2, AnswerKind::Transient},
                                                            {3, AnswerKind::Transient},
                                                            {4, AnswerKind::Throttled},
                                                            {5, AnswerKind::BadAnswer}};
        QCOMPARE(m_answers, expected);
        QCOMPARE(script().accepted(), (QMap<qint64, int>{{5, 1}})); // it lied: accepted, whatever it said
    }

    void opensNoMoreThanItsConnections()
    {
        script().always(GatewayStep::hang());
        for (const qint64 id : {1, 2, 3})
            send(id);
        QCOMPARE(m_gateway->openRequests(), 2);
        QCOMPARE(script().requests().size(), 2);
        m_gateway->cut(1);
        QCOMPARE(m_gateway->openRequests(), 2);
        QCOMPARE(script().requests().last().requestId, 3);
        QCOMPARE(script().mostOpen(), 2);
    }

    void tellsACutRequestByWhetherItWasBegun()
    {
        script().always(GatewayStep::hang());
        for (const qint64 id : {1, 2, 3})
            send(id);
        m_gateway->cut(3);
        m_gateway->cut(1);
        m_gateway->cut(1); // nothing left to cut
        QCOMPARE(m_answers, (QList<std::pair<qint64, AnswerKind>>{{3, AnswerKind::Transient}, {1, AnswerKind::Timeout}}));
    }

    void answersWhenTheTimeHasComeAndTimesOutOtherwise()
    {
        script().next(GatewayStep::accept().after(3s));
        script().next(GatewayStep::accept().after(20s));
        send(1);
        send(2);
        m_clock.advance(3s - 1ms);
        script().deliverDue();
        QVERIFY(m_answers.isEmpty());
        m_clock.advance(1ms);
        script().deliverDue();
        QCOMPARE(m_answers, (QList<std::pair<qint64, AnswerKind>>{{1, AnswerKind::Accepted}}));
        m_clock.advance(7s);
        script().deliverDue();
        QCOMPARE(m_answers.last(), (std::pair<qint64, AnswerKind>{2, AnswerKind::Timeout}));
    }

    void acceptsARepeatedRequestOnceIfItRecognisesRepeats_data()
    {
        QTest::addColumn<bool>("recognises");
        QTest::addColumn<int>("accepted");
        QTest::newRow("recognises repeats") << true << 1;
        QTest::newRow("does not") << false << 2;
    }

    void acceptsARepeatedRequestOnceIfItRecognisesRepeats()
    {
        QFETCH(bool, recognises);
        QFETCH(int, accepted);
        script().setRecognisesRepeats(recognises);
        QCOMPARE(m_gateway->recognisesRepeats(), recognises);
        QCOMPARE(m_factory->recognisesRepeats(aGateway()), recognises);
        script().next(GatewayStep::hang(true));
        send(1);
        m_gateway->cut(1);
        send(1);
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(script().requestsOf(1), 2);
        QCOMPARE(script().accepted().value(1), accepted);
        QCOMPARE(script().acceptedForPhone(phoneNumber(1)), accepted);
    }

    void answersNothingOnceItIsGone()
    {
        send(1);
        script().always(GatewayStep::hang());
        send(2);
        m_gateway.reset();
        QCOMPARE(script().openRequests(), 0);
        QCoreApplication::sendPostedEvents();
        script().deliverDue();
        QVERIFY(m_answers.isEmpty());
    }

    void keepsTheScriptsOfGatewaysApart()
    {
        m_factory->script(u"other"_qs).always(GatewayStep::refuse());
        const auto other = m_factory->make(aGateway().name(u"other"_qs).build(), "second").value();
        AnswerKind kind = AnswerKind::Accepted;
        other->send({1, phoneNumber(1), u"Hello"_qs}, 10s,
                    [&](const core::interfaces::GatewayAnswer &answer) { kind = answer.kind; });
        QTRY_COMPARE(kind, AnswerKind::Refused);
        QVERIFY(script().requests().isEmpty());
        QCOMPARE(m_factory->secrets(), (QList<QByteArray>{"secret", "second"}));
    }

    void makesNothingWhileItIsToldToFail()
    {
        m_factory->failToMake(core::Error::invalidField("kind", "gateway:kind", {u"x"_qs}));
        QVERIFY(!m_factory->make(aGateway(), {}));
        m_factory->failToMake({});
        QVERIFY(m_factory->make(aGateway(), {}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ScriptedGatewayTest)
#include "scriptedgatewaytest.moc"
