// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/openrequests.h"

#include "tests/support/builders.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedgateway.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::domain::AnswerKind;

namespace tests {

/** The line that the log has of every attempt. */
class OpenRequestsTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock{"2024-03-01T09:00:00Z"};

    /** What is logged of a message with this text that is answered with `answer`. */
    QString logged(const QString &text, const QString &answer)
    {
        ScriptedGatewayFactory factory(m_clock);
        GatewayStep step = GatewayStep::fail(AnswerKind::Rejected, 400);
        step.answer.text = answer;
        factory.script().always(step.after(40ms));
        bool answered = false;
        core::dispatch::OpenRequests requests(core::GatewayId{3}, m_clock,
                                              [&answered](const auto &, const auto &) { answered = true; });
        requests.connectTo(factory.make(aGateway().build(), {}).value());
        core::dispatch::OpenRequest request;
        request.mailing = core::MailingId{5};
        request.endAt = m_clock.now() + 1h;
        request.number = 2;
        request.message.text = text;
        request.message.claimed.id = core::MessageId{9};
        request.message.claimed.client = core::ClientId{7};
        request.message.claimed.requestId = 9;
        request.message.claimed.phone = phoneNumber(1);

        const LogCapture log;
        requests.begin(request, 10s);
        m_clock.advance(40ms);
        factory.deliverDue();
        return answered && log.lines().size() == 1 ? log.lines().first() : QStringLiteral("not one line");
    }

private Q_SLOTS:
    void everyAttemptIsALineWithRequestAndAnswer()
    {
        QCOMPARE(logged(u"Hello"_qs, u"number is blocked"_qs),
                 u"mailing=5 client=7 message=9 gateway=3 phone=7999***0001 attempt=2 kind=rejected http=400 ms=40 "
                 "answer=\"number is blocked\""_qs);
    }

    void whatTheGatewayRepeatsOfTheMessageIsNotInTheLog_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("logged");
        const QString longText = QString(600, u'x');
        QTest::newRow("phone") << u"Hello"_qs << u"79990000001 is blocked"_qs << u"\"7999***0001 is blocked\""_qs;
        QTest::newRow("phone in groups") << u"Hello"_qs << u"+7 (999) 000-00-01 is blocked"_qs
                                         << u"\"+7 (999) ***-00-01 is blocked\""_qs;
        QTest::newRow("text") << u"Your code is 1234"_qs << u"spam: Your code is 1234!"_qs << u"\"spam: [text]!\""_qs;
        QTest::newRow("text that is cut off") << longText << (u"spam: "_qs + longText).left(500) << u"\"spam: [text]\""_qs;
        QTest::newRow("no text at all") << QString() << u"empty"_qs << u"empty"_qs;
    }

    void whatTheGatewayRepeatsOfTheMessageIsNotInTheLog()
    {
        QFETCH(QString, text);
        QFETCH(QString, answer);
        QFETCH(QString, logged);
        QCOMPARE(this->logged(text, answer).section(u"answer="_qs, 1), logged);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::OpenRequestsTest)
#include "openrequeststest.moc"
