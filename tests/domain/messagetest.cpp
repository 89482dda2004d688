// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/message.h"

#include <QTest>

using namespace core::domain;

namespace tests {

/** Which status may follow which, and the words for statuses and answers. */
class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsFollowers_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("followers");
        QTest::newRow("waits") << u"pending"_qs
                               << u"sending sent delivered undelivered failed expired cancelled opted_out unknown"_qs;
        QTest::newRow("is being sent")
            << u"sending"_qs << u"pending sent delivered undelivered failed expired cancelled opted_out unknown"_qs;
        QTest::newRow("accepted") << u"sent"_qs << u"delivered undelivered"_qs;
        QTest::newRow("arrived: for ever") << u"delivered"_qs << QString();
        QTest::newRow("did not arrive: retried on purpose") << u"undelivered"_qs << u"pending"_qs;
        QTest::newRow("never accepted: retried on purpose") << u"failed"_qs << u"pending"_qs;
        QTest::newRow("too late: retried on purpose") << u"expired"_qs << u"pending"_qs;
        QTest::newRow("cancelled: revived by an edit") << u"cancelled"_qs << u"pending"_qs;
        QTest::newRow("does not want it: for ever") << u"opted_out"_qs << QString();
        QTest::newRow("nobody knows: a report may tell") << u"unknown"_qs << u"pending sent delivered undelivered"_qs;
    }

    void everyStatusHasItsFollowers()
    {
        QFETCH(QString, from);
        QFETCH(QString, followers);
        const auto status = messageStatusFromText(from);
        QVERIFY(status);
        QStringList found;
        for (const MessageStatus next : allMessageStatuses) {
            if (mayFollow(*status, next))
                found.append(toText(next));
        }
        QCOMPARE(found.join(u' '), followers);
    }

    void isFinalWhenNothingIsLeftToDo()
    {
        for (const MessageStatus status : allMessageStatuses)
            QCOMPARE(isFinal(status), status != MessageStatus::Pending && status != MessageStatus::Sending);
    }

    void numbersAreStoredAndNeverChange()
    {
        QStringList names;
        for (int number = 0; number < 10; ++number)
            names.append(toText(static_cast<MessageStatus>(number)));
        QCOMPARE(names.join(u' '),
                 u"pending sending sent delivered undelivered failed expired cancelled opted_out unknown"_qs);
        names.clear();
        for (int number = 0; number < 12; ++number)
            names.append(toText(static_cast<AnswerKind>(number)));
        QCOMPARE(names.join(u' '), u"accepted refused bad_answer timeout transient throttled rejected refused_us "
                                   "misconfigured template gateway_gone interrupted"_qs);
    }

    void readsItsWords()
    {
        for (const MessageStatus status : allMessageStatuses)
            QCOMPARE(messageStatusFromText(toText(status)), std::optional(status));
        QVERIFY(!messageStatusFromText(u"Sent"_qs));
        QVERIFY(!messageStatusFromText({}));
    }

    void groupsErrorsByHttpStatusOrKind()
    {
        QCOMPARE(errorLabel(AnswerKind::Transient, 500), u"HTTP 500"_qs);
        QCOMPARE(errorLabel(AnswerKind::Timeout, 0), u"timeout"_qs);
        QCOMPARE(errorLabel(AnswerKind::Template, 0), u"template"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageTest)
#include "messagetest.moc"
