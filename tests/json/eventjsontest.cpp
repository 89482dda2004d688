// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/eventjson.h"

#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QtTest>

using core::domain::Event;

namespace tests {

class EventJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryMember()
    {
        Event event;
        event.id = core::EventId{11};
        event.at = at("2026-11-20T09:00:00Z");
        event.actor = u"cli:анна"_qs;
        event.action = u"mailing.pause"_qs;
        event.mailing = core::MailingId{5};
        event.client = core::ClientId{7};
        event.message = core::MessageId{9};
        event.before = uR"({"state":"running"})"_qs;
        event.after = uR"({"state":"paused"})"_qs;
        event.mailingName = u"Autumn sale"_qs; // as it is now, and so no part of what happened

        QCOMPARE(QString::fromUtf8(QJsonDocument(core::json::toJson(event)).toJson(QJsonDocument::Compact)),
                 uR"({"action":"mailing.pause","actor":"cli:анна","after":{"state":"paused"},)"
                 uR"("at":"2026-11-20T09:00:00Z","before":{"state":"running"},"client_id":7,"id":11,)"
                 uR"("mailing_id":5,"message_id":9})"_qs);
    }

    void whatIsNotThereIsNull()
    {
        const QJsonObject object = core::json::toJson({});
        for (const QString &member : {u"mailing_id"_qs, u"client_id"_qs, u"message_id"_qs, u"before"_qs, u"after"_qs})
            QVERIFY2(object.contains(member) && object[member].isNull(), qPrintable(member));
    }

    void aSideThatHoldsNoObjectIsAText_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("words") << u"scheduled"_qs;
        QTest::newRow("a list") << u"[1,2]"_qs;
        QTest::newRow("a number") << u"5"_qs;
        QTest::newRow("half an object") << uR"({"state":)"_qs;
    }

    void aSideThatHoldsNoObjectIsAText()
    {
        QFETCH(QString, stored);
        QCOMPARE(core::json::eventSide(stored), QJsonValue(stored));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::EventJsonTest)
#include "eventjsontest.moc"
